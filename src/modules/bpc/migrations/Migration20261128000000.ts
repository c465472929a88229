import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/*
 * Amounts are bigint in minor units: Medusa's model language has no 64-bit integer (its `number` ends at 21 million euros in cents), which
 * is why these tables are written by hand and read by the repositories beside this folder.
 *
 * Each index of the large tables is needed by a query in integration-tests/scale/plans.spec.ts, which fails for one that no query uses.
 */

const STATES = `'creating', 'open', 'authorized', 'paid', 'refunded', 'canceled', 'expired', 'failed', 'held'`

/** One row for each session at the gateway, written before the shopper has a page to pay on. */
const SESSION = `
  create table if not exists "bpc_session" (
    "id" text not null primary key,
    "provider_id" text not null,
    "account_id" text not null,
    "mode" text not null check ("mode" in ('test', 'live')),
    "payment_session_id" text not null,
    "payment_collection_id" text not null,
    "cart_id" text null,
    "order_id" text null,
    "for_order_id" text null,
    "merchant_reference_id" text not null,
    "gateway_session_id" text null,
    "gateway_payment_id" text null,
    "md_order" text null,
    "payment_url" text null,
    "return_secret" text not null,
    "return_to" text null,
    "amount" bigint not null check ("amount" > 0),
    "currency_code" text not null,
    "capture_method" text not null check ("capture_method" in ('automatic', 'manual')),
    "state" text not null check ("state" in (${STATES})),
    "reason" text null,
    "captured" bigint not null default 0,
    "refunded" bigint not null default 0,
    "claims_collection" boolean not null default false,
    "closing" boolean not null default false,
    "attempts" integer not null default 0,
    "checks" integer not null default 0,
    "email" text null,
    "country_code" text null,
    "locale" text null,
    "order_mark" text null,
    "decline_class" text null,
    "card_read_at" timestamptz null,
    "charged_back_at" timestamptz null,
    "chargeback_noted_at" timestamptz null,
    "failing" text null,
    "failing_since" timestamptz null,
    "failing_why" text null,
    "failing_notified_at" timestamptz null,
    "expires_at" timestamptz null,
    "retired_at" timestamptz null,
    "next_check_at" timestamptz null,
    "notified_at" timestamptz null,
    "resolved_at" timestamptz null,
    "resolved_by" text null,
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default now()
  )`

/** What must not be twice, whatever the number of tabs and servers. */
const UNIQUE_OF_SESSION: Record<string, string> = {
  bpc_session_reference: `("merchant_reference_id")`,
  bpc_session_gateway_session: `("gateway_session_id") where "gateway_session_id" is not null`,
  // At most one payable page for one amount of one payment collection.
  bpc_session_open_page: `("payment_collection_id", "amount", "currency_code", "account_id")
    where "state" in ('creating', 'open') and "retired_at" is null`,
  // At most one gateway session's money pays for one payment collection, hence at most one order for one cart.
  bpc_session_claim: `("payment_collection_id") where "claims_collection"`,
}

