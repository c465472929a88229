import { type Money } from "../../../gateway"
import {
  PAYMENT_SESSION_ID,
  aClaimedRow,
  aLedgerRow,
  aMedusaPayment,
  aRowBeingGivenBack,
  aSettledRow,
  aSituation,
  money,
} from "../../../modules/bpc/__tests__/builders"
import { type Situation } from "../../../modules/bpc/core-tables"
import { type LedgerRow, type SessionState } from "../../../modules/bpc/ledger"
import { type Verdict } from "../../../modules/bpc/money"
import { decide } from "../decide"
import { inWords } from "./in-words"

/*
 * The specification of what happens to money: what the gateway says x what the ledger knows x how things stand in Medusa.
 * Numbers in brackets are lines of the scenario checklist.
 */

const paid = (
  captured: Money = money(10_000),
  refunded: Money = money(0)
): Verdict => ({
  kind: "paid",
  captured,
  refunded,
  totalsKnown: true,
})
const authorized = (
  captured: Money = money(0),
  refunded: Money = money(0)
): Verdict => ({
  kind: "authorized",
  captured,
  refunded,
  totalsKnown: true,
})
const PAID = paid()
const AUTHORIZED = authorized()
const VERDICTS = {
  open: { kind: "open" },
  unknown: { kind: "unknown", words: "frozen/maybe" },
  mismatch: {
    kind: "mismatch",
    reason: "amount_mismatch",
    expected: "100.00 EUR",
    found: "90.00 EUR",
    allBack: false,
  },
  expired: { kind: "expired" },
  canceled: { kind: "canceled" },
  paid: PAID,
  authorized: AUTHORIZED,
} as const satisfies Record<string, Verdict>

const WAIT = "wait (frozen/maybe)"
const HOLD = "hold: amount_mismatch, 100.00 EUR but 90.00 EUR"
const REPORT = "report: amount_mismatch, 100.00 EUR but 90.00 EUR"
const ORDER_PAID = "place order, paid"
const ORDER_AUTHORIZED = "place order, authorized"
const BACK = "refund: cart_changed"

