import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Where a shopper asked to be led after paying, such as an app's own scheme. */
export class Migration20261121090000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "bpc_session" add column if not exists "return_to" text null`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "bpc_session" drop column if exists "return_to"`)
  }
}
