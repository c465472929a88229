import { type Fleet, type Locking, startFleet } from "../support/fleet"
import { mustKeep } from "../model/games"
import { SURROUNDINGS, World } from "../model/world"

/**
 * The random stories against many processes: each request goes to the other of two servers, webhooks and job are worked on by
 * whichever of two workers is quicker, and the Medusa in this process ticks besides. One suite file for each kind of lock, as a
 * process can hold only one Medusa with Redis events.
 */
export function playOnFleet(locking: Locking, seeds: readonly number[]): void {
  let fleet: Fleet
  let world: World

  beforeAll(async () => {
    fleet = await startFleet(locking, SURROUNDINGS)
    world = await World.ofFleet(fleet)
  }, 300_000)
  afterAll(async () => {
    await world?.store.close()
    await fleet?.close()
  }, 60_000)

  it.each(seeds)(
    "leaves every amount as one order, one refund or one held payment: scenario %i",
    (seed) => mustKeep(world, "shop", seed),
    300_000
  )

  it.each(seeds.slice(0, 3))(
    "leaves every amount as one of them when a worker is killed in the middle: scenario %i",
    async (seed) => {
      const story = mustKeep(world, "shop", seed + 1_000)
      await new Promise((next) => setTimeout(next, 1_500))
      fleet.workers.at(-1)?.kill()
      await Promise.all([story, fleet.startWorker()])
    },
    300_000
  )
}
