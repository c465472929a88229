import { type Store } from "../support/store"

export const ROWS = 1_000_000
/** One payment a minute: about two years of a busy shop. */
const EVERY = "interval '1 minute'"
const DEEP = 900_001

/** A row that exists, from the depths of the ledger. */
export const DEEP_ROW = {
  id: idOf("bpcses", DEEP),
  cart: idOf("cart", DEEP),
  order: idOf("order", DEEP),
  paymentSession: idOf("payses", DEEP),
  reference: idOf("payses", DEEP),
  collection: idOf("paycol", DEEP),
  gatewaySession: idOf("ps", DEEP),
  gatewayPayment: idOf("pay", DEEP),
  event: idOf("bpcevt", DEEP),
  rrn: String(100_000_000_000 + DEEP),
  approvalCode: `A${String(DEEP).padStart(7, "0")}`,
  last4: String(DEEP % 10_000).padStart(4, "0"),
  email: `shopper${DEEP}@example.com`,
  displayId: DEEP,
}

function idOf(prefix: string, number: number): string {
  return `${prefix}_${String(number).padStart(8, "0")}`
}

/**
 * Fills the ledger with a million payments, every second one with an event, an entry in its timeline and (when it was paid) an
 * order, in the shares that a shop has: most are paid, some were given up, very few wait for something.
 */
export async function fillMillion(
  store: Pick<Store, "sql">,
  rows = ROWS
): Promise<void> {
  const id = (prefix: string) => `'${prefix}_' || lpad(i::text, 8, '0')`
  // Constraints were checked when each row would have been written; here they only cost time.
  await store.sql(`set session_replication_role = replica`)
  await store.sql(`
    insert into bpc_session (id, provider_id, account_id, mode, payment_session_id, payment_collection_id, cart_id, order_id,
      merchant_reference_id, gateway_session_id, gateway_payment_id, return_secret, amount, currency_code, capture_method, state,
      reason, captured, refunded, claims_collection, email, country_code, expires_at, next_check_at, resolved_at, created_at,
      decline_class, charged_back_at, notified_at, chargeback_noted_at)
    select ${id("bpcses")}, 'pp_bpc_bpc', case when i % 3 = 0 then 'options' else 'bpcacc_second' end,
      case when i % 199 = 0 then 'test' else 'live' end,
      ${id("payses")}, ${id("paycol")}, ${id("cart")}, case when ended in ('paid', 'refunded', 'authorized') then ${id("order")} end,
      ${id("payses")}, ${id("ps")}, case when ended in ('paid', 'refunded', 'authorized', 'held') then ${id("pay")} end,
      'secret', 1000 + i % 9000, 'EUR', 'automatic', ended,
      case ended when 'held' then 'amount_mismatch' when 'refunded' then 'order_impossible' end,
      case when ended in ('paid', 'refunded', 'held') then 1000 + i % 9000 else 0 end,
      case when ended = 'refunded' then 1000 + i % 9000 else 0 end,
      ended in ('paid', 'refunded', 'authorized'), 'shopper' || i || '@example.com', 'de',
      at + interval '30 minutes',
      case when ended in ('creating', 'open', 'authorized') then now() - i % 60 * interval '1 second' end,
      case when ended = 'held' and i / 1000 % 4 > 0 then at + interval '1 day' end, at,
      case when ended in ('expired', 'failed') and i % 2 = 0 then (array['insufficient_funds', 'declined', 'limit', 'card_data', 'blocked'])[1 + i / 10 % 5] end,
      case when ended = 'paid' and i % 2000 = 1 then at + interval '30 days' end,
      case when ended = 'paid' and i % 2000 = 1 then at + interval '30 days' end,
      case when ended = 'paid' and i % 2000 = 1 and i % 8000 > 2000 then at + interval '31 days' end
    from (
      select i, now() - (${rows} - i) * ${EVERY} as at, case
        when i % 1000 < 700 then 'paid'
        when i % 1000 < 860 then 'expired'
        when i % 1000 < 940 then 'failed'
        when i % 1000 < 970 then 'refunded'
        when i % 1000 < 990 then 'canceled'
        when i % 1000 < 994 then 'authorized'
        when i % 1000 < 998 then 'open'
        when i % 1000 < 999 then 'creating'
        else 'held' end as ended
      from generate_series(1, ${rows}) as i
    ) as payment`)
  await store.sql(`
    insert into bpc_event (id, dedupe_key, request_id, type, account_id, session_id, gateway_session_id, signature_variant, payload,
      state, next_attempt_at, received_at)
    select ${id("bpcevt")}, 'dedupe_' || i, 'req_' || i, 'session.completed', 'options', ${id("bpcses")}, ${id("ps")}, 'body.t', '{}',
      case when i % 5000 = 3 then 'parked' when i % 2000 = 5 then 'received' else 'done' end,
      case when i % 2000 = 5 then now() - i % 60 * interval '1 second' end, now() - (${rows} - i) * ${EVERY}
    from generate_series(1, ${rows}, 2) as i`)
  await store.sql(`
    insert into bpc_timeline (id, session_id, kind, at, details)
    select ${id("bpctl")}, ${id("bpcses")}, case when i % 1000 < 700 then 'order_placed' when i % 1000 = 999 then 'held' else 'created' end,
      now() - (${rows} - i) * ${EVERY}, '{"door":"webhook"}'
    from generate_series(1, ${rows}, 2) as i`)
  await store.sql(`
    insert into bpc_card (session_id, brand, last4, rrn, approval_code, three_d_secure)
    select ${id("bpcses")}, 'Visa', lpad((i % 10000)::text, 4, '0'), (100000000000 + i)::text, 'A' || lpad(i::text, 7, '0'), 'full'
    from generate_series(1, ${rows}) as i where i % 1000 < 700`)
  await store.sql(`
    insert into bpc_movement (session_id, kind, amount, at)
    select ${id("bpcses")}, 'capture', 1000 + i % 9000, now() - (${rows} - i) * ${EVERY}
    from generate_series(1, ${rows}) as i where i % 1000 < 700`)
  await store.sql(`
    insert into "order" (id, display_id, currency_code, email, created_at)
    select ${id("order")}, i, 'eur', 'shopper' || i || '@example.com', now() - (${rows} - i) * ${EVERY}
    from generate_series(1, ${rows}, 2) as i`)
  await store.sql(`set session_replication_role = default`)
  await store.sql(
    `vacuum (analyze) bpc_session, bpc_card, bpc_movement, bpc_event, bpc_timeline, "order"`
  )
}
