import { perform } from "./perform"
import { brokenPromises, pagesTooMany } from "./promise"
import { comeToRest, heard } from "./rest"
import { type Scenario, type Step } from "./scenario"
import { type World } from "./world"

/** Longer than anything may take: two gateway calls of 30 s under one lock. */
const ROUND_LIMIT_MS = 100_000

/**
 * Plays a scenario to its end.
 *
 * @returns what was wrong then, in words; empty: the promise was kept
 */
export async function play(
  world: World,
  scenario: Scenario
): Promise<string[]> {
  await world.begin(scenario)
  const wrong: string[] = []
  for (const round of scenario.rounds) {
    await playRound(world, round)
    wrong.push(...(await pagesTooMany(world)))
  }
  await within(ROUND_LIMIT_MS, comeToRest(world, scenario))
  const broken = await brokenPromises(world)
  if (broken.length > 0) {
    // The schedule's own tick may be in the middle of it: a little later counts.
    world.note(`--- a little later: ${broken.join("; ")}`)
    await new Promise((next) => setTimeout(next, 300))
    await within(ROUND_LIMIT_MS, comeToRest(world, scenario))
    return [...wrong, ...(await brokenPromises(world))]
  }
  return [...wrong, ...broken]
}

/** Steps that may change what Medusa has in its books about an order's money. */
const AT_THE_BOOKS = new Set<Step["do"]>([
  "clerk",
  "portal",
  "tick",
  "check",
  "resolve",
  "replay",
  "end_refunds",
])

/** The steps of one round, at the same time; time passes after them. */
export async function playRound(world: World, round: Step[]): Promise<void> {
  world.note("---")
  const hands = round
    .filter((step) => AT_THE_BOOKS.has(step.do))
    .reduce((sum, step) => sum + (step.do === "clerk" ? step.clerks : 1), 0)
  world.crowded = hands > 1
  if (hands === 1) {
    // Nor may the work on earlier webhooks be one more.
    await heard(world)
  }
  const together = round.filter((step) => step.do !== "wait")
  await within(
    ROUND_LIMIT_MS,
    Promise.all(together.map((step) => perform(world, step)))
  )
  for (const step of round.filter((one) => one.do === "wait")) {
    await within(ROUND_LIMIT_MS, perform(world, step))
  }
}

async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, stuck) => {
    timer = setTimeout(
      () => stuck(new Error(`Still at it after ${limitMs} ms`)),
      limitMs
    )
  })
  try {
    await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
