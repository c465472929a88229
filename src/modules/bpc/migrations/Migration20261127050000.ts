import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Orders that have left the shop and whose money is still to be captured, and what accounts do with the rest of a hold. */
export class Migration20261127050000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "bpc_shipped_order" (
        "order_id" text not null primary key,
        "parcels" integer not null default 0,
        "news" integer not null default 1,
        "attempts" integer not null default 0,
        "next_attempt_at" timestamptz null,
        "problem" text null check ("problem" in ('uncaptured', 'unpaid')),
        "due_since" timestamptz null,
        "tell_at" timestamptz null,
        "told_at" timestamptz null,
        "amount" bigint null,
        "currency_code" text null,
        "message" text null
      )`)
    this.addSql(
      `create index if not exists "bpc_shipped_order_due" on "bpc_shipped_order" ("next_attempt_at") where "next_attempt_at" is not null`
    )
    this.addSql(
      `create index if not exists "bpc_shipped_order_problem" on "bpc_shipped_order" ("tell_at") where "problem" is not null`
    )
    // What may have shipped without its news having been heard: few of a shop's payments, whatever its size.
    this.addSql(
      `create index if not exists "bpc_session_may_ship" on "bpc_session" ("created_at")
       where "order_id" is not null and ("state" in ('authorized', 'canceled') or ("state" = 'paid' and "captured" < "amount"))`
    )
    this.addSql(`
      create table if not exists "bpc_rest_released" (
        "account_id" text not null primary key,
        "session_id" text not null,
        "at" timestamptz not null default now()
      )`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "bpc_rest_released"`)
    this.addSql(`drop index if exists "bpc_session_may_ship"`)
    this.addSql(`drop table if exists "bpc_shipped_order"`)
  }
}
