import { type ExportKind } from "../../api-schemas/vocabulary"
import { type Money, decimalPart, toDecimal } from "../../gateway"
import {
  findOurOrderOf,
  type OrderSubject,
  readAmountOfPaymentSession,
  readBooked,
  readForAuthorization,
  readGoneProviders,
  readIsOrderCanceled,
  readGoodsGone,
  readDanglingLinks,
  readOrphanPayments,
  readOpenChange,
  orderNumbers,
  readOrderOfCart,
  readReleasedOrders,
  type ReleasedOrder,
  readShippedOrder,
  type ShippedOrderRecord,
  type ToAuthorize,
  hasUnbookedCapture,
  type OrderBooks,
  readOrderBooks,
  type OfferingRegion,
  readOfferingRegions,
} from "./core-tables"
import { type Position, type Database } from "./database"
import { findEvent, type ListedEvent, listEvents } from "./inbox"
import { type HealthFacts, readHealthFacts } from "./health"
import {
  type DetailedSession,
  findCard,
  findSession,
  type ListedSession,
  listSessions,
  type OrderNumbers,
  type SessionFilter,
  readTimeline,
} from "./ledger"
import {
  type Export,
  exportOperations,
  exportPayments,
  readTotals,
  type TotalsQuery,
} from "./reports"
import { type CartOrder } from "./return-address"
import { ShippedOrders } from "./money"

/**
 * What the admin reads. An object of its own, because the container of a workflow wraps every function that hangs on a module's
 * service, and PostgreSQL's connection is one: it must not be reached for from outside.
 */
export class Queries {
  /** Work rather than reading; here because it needs nothing but the database, too. */
  readonly shippedOrders: ShippedOrders
  private readonly orderNumbers: OrderNumbers

  constructor(private readonly database: Database) {
    this.shippedOrders = new ShippedOrders(database)
    this.orderNumbers = orderNumbers(database)
  }

  sessions(
    filter: SessionFilter,
    page: { limit: number; after?: Position }
  ): Promise<ListedSession[]> {
    return listSessions(this.database, this.orderNumbers, filter, page)
  }

  /** What a file of payments, or of captures and refunds, has in it. */
  export(kind: ExportKind, filter: SessionFilter): Export {
    const exported = { payments: exportPayments, operations: exportOperations }
    return exported[kind](this.database, this.orderNumbers, filter)
  }

  /** What came in and went back, by day or month. */
  totals(query: TotalsQuery): ReturnType<typeof readTotals> {
    return readTotals(this.database, query)
  }

  session(id: string): Promise<DetailedSession | undefined> {
    return findSession(this.database, this.orderNumbers, id)
  }

  card(id: string): ReturnType<typeof findCard> {
    return findCard(this.database, id)
  }

  timeline(id: string): ReturnType<typeof readTimeline> {
    return readTimeline(this.database, id)
  }

  events(
    filter: Parameters<typeof listEvents>[1],
    page: { limit: number; after?: Position }
  ): Promise<ListedEvent[]> {
    return listEvents(this.database, filter, page)
  }

  event(id: string): ReturnType<typeof findEvent> {
    return findEvent(this.database, id)
  }

  healthFacts(warningDays: number): Promise<HealthFacts> {
    return readHealthFacts(this.database, warningDays)
  }

  /** The regions in which a provider is switched on. */
  offeringRegions(providerId: string): Promise<OfferingRegion[]> {
    return readOfferingRegions(this.database, providerId)
  }

  /** Ids of providers of ours that Medusa no longer knows and that payments name. */
  goneProviders(): Promise<string[]> {
    return readGoneProviders(this.database)
  }

  /** What an order still owes, and where the money would go. */
  orderBooks(orderId: string): Promise<OrderBooks | undefined> {
    return readOrderBooks(this.database, orderId)
  }

  /** The order that a cart became, with whatever money. */
  orderOfCart(cartId: string): Promise<CartOrder | undefined> {
    return readOrderOfCart(this.database, cartId)
  }

  /** The order behind something of Medusa's; undefined if no money of ours was ever asked for on it. */
  ourOrderOf(subject: OrderSubject, id: string): Promise<string | undefined> {
    return findOurOrderOf(this.database, subject, id)
  }

  /** Type of a change that is open on an order, such as `edit`; undefined if none is. */
  openChangeOf(orderId: string): Promise<string | undefined> {
    return readOpenChange(this.database, orderId)
  }

  isOrderCanceled(orderId: string): Promise<boolean> {
    return readIsOrderCanceled(this.database, orderId)
  }

  /** Titles of a cart's items whose product or variant was deleted. */
  goodsGone(cartId: string): Promise<string[]> {
    return readGoodsGone(this.database, cartId)
  }

  /** Links to orders that were rolled back without them. */
  danglingLinks(
    of: Parameters<typeof readDanglingLinks>[1]
  ): ReturnType<typeof readDanglingLinks> {
    return readDanglingLinks(this.database, of)
  }

  /** Payments that a failed completion of the cart left behind. */
  orphanPayments(cartId: string): ReturnType<typeof readOrphanPayments> {
    return readOrphanPayments(this.database, cartId)
  }

  /** The page that Medusa asks about, with what it would book for it. */
  toAuthorize(
    input: Parameters<typeof readForAuthorization>[1]
  ): Promise<ToAuthorize | undefined> {
    return readForAuthorization(this.database, input)
  }

  hasUnbookedCapture(paymentId: string): Promise<boolean> {
    return hasUnbookedCapture(this.database, paymentId)
  }

  /** Payments and debts of an order that left. */
  shippedOrder(orderId: string): Promise<ShippedOrderRecord | undefined> {
    return readShippedOrder(this.database, orderId)
  }

  /** Orders that owe what nothing is held for any more. */
  releasedOrders(): Promise<ReleasedOrder[]> {
    return readReleasedOrders(this.database)
  }

  /** The decimal, in major units, under which Medusa books an amount of one of its payments. */
  async amountInMedusa(
    action: "capture" | "refund",
    paymentId: string,
    amount: Money
  ): Promise<string> {
    const books = await readBooked(this.database, action, paymentId)
    return books ? decimalPart(amount, books) : toDecimal(amount)
  }

  /** The decimal, in major units, that a payment session of Medusa's asks for; undefined if there is no such session. */
  amountOfPaymentSession(id: string): Promise<string | undefined> {
    return readAmountOfPaymentSession(this.database, id)
  }
}
