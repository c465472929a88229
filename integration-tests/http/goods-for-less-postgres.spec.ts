import { migrate } from "../support/server-process"
import { declareSelfRaces } from "../support/self-races"
import { type Store, openStore } from "../support/store"
import { type Surroundings, prepareSurroundings } from "../support/surroundings"

/* The same with Medusa's locks in PostgreSQL. */

jest.setTimeout(600_000)

let surroundings: Surroundings
let store: Store

beforeAll(async () => {
  const environment = { LOCKING: "postgres" }
  surroundings = await prepareSurroundings({ environment })
  await migrate(environment)
  store = await openStore(surroundings, surroundings.port)
})
beforeEach(() => store.sandbox.control.reset())
afterAll(async () => {
  await store?.close()
  await surroundings?.close()
  delete process.env.LOCKING
})

declareSelfRaces(() => store, { changes: 2 })
