import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Indexes for what grew with the shop at a million payments (integration-tests/scale). */
export class Migration20261121060000 extends Migration {
  override async up(): Promise<void> {
    // PostgreSQL has no statistics of an expression in a partial index, and without them a search walks the whole ledger.
    this.addSql(`drop index if exists "bpc_session_email"`)
    this.addSql(
      `create index if not exists "bpc_session_email" on "bpc_session" (lower("email") text_pattern_ops)`
    )
    // The few payments that still need their account, and those whose money is on its way back.
    this.addSql(
      `create index if not exists "bpc_session_unfinished" on "bpc_session" ("account_id")
       where "state" in ('creating', 'open', 'authorized', 'held') or ("state" = 'paid' and "order_id" is null)`
    )
    this.addSql(`drop index if exists "bpc_session_account"`)
    this.addSql(
      `create index if not exists "bpc_session_giving_back" on "bpc_session" ("created_at")
       where "state" = 'paid' and "reason" is not null and "order_id" is null`
    )
    this.addSql(
      `create index if not exists "bpc_session_order_differs" on "bpc_session" ("created_at")
       where "reason" is not null and "resolved_at" is null and "claims_collection" and "order_id" is not null
         and "state" in ('paid', 'authorized')`
    )
    this.addSql(
      `create index if not exists "bpc_event_unfinished" on "bpc_event" ("state", "received_at" desc, "id" desc) where "state" <> 'done'`
    )
  }

  override async down(): Promise<void> {
    for (const index of [
      "bpc_session_email",
      "bpc_session_unfinished",
      "bpc_session_giving_back",
      "bpc_session_order_differs",
      "bpc_event_unfinished",
    ]) {
      this.addSql(`drop index if exists "${index}"`)
    }
    this.addSql(
      `create index if not exists "bpc_session_account" on "bpc_session" ("account_id", "state")`
    )
    this.addSql(
      `create index if not exists "bpc_session_email" on "bpc_session" (lower("email") text_pattern_ops) where "email" is not null`
    )
  }
}
