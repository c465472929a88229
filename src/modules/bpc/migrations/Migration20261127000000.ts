import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What Medusa's credit line for a refund must come to, so that one that Medusa could not write is found and added. */
export class Migration20261127000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "bpc_operation" add column if not exists "credit_due" numeric, add column if not exists "credit_before" numeric, add column if not exists "credit_open" boolean not null default false`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table "bpc_operation" drop column if exists "credit_due", drop column if exists "credit_before", drop column if exists "credit_open"`
    )
  }
}
