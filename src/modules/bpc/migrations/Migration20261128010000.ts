import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What the job has not come to an end with, and since when. */
export class Migration20261128010000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "bpc_session" add column if not exists "failing" text null, add column if not exists "failing_since" timestamptz null,
         add column if not exists "failing_why" text null, add column if not exists "failing_told_at" timestamptz null`
    )
    this.addSql(
      `create index if not exists "bpc_session_failing" on "bpc_session" ("failing", "failing_since") where "failing" is not null`
    )
    // Parked events are tried again too.
    this.addSql(
      `create index if not exists "bpc_event_next" on "bpc_event" ("next_attempt_at") where "next_attempt_at" is not null`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "bpc_event_next"`)
    this.addSql(`drop index if exists "bpc_session_failing"`)
    this.addSql(
      `alter table "bpc_session" drop column if exists "failing", drop column if exists "failing_since",
         drop column if exists "failing_why", drop column if exists "failing_told_at"`
    )
  }
}
