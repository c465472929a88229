import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The admin: settings, their history, secrets with their dates, signs of life, and the indexes of the payments page. */
export class Migration20261120120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "bpc_setting" (
        "key" text not null primary key,
        "value" jsonb not null,
        "updated_at" timestamptz not null default now()
      )`)
    this.addSql(`
      create table if not exists "bpc_audit" (
        "id" text not null primary key,
        "at" timestamptz not null default clock_timestamp(),
        "actor" text not null,
        "subject" text not null,
        "field" text not null,
        "from" text null,
        "to" text null
      )`)
    this.addSql(
      `create index if not exists "bpc_audit_newest" on "bpc_audit" ("at" desc, "id" desc)`
    )
    this.addSql(`
      create table if not exists "bpc_sign_of_life" (
        "name" text not null primary key,
        "at" timestamptz not null default now(),
        "detail" text null
      )`)
    this.addSql(`
      alter table "bpc_account"
        add column if not exists "api_key_set_at" timestamptz null,
        add column if not exists "api_key_set_by" text null,
        add column if not exists "webhook_secret" text null,
        add column if not exists "webhook_secret_last4" text null,
        add column if not exists "webhook_secret_set_at" timestamptz null,
        add column if not exists "webhook_secret_set_by" text null,
        add column if not exists "next_webhook_secret" text null,
        add column if not exists "next_webhook_secret_last4" text null,
        add column if not exists "next_webhook_secret_set_at" timestamptz null,
        add column if not exists "next_webhook_secret_set_by" text null,
        drop column if exists "webhook_secrets"`)
    this.addSql(`
      alter table "bpc_session"
        add column if not exists "resolved_at" timestamptz null,
        add column if not exists "resolved_by" text null`)
    this.addSql(
      `create index if not exists "bpc_session_held" on "bpc_session" ("created_at") where "state" = 'held' and "resolved_at" is null`
    )
    for (const [name, columns] of [
      ["bpc_session_state", `("state", "created_at" desc, "id" desc)`],
      ["bpc_session_mode", `("mode", "created_at" desc, "id" desc)`],
      ["bpc_session_order", `("order_id") where "order_id" is not null`],
      ["bpc_session_cart", `("cart_id") where "cart_id" is not null`],
      [
        "bpc_session_email",
        `(lower("email") text_pattern_ops) where "email" is not null`,
      ],
      ["bpc_session_account", `("account_id", "state")`],
    ]) {
      this.addSql(
        `create index if not exists "${name}" on "bpc_session" ${columns}`
      )
    }
    this.addSql(
      `create index if not exists "bpc_event_newest" on "bpc_event" ("received_at" desc, "id" desc)`
    )
    this.addSql(
      `create index if not exists "bpc_timeline_orders" on "bpc_timeline" ("at") where "kind" = 'order_placed'`
    )
  }

  override async down(): Promise<void> {
    for (const table of ["bpc_setting", "bpc_audit", "bpc_sign_of_life"]) {
      this.addSql(`drop table if exists "${table}" cascade`)
    }
    for (const index of [
      "bpc_session_state",
      "bpc_session_mode",
      "bpc_session_order",
      "bpc_session_cart",
      "bpc_session_email",
      "bpc_session_account",
      "bpc_event_newest",
      "bpc_timeline_orders",
    ]) {
      this.addSql(`drop index if exists "${index}"`)
    }
    this.addSql(`
      alter table "bpc_session"
        drop column if exists "resolved_at",
        drop column if exists "resolved_by"`)
    this.addSql(`
      alter table "bpc_account"
        add column if not exists "webhook_secrets" text null,
        drop column if exists "api_key_set_at",
        drop column if exists "api_key_set_by",
        drop column if exists "webhook_secret",
        drop column if exists "webhook_secret_last4",
        drop column if exists "webhook_secret_set_at",
        drop column if exists "webhook_secret_set_by",
        drop column if exists "next_webhook_secret",
        drop column if exists "next_webhook_secret_last4",
        drop column if exists "next_webhook_secret_set_at",
        drop column if exists "next_webhook_secret_set_by"`)
  }
}
