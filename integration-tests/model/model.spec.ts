import { mustKeep } from "./games"
import { World } from "./world"

/*
 * Random stories of whole shops, of which these seeds are played on every run; `npm run test:soak` plays as many others as one
 * has time for, and makes those that fail small.
 */

jest.setTimeout(180_000)

let world: World

beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world.store.close())

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

describe("shoppers, clerks, the portal and a gateway that fails, all at once", () => {
  it.each(seeds(30))(
    "leave every amount as one order, one refund or one held payment: scenario %i",
    (seed) => mustKeep(world, "shop", seed)
  )
})

describe("a gateway's events", () => {
  it.each(seeds(12))(
    "lead to the state of its books in any order, late, doubled and together: scenario %i",
    (seed) => mustKeep(world, "events", seed)
  )
})
