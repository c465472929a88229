import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * In which layout each account's gateway signs, learned from its first real event; and the keys of events whose signature covers no
 * time, kept for good, since nothing else tells a replay of one from news.
 */
export class Migration20261127020000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "bpc_signature_layout" (
        "account_id" text not null,
        "api_origin" text not null,
        "layout" text not null,
        "learned_at" timestamptz not null default now(),
        primary key ("account_id", "api_origin")
      )`)
    this.addSql(`
      create table if not exists "bpc_event_key" (
        "dedupe_key" text not null primary key,
        "stored_at" timestamptz not null default now()
      )`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "bpc_event_key"`)
    this.addSql(`drop table if exists "bpc_signature_layout"`)
  }
}
