import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Which carts are being completed right now, so that one with our payment becomes one order whatever the store's locks do. */
export class Migration20261121200000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "bpc_completion" (
        "cart_id" text not null primary key,
        "holder" text not null,
        "until" timestamptz not null
      )`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "bpc_completion"`)
  }
}
