import {
  type GatewayError,
  type Money,
  type Result,
  toMoney,
} from "../../../gateway"
import { type Database, sql } from "../database"
import Big from "bignumber.js"
import {
  amountDue,
  DECIMAL_NOISE,
  type ItemFacts,
  type OrderFacts,
  pendingShown,
} from "../amount-due"
import { type LedgerRecord, type LedgerRow, toLedgerRow } from "../ledger"
import { EXPECTED_BACK, ORDER_FACTS } from "./order-facts"
import { orderExists } from "./dangling-links"
import { exactAmount } from "./medusa-books"
import {
  askedWhenPlaced,
  type MisstatedSummary,
  misstatedSummaryOf,
  pendingOf,
} from "./order-summary"
import { openChangeOf, openCreditOf } from "./open-credit"

/** Medusa's side of a payment at one moment. */
export type Situation = {
  /**
   * The Medusa payment session that shows this page: the one that the ledger row serves, or another one of the same checkout
   * that was given the same page (two clicks at once). Null once Medusa deleted them.
   */
  paymentSession: { id: string; status: string } | null
  /** What the payment collection asks for now; null when it is gone or its currency is unknown. */
  collectionAmount: Money | null
  /** `completed`: it became an order, whether or not one is linked with it. */
  cart: { id: string; completed: boolean } | null
  /** The order that the cart became, or that the collection belongs to. */
  orderId: string | null
  /** That order is cancelled, so all of its money should have gone back. */
  orderCanceled: boolean
  /** What that order still owes; null for the payment of a cart. */
  outstanding: Money | null
  /**
   * What the cart's order asked for when it was placed, less its credit lines then, and whether it owes anything now, to either side. Null
   * without such an order, and for the payment of an order's outstanding amount. `exact`: the order has no other version; with the next one
   * Medusa forgets a smallest unit of what the first one had open (utils, decorateCartTotals). `due`: what a shopper would be asked for now,
   * while the order has none of this money; null once it has.
   */
  placed: {
    asked: Money
    isSquare: boolean
    exact: boolean
    due: Money | null
  } | null
  /** The order's summary says something else than its transactions. */
  misstated: MisstatedSummary | null
  /** A change of that order is pending or requested; no credit line can be written meanwhile. */
  openChange: string | null
  /**
   * What the order asks for again though it was refunded: the credit lines that Medusa did not come to write; in major units, not above
   * zero where nothing is missing any more. Null where no credit is open.
   */
  missingCredit: string | null
  /**
   * Medusa's Payment made from this very gateway session, whichever of the checkout's payment sessions it came through: two
   * of them may show one page, and only the gateway's id says whose money an order has.
   */
  payment: {
    id: string
    captured: Money
    refunded: Money
    canceled: boolean
  } | null
  /** The collection has a payment, or a payment session of another one's money that waits for it (a bank transfer). */
  paidOtherwise: boolean
  /** The time of the next look has come, by the database's clock. */
  isDue: boolean
  /** Another gateway session already pays for this collection. */
  claimedByOther: boolean
  /** Another provider has money of this collection: it was authorised or captured there, and the cart is about to become its order. */
  paidWithOtherProvider: boolean
  /** Since when a capture, refund or release has been on its way, or has been sent and its outcome is not known yet. */
  inDoubtSince: Date | null
  /** The same without what the gateway has been at for less than a day: it has answered that. */
  unansweredSince: Date | null
  /** Captures and refunds in Medusa's books that never reached the gateway: we were killed in between. */
  unsent: readonly Unsent[]
  /** Captures and refunds of Medusa's that its order does not count: it was killed between two steps of its own. */
  unbooked: readonly Unbooked[]
  /**
   * The order counts refunds of this payment that there are not, or counts one with another's amount. `settled`: none of those that
   * there are is young enough to be on its way still.
   */
  miscounted: { settled: boolean } | null
}

/** `amount` in major units as Medusa has it; `settled`: too old to be on its way still. */
export type Unbooked = Unsent & { amount: string; settled: boolean }

export type Unsent = { kind: "capture" | "refund"; id: string }

