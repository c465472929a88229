import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The index of the newest events, read from its other end, finds the oldest ones too. */
export class Migration20261121230000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop index if exists "bpc_event_received"`)
  }

  override async down(): Promise<void> {
    this.addSql(
      `create index if not exists "bpc_event_received" on "bpc_event" ("received_at")`
    )
  }
}