describe("what the gateway says, by what the ledger knows (cart open, amount fits)", () => {
  type Case = {
    ledger: string
    row: LedgerRow
    situation?: Situation
  } & Record<keyof typeof VERDICTS, string>
  const left = { retiredAt: new Date("2026-11-20T12:05:00Z") }
  const gone = aSituation({ paymentSession: null })
  const soldFor = (captured: number) =>
    aSituation({
      orderId: "order_1",
      payment: aMedusaPayment({ captured: money(captured) }),
    })
  // prettier-ignore
  const table: Case[] = [
    { ledger: "being created", row: aLedgerRow({ state: "creating" }), open: "wait", unknown: WAIT, mismatch: HOLD, expired: "end expired", canceled: "end canceled", paid: ORDER_PAID, authorized: ORDER_AUTHORIZED },
    { ledger: "open", row: aLedgerRow(), open: "wait", unknown: WAIT, mismatch: HOLD, expired: "end expired", canceled: "end canceled", paid: ORDER_PAID, authorized: ORDER_AUTHORIZED },
    { ledger: "open, left behind [28]", row: aLedgerRow(left), situation: gone, open: "close page", unknown: WAIT, mismatch: HOLD, expired: "end expired", canceled: "end canceled", paid: `adopt, ${ORDER_PAID}`, authorized: `adopt, ${ORDER_AUTHORIZED}` },
    { ledger: "created, left behind", row: aLedgerRow({ ...left, state: "creating" }), situation: gone, open: "wait", unknown: WAIT, mismatch: HOLD, expired: "end expired", canceled: "end canceled", paid: `adopt, ${ORDER_PAID}`, authorized: `adopt, ${ORDER_AUTHORIZED}` },
    { ledger: "failed, the create call was not answered", row: aLedgerRow({ state: "failed", reason: "gateway_silent" }), open: "wait", unknown: WAIT, mismatch: HOLD, expired: "end expired", canceled: "end canceled", paid: ORDER_PAID, authorized: ORDER_AUTHORIZED },
    { ledger: "expired [34]", row: aLedgerRow({ state: "expired" }), open: "wait", unknown: WAIT, mismatch: HOLD, expired: "nothing", canceled: "nothing", paid: ORDER_PAID, authorized: ORDER_AUTHORIZED },
    { ledger: "expired, replaced by another page [29]", row: aLedgerRow({ ...left, state: "expired", reason: "replaced" }), situation: gone, open: "wait", unknown: WAIT, mismatch: HOLD, expired: "nothing", canceled: "nothing", paid: `adopt, ${ORDER_PAID}`, authorized: `adopt, ${ORDER_AUTHORIZED}` },
    { ledger: "canceled [34]", row: aLedgerRow({ state: "canceled" }), open: "wait", unknown: WAIT, mismatch: HOLD, expired: "nothing", canceled: "nothing", paid: ORDER_PAID, authorized: ORDER_AUTHORIZED },
    { ledger: "paid, its order to come", row: aClaimedRow(), open: "wait", unknown: WAIT, mismatch: HOLD, expired: "nothing", canceled: "follow totals, canceled", paid: ORDER_PAID, authorized: ORDER_AUTHORIZED },
    { ledger: "authorised, its order to come", row: aClaimedRow({ state: "authorized" }), open: "wait", unknown: WAIT, mismatch: HOLD, expired: "nothing", canceled: "end canceled", paid: ORDER_PAID, authorized: ORDER_AUTHORIZED },
    { ledger: "paid, an order has it [33]", row: aSettledRow(), situation: soldFor(10_000), open: "wait", unknown: WAIT, mismatch: REPORT, expired: "nothing", canceled: "mirror refund of 100.00 EUR on top of 0.00 EUR", paid: "nothing", authorized: "nothing" },
    { ledger: "authorised, an order has it", row: aSettledRow({ state: "authorized" }), situation: soldFor(0), open: "wait", unknown: WAIT, mismatch: REPORT, expired: "nothing", canceled: "mirror the release", paid: "mirror capture of 100.00 EUR on top of 0.00 EUR", authorized: "nothing" },
    { ledger: "paid, being given back", row: aRowBeingGivenBack(), open: "wait", unknown: WAIT, mismatch: HOLD, expired: "nothing", canceled: "follow totals, canceled", paid: BACK, authorized: BACK },
    { ledger: "authorised, being released", row: aRowBeingGivenBack({ state: "authorized" }), open: "wait", unknown: WAIT, mismatch: HOLD, expired: "nothing", canceled: "end canceled", paid: BACK, authorized: BACK },
    { ledger: "refunded", row: aClaimedRow({ state: "refunded", refunded: money(10_000) }), open: "wait", unknown: WAIT, mismatch: "nothing", expired: "nothing", canceled: "nothing", paid: "nothing", authorized: "nothing" },
    { ledger: "held", row: aLedgerRow({ state: "held", reason: "amount_mismatch" }), open: "wait", unknown: WAIT, mismatch: "nothing", expired: "nothing", canceled: "nothing", paid: "nothing", authorized: "nothing" },
  ]
  const cells = table.flatMap(({ ledger, row, situation, ...byVerdict }) =>
    Object.entries(VERDICTS).map(([says, verdict]) => ({
      ledger,
      row,
      situation: situation ?? aSituation(),
      says,
      verdict,
      todo: Object.entries(byVerdict).find(([name]) => name === says)?.[1],
    }))
  )
  it.each(cells)(
    "$ledger, gateway says $says: $todo",
    ({ row, verdict, situation, todo }) => {
      expect(inWords(decide(row, verdict, situation))).toBe(todo)
    }
  )
})

