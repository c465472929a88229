import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What is being worked on right now, an order, a cart or a payment, by one at a time whatever the store's locks do. */
export class Migration20261121200000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "bpc_lease" (
        "key" text not null primary key,
        "holder" text not null,
        "until" timestamptz not null
      )`)
    this.addSql(
      `create index if not exists "bpc_lease_holder" on "bpc_lease" ("holder")`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "bpc_lease"`)
  }
}
