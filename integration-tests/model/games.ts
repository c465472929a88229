import fc from "fast-check"
import { eventScenarios, playEvents } from "./events-game"
import { scenarios } from "./generate"
import { playOrderLife } from "./order-life-game"
import { orderLifeScenarios } from "./order-life-scenarios"
import { moneyScenarios, playMoney } from "./money-game"
import { play } from "./play"
import { tell } from "./report"
import { type Scenario } from "./scenario"
import { type World } from "./world"

export type Game = {
  scenarios: fc.Arbitrary<Scenario>
  /** @returns what was wrong, in words */
  play: (world: World, scenario: Scenario) => Promise<string[]>
}

/** What can be played: a whole shop, the money of one sale in each kind of currency, an order's whole life, and events in any order. */
export const GAMES = {
  shop: { scenarios, play },
  money0: { scenarios: moneyScenarios("jpy"), play: playMoney },
  money2: { scenarios: moneyScenarios("eur"), play: playMoney },
  money3: { scenarios: moneyScenarios("kwd"), play: playMoney },
  "order-life": { scenarios: orderLifeScenarios, play: playOrderLife },
  events: { scenarios: eventScenarios, play: playEvents },
} satisfies Record<string, Game>

export type GameName = keyof typeof GAMES

export type Failure = { scenario: Scenario; wrong: string[]; report: string }

/** Plays one scenario. A mistake of the model's, or a step that never ends, is a failure like any other. */
export async function playOne(
  world: World,
  name: GameName,
  scenario: Scenario
): Promise<Failure | undefined> {
  const wrong = await GAMES[name]
    .play(world, scenario)
    .catch((error: unknown) => [
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ])
  return wrong.length > 0
    ? { scenario, wrong, report: await tell(world, wrong) }
    : undefined
}

/**
 * Plays the scenario that a seed stands for; one that fails is made as small as can be in the time given.
 *
 * @returns undefined if all was well
 */
export async function playSeed(
  world: World,
  name: GameName,
  seed: number,
  shrinkMinutes = 0
): Promise<{ first: Failure; smallest: Failure } | undefined> {
  let first: Failure | undefined
  let smallest: Failure | undefined
  let until = Infinity
  const property = fc.asyncProperty(
    GAMES[name].scenarios,
    async (scenario: Scenario) => {
      if (Date.now() > until) {
        return
      }
      const failure = await playOne(world, name, scenario)
      if (failure) {
        if (!first) {
          first = failure
          until = Date.now() + shrinkMinutes * 60_000
        }
        smallest = failure
        throw new Error(failure.wrong.join("\n"))
      }
    }
  )
  await fc.check(property, { seed, numRuns: 1 })
  return first && smallest && { first, smallest }
}

/** For a test: plays the scenario of a seed. @throws Error with everything that helps to understand what went wrong */
export async function mustKeep(
  world: World,
  name: GameName,
  seed: number
): Promise<void> {
  const failed = await playSeed(world, name, seed)
  if (failed) {
    throw new Error(
      `${failed.first.report}\nPlay it again: ${replayCommand(name, seed)}`
    )
  }
}

/** The same for a scenario that no seed stands for. */
export async function mustKeepStory(
  world: World,
  name: GameName,
  scenario: Scenario
): Promise<void> {
  const failed = await playOne(world, name, scenario)
  if (failed) {
    throw new Error(
      `${failed.report}\n${JSON.stringify({ game: name, scenario })}`
    )
  }
}

export function replayCommand(name: GameName, seed: number): string {
  return `npm run test:soak -- --game ${name} --seed ${seed} --scenarios 1`
}
