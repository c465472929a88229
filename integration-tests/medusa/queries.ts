import { moneyOf, parseCurrency } from "../../src/gateway"
import * as coreTables from "../../src/modules/bpc/core-tables"
import { type Database, sql } from "../../src/modules/bpc/database"

const NOBODY = "nobody"
const euros = () => moneyOf(1000, parseCurrency("EUR")!)

type Query = (database: Database) => Promise<unknown>
type Name = {
  [Key in keyof typeof coreTables]: (typeof coreTables)[Key] extends
    string | ((...given: never[]) => unknown)
    ? Key
    : never
}[keyof typeof coreTables]

const each =
  (...queries: Query[]): Query =>
  async (database) => {
    for (const query of queries) {
      await query(database)
    }
  }

/** Every query that core-tables has, asked about somebody who is not there: PostgreSQL reads a statement whole before it looks for rows. */
export const QUERIES: Record<Exclude<Name, "missingFromMedusa">, Query> = {
  CHANGED_PAGES: (database) => sql(database, coreTables.CHANGED_PAGES),
  orderMark: (database) =>
    sql(database, `select ${coreTables.orderMark(":id")}`, { id: NOBODY }),
  findOurOrderOf: each(
    ...(
      [
        "order",
        "payment",
        "payment_collection",
        "return",
        "exchange",
        "claim",
      ] satisfies coreTables.OrderSubject[]
    ).map(
      (subject) => (database: Database) =>
        coreTables.findOurOrderOf(database, subject, NOBODY)
    )
  ),
  findShippedOrderOf: (database) =>
    coreTables.findShippedOrderOf(database, NOBODY),
  findUnnotedShipments: (database) =>
    coreTables.findUnnotedShipments(database, 10),
  hasUnbookedCapture: (database) =>
    coreTables.hasUnbookedCapture(database, NOBODY),
  isOfRollBack: (database) => coreTables.isOfRollBack(database, NOBODY),
  isStillAsked: (database) =>
    coreTables.isStillAsked(database, {
      paymentCollectionId: NOBODY,
      amount: euros(),
    }),
  orderNumbers: each(
    (database) => coreTables.orderNumbers(database).of([NOBODY]),
    (database) => coreTables.orderNumbers(database).find(0)
  ),
  readAmountOfPaymentSession: (database) =>
    coreTables.readAmountOfPaymentSession(database, NOBODY),
  readBooked: each(
    (database) => coreTables.readBooked(database, "capture", NOBODY),
    (database) => coreTables.readBooked(database, "refund", NOBODY)
  ),
  readCheckout: (database) =>
    coreTables.readCheckout(database, {
      paymentSessionId: NOBODY,
      accountId: NOBODY,
      amount: euros(),
      minimumLifeSeconds: 0,
    }),
  readDanglingLinks: (database) =>
    coreTables.readDanglingLinks(database, {
      cartId: NOBODY,
      paymentCollectionId: NOBODY,
    }),
  readForAuthorization: (database) =>
    coreTables.readForAuthorization(database, {
      gatewaySessionId: NOBODY,
      paymentSessionId: NOBODY,
    }),
  readGoneProviders: (database) => coreTables.readGoneProviders(database),
  readGoodsGone: (database) => coreTables.readGoodsGone(database, NOBODY),
  readIsOrderCanceled: (database) =>
    coreTables.readIsOrderCanceled(database, NOBODY),
  readMedusaBooks: each(
    ...(["capture", "refund"] as const).map(
      (table) => (database: Database) =>
        coreTables.readMedusaBooks(database, table, NOBODY, {
          sessionId: NOBODY,
          currency: "EUR",
        })
    )
  ),
  readOfferingRegions: (database) =>
    coreTables.readOfferingRegions(database, NOBODY),
  readOpenChange: (database) => coreTables.readOpenChange(database, NOBODY),
  readOrderBooks: (database) => coreTables.readOrderBooks(database, NOBODY),
  readOrderOfCart: (database) => coreTables.readOrderOfCart(database, NOBODY),
  readOrdersOfPayment: (database) =>
    coreTables.readOrdersOfPayment(database, NOBODY),
  readOrphanPayments: (database) =>
    coreTables.readOrphanPayments(database, NOBODY),
  readRefundCredit: (database) =>
    coreTables.readRefundCredit(database, NOBODY, {
      refundId: NOBODY,
      amount: "1",
    }),
  readReleasedOrders: (database) => coreTables.readReleasedOrders(database),
  readShippedOrder: (database) => coreTables.readShippedOrder(database, NOBODY),
  readSituation: (database) => coreTables.readSituation(database, NOBODY),
}