type SituationRecord = {
  sit_payment_session: string | null
  sit_payment_session_status: string | null
  sit_collection_amount: string | null
  sit_collection_currency: string | null
  sit_cart: string | null
  sit_cart_completed: boolean
  sit_paid_otherwise: boolean
  sit_due: boolean
  sit_order: string | null
  sit_order_canceled: boolean
  /** Of an order that existed before this payment. */
  sit_order_facts: OrderFacts | null
  /** Of the cart's order, as long as Medusa has no payment of this money. */
  sit_placed_facts: OrderFacts | null
  sit_asked: string | null
  sit_order_currency: string | null
  sit_pending: string | null
  sit_order_version: number | null
  sit_misstated: MisstatedSummary | null
  sit_open_change: string | null
  sit_open_credit: string | null
  /** Only where a credit is open. */
  sit_expected_back: readonly ItemFacts[] | null
  sit_payment: string | null
  sit_payment_captured: string | null
  sit_payment_refunded: string | null
  sit_payment_canceled: boolean | null
  sit_claimed_by_other: boolean
  sit_paid_with_other_provider: boolean
  sit_in_doubt_since: Date | null
  sit_unanswered_since: Date | null
  sit_unsent: Unsent[]
  sit_unbooked: Unbooked[]
  sit_miscounted: { settled: boolean } | null
}

/** SQL of the order that the cart became, or that the collection belongs to. */
const ORDER = `coalesce(oc.order_id, opc.order_id)`

/** A row of Medusa's that is younger than this is still on its way through our provider. */
const IN_FLIGHT = "interval '60 seconds'"

/** Medusa commits its row before it calls the provider, and removes it when the provider throws. */
const NOT_SENT = (["capture", "refund"] as const)
  .map(
    (kind) => `select '${kind}' as kind, m.id, m.created_at from "${kind}" m
       where m.payment_id = p.id and m.deleted_at is null
         and not exists (select 1 from bpc_operation o where o.session_id = s.id and o.reference = m.id and o.state <> 'lost')`
  )
  .join(" union all ")
const UNSENT = `select kind, id from (${NOT_SENT}) m where created_at < now() - ${IN_FLIGHT}`
/** What was captured with the authorisation itself has its row from Medusa alone. */
const ON_ITS_WAY = `select created_at from (${NOT_SENT}) m
  where created_at >= now() - ${IN_FLIGHT} and (kind = 'refund' or p.captured_at is null)`

/** Whether the collection of row `s` has a payment session `other` in one of these states. */
const hasSession =
  (...states: ("authorized" | "captured" | "pending_authorization")[]) =>
  (condition: string) =>
    `exists (select 1 from payment_session other where other.payment_collection_id = s.payment_collection_id
      and other.deleted_at is null and other.status in ('${states.join("', '")}') and ${condition})`

/** What Medusa's order counts of a payment's captures or refunds. */
const counted = (kind: "capture" | "refund") =>
  `(select coalesce(sum(abs(t.amount)), 0) from order_transaction t where t.deleted_at is null and t.reference = '${kind}'
     and (t.reference_id = p.id or t.reference_id in (select id from "${kind}" where payment_id = p.id)))`

/**
 * Medusa's order counts a capture or refund under its id; but what it refunds in cancelling an order under the id of the payment,
 * and that also if the refund failed (core-flows, refund-payments workflow). So a row is missing only where the order counts less
 * than the payment has.
 */
const UNBOOKED = (["capture", "refund"] as const)
  .map(
    (
      kind
    ) => `select '${kind}' as kind, m.id, (${exactAmount("m")})::text as amount, m.created_at < now() - ${IN_FLIGHT} as settled
       from "${kind}" m where m.payment_id = p.id and m.deleted_at is null
         and not exists (select 1 from order_transaction t where t.deleted_at is null and t.reference_id = m.id)
         and ${counted(kind)} + m.amount <= ${DECIMAL_NOISE} + (select sum(amount) from "${kind}" where payment_id = p.id and deleted_at is null)`
  )
  .join(" union all ")

/**
 * In cancelling an order Medusa counts what it would have given back also if that failed, and its refund-payment workflow counts
 * every refund that it finds, each with its own amount: wrong for one that somebody else made in the same moment.
 */
