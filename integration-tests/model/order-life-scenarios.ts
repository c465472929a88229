import fc from "fast-check"
import { type End, type Move, type MoveName, type Part } from "./order-step"
import {
  type GatewayFault,
  type Market,
  type Scenario,
  type Step,
  type WebhookMode,
} from "./scenario"

const MARKETS: Market[] = ["eur", "usd", "jpy", "kwd"]

const moveOf = (names: fc.Arbitrary<MoveName>): fc.Arbitrary<Move> =>
  fc.record({
    move: names,
    end: fc.constantFrom<End>(
      "done",
      "done",
      "done",
      "done",
      "requested",
      "begun",
      "taken_back"
    ),
    part: fc.constantFrom<Part>("all", "third", "uneven", "unit"),
    other: fc.boolean(),
  })

const name: fc.Arbitrary<MoveName> = fc.constantFrom<MoveName>(
  "edit_up",
  "edit_up",
  "edit_down",
  "return",
  "return",
  "receive",
  "receive",
  "exchange",
  "claim",
  "ship",
  "ship",
  "credit",
  "capture",
  "capture",
  "capture",
  "refund",
  "refund",
  "refund",
  "mark_as_paid",
  "portal_capture",
  "portal_refund",
  "portal_refund",
  "portal_void",
  "open_link",
  "pay_link",
  "pay_link",
  "end_open",
  "end_open",
  "end_open",
  "take_back",
  "cancel_order"
)

const fault: fc.Arbitrary<GatewayFault> = fc
  .record({
    operation: fc.constantFrom(
      "capturePayment",
      "createRefund",
      "cancelPayment",
      "createSession",
      "readSession",
      "readPayment",
      "listRefunds",
      "*"
    ),
    times: fc.constantFrom(1, 1, 2, 8),
    skip: fc.constantFrom(0, 0, 1, 2),
    how: fc.constantFrom<Partial<GatewayFault> & Pick<GatewayFault, "kind">>(
      { kind: "status", status: 503 },
      { kind: "status", status: 500 },
      { kind: "status", status: 400 },
      { kind: "reset" },
      { kind: "reset", commit: true },
      { kind: "timeout_before_commit", delayMs: 60 },
      { kind: "timeout_after_commit", delayMs: 60 },
      { kind: "status_after_commit" },
      { kind: "half_body" },
      { kind: "empty" }
    ),
  })
  .map(({ how, ...rest }) => ({ ...rest, ...how }))

const weather: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Step[]>([]) },
  {
    weight: 3,
    arbitrary: fc
      .array(fault, { minLength: 1, maxLength: 2 })
      .map((faults): Step[] => [{ do: "faults", faults }]),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<WebhookMode>(
        { drop: true },
        { duplicate: 2, together: true },
        { reorder: true, duplicate: 1 },
        { delayMs: 400 }
      )
      .map((how): Step[] => [{ do: "webhooks", how }]),
  }
)

const act: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 7,
    arbitrary: moveOf(name).map((move): Step => ({ do: "order", ...move })),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("both" as const),
      first: moveOf(name),
      second: moveOf(name),
      at: fc.oneof(fc.nat(8), fc.nat(45)),
    }),
  }
)

/** Most rounds come to rest before the next one; else what is under way meets the next move. */
const round: fc.Arbitrary<Step[][]> = fc
  .tuple(
    weather,
    act,
    fc.constantFrom(true, true, false),
    fc.constantFrom(true, false, false, false)
  )
  .map(([before, one, settles, alsoTicks]) => [
    ...(before.length > 0 ? [before] : []),
    [
      one,
      ...(alsoTicks ? [{ do: "tick" as const, processes: 1 as const }] : []),
    ],
    ...(settles ? [[{ do: "settle" as const }]] : []),
  ])

const sale = fc.record({
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
  market: fc.constantFrom(...MARKETS),
  life: fc.record({
    ship: fc.constantFrom(
      "off" as const,
      "off" as const,
      "whole" as const,
      "parcel" as const
    ),
    quantity: fc.constantFrom(1, 2, 2, 3),
    fraction: fc.boolean(),
  }),
})

const scenarioOf = (
  {
    market,
    ...chosen
  }: typeof sale extends fc.Arbitrary<infer Sale> ? Sale : never,
  rounds: Step[][]
): Scenario => ({
  ...chosen,
  latePayment: "refund",
  refunds: "instant",
  shoppers: [market],
  rounds,
  ending: { webhooks: true, refunds: "succeeded" },
})

export const orderLifeScenarios: fc.Arbitrary<Scenario> = fc
  .tuple(sale, fc.array(round, { minLength: 2, maxLength: 6 }))
  .map(([chosen, rounds]) => scenarioOf(chosen, rounds.flat()))