/** In the order of: what finds one row, the admin's list, the job's work, what a person is told. The last two are small at any size of shop. */
const INDEXES_OF_SESSION: Record<string, string> = {
  bpc_session_payment_session: `("payment_session_id")`,
  bpc_session_collection: `("payment_collection_id")`,
  bpc_session_gateway_payment: `("gateway_payment_id") where "gateway_payment_id" is not null`,
  bpc_session_cart: `("cart_id") where "cart_id" is not null`,
  bpc_session_order: `("order_id") where "order_id" is not null`,
  bpc_session_for_order: `("for_order_id") where "for_order_id" is not null`,
  // PostgreSQL has no statistics of an expression in a partial index, and without them a search walks the whole ledger.
  bpc_session_email: `(lower("email") text_pattern_ops)`,

  bpc_session_newest: `("created_at" desc, "id" desc)`,
  bpc_session_state: `("state", "created_at" desc, "id" desc)`,
  bpc_session_mode: `("mode", "created_at" desc, "id" desc)`,
  bpc_session_decline: `("decline_class", "created_at" desc, "id" desc) where "decline_class" is not null`,
  bpc_session_charged_back: `("created_at" desc, "id" desc) where "charged_back_at" is not null`,

  bpc_session_due: `("next_check_at") where "next_check_at" is not null`,
  bpc_session_order_page: `("for_order_id") where "state" = 'open' and "retired_at" is null and "for_order_id" is not null`,
  bpc_session_may_ship: `("created_at") where "order_id" is not null
    and ("state" in ('authorized', 'canceled') or ("state" = 'paid' and "captured" < "amount"))`,
  bpc_session_unfinished: `("account_id")
    where "state" in ('creating', 'open', 'authorized', 'held') or ("state" = 'paid' and "order_id" is null)`,

  bpc_session_held: `("created_at") where "state" = 'held' and "resolved_at" is null`,
  bpc_session_giving_back: `("created_at") where "state" = 'paid' and "reason" is not null and "order_id" is null`,
  bpc_session_order_differs: `("created_at") where "reason" is not null and "resolved_at" is null and "claims_collection"
    and "order_id" is not null and "state" in ('paid', 'authorized')`,
  bpc_session_unnotified: `("id") where "notified_at" is null and ("state" = 'held' or "charged_back_at" is not null or ("reason" is not null and "claims_collection"
    and "order_id" is not null and "state" in ('paid', 'authorized')))`,
  bpc_session_failing: `("failing", "failing_since") where "failing" is not null`,
}

/** What support and bookkeeping may know of the card that paid; never more of its number than the last four digits. */
const CARD = `
  create table if not exists "bpc_card" (
    "session_id" text not null primary key references "bpc_session" ("id") on delete cascade,
    "brand" text null,
    "last4" text null check (length("last4") = 4),
    "wallet" text null,
    "rrn" text null,
    "approval_code" text null,
    "three_d_secure" text null check ("three_d_secure" in ('full', 'attempted', 'none')),
    "issuer" text null,
    "issuer_country" text null
  )`

/** Every capture, refund and release, written down before it is sent. `credit_*`: Medusa's decimals in major units. */
const OPERATION = `
  create table if not exists "bpc_operation" (
    "id" text not null primary key,
    "session_id" text not null references "bpc_session" ("id") on delete cascade,
    "kind" text not null check ("kind" in ('capture', 'refund', 'void')),
    "amount" bigint not null check ("amount" >= 0),
    "total_before" bigint not null,
    "reference" text not null,
    "origin" text not null check ("origin" in ('medusa', 'plugin', 'portal')),
    "state" text not null check ("state" in ('sent', 'pending', 'unknown', 'done', 'failed', 'lost')),
    "message" text null,
    "credit_due" numeric null,
    "credit_before" numeric null,
    "credit_open" boolean not null default false,
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default now()
  )`

/**
 * What was captured and given back, in the moment in which the ledger learned of it; below zero where that turned out to be less. A trigger
 * writes it, so that no statement, now or later, can change a payment's totals without it.
 */
const MOVEMENT = `
  create table if not exists "bpc_movement" (
    "id" bigint generated always as identity primary key,
    "session_id" text not null references "bpc_session" ("id") on delete cascade,
    "kind" text not null check ("kind" in ('capture', 'refund')),
    "amount" bigint not null,
    "at" timestamptz not null default clock_timestamp()
  )`
const MOVEMENT_TRIGGER = [
  `create or replace function bpc_note_movement() returns trigger language plpgsql as $$
  begin
    insert into bpc_movement (session_id, kind, amount)
    select new.id, moved.kind, moved.amount
    from (values ('capture', new.captured - old.captured), ('refund', new.refunded - old.refunded)) as moved (kind, amount)
    where moved.amount <> 0;
    return null;
  end $$`,
  `drop trigger if exists "bpc_session_movement" on "bpc_session"`,
  `create trigger "bpc_session_movement" after update of "captured", "refunded" on "bpc_session" for each row
    when (old.captured <> new.captured or old.refunded <> new.refunded) execute function bpc_note_movement()`,
]