const MISCOUNTED = `select json_build_object('settled', coalesce(max(m.created_at) < now() - ${IN_FLIGHT}, true))
  from refund m where m.payment_id = p.id and m.deleted_at is null
  having ${counted("refund")} - coalesce(sum(m.amount), 0) > ${DECIMAL_NOISE} or exists (
    select 1 from refund r join order_transaction t on t.reference_id = r.id and t.deleted_at is null
    where r.payment_id = p.id and r.deleted_at is null and abs(abs(t.amount) - r.amount) > ${DECIMAL_NOISE})`

/** Reads a ledger row and everything of Medusa's that a decision about it depends on, in one statement. */
export async function readSituation(
  database: Database,
  id: string
): Promise<{ row: LedgerRow; situation: Situation } | undefined> {
  const [record] = await sql<SituationRecord & LedgerRecord>(
    database,
    `select s.*,
       ps.id as sit_payment_session, ps.status as sit_payment_session_status,
       pc.amount::text as sit_collection_amount, pc.currency_code as sit_collection_currency,
       c.id as sit_cart, c.completed_at is not null as sit_cart_completed, coalesce(s.next_check_at <= now(), false) as sit_due,
       (exists (select 1 from payment other where other.payment_collection_id = s.payment_collection_id
           and other.deleted_at is null and other.canceled_at is null)
         or ${hasSession("authorized", "captured", "pending_authorization")("other.data ->> 'id' is distinct from s.gateway_session_id")}) as sit_paid_otherwise,
       coalesce(oc.order_id, opc.order_id) as sit_order,
       coalesce(co.status = 'canceled', false) as sit_order_canceled,
       case when c.id is null and o.id is not null then ${ORDER_FACTS} end as sit_order_facts,
       case when c.id is not null and p.id is null then (select ${ORDER_FACTS} from "order" o where o.id = ${ORDER}) end as sit_placed_facts,
       (${askedWhenPlaced("oc.order_id")})::text as sit_asked, co.currency_code as sit_order_currency,
       (${pendingOf("co")})::text as sit_pending, co.version as sit_order_version,
       (${misstatedSummaryOf("co")}) as sit_misstated,
       (${openChangeOf(ORDER)}) as sit_open_change,
       credit.open::text as sit_open_credit,
       case when credit.open is not null then (select items.facts from "order" o, lateral (${EXPECTED_BACK}) items(facts) where o.id = ${ORDER}) end as sit_expected_back,
       p.id as sit_payment, p.canceled_at is not null as sit_payment_canceled,
       (select coalesce(sum(${exactAmount("c")}), 0)::text from capture c where c.payment_id = p.id and c.deleted_at is null) as sit_payment_captured,
       (select coalesce(sum(${exactAmount("r")}), 0)::text from refund r where r.payment_id = p.id and r.deleted_at is null) as sit_payment_refunded,
       exists (select 1 from bpc_session other where other.payment_collection_id = s.payment_collection_id
         and other.claims_collection and other.id <> s.id) as sit_claimed_by_other,
       ${hasSession("authorized", "captured")("other.provider_id <> s.provider_id")} as sit_paid_with_other_provider,
       least((select min(created_at) from bpc_operation where session_id = s.id and state in ('sent', 'unknown', 'pending')
         and reference not like 'portal:%'), (select min(created_at) from (${ON_ITS_WAY}) on_its_way)) as sit_in_doubt_since,
       (select min(created_at) from bpc_operation where session_id = s.id and reference not like 'portal:%'
         and (state in ('sent', 'unknown') or (state = 'pending' and created_at < now() - interval '1 day'))) as sit_unanswered_since,
       (select coalesce(json_agg(unsent), '[]') from (${UNSENT}) unsent) as sit_unsent,
       (select coalesce(json_agg(unbooked), '[]') from (${UNBOOKED}) unbooked) as sit_unbooked,
       (${MISCOUNTED}) as sit_miscounted
     from bpc_session s
     left join lateral (
       select id, status from payment_session
       where payment_collection_id = s.payment_collection_id and deleted_at is null
         and provider_id = s.provider_id and (id = s.payment_session_id or data ->> 'id' = s.gateway_session_id)
       order by id = s.payment_session_id desc limit 1
     ) ps on true
     left join payment_collection pc on pc.id = s.payment_collection_id and pc.deleted_at is null
     left join cart_payment_collection cpc on cpc.payment_collection_id = pc.id and cpc.deleted_at is null
     left join cart c on c.id = coalesce(cpc.cart_id, s.cart_id) and c.deleted_at is null
     left join order_cart oc on oc.cart_id = c.id and oc.deleted_at is null and ${orderExists("oc.order_id")}
     left join order_payment_collection opc on opc.payment_collection_id = pc.id and opc.deleted_at is null and ${orderExists("opc.order_id")}
     left join "order" co on co.id = ${ORDER}
     left join "order" o on o.id = opc.order_id
     left join lateral (${openCreditOf(ORDER)}) credit(open) on true
     left join lateral (
       select id, captured_at, canceled_at from payment
       where payment_collection_id = s.payment_collection_id and provider_id = s.provider_id and deleted_at is null
         and data ->> 'id' = s.gateway_session_id
       order by canceled_at is not null, created_at limit 1
     ) p on true
     where s.id = :id limit 1`,
    { id }
  )
  if (!record) {
    return undefined
  }
  const row = toLedgerRow(record)
  const currency = row.amount.currency
  const paymentMoney = (amount: string | null) =>
    orZero(toMoney(amount ?? "0", currency), { ...row.amount, minor: 0 })
  const collection = toMoney(
    record.sit_collection_amount ?? "",
    record.sit_collection_currency ?? ""
  )
  const asked = toMoney(
    record.sit_asked ?? "",
    record.sit_order_currency ?? currency
  )
  const pending = toMoney(
    (record.sit_pending ?? "").replace(/^-/, ""),
    record.sit_order_currency ?? currency
  )
  return {
    row,
    situation: {
      paymentSession: record.sit_payment_session
        ? {
            id: record.sit_payment_session,
            status: record.sit_payment_session_status ?? "",
          }
        : null,
      collectionAmount: collection.ok ? collection.value : null,
      cart: record.sit_cart
        ? { id: record.sit_cart, completed: record.sit_cart_completed }
        : null,
      paidOtherwise: record.sit_paid_otherwise,
      isDue: record.sit_due,
      orderId: record.sit_order,
      orderCanceled: record.sit_order_canceled,
      misstated: record.sit_misstated,
      openChange: record.sit_open_change,
      missingCredit: missingCreditOf(record),
      placed: asked.ok
        ? {
            asked: asked.value,
            isSquare: pending.ok && pending.value.minor === 0,
            exact: record.sit_order_version === 1,
            due: record.sit_placed_facts
              ? amountDue(record.sit_placed_facts, currency)
              : null,
          }
        : null,
      outstanding: record.sit_order_facts
        ? amountDue(record.sit_order_facts, currency)
        : null,
      payment: record.sit_payment
        ? {
            id: record.sit_payment,
            captured: paymentMoney(record.sit_payment_captured),
            refunded: paymentMoney(record.sit_payment_refunded),
            canceled: record.sit_payment_canceled ?? false,
          }
        : null,
      claimedByOther: record.sit_claimed_by_other,
      paidWithOtherProvider: record.sit_paid_with_other_provider,
      inDoubtSince: record.sit_in_doubt_since,
      unansweredSince: record.sit_unanswered_since,
      unsent: record.sit_unsent,
      unbooked: record.sit_unbooked,
      miscounted: record.sit_miscounted,
    },
  }
}

/** Never more than the order asks for: another one's credit line, or a return, may have taken care of it meanwhile. */
function missingCreditOf({
  sit_open_credit: open,
  sit_pending: pending,
  sit_expected_back: items,
}: SituationRecord): string | null {
  return open === null
    ? null
    : Big.min(open, pendingShown(pending, items ?? [])).toFixed()
}

function orZero<E>(
  result: Result<Money, E | GatewayError>,
  zero: Money
): Money {
  return result.ok ? result.value : zero
}
