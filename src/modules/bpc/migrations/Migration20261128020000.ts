import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Accounts whose last call to their gateway failed; an account that works has no row. */
export class Migration20261128020000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "bpc_gateway_trouble" (
        "account_id" text not null primary key,
        "kind" text not null,
        "calls" integer not null default 1,
        "since" timestamptz not null default now(),
        "last_at" timestamptz not null default now()
      )`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "bpc_gateway_trouble"`)
  }
}