const TIMELINE = `
  create table if not exists "bpc_timeline" (
    "id" text not null primary key,
    "session_id" text not null references "bpc_session" ("id") on delete cascade,
    "at" timestamptz not null default clock_timestamp(),
    "kind" text not null,
    "details" jsonb not null default '{}'
  )`

const EVENT = `
  create table if not exists "bpc_event" (
    "id" text not null primary key,
    "dedupe_key" text not null,
    "request_id" text null,
    "type" text not null,
    "account_id" text not null,
    "session_id" text null,
    "gateway_session_id" text null,
    "gateway_payment_id" text null,
    "merchant_reference_id" text null,
    "signature_variant" text not null,
    "payload" jsonb not null,
    "state" text not null default 'received' check ("state" in ('received', 'done', 'parked')),
    "outcome" text null,
    "attempts" integer not null default 0,
    "next_attempt_at" timestamptz null,
    "received_at" timestamptz not null default now(),
    "processed_at" timestamptz null
  )`

const secret = (name: string, needed = "null") => `
    "${name}" text ${needed},
    "${name}_last4" text ${needed},
    "${name}_set_at" timestamptz null,
    "${name}_set_by" text null,`

const ACCOUNT = `
  create table if not exists "bpc_account" (
    "id" text not null primary key,
    "name" text not null,
    "mode" text not null check ("mode" in ('test', 'live')),
    "api_url" text not null,${secret("api_key", "not null")}${secret("webhook_secret")}${secret("next_webhook_secret")}
    "v1_api_url" text null,${secret("api_login")}${secret("api_password")}
    "currencies" text[] null,
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default now(),
    "deleted_at" timestamptz null
  )`

/** Small ones: a row for each account, link, setting, heartbeat, parcel's order, or thing that is worked on. */
const SMALL_TABLES = [
  `create table if not exists "bpc_payment_link" (
    "id" text not null primary key,
    "order_id" text not null,
    "secret" text not null,
    "created_by" text not null,
    "created_at" timestamptz not null default now(),
    "expires_at" timestamptz not null,
    "revoked_at" timestamptz null,
    "revoked_by" text null,
    "paid_at" timestamptz null,
    "paid_session_id" text null
  )`,
  `create table if not exists "bpc_shipped_order" (
    "order_id" text not null primary key,
    "parcels" integer not null default 0,
    "news" integer not null default 1,
    "attempts" integer not null default 0,
    "next_attempt_at" timestamptz null,
    "problem" text null check ("problem" in ('uncaptured', 'unpaid')),
    "due_since" timestamptz null,
    "notify_at" timestamptz null,
    "notified_at" timestamptz null,
    "amount" bigint null,
    "currency_code" text null,
    "message" text null,
    "order_mark" text null
  )`,
  // An account whose gateway releases the rest of a hold with its first capture.
  `create table if not exists "bpc_rest_released" (
    "account_id" text not null primary key,
    "session_id" text not null,
    "at" timestamptz not null default now()
  )`,
  // In which layout an account's gateway signs, learned from its first real event.
  `create table if not exists "bpc_signature_layout" (
    "account_id" text not null,
    "api_origin" text not null,
    "layout" text not null,
    "learned_at" timestamptz not null default now(),
    primary key ("account_id", "api_origin")
  )`,
  // Kept for good where the signature covers no time: nothing else tells a replay from news.
  `create table if not exists "bpc_event_key" (
    "dedupe_key" text not null primary key,
    "stored_at" timestamptz not null default now()
  )`,
  // An account whose gateway answers has no row.
  `create table if not exists "bpc_gateway_trouble" (
    "account_id" text not null primary key,
    "kind" text not null,
    "calls" integer not null default 1,
    "since" timestamptz not null default now(),
    "last_at" timestamptz not null default now()
  )`,
  // An order, a cart or a payment that somebody is at work on.
  `create table if not exists "bpc_lease" (
    "key" text not null primary key,
    "holder" text not null,
    "until" timestamptz not null
  )`,
  `create table if not exists "bpc_setting" (
    "key" text not null primary key,
    "value" jsonb not null,
    "updated_at" timestamptz not null default now()
  )`,
  `create table if not exists "bpc_audit" (
    "id" text not null primary key,
    "at" timestamptz not null default clock_timestamp(),
    "actor" text not null,
    "subject" text not null,
    "field" text not null,
    "from" text null,
    "to" text null
  )`,
  `create table if not exists "bpc_heartbeat" (
    "name" text not null primary key,
    "at" timestamptz not null default now(),
    "detail" text null
  )`,
]