describe("money, by how things stand in Medusa", () => {
  const placed = {
    asked: money(10_000),
    isSquare: false,
    exact: true,
    due: money(10_000),
  }
  const session = (status: string) => ({
    paymentSession: { id: PAYMENT_SESSION_ID, status },
  })
  const owing = (minor: number): Partial<Situation> => ({
    cart: null,
    orderId: "order_1",
    outstanding: money(minor),
  })
  // prettier-ignore
  const table: {
    medusa: string
    situation: Partial<Situation>
    verdict?: Verdict
    todo: string
  }[] = [
    { medusa: "cart open, session pending", situation: session("pending"), todo: ORDER_PAID },
    { medusa: "cart open, session wants more", situation: session("requires_more"), todo: ORDER_PAID },
    { medusa: "cart open, session authorised [12]", situation: session("authorized"), todo: ORDER_PAID },
    { medusa: "cart open, session captured", situation: session("captured"), todo: ORDER_PAID },
    { medusa: "cart open, session waits for its authorisation", situation: session("pending_authorization"), todo: ORDER_PAID },
    { medusa: "cart open, session canceled [29]", situation: session("canceled"), todo: `adopt, ${ORDER_PAID}` },
    { medusa: "cart open, session in error", situation: session("error"), todo: `adopt, ${ORDER_PAID}` },
    { medusa: "cart open, session in a status of tomorrow", situation: session("tomorrow"), todo: `adopt, ${ORDER_PAID}` },
    { medusa: "cart open, session deleted [29, 38]", situation: { paymentSession: null }, todo: `adopt, ${ORDER_PAID}` },
    { medusa: "cart open, only held money [55]", situation: {}, verdict: AUTHORIZED, todo: ORDER_AUTHORIZED },
    { medusa: "cart asks for more now [30]", situation: { collectionAmount: money(10_001) }, todo: "refund: cart_changed" },
    { medusa: "cart asks for less now [30]", situation: { collectionAmount: money(9_999) }, todo: "refund: cart_changed" },
    { medusa: "cart asks for nothing now [44]", situation: { collectionAmount: money(0) }, todo: "refund: cart_changed" },
    { medusa: "cart asks in another currency now [38]", situation: { collectionAmount: money(10_000, "USD") }, todo: "refund: cart_changed" },
    { medusa: "cart asks for more, only held money [30]", situation: { collectionAmount: money(10_001) }, verdict: AUTHORIZED, todo: "refund: cart_changed" },
    { medusa: "cart changed and session deleted [30]", situation: { collectionAmount: money(1), paymentSession: null }, todo: "refund: cart_changed" },
    { medusa: "payment collection deleted [38]", situation: { collectionAmount: null }, todo: "refund: cart_gone" },
    { medusa: "cart deleted [38]", situation: { cart: null }, todo: "refund: cart_gone" },
    { medusa: "everything deleted [38]", situation: { cart: null, collectionAmount: null, paymentSession: null }, todo: "refund: cart_gone" },
    { medusa: "cart became an order with other money [32, 36]", situation: { orderId: "order_1", paidOtherwise: true, placed }, todo: "refund: duplicate_payment" },
    { medusa: "cart became an order with other money, ours only held [36]", situation: { orderId: "order_1", paidOtherwise: true, placed }, verdict: AUTHORIZED, todo: "refund: duplicate_payment" },
    { medusa: "cart's order was left without a payment by a completion that was interrupted", situation: { orderId: "order_1", placed }, todo: "book on the order that is there, paid" },
    { medusa: "cart's order was left without a payment, ours only held", situation: { orderId: "order_1", placed }, verdict: AUTHORIZED, todo: "book on the order that is there, authorized" },
    { medusa: "cart's order was left without a payment, its session gone", situation: { orderId: "order_1", placed, paymentSession: null }, todo: "adopt, book on the order that is there, paid" },
    { medusa: "cart's order was left without a payment, and asks for another amount", situation: { orderId: "order_1", placed: { ...placed, asked: money(9_999) } }, todo: "refund: duplicate_payment" },
    { medusa: "cart's order was left without a payment, and was paid another way since (mark as paid, a link)", situation: { orderId: "order_1", placed: { ...placed, isSquare: true, due: money(0) } }, todo: "refund: duplicate_payment" },
    { medusa: "cart's order was left without a payment, and money of a link is held for it", situation: { orderId: "order_1", placed: { ...placed, due: money(0) } }, todo: "refund: duplicate_payment" },
    { medusa: "cart's order was left without a payment, and asks for less since", situation: { orderId: "order_1", placed: { ...placed, due: money(5_000) } }, todo: "refund: duplicate_payment" },
    { medusa: "cart's order was left without a payment, and asks for more since", situation: { orderId: "order_1", placed: { ...placed, due: money(15_000) } }, todo: "book on the order that is there, paid" },
    { medusa: "cart's order was left without a payment, and was canceled", situation: { orderId: "order_1", placed, orderCanceled: true }, todo: "refund: duplicate_payment" },
    { medusa: "cart's order, and nobody knows what it asks for", situation: { orderId: "order_1", placed: null }, todo: "refund: duplicate_payment" },
    { medusa: "cart was completed by a store's own workflow, and no order is linked with it", situation: { cart: { id: "cart_1", completed: true } }, todo: "hold: completed_elsewhere" },
    { medusa: "another page pays already [31]", situation: { claimedByOther: true }, todo: "refund: duplicate_payment" },
    { medusa: "another page pays already, with its order [31]", situation: { claimedByOther: true, orderId: "order_1" }, todo: "refund: duplicate_payment" },
    { medusa: "another method has authorised money since, ours was deleted", situation: { paidWithOtherProvider: true, paymentSession: null }, todo: "refund: duplicate_payment" },
    { medusa: "another method has authorised money, ours stands too", situation: { paidWithOtherProvider: true }, todo: "place order, paid" },
    { medusa: "another page pays already, cart gone", situation: { claimedByOther: true, cart: null }, todo: "refund: duplicate_payment" },
    { medusa: "another page pays already, a payment hangs on this one's session [31]", situation: { claimedByOther: true, orderId: "order_1", payment: aMedusaPayment() }, todo: "refund: duplicate_payment" },
    { medusa: "order has this money [10, 18]", situation: { orderId: "order_1", payment: aMedusaPayment() }, todo: "record order_1, paid" },
    { medusa: "order has this money, held", situation: { orderId: "order_1", payment: aMedusaPayment() }, verdict: AUTHORIZED, todo: "record order_1, authorized" },
    { medusa: "order has this money, a part refunded since [49]", situation: { orderId: "order_1", payment: aMedusaPayment() }, verdict: paid(money(10_000), money(2_500)), todo: "record order_1, paid" },
    { medusa: "order has this money, another amount is asked for since", situation: { orderId: "order_1", payment: aMedusaPayment(), collectionAmount: money(1) }, todo: "record order_1, paid" },
    { medusa: "a payment whose order was rolled back and whose money stayed [71]", situation: { payment: aMedusaPayment(), ...session("captured") }, todo: ORDER_PAID },
    { medusa: "a held payment whose order was rolled back [71]", situation: { payment: aMedusaPayment(), ...session("authorized") }, verdict: AUTHORIZED, todo: ORDER_AUTHORIZED },
    { medusa: "order's payment was canceled, and its money came all the same [34]", situation: { orderId: "order_1", payment: aMedusaPayment({ canceled: true }) }, todo: "refund: order_canceled" },
    { medusa: "order asks for money (a pay link)", situation: owing(10_000), todo: ORDER_PAID },
    { medusa: "order asks for money, session deleted", situation: { ...owing(10_000), paymentSession: null }, todo: `adopt, ${ORDER_PAID}` },
    { medusa: "order asks for money, and owes more through another collection", situation: owing(12_000), todo: ORDER_PAID },
    { medusa: "order asks for another amount since [32]", situation: { ...owing(5_000), collectionAmount: money(5_000) }, todo: "refund: order_changed" },
    { medusa: "order owes less than its collection asks for, by money that came another way", situation: owing(9_999), todo: "refund: order_changed" },
    { medusa: "order was paid another way [32]", situation: owing(0), todo: "refund: order_changed" },
    { medusa: "order was paid another way, ours only held [32]", situation: owing(0), verdict: AUTHORIZED, todo: "refund: order_changed" },
    { medusa: "order owes nobody knows what", situation: { ...owing(0), outstanding: null }, todo: "refund: order_changed" },
    { medusa: "order owes in another currency", situation: { ...owing(0), outstanding: money(10_000, "USD") }, todo: "refund: order_changed" },
    { medusa: "order no longer asks for money", situation: { ...owing(10_000), collectionAmount: null }, todo: "refund: order_changed" },
    { medusa: "order asks for money, another page of the collection pays already", situation: { ...owing(10_000), claimedByOther: true }, todo: "refund: duplicate_payment" },
    { medusa: "order has this money and owes nothing more", situation: { ...owing(0), payment: aMedusaPayment() }, todo: "record order_1, paid" },
    { medusa: "all given back in the portal before any order", situation: {}, verdict: paid(money(10_000), money(10_000)), todo: "follow totals, refunded" },
    { medusa: "all given back in the portal, cart gone", situation: { cart: null }, verdict: paid(money(10_000), money(10_000)), todo: "follow totals, refunded" },
    { medusa: "all given back in the portal, another page pays", situation: { claimedByOther: true }, verdict: paid(money(10_000), money(10_000)), todo: "follow totals, refunded" },
    { medusa: "a part given back in the portal before any order", situation: {}, verdict: paid(money(10_000), money(1)), todo: "hold: amount_mismatch, 100.00 EUR but 99.99 EUR" },
    { medusa: "a part given back in the portal, another page pays", situation: { claimedByOther: true }, verdict: paid(money(10_000), money(1)), todo: "hold: amount_mismatch, 100.00 EUR but 99.99 EUR" },
  ]
  const unsold: SessionState[] = [
    "creating",
    "open",
    "failed",
    "expired",
    "canceled",
  ]
  it.each(table)("$medusa: $todo", ({ situation, verdict, todo }) => {
    for (const state of unsold) {
      for (const retiredAt of [null, new Date("2026-11-20T12:05:00Z")]) {
        const row = aLedgerRow({ state, retiredAt })
        expect({
          state,
          todo: inWords(decide(row, verdict ?? PAID, aSituation(situation))),
        }).toEqual({ state, todo })
      }
    }
  })
})

