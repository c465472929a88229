import fc from "fast-check"
import {
  type GatewayFault,
  type Market,
  type Scenario,
  type Step,
  type WebhookMode,
} from "./scenario"

const MARKETS: Market[] = ["eur", "usd", "jpy", "kwd"]
const who = fc.nat(2)
/** The newest page mostly. */
const page = fc.constantFrom(0, 0, 0, 1, 2)
const share = fc.constantFrom(1, 25, 40, 50, 99, 100, 100)

const webhookMode: fc.Arbitrary<WebhookMode> = fc.oneof(
  fc.constantFrom<WebhookMode>(
    {},
    { drop: true },
    { drop: ["session.completed"] },
    { drop: ["payment.succeeded", "payment.funded"] },
    { early: true, sessionCreated: true },
    { reorder: true },
    { duplicate: 2, together: true },
    { duplicate: 1, together: true, requestId: "per_try" },
    { requestId: "absent", duplicate: 1 },
    { requestId: "per_happening", unknownEvents: true },
    { reorder: true, duplicate: 1 }
  ),
  fc
    .constantFrom(150, 400, 90_000)
    .map((delayMs): WebhookMode => ({ delayMs, sessionCreated: true }))
)

const fault: fc.Arbitrary<GatewayFault> = fc
  .record({
    operation: fc.constantFrom(
      "createSession",
      "createSession",
      "readSession",
      "readSession",
      "readPayment",
      "expireSession",
      "capturePayment",
      "cancelPayment",
      "createRefund",
      "createRefund",
      "listRefunds",
      "*",
      "*"
    ),
    times: fc.constantFrom(1, 1, 2, 6),
    skip: fc.constantFrom(0, 0, 1),
    how: fc.constantFrom<Partial<GatewayFault> & Pick<GatewayFault, "kind">>(
      { kind: "latency", delayMs: 250 },
      { kind: "status", status: 500 },
      { kind: "status", status: 503 },
      { kind: "status", status: 429, retryAfter: 1 },
      { kind: "status", status: 401 },
      { kind: "status", status: 404 },
      { kind: "reset" },
      { kind: "timeout_before_commit", delayMs: 80 },
      { kind: "timeout_after_commit", delayMs: 80 },
      { kind: "timeout_after_commit", delayMs: 80 },
      { kind: "status_after_commit" },
      { kind: "status_after_commit", status: 502 },
      { kind: "half_body" },
      { kind: "empty" },
      { kind: "html" }
    ),
  })
  .map(({ operation, times, skip, how }) => ({
    operation,
    times,
    skip,
    ...how,
  }))

const faults: fc.Arbitrary<Step> = fc
  .array(fault, { maxLength: 2 })
  .map((list) => ({ do: "faults", faults: list }))

const shopping: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("start" as const),
      who,
      tabs: fc.constantFrom<1 | 2>(1, 1, 2),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant("pay" as const),
      who,
      page,
      late: fc.boolean(),
      comesBack: fc.constantFrom<0 | 1 | 2>(0, 1, 1, 2),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("decline" as const, "leave" as const),
      who,
      page,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("return" as const),
      who,
      page,
      side: fc.constantFrom("success" as const, "failure" as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("race" as const),
      who,
      change: fc.constantFrom(
        "add_item",
        "quantity",
        "quantity",
        "store_credit"
      ),
      against: fc.constantFrom("start", "start_and_pay", "pay", "complete"),
      step: fc.integer({ min: 0, max: 60 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("quantity" as const),
      who,
      quantity: fc.constantFrom(1, 2, 3),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("store_credit" as const), who }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "add_item" as const,
        "add_item" as const,
        "remove_item" as const,
        "other_method" as const,
        "look" as const
      ),
      who,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("complete" as const),
      who,
      times: fc.constantFrom<1 | 2>(1, 2),
    }),
  }
)

const bookkeeping: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("clerk" as const),
      move: fc.constantFrom(
        "refund" as const,
        "refund" as const,
        "capture" as const,
        "cancel" as const
      ),
      who,
      share,
      clerks: fc.constantFrom<1 | 2>(1, 1, 2),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("portal" as const),
      move: fc.constantFrom(
        "refund" as const,
        "refund" as const,
        "capture" as const,
        "void" as const
      ),
      who,
      page,
      share,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("end_refunds" as const),
      outcome: fc.constantFrom("succeeded" as const, "failed" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("check" as const), who, page }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("resolve" as const),
      who,
      page,
      action: fc.constantFrom(
        "refund" as const,
        "keep" as const,
        "place_order" as const
      ),
    }),
  }
)

const fate: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: webhookMode.map((how) => ({ do: "webhooks" as const, how })),
  },
  { weight: 5, arbitrary: faults },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("tick" as const),
      processes: fc.constantFrom<1 | 2>(1, 2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("replay" as const),
      picks: fc.array(fc.nat(7), { minLength: 1, maxLength: 5 }),
      together: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("expire" as const), who, page }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("lie" as const),
      who,
      page,
      amount: fc.constantFrom(1, 9_999_999),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.constantFrom<Step>({ do: "sell_out" }, { do: "restock" }),
      fc.record({ do: fc.constant("delete_cart" as const), who })
    ),
  }
)

const wait: fc.Arbitrary<Step[]> = fc
  .constantFrom(0.5, 1.5, 3, 19, 25, 90)
  .map((minutes) => [{ do: "wait", minutes }])

const anything = fc.oneof(
  { weight: 6, arbitrary: shopping },
  { weight: 3, arbitrary: bookkeeping },
  { weight: 3, arbitrary: fate }
)

const round: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 6, arbitrary: fc.array(anything, { minLength: 1, maxLength: 1 }) },
  { weight: 4, arbitrary: fc.array(anything, { minLength: 2, maxLength: 4 }) },
  { weight: 2, arbitrary: wait }
)

/** Any story of up to three shoppers; most begin at the payment step, since nothing of ours happens before. */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    capture: fc.constantFrom("automatic" as const, "manual" as const),
    latePayment: fc.constantFrom(
      "refund" as const,
      "refund" as const,
      "hold" as const
    ),
    partialCapture: fc.constantFrom(
      "keeps_rest" as const,
      "releases_rest" as const
    ),
    refunds: fc.constantFrom(
      "instant" as const,
      "instant" as const,
      "pending" as const
    ),
    shoppers: fc.array(fc.constantFrom(...MARKETS), {
      minLength: 1,
      maxLength: 3,
    }),
    begins: fc.boolean(),
    rounds: fc.array(round, { minLength: 2, maxLength: 10 }),
    ending: fc.record({
      webhooks: fc.boolean(),
      refunds: fc.constantFrom(
        "succeeded" as const,
        "succeeded" as const,
        "failed" as const
      ),
    }),
  })
  .map(({ begins, rounds, ...rest }) => ({
    ...rest,
    rounds: begins
      ? [
          rest.shoppers.map((_, index): Step => ({
            do: "start",
            who: index,
            tabs: 1,
          })),
          ...rounds,
        ]
      : rounds,
  }))
