import fc from "fast-check"
import { perform } from "./perform"
import { playRound } from "./play"
import { brokenForNow } from "./promise"
import { letTimePass, quiet } from "./rest"
import {
  type GatewayFault,
  type Market,
  type Scenario,
  type Step,
  type WebhookMode,
} from "./scenario"
import { type World } from "./world"

/*
 * One sale whose money is captured and given back in parts, by clerks and in the gateway's portal, with the gateway failing at
 * each call: after every move, once it is settled, both sides' books are equal.
 */

const share = fc.constantFrom(1, 10, 33, 50, 99, 100)

const clerk: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("clerk" as const),
  move: fc.constantFrom("capture" as const, "refund" as const),
  who: fc.constant(0),
  share,
  clerks: fc.constantFrom<1 | 2>(1, 1, 2),
})
const portal: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("portal" as const),
  move: fc.constantFrom("capture" as const, "refund" as const),
  who: fc.constant(0),
  page: fc.constant(0),
  share,
})

const fault: fc.Arbitrary<GatewayFault> = fc
  .record({
    operation: fc.constantFrom(
      "capturePayment",
      "createRefund",
      "createRefund",
      "readSession",
      "readPayment",
      "listRefunds",
      "*"
    ),
    times: fc.constantFrom(1, 1, 8),
    skip: fc.constantFrom(0, 0, 1, 2),
    how: fc.constantFrom<Partial<GatewayFault> & Pick<GatewayFault, "kind">>(
      { kind: "status", status: 500 },
      { kind: "status", status: 400 },
      { kind: "status", status: 429, retryAfter: 1 },
      { kind: "reset" },
      { kind: "reset", commit: true },
      { kind: "timeout_before_commit", delayMs: 60 },
      { kind: "timeout_after_commit", delayMs: 60 },
      { kind: "status_after_commit" },
      { kind: "half_body" },
      { kind: "html", commit: true }
    ),
  })
  .map(({ operation, times, skip, how }) => ({
    operation,
    times,
    skip,
    ...how,
  }))

const webhooks: fc.Arbitrary<WebhookMode> = fc.constantFrom(
  {},
  { drop: true },
  { duplicate: 2, together: true },
  { duplicate: 1, together: true, requestId: "per_try" },
  { reorder: true, duplicate: 1 },
  { early: true }
)

/** A move: how the gateway is about to behave, and one or two hands at once. */
const move: fc.Arbitrary<Step[]> = fc
  .record({
    faults: fc.array(fault, { maxLength: 2 }),
    how: webhooks,
    hands: fc.oneof(
      { weight: 3, arbitrary: clerk.map((step) => [step]) },
      { weight: 1, arbitrary: portal.map((step) => [step]) },
      { weight: 1, arbitrary: fc.tuple(clerk, portal) },
      { weight: 1, arbitrary: fc.tuple(clerk, clerk) }
    ),
  })
  .map(({ faults, how, hands }) => [
    { do: "webhooks", how },
    { do: "faults", faults },
    ...hands,
  ])

export function moneyScenarios(market: Market): fc.Arbitrary<Scenario> {
  return fc
    .record({
      capture: fc.constantFrom(
        "manual" as const,
        "manual" as const,
        "automatic" as const
      ),
      partialCapture: fc.constantFrom(
        "keeps_rest" as const,
        "keeps_rest" as const,
        "releases_rest" as const
      ),
      rounds: fc.array(move, { minLength: 2, maxLength: 7 }),
    })
    .map((chosen) => ({
      ...chosen,
      latePayment: "refund" as const,
      refunds: "instant" as const,
      shoppers: [market],
      ending: { webhooks: true, refunds: "succeeded" as const },
    }))
}

/** @returns what was wrong after any of the moves, in words */
export async function playMoney(
  world: World,
  scenario: Scenario
): Promise<string[]> {
  await world.begin(scenario)
  await playRound(world, [{ do: "start", who: 0, tabs: 1 }])
  await playRound(world, [
    { do: "pay", who: 0, page: 0, late: false, comesBack: 1 },
  ])
  const wrong: string[] = []
  for (const round of scenario.rounds) {
    await playRound(world, round)
    await settleMove(world)
    const broken = await brokenForNow(world)
    world.note(broken.length > 0 ? `WRONG ${broken.join("; ")}` : "in balance")
    wrong.push(...broken)
  }
  return wrong
}

/** The gateway works again, two minutes pass, and whoever missed a webhook presses "check now". */
async function settleMove(world: World): Promise<void> {
  world.gateway.setFaults({ api: [] })
  await world.assureGatewayIsBack()
  await quiet(world)
  await letTimePass(world, 2)
  await quiet(world)
  if (world.gateway.faults().webhooks.drop) {
    await perform(world, { do: "check", who: 0, page: 0 })
    await quiet(world)
  }
}
