import { EXPORT_KINDS } from "../../src/api-schemas/vocabulary"
import { readCheckout } from "../../src/modules/bpc/core-tables"
import {
  SESSION_STATES,
  type SessionFilter,
} from "../../src/modules/bpc/ledger"
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  gatewayPaymentId,
  moneyOf,
  gatewaySessionId,
  parseCurrency,
  type WebhookEvent,
} from "../../src/gateway"
import { type Store, startStore } from "../support/store"
import { DEEP_ROW, ROWS, fillMillion } from "./million"
import { Planner } from "./plan"

jest.setTimeout(600_000)

/** Two in a hundred: what a week of sales, or everything that is open, may be. A statement that looks at more grows with the shop. */
const ROWS_LIMIT = ROWS / 50

let store: Store
let planner: Planner
const times: string[] = []

beforeAll(async () => {
  // Without jobs: rows that are due must wait for the test to take them.
  store = await startStore({ environment: { MEDUSA_WORKER_MODE: "server" } })
  const start = performance.now()
  await fillMillion(store)
  times.push(`filled in ${Math.round((performance.now() - start) / 1000)} s`)
  planner = await Planner.of(store)
})
afterAll(async () => {
  process.stdout.write(`At a million rows: ${times.join("; ")}.\n`)
  await store.close()
})

async function expectIndexed(
  name: string,
  code: () => Promise<unknown>
): Promise<void> {
  const { milliseconds, statements, rows, complaints } =
    await planner.examine(code)
  times.push(`${name} ${milliseconds.toFixed(0)} ms`)
  expect(statements).toBeGreaterThan(0)
  expect({ name, complaints }).toEqual({ name, complaints: [] })
  expect(rows).toBeLessThan(ROWS_LIMIT)
}

const EVENT: WebhookEvent = {
  type: "session.completed",
  object: {},
  kind: "session",
  gatewaySessionId: gatewaySessionId(DEEP_ROW.gatewaySession),
}
const euros = () => moneyOf(1000, parseCurrency("EUR")!)

describe("the admin's list of payments, of a million", () => {
  const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000)
  const filters: [string, SessionFilter][] = [
    ["everything", {}],
    ...SESSION_STATES.map(
      (state) => [`state ${state}`, { state }] as [string, SessionFilter]
    ),
    ["held, undecided", { undecided: true }],
    ["held, kept", { undecided: false }],
    ["orders whose amounts differ", { differs: true }],
    ["refused for want of money", { declineClass: "insufficient_funds" }],
    ["refused in a way that nobody was", { declineClass: "page_expired" }],
    ["taken back by a bank", { chargedBack: "true" }],
    ["taken back, to be answered", { chargedBack: "open" }],
    ["mode test", { mode: "test" }],
    ["mode live", { mode: "live" }],
    ["mode and state", { mode: "live", state: "paid" }],
    ["from a date", { from: day(300) }],
    ["up to a date", { to: day(300) }],
    ["one day", { from: day(301), to: day(300) }],
    ["one day and state", { from: day(301), to: day(300), state: "failed" }],
    ["order number", { search: String(DEEP_ROW.displayId) }],
    ["order number with #", { search: `#${DEEP_ROW.displayId}` }],
    ["cart", { search: DEEP_ROW.cart }],
    ["e-mail", { search: DEEP_ROW.email }],
    ["beginning of an e-mail", { search: "shopper9000@" }],
    ["gateway session", { search: DEEP_ROW.gatewaySession }],
    ["gateway payment", { search: DEEP_ROW.gatewayPayment }],
    ["payment session", { search: DEEP_ROW.paymentSession }],
    ["a card's reference number", { search: DEEP_ROW.rrn }],
    ["a card's approval code", { search: DEEP_ROW.approvalCode }],
    ["a card's last four digits", { search: DEEP_ROW.last4 }],
    ["order id", { search: DEEP_ROW.order }],
    ["nobody", { search: "no_such_thing" }],
    ["order of the widget", { orderId: DEEP_ROW.order }],
  ]

  it.each(filters)(
    "comes from an index: %s, first page and deep down",
    async (name, filter) => {
      await expectIndexed(`list (${name})`, () =>
        store.bpc.queries.sessions(filter, { limit: 20 })
      )
      await expectIndexed(`list (${name}), deep`, () =>
        store.bpc.queries.sessions(filter, {
          limit: 20,
          after: { at: day(600).toISOString(), id: DEEP_ROW.id },
        })
      )
    }
  )

  it("finds what it is asked for", async () => {
    for (const search of [
      DEEP_ROW.cart,
      DEEP_ROW.email,
      DEEP_ROW.gatewaySession,
      DEEP_ROW.reference,
      DEEP_ROW.rrn,
      DEEP_ROW.approvalCode,
    ]) {
      const found = await store.bpc.queries.sessions({ search }, { limit: 20 })
      expect(found.map(({ id }) => id)).toEqual([DEEP_ROW.id])
    }
  })
})

describe("the files for bookkeeping, of a million payments", () => {
  const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000)
  const filters: [string, SessionFilter][] = [
    ["all of them", {}],
    ["one month", { from: day(330), to: day(300) }],
    [
      "one week's refunded ones",
      { from: day(307), to: day(300), state: "refunded" },
    ],
    ["one cart's", { search: DEEP_ROW.cart }],
    ["one order's", { orderId: DEEP_ROW.order }],
    ["one card's", { search: DEEP_ROW.rrn }],
  ]

  it.each(
    filters.flatMap(([name, filter]) =>
      EXPORT_KINDS.map((kind) => [`${kind}, ${name}`, kind, filter] as const)
    )
  )("come from an index, a page at a time: %s", async (name, kind, filter) => {
    await expectIndexed(`export (${name})`, async () => {
      let pages = 0
      for await (const _ of store.bpc.queries.export(kind, filter).pages()) {
        if (++pages === 3) {
          break
        }
      }
    })
  })
})

