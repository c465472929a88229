import { type Redis, startRedis } from "../support/redis"
import { declareSelfRaces } from "../support/self-races"
import { migrate } from "../support/server-process"
import { type Store, openStore } from "../support/store"
import { type Surroundings, prepareSurroundings } from "../support/surroundings"

/* The same with Medusa's locks in Redis. */

jest.setTimeout(600_000)

let redis: Redis
let surroundings: Surroundings
let store: Store

beforeAll(async () => {
  redis = await startRedis()
  const environment = { LOCKING: "redis", LOCKING_REDIS_URL: redis.url }
  surroundings = await prepareSurroundings({ environment })
  await migrate(environment)
  store = await openStore(surroundings, surroundings.port)
})
beforeEach(() => store.sandbox.control.reset())
afterAll(async () => {
  await store?.close()
  await surroundings?.close()
  await redis?.stop()
  delete process.env.LOCKING
  delete process.env.LOCKING_REDIS_URL
})

declareSelfRaces(() => store, { changes: 2 })
