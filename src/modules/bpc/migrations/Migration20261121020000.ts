import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Every capture, refund and release, written down before it is sent, so that none whose answer never came is forgotten; and
 * whether a person was told about a payment that needs one.
 */
export class Migration20261121020000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "bpc_operation" (
        "id" text not null primary key,
        "session_id" text not null references "bpc_session" ("id") on delete cascade,
        "kind" text not null check ("kind" in ('capture', 'refund', 'void')),
        "amount" bigint not null check ("amount" >= 0),
        "total_before" bigint not null,
        "reference" text not null,
        "origin" text not null check ("origin" in ('medusa', 'plugin', 'portal')),
        "state" text not null check ("state" in ('sent', 'pending', 'unknown', 'done', 'failed', 'lost')),
        "message" text null,
        "created_at" timestamptz not null default now(),
        "updated_at" timestamptz not null default now()
      )`)
    this.addSql(
      `create unique index if not exists "bpc_operation_reference" on "bpc_operation" ("session_id", "kind", "reference")`
    )
    this.addSql(
      `alter table "bpc_session" add column if not exists "notified_at" timestamptz null`
    )
    this.addSql(
      `create index if not exists "bpc_session_untold" on "bpc_session" ("id")
       where "notified_at" is null and ("state" = 'held' or ("reason" is not null and "claims_collection" and "order_id" is not null and "state" in ('paid', 'authorized')))`
    )
    this.addSql(
      `create index if not exists "bpc_event_received" on "bpc_event" ("received_at")`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "bpc_session" drop column if exists "notified_at"`)
    this.addSql(`drop index if exists "bpc_event_received"`)
    this.addSql(`drop table if exists "bpc_operation" cascade`)
  }
}
