import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The second channel of an account: login and password of the Merchant REST API, and its address where it is not the usual one. */
export class Migration20261121030000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table "bpc_account"
        add column if not exists "v1_api_url" text null,
        add column if not exists "api_login" text null,
        add column if not exists "api_login_last4" text null,
        add column if not exists "api_login_set_at" timestamptz null,
        add column if not exists "api_login_set_by" text null,
        add column if not exists "api_password" text null,
        add column if not exists "api_password_last4" text null,
        add column if not exists "api_password_set_at" timestamptz null,
        add column if not exists "api_password_set_by" text null`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table "bpc_account"
        drop column if exists "v1_api_url",
        drop column if exists "api_login",
        drop column if exists "api_login_last4",
        drop column if exists "api_login_set_at",
        drop column if exists "api_login_set_by",
        drop column if exists "api_password",
        drop column if exists "api_password_last4",
        drop column if exists "api_password_set_at",
        drop column if exists "api_password_set_by"`)
  }
}