const OTHER_INDEXES: Record<string, string> = {
  bpc_card_rrn: `"bpc_card" ("rrn") where "rrn" is not null`,
  bpc_card_approval: `"bpc_card" ("approval_code") where "approval_code" is not null`,
  bpc_card_last4: `"bpc_card" ("last4") where "last4" is not null`,
  bpc_movement_at: `"bpc_movement" ("at", "id")`,
  bpc_movement_session: `"bpc_movement" ("session_id")`,
  bpc_timeline_session: `"bpc_timeline" ("session_id", "at")`,
  // How long shoppers wait for their orders, of late (health).
  bpc_timeline_orders: `"bpc_timeline" ("at") where "kind" = 'order_placed'`,
  bpc_event_newest: `"bpc_event" ("received_at" desc, "id" desc)`,
  bpc_event_unfinished: `"bpc_event" ("state", "received_at" desc, "id" desc) where "state" <> 'done'`,
  bpc_event_due: `"bpc_event" ("next_attempt_at") where "next_attempt_at" is not null`,
  bpc_event_session: `"bpc_event" ("session_id") where "session_id" is not null`,
  bpc_payment_link_order: `"bpc_payment_link" ("order_id", "created_at" desc, "id" desc)`,
  bpc_shipped_order_due: `"bpc_shipped_order" ("next_attempt_at") where "next_attempt_at" is not null`,
  bpc_shipped_order_problem: `"bpc_shipped_order" ("notify_at") where "problem" is not null`,
  bpc_lease_holder: `"bpc_lease" ("holder")`,
  bpc_audit_newest: `"bpc_audit" ("at" desc, "id" desc)`,
}

export class Migration20261128000000 extends Migration {
  override async up(): Promise<void> {
    for (const table of [
      SESSION,
      CARD,
      OPERATION,
      MOVEMENT,
      TIMELINE,
      EVENT,
      ACCOUNT,
    ]) {
      this.addSql(table)
    }
    for (const part of MOVEMENT_TRIGGER) {
      this.addSql(part)
    }
    for (const table of SMALL_TABLES) {
      this.addSql(table)
    }
    this.addSql(
      `create unique index if not exists "bpc_operation_reference" on "bpc_operation" ("session_id", "kind", "reference")`
    )
    this.addSql(
      `create unique index if not exists "bpc_event_dedupe" on "bpc_event" ("dedupe_key")`
    )
    for (const [name, on] of Object.entries(UNIQUE_OF_SESSION)) {
      this.addSql(
        `create unique index if not exists "${name}" on "bpc_session" ${on}`
      )
    }
    for (const [name, on] of Object.entries(INDEXES_OF_SESSION)) {
      this.addSql(`create index if not exists "${name}" on "bpc_session" ${on}`)
    }
    for (const [name, on] of Object.entries(OTHER_INDEXES)) {
      this.addSql(`create index if not exists "${name}" on ${on}`)
    }
  }

  override async down(): Promise<void> {
    for (const table of [
      "timeline",
      "operation",
      "event",
      "event_key",
      "card",
      "movement",
      "session",
      "account",
      "payment_link",
      "shipped_order",
      "rest_released",
      "signature_layout",
      "gateway_trouble",
      "lease",
      "setting",
      "audit",
      "heartbeat",
    ]) {
      this.addSql(`drop table if exists "bpc_${table}"`)
    }
    this.addSql(`drop function if exists bpc_note_movement()`)
  }
}
