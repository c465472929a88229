import { pendingOf } from "./order-summary"
import { openCreditOf } from "./open-credit"

/*
 * SQL that reads what `amountDue` needs to know about order `o`, as one JSON value. Only facts: what they come to is decided there.
 * Amounts are texts, since a JSON number would lose digits.
 */

/** The states of a gateway session in which the gateway holds nothing more than what was captured. */
const ENDED = `('paid', 'refunded', 'canceled', 'expired', 'failed')`

/** Tax rates and adjustments of a row `m`, from its two tables. */
const taxed = (
  table: "order_line_item" | "order_shipping_method",
  key: "item_id" | "shipping_method_id",
  adjustmentInclusive: string
) => `'taxInclusive', m.is_tax_inclusive,
  'taxRates', (select coalesce(json_agg(t.rate::text), '[]') from ${table}_tax_line t where t.${key} = m.id and t.deleted_at is null),
  'adjustments', (select coalesce(json_agg(json_build_object('amount', coalesce(a.raw_amount ->> 'value', a.amount::text), 'taxInclusive', ${adjustmentInclusive})), '[]')
    from ${table}_adjustment a where a.${key} = m.id and a.version = o.version and a.deleted_at is null)`

/** Claims that stand, with what they send and take back. One that is not confirmed yet has no items. */
const CLAIMS = `select coalesce(json_agg(json_build_object(
    'sent', (select coalesce(json_agg(json_build_object('itemId', ci.item_id, 'quantity', ci.quantity::text)), '[]')
      from order_claim_item ci where ci.claim_id = cl.id and ci.is_additional_item and ci.deleted_at is null),
    'comesBack', (select coalesce(json_agg(json_build_object('itemId', ri.item_id, 'quantity', ri.quantity::text)), '[]')
      from "return" r join return_item ri on ri.return_id = r.id and ri.deleted_at is null
      where r.claim_id = cl.id and r.canceled_at is null and r.deleted_at is null),
    'shipping', (select coalesce(json_agg(json_build_object('unitPrice', coalesce(m.raw_amount ->> 'value', m.amount::text), 'quantity', '1',
        ${taxed("order_shipping_method", "shipping_method_id", "false")})), '[]')
      from order_shipping os join order_shipping_method m on m.id = os.shipping_method_id and m.deleted_at is null
      where os.order_id = o.id and os.version = o.version and os.claim_id = cl.id and os.deleted_at is null)
  )), '[]')
  from order_claim cl where cl.order_id = o.id and cl.canceled_at is null and cl.deleted_at is null`

const itemsWhere = (
  condition: string
) => `select coalesce(json_agg(json_build_object('id', m.id, 'quantity', oi.quantity::text,
    'unitPrice', coalesce(oi.raw_unit_price ->> 'value', oi.unit_price::text, m.raw_unit_price ->> 'value', m.unit_price::text, '0'),
    'expectedBack', oi.return_requested_quantity::text, 'goneBack', (oi.return_received_quantity + oi.return_dismissed_quantity)::text,
    ${taxed("order_line_item", "item_id", "a.is_tax_inclusive")})), '[]')
  from order_item oi join order_line_item m on m.id = oi.item_id and m.deleted_at is null
  where oi.order_id = o.id and oi.version = o.version and oi.deleted_at is null and (${condition})`

const ITEMS = itemsWhere(`oi.return_requested_quantity > 0 or exists (
      select 1 from order_claim cl where cl.order_id = o.id and cl.canceled_at is null and cl.deleted_at is null)`)

/** The items of order `o` with a return, exchange or claim that is requested and not received. */
export const EXPECTED_BACK = itemsWhere("oi.return_requested_quantity > 0")

/** Medusa's manual provider authorises without any money, so it does not count. */
const PAYMENTS = `select coalesce(json_agg(json_build_object('amount', p.amount::text, 'captured', taken.amount::text, 'booked', taken.booked::text,
    'ended', coalesce(b.state in ${ENDED}, false))), '[]')
  from order_payment_collection opc
  join payment p on p.payment_collection_id = opc.payment_collection_id and p.deleted_at is null and p.canceled_at is null
  left join bpc_session b on b.gateway_session_id = p.data ->> 'id'
    and b.provider_id = p.provider_id and b.payment_collection_id = p.payment_collection_id
  cross join lateral (
    select coalesce(sum(c.amount), 0) as amount, coalesce(sum(t.amount), 0) as booked
    from capture c
    left join order_transaction t on t.reference = 'capture' and t.reference_id = c.id and t.deleted_at is null
    where c.payment_id = p.id and c.deleted_at is null
  ) taken
  where opc.order_id = o.id and opc.deleted_at is null and (b.id is not null or p.provider_id not like 'pp_system%')`

/** A cart's own collection is left alone: what is paid there belongs to the cart's checkout, and a cart becomes one order only. */
const UNPAID = `select coalesce(json_agg(json_build_object('id', pc.id, 'amount', coalesce(pc.raw_amount ->> 'value', pc.amount::text))
    order by pc.created_at desc, pc.id desc), '[]')
  from order_payment_collection opc
  join payment_collection pc on pc.id = opc.payment_collection_id and pc.deleted_at is null
  where opc.order_id = o.id and opc.deleted_at is null and pc.status in ('not_paid', 'awaiting')
    and not exists (select 1 from cart_payment_collection cpc where cpc.payment_collection_id = pc.id and cpc.deleted_at is null)
    and not exists (select 1 from payment p where p.payment_collection_id = pc.id and p.deleted_at is null)`

/** `OrderFacts` of order `o`. */
export const ORDER_FACTS = `json_build_object(
  'canceled', o.status = 'canceled' or o.deleted_at is not null,
  'pending', (select coalesce(os.totals -> 'raw_pending_difference' ->> 'value', os.totals ->> 'pending_difference')
    from order_summary os where os.order_id = o.id and os.version = o.version and os.deleted_at is null
    order by os.created_at desc limit 1),
  'uncredited', (select least((${pendingOf("o")}), credit.open)::text from (${openCreditOf("o.id")}) credit(open)),
  'items', (${ITEMS}),
  'claims', (${CLAIMS}),
  'payments', (${PAYMENTS}),
  'unpaid', (${UNPAID}))`
