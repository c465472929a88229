import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What an order's books looked like when an open page of it was last looked at, so that a change of the order is seen at once. */
export class Migration20261127040000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "bpc_session" add column if not exists "order_mark" text null`
    )
    this.addSql(
      `create index if not exists "bpc_session_order_page" on "bpc_session" ("for_order_id") where "state" = 'open' and "retired_at" is null and "for_order_id" is not null`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "bpc_session_order_page"`)
    this.addSql(`alter table "bpc_session" drop column if exists "order_mark"`)
  }
}
