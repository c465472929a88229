import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Payment links, and the order that a page asks money for, which is not the same as the order that has the money. */
export class Migration20261121010000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "bpc_payment_link" (
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
      )`)
    this.addSql(
      `create index if not exists "bpc_payment_link_order" on "bpc_payment_link" ("order_id", "created_at" desc, "id" desc)`
    )
    this.addSql(
      `alter table "bpc_session" add column if not exists "for_order_id" text null`
    )
    this.addSql(
      `create index if not exists "bpc_session_for_order" on "bpc_session" ("for_order_id") where "for_order_id" is not null`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "bpc_payment_link" cascade`)
    this.addSql(`drop index if exists "bpc_session_for_order"`)
    this.addSql(
      `alter table "bpc_session" drop column if exists "for_order_id"`
    )
  }
}