describe("a page that claims its collection and has no order yet", () => {
  // prettier-ignore
  const cases: { medusa: string; situation: Partial<Situation>; todo: string }[] = [
    { medusa: "order has its money", situation: { orderId: "order_1", payment: aMedusaPayment() }, todo: "record order_1, paid" },
    { medusa: "its payment has no order", situation: { payment: aMedusaPayment() }, todo: ORDER_PAID },
    { medusa: "no payment yet", situation: {}, todo: ORDER_PAID },
    { medusa: "session deleted", situation: { paymentSession: null }, todo: `adopt, ${ORDER_PAID}` },
    { medusa: "cart changed meanwhile", situation: { collectionAmount: money(1) }, todo: "refund: cart_changed" },
    { medusa: "cart gone meanwhile", situation: { cart: null }, todo: "refund: cart_gone" },
    { medusa: "cart became an order with other money", situation: { orderId: "order_1" }, todo: "refund: duplicate_payment" },
  ]
  it.each(cases)("$medusa: $todo", ({ situation, todo }) => {
    expect(inWords(decide(aClaimedRow(), PAID, aSituation(situation)))).toBe(
      todo
    )
  })
})

describe("an open page of an order's outstanding amount", () => {
  const retiredAt = new Date("2026-11-20T12:05:00Z")
  const left = { retiredAt }
  // prettier-ignore
  const cases: { order: string; row?: Partial<LedgerRow>; situation?: Partial<Situation>; todo: string }[] = [
    { order: "owes its amount", todo: "wait" },
    { order: "owes more besides", situation: { outstanding: money(12_000) }, todo: "wait" },
    { order: "asks for another amount now", situation: { collectionAmount: money(9_000) }, todo: "leave page" },
    { order: "owes less now", situation: { outstanding: money(9_999) }, todo: "leave page" },
    { order: "owes nothing now", situation: { outstanding: money(0) }, todo: "leave page" },
    { order: "has no collection for it any more", situation: { collectionAmount: null }, todo: "leave page" },
    { order: "owes nothing now, page left already", row: left, situation: { outstanding: money(0) }, todo: "close page" },
    { order: "owes its amount, page left and still shown", row: left, todo: `take up for ${PAYMENT_SESSION_ID}` },
    { order: "owes its amount, page left and its session gone", row: left, situation: { paymentSession: null }, todo: "close page" },
  ]
  it.each(cases)("$order: $todo", ({ row, situation, todo }) => {
    const order = {
      cart: null,
      orderId: "order_1",
      outstanding: money(10_000),
      ...situation,
    }
    expect(
      inWords(
        decide(
          aLedgerRow({ cartId: null, forOrderId: "order_1", ...row }),
          { kind: "open" },
          aSituation(order)
        )
      )
    ).toBe(todo)
  })
})

