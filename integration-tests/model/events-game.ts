import fc from "fast-check"
import { playRound } from "./play"
import { brokenForNow } from "./promise"
import { type Scenario, type Step } from "./scenario"
import { type World } from "./world"
import { eventually } from "../support/shopper"

/*
 * A payment's whole life with every event held back, to be sent at any later moment, in any order, more than once, one after the
 * other or all at the same instant: the end is what the gateway's books say, with events alone and no tick of the job.
 */

const page = fc.constantFrom(0, 0, 1)
const share = fc.constantFrom(25, 50, 100)

const happening: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("pay" as const),
      who: fc.constant(0),
      page,
      late: fc.constant(true),
      comesBack: fc.constantFrom<0 | 1>(0, 0, 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("decline" as const, "expire" as const),
      who: fc.constant(0),
      page,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("start" as const),
      who: fc.constant(0),
      tabs: fc.constant<1>(1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("portal" as const),
      move: fc.constantFrom(
        "capture" as const,
        "refund" as const,
        "refund" as const,
        "void" as const
      ),
      who: fc.constant(0),
      page,
      share,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("clerk" as const),
      move: fc.constantFrom("capture" as const, "refund" as const),
      who: fc.constant(0),
      share,
      clerks: fc.constant<1>(1),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("replay" as const),
      picks: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
      together: fc.boolean(),
    }),
  }
)

export const eventScenarios: fc.Arbitrary<Scenario> = fc
  .record({
    capture: fc.constantFrom("automatic" as const, "manual" as const),
    latePayment: fc.constantFrom("refund" as const, "hold" as const),
    rounds: fc.array(fc.array(happening, { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 9,
    }),
    requestId: fc.constantFrom(
      "per_event" as const,
      "per_try" as const,
      "absent" as const
    ),
    shuffle: fc.nat(),
    together: fc.boolean(),
  })
  .map(({ rounds, requestId, shuffle, together, ...rest }) => ({
    ...rest,
    partialCapture: "keeps_rest" as const,
    refunds: "instant" as const,
    shoppers: ["eur" as const],
    ending: { webhooks: true, refunds: "succeeded" as const },
    rounds: [
      [{ do: "webhooks", how: { drop: true, requestId } }],
      [{ do: "start", who: 0, tabs: 1 }],
      ...rounds,
      [{ do: "replay_all", shuffle, together }],
    ],
  }))

/** @returns where the end differs from the gateway's books, in words */
export async function playEvents(
  world: World,
  scenario: Scenario
): Promise<string[]> {
  await world.begin(scenario)
  for (const round of scenario.rounds) {
    await playRound(world, round)
  }
  await eventually(
    () => world.store.sql(`select id from bpc_event where state <> 'done'`),
    ({ length }) => length === 0
  )
  // For those whom a person must be told about; nothing else is due within seconds.
  await world.tick()
  return brokenForNow(world)
}
