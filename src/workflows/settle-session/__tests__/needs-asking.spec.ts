import {
  aClaimedRow,
  aLedgerRow,
  aRowBeingGivenBack,
  aSettledRow,
  money,
} from "../../../modules/bpc/__tests__/builders"
import { type LedgerRow } from "../../../modules/bpc/ledger"
import { isSettled, needsAsking, purposeOf } from "../needs-asking"

const webhook = (eventType: string) => ({ door: "webhook", eventType }) as const

describe("whether the gateway must be asked, by door", () => {
  type Case = {
    ledger: string
    row: LedgerRow
    /** The job asks about a sale only when something of it is due; a shopper's return never does. */
    due?: boolean
    poll: boolean
    oldNews: boolean
    news: boolean
    settled?: boolean
  }
  // prettier-ignore
  const table: Case[] = [
    { ledger: "being created", row: aLedgerRow({ state: "creating" }), poll: true, oldNews: true, news: true },
    { ledger: "open", row: aLedgerRow(), poll: true, oldNews: true, news: true },
    { ledger: "expired", row: aLedgerRow({ state: "expired" }), poll: true, oldNews: true, news: true },
    { ledger: "canceled", row: aLedgerRow({ state: "canceled" }), poll: true, oldNews: true, news: true },
    { ledger: "failed", row: aLedgerRow({ state: "failed" }), poll: true, oldNews: true, news: true },
    { ledger: "paid, its order to come", row: aClaimedRow(), poll: true, oldNews: true, news: true },
    { ledger: "authorised, its order to come", row: aClaimedRow({ state: "authorized" }), poll: true, oldNews: true, news: true },
    { ledger: "paid, being given back", row: aRowBeingGivenBack(), poll: true, oldNews: true, news: true },
    { ledger: "paid, an order's but not claiming", row: aSettledRow({ claimsCollection: false }), poll: true, oldNews: true, news: true },
    { ledger: "paid, an order has it", row: aSettledRow(), poll: false, oldNews: false, news: true, due: true, settled: true },
    { ledger: "authorised, an order has it", row: aSettledRow({ state: "authorized" }), poll: false, oldNews: false, news: true, due: true, settled: true },
    { ledger: "refunded", row: aSettledRow({ state: "refunded", refunded: money(10_000) }), poll: false, oldNews: false, news: false },
    { ledger: "held", row: aLedgerRow({ state: "held" }), poll: false, oldNews: false, news: true, due: true },
  ]
  it.each([
    { ledger: "paid, its order to come", row: aClaimedRow() },
    { ledger: "being given back", row: aRowBeingGivenBack() },
  ])(
    "$ledger, tried before: nobody but the job and a person comes early",
    ({ row }) => {
      const tried = { ...row, attempts: 1 }
      const early = (trigger: Parameters<typeof needsAsking>[1]) =>
        needsAsking(tried, trigger, false)
      expect(early({ door: "return" })).toBe(false)
      expect(early(webhook("session.completed"))).toBe(false)
      expect(early({ door: "admin" })).toBe(true)
      expect(early({ door: "job" })).toBe(true)
      expect(needsAsking(tried, { door: "return" }, true)).toBe(true)
      expect(needsAsking(row, { door: "return" }, false)).toBe(true)
    }
  )

  it.each(table)(
    "$ledger: poll $poll, old news $oldNews, news $news, the admin always, a failed attempt never",
    ({ row, poll, due, oldNews, news, settled }) => {
      expect(needsAsking(row, { door: "return" })).toBe(poll)
      expect(needsAsking(row, { door: "job" })).toBe(due ?? poll)
      expect(needsAsking(row, webhook("session.completed"))).toBe(oldNews)
      expect(needsAsking(row, webhook("payment.canceled"))).toBe(news)
      expect(needsAsking(row, { door: "admin" })).toBe(true)
      expect(needsAsking(row, webhook("payment.failed"))).toBe(false)
      expect(isSettled(row)).toBe(settled ?? false)
    }
  )
})

describe("what can still be news about a sale", () => {
  it.each([
    { event: "session.created", asks: false },
    { event: "session.completed", asks: false },
    { event: "session.expired", asks: false },
    { event: "payment.created", asks: false },
    { event: "payment.succeeded", asks: false },
    { event: "payment.failed", asks: false },
    { event: "payment.funded", asks: true },
    { event: "payment.canceled", asks: true },
    { event: "payment.amountCapturableUpdated", asks: true },
    { event: "refund.succeeded", asks: true },
    { event: "refund.failed", asks: true },
    { event: "payment.somethingNew", asks: true },
    { event: "", asks: true },
  ])("$event: $asks", ({ event, asks }) => {
    expect(needsAsking(aSettledRow(), webhook(event))).toBe(asks)
    expect(
      needsAsking(aSettledRow({ state: "authorized" }), webhook(event))
    ).toBe(asks || event === "payment.succeeded")
  })
})

describe("what a look at the gateway is for", () => {
  const quiet = { inDoubtSince: null, orderCanceled: false }
  const sale = aSettledRow()
  // prettier-ignore
  it.each([
    ["the job, about a sale", sale, quiet, { door: "job" }, "rest"],
    ["the job, about a hold that an order has", aSettledRow({ state: "authorized" }), quiet, { door: "job" }, "rest"],
    ["the job, about a refund in doubt", sale, { ...quiet, inDoubtSince: new Date() }, { door: "job" }, "money"],
    ["the job, about a cancelled order", sale, { ...quiet, orderCanceled: true }, { door: "job" }, "money"],
    ["the job, about money without its order", aClaimedRow(), quiet, { door: "job" }, "money"],
    ["the job, about an open page", aLedgerRow(), quiet, { door: "job" }, "money"],
    ["a clerk", sale, quiet, { door: "admin" }, "facts"],
    ["a shopper who was refused", aLedgerRow(), quiet, { door: "return", refused: true }, "facts"],
    ["a shopper who was not", aLedgerRow(), quiet, { door: "return", refused: false }, "money"],
    ["a webhook", sale, quiet, webhook("payment.refunded"), "money"],
  ] as const)("of %s", (_, row, situation, trigger, purpose) => {
    expect(purposeOf(row, situation, trigger)).toBe(purpose)
  })
})