describe("money that is being given back stays on its way", () => {
  // prettier-ignore
  const cases: { medusa: string; situation: Partial<Situation>; verdict: Verdict }[] = [
    { medusa: "cart fits again", situation: {}, verdict: PAID },
    { medusa: "everything deleted", situation: { cart: null, collectionAmount: null }, verdict: PAID },
    { medusa: "another page pays", situation: { claimedByOther: true }, verdict: PAID },
    { medusa: "a part is back", situation: {}, verdict: paid(money(10_000), money(4_000)) },
    // Applying it finds nothing left to send and writes down that it is done.
    { medusa: "all of it is back", situation: {}, verdict: paid(money(10_000), money(10_000)) },
    { medusa: "only held", situation: {}, verdict: AUTHORIZED },
  ]
  it.each(cases)("$medusa", ({ situation, verdict }) => {
    const resolution = decide(
      aRowBeingGivenBack(),
      verdict,
      aSituation(situation)
    )
    expect(inWords(resolution)).toBe(BACK)
  })
})

describe("a sale: Medusa's books follow the gateway's", () => {
  const manual = { state: "authorized", captureMethod: "manual" } as const
  const booked = (captured: number, refunded = 0) =>
    aMedusaPayment({ captured: money(captured), refunded: money(refunded) })
  const CANCELED: Partial<Situation> = { orderCanceled: true }
  const BOTH = (captured: number, refunded = 0) => ({
    captured: money(captured),
    refunded: money(refunded),
  })
  // prettier-ignore
  const cases: { name: string; row: LedgerRow; medusa: Situation["payment"]; verdict: Verdict; also?: Partial<Situation>; todo: string }[] = [
    { name: "the same totals", row: aSettledRow(), medusa: booked(10_000), verdict: PAID, todo: "nothing" },
    { name: "the echo of our own refund [24]", row: aSettledRow({ refunded: money(2_500) }), medusa: booked(10_000, 2_500), verdict: paid(money(10_000), money(2_500)), todo: "nothing" },
    { name: "a part refunded in the portal [47, 49]", row: aSettledRow(), medusa: booked(10_000), verdict: paid(money(10_000), money(2_500)), todo: "mirror refund of 25.00 EUR on top of 0.00 EUR" },
    { name: "another part refunded in the portal [49]", row: aSettledRow({ refunded: money(2_500) }), medusa: booked(10_000, 2_500), verdict: paid(money(10_000), money(5_000)), todo: "mirror refund of 25.00 EUR on top of 25.00 EUR" },
    { name: "the rest refunded in the portal", row: aSettledRow({ refunded: money(2_500) }), medusa: booked(10_000, 2_500), verdict: paid(money(10_000), money(10_000)), todo: "mirror refund of 75.00 EUR on top of 25.00 EUR" },
    { name: "booked in Medusa, our ledger is to follow", row: aSettledRow(), medusa: booked(10_000, 2_500), verdict: paid(money(10_000), money(2_500)), todo: "follow totals, paid" },
    { name: "booked in Medusa, all of it back", row: aSettledRow(), medusa: booked(10_000, 10_000), verdict: paid(money(10_000), money(10_000)), todo: "follow totals, refunded" },
    { name: "captured in the portal [23]", row: aSettledRow(manual), medusa: booked(0), verdict: PAID, todo: "mirror capture of 100.00 EUR on top of 0.00 EUR" },
    { name: "a part captured in the portal", row: aSettledRow(manual), medusa: booked(0), verdict: authorized(money(4_000)), todo: "mirror capture of 40.00 EUR on top of 0.00 EUR" },
    { name: "captured and refunded in the portal: the capture first", row: aSettledRow(manual), medusa: booked(0), verdict: paid(money(10_000), money(10_000)), todo: "mirror capture of 100.00 EUR on top of 0.00 EUR" },
    { name: "a part captured and all of that refunded", row: aSettledRow({ ...manual, captured: money(4_000) }), medusa: booked(4_000, 4_000), verdict: paid(money(4_000), money(4_000)), todo: "follow totals, refunded" },
    { name: "a part captured and all of that refunded, the rest held still", row: aSettledRow({ ...manual, captured: money(4_000) }), medusa: booked(4_000, 4_000), verdict: authorized(money(4_000), money(4_000)), todo: "follow totals, authorized" },
    { name: "the same, captured further in the portal", row: aSettledRow({ ...manual, captured: money(4_000), refunded: money(4_000) }), medusa: booked(4_000, 4_000), verdict: authorized(money(7_000), money(4_000)), todo: "mirror capture of 30.00 EUR on top of 40.00 EUR" },
    { name: "a part captured by us, the rest released at the gateway", row: aSettledRow({ ...manual, captured: money(4_000) }), medusa: booked(4_000), verdict: paid(money(4_000)), todo: "follow totals, paid" },
    { name: "the echo of our own capture [24]", row: aSettledRow({ captureMethod: "manual" }), medusa: booked(10_000), verdict: PAID, todo: "nothing" },
    // Paid never goes back: an answer that knows less than we do is an old one.
    { name: "captured by us, an answer that only knows the hold", row: aSettledRow({ captureMethod: "manual" }), medusa: booked(10_000), verdict: AUTHORIZED, todo: "nothing" },
    { name: "captured by us, an answer that knows a part of it", row: aSettledRow({ captureMethod: "manual" }), medusa: booked(10_000), verdict: authorized(money(4_000)), todo: "nothing" },
    { name: "a refund whose outcome is not known yet [50]", row: aSettledRow(), medusa: booked(10_000), verdict: paid(money(10_000), money(2_500)), also: { inDoubtSince: new Date(0) }, todo: "wait" },
    { name: "a refund under way at the gateway [51]", row: aSettledRow({ refunded: money(2_500) }), medusa: booked(10_000, 2_500), verdict: PAID, also: { inDoubtSince: new Date(0) }, todo: "wait" },
    { name: "a refund that we were killed before sending [66]", row: aSettledRow(), medusa: booked(10_000, 2_500), verdict: PAID, also: { unsent: [{ kind: "refund", id: "ref_1" }] }, todo: "finish refund ref_1" },
    { name: "a capture that we were killed before sending [66]", row: aSettledRow(manual), medusa: booked(4_000), verdict: AUTHORIZED, also: { unsent: [{ kind: "capture", id: "capt_1" }] }, todo: "finish capture capt_1" },
    { name: "a refund that Medusa was killed before counting on its order [66]", row: aSettledRow({ refunded: money(2_500) }), medusa: booked(10_000, 2_500), verdict: paid(money(10_000), money(2_500)), also: { unbooked: [{ kind: "refund", id: "ref_1", amount: "25", settled: true }] }, todo: "book ref_1 on order_1" },
    { name: "a refund that Medusa is about to count on its order", row: aSettledRow({ refunded: money(2_500) }), medusa: booked(10_000, 2_500), verdict: paid(money(10_000), money(2_500)), also: { unbooked: [{ kind: "refund", id: "ref_1", amount: "25", settled: false }] }, todo: "nothing" },
    { name: "an order that counts other refunds than there are", row: aSettledRow({ refunded: money(2_500) }), medusa: booked(10_000, 2_500), verdict: paid(money(10_000), money(2_500)), also: { miscounted: { settled: true } }, todo: "recount pay_1 on order_1" },
    { name: "a refund whose order is about to count it, beside another", row: aSettledRow({ refunded: money(2_500) }), medusa: booked(10_000, 2_500), verdict: paid(money(10_000), money(2_500)), also: { miscounted: { settled: false } }, todo: "nothing" },
    { name: "a cancelled order that counts a refund which failed, and has the money still", row: aSettledRow(), medusa: booked(10_000), verdict: PAID, also: { orderCanceled: true, miscounted: { settled: true } }, todo: "finish canceling: refund 100.00 EUR" },
    { name: "a refund that failed later at the gateway [51]", row: aSettledRow({ refunded: money(2_500) }), medusa: booked(10_000, 2_500), verdict: PAID, todo: "report: refund_failed, 25.00 EUR but 0.00 EUR" },
    { name: "a capture that the gateway does not have", row: aSettledRow(manual), medusa: booked(4_000), verdict: AUTHORIZED, todo: "report: capture_failed, 40.00 EUR but 0.00 EUR" },
    { name: "books that were apart and agree again", row: aSettledRow({ reason: "refund_failed" }), medusa: booked(10_000), verdict: PAID, todo: "follow totals, paid" },
    { name: "an order that left and could not be captured yet", row: aSettledRow({ ...manual, reason: "shipped_uncaptured" }), medusa: booked(0), verdict: AUTHORIZED, todo: "nothing" },
    { name: "an order that left and was captured at last", row: aSettledRow({ ...manual, reason: "shipped_uncaptured", captured: money(10_000) }), medusa: booked(10_000), verdict: PAID, todo: "follow totals, paid" },
    { name: "a gateway that does not tell its totals", row: aSettledRow({ refunded: money(2_500) }), medusa: booked(10_000, 2_500), verdict: { kind: "paid", ...BOTH(10_000), totalsKnown: false }, todo: "wait" },
    { name: "a payment that Medusa canceled", row: aSettledRow(manual), medusa: aMedusaPayment({ canceled: true }), verdict: AUTHORIZED, todo: "nothing" },
    { name: "the hold released in the portal", row: aSettledRow(manual), medusa: booked(0), verdict: VERDICTS.canceled, todo: "mirror the release" },
    { name: "the hold released by Medusa", row: aSettledRow(manual), medusa: aMedusaPayment({ canceled: true }), verdict: VERDICTS.canceled, todo: "follow totals, canceled" },
    { name: "a hold whose release is in doubt", row: aSettledRow(manual), medusa: booked(0), verdict: VERDICTS.canceled, also: { inDoubtSince: new Date(0) }, todo: "wait" },
    { name: "an order cancelled without its money going back [101]", row: aSettledRow(), medusa: booked(10_000, 2_500), verdict: paid(money(10_000), money(2_500)), also: CANCELED, todo: "finish canceling: refund 75.00 EUR" },
    { name: "an order cancelled without its hold being released [101]", row: aSettledRow(manual), medusa: booked(0), verdict: AUTHORIZED, also: CANCELED, todo: "finish canceling: release" },
    { name: "an order cancelled, what was captured of its hold all back, the rest held still", row: aSettledRow({ ...manual, captured: money(4_000), refunded: money(4_000) }), medusa: booked(4_000, 4_000), verdict: authorized(money(4_000), money(4_000)), also: CANCELED, todo: "report: order_canceled, 0.00 EUR but 60.00 EUR" },
    { name: "an order placed for a cent less, in its only version", row: aSettledRow(), medusa: booked(10_000), verdict: PAID, also: { placed: { asked: money(9_999), isSquare: false, exact: true, due: null } }, todo: "report: order_total_differs, 99.99 EUR but 100.00 EUR" },
    { name: "an order whose first version forgot a cent when the next one was made", row: aSettledRow(), medusa: booked(10_000), verdict: PAID, also: { placed: { asked: money(9_999), isSquare: false, exact: false, due: null } }, todo: "nothing" },
    { name: "an order cancelled, its money all back", row: aSettledRow(), medusa: booked(10_000, 10_000), verdict: paid(money(10_000), money(10_000)), also: CANCELED, todo: "follow totals, refunded" },
    { name: "an order cancelled while its capture is in doubt", row: aSettledRow(manual), medusa: booked(10_000), verdict: AUTHORIZED, also: { ...CANCELED, inDoubtSince: new Date(0) }, todo: "wait" },
    { name: "an order cancelled, a capture in the portal meanwhile: the books first", row: aSettledRow(manual), medusa: booked(0), verdict: PAID, also: CANCELED, todo: "mirror capture of 100.00 EUR on top of 0.00 EUR" },
    { name: "an order cancelled, and giving its money back failed too often", row: aSettledRow({ attempts: 8 }), medusa: booked(10_000), verdict: PAID, also: CANCELED, todo: "report: order_canceled, 0.00 EUR but 100.00 EUR" },
    { name: "an order cancelled, and releasing its hold failed too often", row: aSettledRow({ ...manual, attempts: 8 }), medusa: booked(0), verdict: AUTHORIZED, also: CANCELED, todo: "report: order_canceled, 0.00 EUR but 100.00 EUR" },
    { name: "a payment that Medusa canceled, captured all the same", row: aSettledRow(manual), medusa: aMedusaPayment({ canceled: true }), verdict: PAID, todo: "report: order_canceled, 0.00 EUR but 100.00 EUR" },
    { name: "captured money reversed, a part refunded before", row: aSettledRow(), medusa: booked(10_000, 2_500), verdict: VERDICTS.canceled, todo: "mirror refund of 75.00 EUR on top of 25.00 EUR" },
    { name: "captured money reversed and booked", row: aSettledRow(), medusa: booked(10_000, 10_000), verdict: VERDICTS.canceled, todo: "follow totals, refunded" },
  ]
  it.each(cases)("$name: $todo", ({ row, medusa, verdict, also, todo }) => {
    const sold = aSituation({ orderId: "order_1", payment: medusa, ...also })
    expect(inWords(decide(row, verdict, sold))).toBe(todo)
  })

  it("whatever became of cart, collection and session since", () => {
    for (const situation of [
      aSituation({ cart: null, collectionAmount: null, paymentSession: null }),
      aSituation({ orderId: "order_1", collectionAmount: money(1) }),
      aSituation({ orderId: "order_1", claimedByOther: true }),
    ]) {
      expect(inWords(decide(aSettledRow(), PAID, situation))).toBe("nothing")
    }
  })
})

