import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * First schema. Amounts are bigint in minor units: Medusa's model language has no 64-bit integer (its `number` ends at
 * 21 million euros in cents), which is why these tables are written by hand and read by the repositories beside this folder.
 */
export class Migration20261120000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "bpc_account" (
        "id" text not null primary key,
        "name" text not null,
        "mode" text not null check ("mode" in ('test', 'live')),
        "api_url" text not null,
        "api_key" text not null,
        "api_key_last4" text not null,
        "webhook_secrets" text null,
        "currencies" text[] null,
        "created_at" timestamptz not null default now(),
        "updated_at" timestamptz not null default now(),
        "deleted_at" timestamptz null
      )`)

    this.addSql(`
      create table if not exists "bpc_session" (
        "id" text not null primary key,
        "provider_id" text not null,
        "account_id" text not null,
        "mode" text not null check ("mode" in ('test', 'live')),
        "payment_session_id" text not null,
        "payment_collection_id" text not null,
        "cart_id" text null,
        "order_id" text null,
        "merchant_reference_id" text not null,
        "gateway_session_id" text null,
        "gateway_payment_id" text null,
        "md_order" text null,
        "payment_url" text null,
        "return_secret" text not null,
        "amount" bigint not null check ("amount" > 0),
        "currency_code" text not null,
        "capture_method" text not null check ("capture_method" in ('automatic', 'manual')),
        "state" text not null check ("state" in
          ('creating', 'open', 'authorized', 'paid', 'refunded', 'canceled', 'expired', 'failed', 'held')),
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
        "expires_at" timestamptz null,
        "retired_at" timestamptz null,
        "next_check_at" timestamptz null,
        "created_at" timestamptz not null default now(),
        "updated_at" timestamptz not null default now()
      )`)
    this.addSql(
      `create unique index if not exists "bpc_session_reference" on "bpc_session" ("merchant_reference_id")`
    )
    this.addSql(
      `create unique index if not exists "bpc_session_gateway_session" on "bpc_session" ("gateway_session_id") where "gateway_session_id" is not null`
    )
    this.addSql(
      `create index if not exists "bpc_session_gateway_payment" on "bpc_session" ("gateway_payment_id") where "gateway_payment_id" is not null`
    )
    this.addSql(
      `create index if not exists "bpc_session_payment_session" on "bpc_session" ("payment_session_id")`
    )
    this.addSql(
      `create index if not exists "bpc_session_collection" on "bpc_session" ("payment_collection_id")`
    )
    // At most one payable page for one amount of one payment collection, whatever the number of tabs and servers.
    this.addSql(
      `create unique index if not exists "bpc_session_open_page" on "bpc_session" ("payment_collection_id", "amount", "currency_code", "account_id")
       where "state" in ('creating', 'open') and "retired_at" is null`
    )
    // At most one gateway session's money pays for one payment collection, hence at most one order for one cart.
    this.addSql(
      `create unique index if not exists "bpc_session_claim" on "bpc_session" ("payment_collection_id") where "claims_collection"`
    )
    this.addSql(
      `create index if not exists "bpc_session_due" on "bpc_session" ("next_check_at") where "next_check_at" is not null`
    )
    this.addSql(
      `create index if not exists "bpc_session_newest" on "bpc_session" ("created_at" desc, "id" desc)`
    )

    this.addSql(`
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
      )`)
    this.addSql(
      `create unique index if not exists "bpc_event_dedupe" on "bpc_event" ("dedupe_key")`
    )
    this.addSql(
      `create index if not exists "bpc_event_due" on "bpc_event" ("next_attempt_at") where "state" = 'received'`
    )
    this.addSql(
      `create index if not exists "bpc_event_session" on "bpc_event" ("session_id") where "session_id" is not null`
    )

    this.addSql(`
      create table if not exists "bpc_timeline" (
        "id" text not null primary key,
        "session_id" text not null references "bpc_session" ("id") on delete cascade,
        "at" timestamptz not null default clock_timestamp(),
        "kind" text not null,
        "details" jsonb not null default '{}'
      )`)
    this.addSql(
      `create index if not exists "bpc_timeline_session" on "bpc_timeline" ("session_id", "at")`
    )
  }

  override async down(): Promise<void> {
    for (const table of [
      "bpc_timeline",
      "bpc_event",
      "bpc_session",
      "bpc_account",
    ]) {
      this.addSql(`drop table if exists "${table}" cascade`)
    }
  }
}
