import { mustKeep, mustKeepStory } from "./games"
import { PAIRS, pairStories } from "./concurrent-moves"
import { CLERK_MOVES, OTHER_MOVES } from "./order-step"
import { World } from "./world"

/*
 * The promise for the whole life of an order: whatever becomes of it, and whoever is at it at the same time, what the gateway keeps is what
 * Medusa counts and what the order says it was paid, and the shopper is asked for what is owed.
 */

jest.setTimeout(180_000)

/** Short ones in which every move, part, fault, currency and setting occurs. */
const SEEDS = [163, 71, 354, 365, 76, 373, 2, 52, 289, 286]
const STORIES = pairStories()

let world: World
const met = new Set<string>()
const made = new Set<string>()

beforeAll(async () => {
  world = await World.open()
})
afterEach(() => {
  world.life?.pairs.forEach((pair) => met.add(pair))
  world.life?.moves.forEach((move) => made.add(move))
})
afterAll(() => world.store.close())

describe("an order's whole life", () => {
  it.each(
    STORIES.map(({ pairs, scenario }) => ({
      pairs: pairs.map((pair) => pair.join(" and ")).join(", "),
      scenario,
    }))
  )(
    "leaves all books equal after two clerks in the same instant: $pairs",
    ({ scenario }) => mustKeepStory(world, "order-life", scenario)
  )

  it.each(SEEDS)(
    "leaves all books equal whatever happens to it: scenario %i",
    (seed) => mustKeep(world, "order-life", seed)
  )

  it("was played with every move, and with nearly every two of a clerk's moves held in each other's way", () => {
    expect(
      [...CLERK_MOVES, ...OTHER_MOVES].filter((move) => !made.has(move))
    ).toEqual([])
    const names = PAIRS.map((pair) => [...pair].sort().join("+"))
    // A move that an order does not allow by then is over before the step at which it was to be held.
    expect(names.filter((pair) => !met.has(pair)).length).toBeLessThan(
      names.length / 5
    )
  })
})
