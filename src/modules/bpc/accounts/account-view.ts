import { type z } from "zod"
import { type accountSchema } from "../../../api-schemas/accounts"
import { type OptionSource } from "../../../config/options"
import { type Account, type AccountRecord } from "./accounts"
import { lastFour } from "./secret-fields"
import { type KnownLayout } from "./signature-memory"

/** An account as the admin sees it; secrets only by their last characters, and when and by whom they were set. */
export type AccountView = z.output<typeof accountSchema>

export function viewOfRecord(
  record: AccountRecord,
  state: {
    problem: string | null
    openSessions: number
    layout: KnownLayout | undefined
  }
): AccountView {
  return {
    id: record.id,
    name: record.name,
    mode: record.mode,
    api_url: record.api_url,
    api_key_last4: record.api_key_last4 ?? "",
    api_key_set_at: record.api_key_set_at,
    api_key_set_by: record.api_key_set_by,
    webhook_secret_last4: record.webhook_secret
      ? record.webhook_secret_last4
      : null,
    webhook_secret_set_at: record.webhook_secret_set_at,
    webhook_secret_set_by: record.webhook_secret_set_by,
    next_webhook_secret_last4: record.next_webhook_secret
      ? record.next_webhook_secret_last4
      : null,
    next_webhook_secret_set_at: record.next_webhook_secret_set_at,
    next_webhook_secret_set_by: record.next_webhook_secret_set_by,
    api_login_last4: record.api_login ? record.api_login_last4 : null,
    api_login_set_at: record.api_login_set_at,
    api_login_set_by: record.api_login_set_by,
    api_password_last4: record.api_password ? record.api_password_last4 : null,
    api_password_set_at: record.api_password_set_at,
    api_password_set_by: record.api_password_set_by,
    v1_api_url: record.v1_api_url,
    signature_layout: state.layout?.layout ?? null,
    signature_layout_at: state.layout?.learnedAt ?? null,
    currencies: record.currencies,
    source: "admin",
    readable: state.problem === null,
    problem: state.problem,
    open_sessions: state.openSessions,
    created_at: record.created_at,
    updated_at: record.updated_at,
  }
}

export function viewOfOptions(
  account: Account,
  state: {
    source: OptionSource
    openSessions: number
    v1ApiUrl: string | null
    layout: KnownLayout | undefined
  }
): AccountView {
  const [current, next] = account.webhookSecrets
  return {
    id: account.id,
    name: account.name,
    mode: account.mode,
    api_url: account.apiUrl,
    api_key_last4: lastFour(account.apiKey),
    api_key_set_at: null,
    api_key_set_by: null,
    webhook_secret_last4: current === undefined ? null : lastFour(current),
    webhook_secret_set_at: null,
    webhook_secret_set_by: null,
    next_webhook_secret_last4: next === undefined ? null : lastFour(next),
    next_webhook_secret_set_at: null,
    next_webhook_secret_set_by: null,
    api_login_last4: account.v1 ? "" : null,
    api_login_set_at: null,
    api_login_set_by: null,
    api_password_last4: account.v1 ? "" : null,
    api_password_set_at: null,
    api_password_set_by: null,
    v1_api_url: state.v1ApiUrl,
    signature_layout: state.layout?.layout ?? null,
    signature_layout_at: state.layout?.learnedAt ?? null,
    currencies: account.currencies,
    source: state.source,
    readable: true,
    problem: null,
    open_sessions: state.openSessions,
    created_at: null,
    updated_at: null,
  }
}