describe("money held for a person", () => {
  const held = aLedgerRow({ state: "held", reason: "cart_changed" })
  const mismatch = (allBack: boolean): Verdict => ({
    ...VERDICTS.mismatch,
    allBack,
  })
  // prettier-ignore
  const cases: { name: string; verdict: Verdict; todo: string }[] = [
    { name: "stays held", verdict: PAID, todo: "nothing" },
    { name: "stays held when only a part went back", verdict: paid(money(10_000), money(1)), todo: "nothing" },
    { name: "is refunded once all of it went back in the portal", verdict: paid(money(10_000), money(10_000)), todo: "follow totals, refunded" },
    { name: "stays held when what was captured went back and the rest of its hold is still reserved", verdict: authorized(money(4_000), money(4_000)), todo: "nothing" },
    { name: "that differs stays held", verdict: mismatch(false), todo: "nothing" },
    { name: "that differs is refunded once all of it went back in the portal", verdict: mismatch(true), todo: "follow totals, refunded" },
  ]
  it.each(cases)("$name", ({ verdict, todo }) => {
    expect(inWords(decide(held, verdict, aSituation()))).toBe(todo)
  })
})

describe("an open page that was left behind", () => {
  const left = aLedgerRow({ retiredAt: new Date("2026-11-20T12:05:00Z") })
  const OTHER = "payses_01JD3K4Q5R6S7T8V9W0X1Y2Z3C"
  // prettier-ignore
  const cases: { name: string; row?: LedgerRow; situation: Partial<Situation>; todo: string }[] = [
    { name: "is closed when nobody shows it", situation: { paymentSession: null }, todo: "close page" },
    { name: "is closed when its session was canceled", situation: { paymentSession: { id: OTHER, status: "canceled" } }, todo: "close page" },
    { name: "is taken up when another session of the same checkout shows it [25]", situation: { paymentSession: { id: OTHER, status: "pending" } }, todo: `take up for ${OTHER}` },
    { name: "is closed when closing has begun", row: { ...left, closing: true }, situation: { paymentSession: { id: OTHER, status: "pending" } }, todo: "close page" },
    // Medusa updates a session's amount in place: the session is usable and shows another page already.
    { name: "is closed when the cart asks for another amount [28]", situation: { collectionAmount: money(12_000) }, todo: "close page" },
    { name: "is closed when the cart asks in another currency [28]", situation: { collectionAmount: money(10_000, "USD") }, todo: "close page" },
    { name: "is closed when the cart has its order [36]", situation: { paymentSession: null, orderId: "order_1" }, todo: "close page" },
    { name: "is left alone when it was not left behind", row: aLedgerRow(), situation: { paymentSession: null }, todo: "wait" },
  ]
  it.each(cases)("$name", ({ row, situation, todo }) => {
    expect(
      inWords(decide(row ?? left, VERDICTS.open, aSituation(situation)))
    ).toBe(todo)
  })
})