describe("what the admin reads besides, at a million rows", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["one payment", () => store.bpc.queries.session(DEEP_ROW.id)],
    ["its card", () => store.bpc.queries.card(DEEP_ROW.id)],
    ["its timeline", () => store.bpc.queries.timeline(DEEP_ROW.id)],
    [
      "its events",
      () =>
        store.bpc.queries.events({ sessionId: DEEP_ROW.id }, { limit: 100 }),
    ],
    ["all events", () => store.bpc.queries.events({}, { limit: 20 })],
    [
      "parked events",
      () => store.bpc.queries.events({ state: "parked" }, { limit: 20 }),
    ],
    ["one event", () => store.bpc.queries.event(DEEP_ROW.event)],
    ["health", () => store.bpc.queries.healthFacts(6)],
    ["accounts' open payments", () => store.bpc.accounts.openSessions()],
  ])("comes from an index: %s", (name, code) => expectIndexed(name, code))
})

describe("the work on payments, at a million rows", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["due payments", () => store.bpc.ledger.takeDue(50)],
    ["due events", () => store.bpc.inbox.takeDue(50)],
    ["whether anything is due", () => store.bpc.jobRest.isOver()],
    ["payments to tell a person of", () => store.bpc.ledger.takeUnnotified()],
    ["failing payments", () => store.bpc.failing.takeUnnotified()],
    ["orders that owe again", () => store.bpc.queries.releasedOrders()],
    ["events to forget", () => store.bpc.inbox.prune()],
    ["pages of an order", () => store.bpc.ledger.undecidedOf(DEEP_ROW.order)],
    [
      "by payment session",
      () => store.bpc.ledger.findByPaymentSession(DEEP_ROW.paymentSession),
    ],
    [
      "by gateway session",
      () => store.bpc.ledger.findByGatewaySession(DEEP_ROW.gatewaySession),
    ],
    [
      "for authorization",
      () =>
        store.bpc.queries.toAuthorize({
          gatewaySessionId: DEEP_ROW.gatewaySession,
          paymentSessionId: DEEP_ROW.paymentSession,
        }),
    ],
    [
      "checkout with a page to use again",
      () =>
        readCheckout(store.container.resolve<Knex>("__pg_connection__"), {
          paymentSessionId: DEEP_ROW.paymentSession,
          accountId: "options",
          amount: euros(),
          minimumLifeSeconds: 300,
        }),
    ],
    ["situation of a payment", () => store.bpc.situation(DEEP_ROW.id)],
    [
      "claim of a collection",
      () =>
        store.bpc.ledger.claim(DEEP_ROW.id, {
          kind: "paid",
          captured: euros(),
          refunded: moneyOf(0, parseCurrency("EUR")!),
          paymentId: gatewayPaymentId(DEEP_ROW.gatewayPayment),
        }),
    ],
    [
      "page left behind",
      () =>
        store.bpc.ledger.retire({
          paymentSessionId: DEEP_ROW.paymentSession,
          gatewaySessionId: DEEP_ROW.gatewaySession,
        }),
    ],
    [
      "left-over pages",
      () =>
        store.bpc.ledger.retireLeftOver({
          paymentCollectionId: DEEP_ROW.collection,
          minimumLifeSeconds: 300,
        }),
    ],
    [
      "webhook stored",
      () =>
        store.bpc.inbox.store({
          event: EVENT,
          rawBody: Buffer.from("{}"),
          secret: "whsec_of_the_plan",
          requestId: "req_of_the_plan",
          account: { id: "options", apiUrl: "https://gateway.example/api2" },
          signatureVariant: "body.t/hex",
          timed: false,
          remembers: true,
        }),
    ],
    [
      "webhook known",
      () =>
        store.bpc.inbox.has({
          rawBody: Buffer.from("{}"),
          secret: "whsec_of_the_plan",
        }),
    ],
    ["stored event opened", () => store.bpc.inbox.open(DEEP_ROW.event)],
    ["news of a shipment", () => store.bpc.queries.shippedOrders.note("ful_1")],
    ["shipments without news", () => store.bpc.queries.shippedOrders.sweep()],
    [
      "shipped orders that are due",
      () => store.bpc.queries.shippedOrders.takeDue(10),
    ],
    [
      "shipped orders to tell a person of",
      () => store.bpc.queries.shippedOrders.takeUnnotified(),
    ],
    [
      "a shipped order's money",
      () => store.bpc.queries.shippedOrder(DEEP_ROW.order),
    ],
  ])("goes by an index: %s", (name, code) => expectIndexed(name, code))
})

it("has no index of a large table that none of these needs, but for what must not be twice", async () => {
  const indexes = await store.sql<{ name: string }>(
    `select relname as name from pg_index join pg_class on pg_class.oid = indexrelid
     where indrelid in ('bpc_session'::regclass, 'bpc_card'::regclass, 'bpc_movement'::regclass, 'bpc_event'::regclass, 'bpc_timeline'::regclass) and not indisunique`
  )
  expect(
    indexes.map(({ name }) => name).filter((name) => !planner.used.has(name))
  ).toEqual([])
})
