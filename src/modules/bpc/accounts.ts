import { type CurrencyCode, parseCurrency, v1ApiUrlOf } from "../../gateway"
import { shownPart } from "./account-view"
import { type Database, newId, sql } from "./database"
import { RestReleases } from "./rest-releases"
import { type Encryption, EncryptionError } from "./encryption"

/** A merchant account at the gateway, with its secrets in the clear: never leaves the server, never reaches a log. */
export type Account = {
  id: string
  name: string
  mode: "test" | "live"
  apiUrl: string
  apiKey: string
  /** Each one is accepted on webhooks. */
  webhookSecrets: readonly string[]
  /** null: serves every currency. */
  currencies: readonly CurrencyCode[] | null
  /** The second channel; absent when no login for it is set. */
  v1?: MerchantRestLogin | undefined
}

/** Access to the Merchant REST API (V1). */
export type MerchantRestLogin = {
  apiUrl: string
  login: string
  password: string
}

/** Undefined unless both halves are there. @param v1ApiUrl where the account says it lies; else beside V2 */
export function merchantRestLogin(account: {
  apiUrl: string
  v1ApiUrl?: string | null | undefined
  login?: string | null | undefined
  password?: string | null | undefined
}): MerchantRestLogin | undefined {
  const { apiUrl, v1ApiUrl, login, password } = account
  return login && password
    ? { apiUrl: v1ApiUrl || v1ApiUrlOf(apiUrl), login, password }
    : undefined
}

export const SECRET_FIELDS = [
  "api_key",
  "webhook_secret",
  "next_webhook_secret",
  "api_login",
  "api_password",
] as const
export type SecretField = (typeof SECRET_FIELDS)[number]

/** An account's row: secrets encrypted, each with its last four characters, when and by whom it was set. */
export type AccountRecord = {
  id: string
  name: string
  mode: "test" | "live"
  api_url: string
  v1_api_url: string | null
  currencies: string[] | null
  created_at: Date
  updated_at: Date
} & Record<SecretField, string | null> &
  Record<`${SecretField}_last4`, string | null> &
  Record<`${SecretField}_set_at`, Date | null> &
  Record<`${SecretField}_set_by`, string | null>

/** What may be written; an absent field stays as it is, a secret of null is removed. */
export type AccountChange = {
  name?: string
  mode?: "test" | "live"
  apiUrl?: string
  v1ApiUrl?: string | null
  currencies?: readonly string[] | null
  secrets: Partial<Record<SecretField, string | null>>
}

/** Merchant accounts in the database; their secrets lie there encrypted, bound to their row and field. */
export class AccountStore {
  readonly restReleases: RestReleases

  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption
  ) {
    this.restReleases = new RestReleases(database)
  }

  get canEncrypt(): boolean {
    return this.encryption.ready
  }

  async records(): Promise<AccountRecord[]> {
    return sql<AccountRecord>(
      this.database,
      `select * from bpc_account where deleted_at is null order by created_at, id`
    )
  }

  /** @throws EncryptionError `no_key` */
  async create(
    account: Required<Omit<AccountChange, "secrets">> &
      Pick<AccountChange, "secrets">,
    by: string
  ): Promise<string> {
    const id = newId.account()
    // One statement writes the row without secrets, the next one seals them under its id: a key that is missing fails first.
    const sealed = this.sealed(id, account.secrets)
    await sql(
      this.database,
      `insert into bpc_account (id, name, mode, api_url, v1_api_url, currencies, api_key, api_key_last4)
       values (:id, :name, :mode, :url, :v1Url, :currencies, :key, :last4)`,
      {
        id,
        name: account.name,
        mode: account.mode,
        url: account.apiUrl,
        v1Url: account.v1ApiUrl,
        currencies: account.currencies ? [...account.currencies] : null,
        key: sealed.api_key ?? "",
        last4: shownPart("api_key", account.secrets.api_key),
      }
    )
    await this.writeSecrets(id, account.secrets, sealed, by)
    return id
  }

  /** @throws EncryptionError `no_key` */
  async update(id: string, change: AccountChange, by: string): Promise<void> {
    const sealed = this.sealed(id, change.secrets)
    await sql(
      this.database,
      `update bpc_account set name = coalesce(:name, name), mode = coalesce(:mode, mode), api_url = coalesce(:url, api_url),
         v1_api_url = ${change.v1ApiUrl === undefined ? "v1_api_url" : ":v1Url"},
         currencies = ${change.currencies === undefined ? "currencies" : ":currencies"}, updated_at = now()
       where id = :id and deleted_at is null`,
      {
        id,
        name: change.name ?? null,
        mode: change.mode ?? null,
        url: change.apiUrl ?? null,
        ...(change.v1ApiUrl !== undefined && { v1Url: change.v1ApiUrl }),
        ...(change.currencies !== undefined && {
          currencies: change.currencies ? [...change.currencies] : null,
        }),
      }
    )
    await this.writeSecrets(id, change.secrets, sealed, by)
  }

  /** Makes the next webhook secret the current one, once the gateway signs with it. @throws EncryptionError */
  async promoteNextSecret(record: AccountRecord, by: string): Promise<void> {
    const next = this.open(record, "next_webhook_secret")
    await this.update(
      record.id,
      { secrets: { webhook_secret: next, next_webhook_secret: null } },
      by
    )
  }

  /** Keeps the row, which payments name, and none of its secrets. */
  async remove(id: string): Promise<void> {
    const wiped = SECRET_FIELDS.map((field) =>
      field === "api_key" ? `${field} = ''` : `${field} = null`
    )
    await sql(
      this.database,
      `update bpc_account set ${wiped.join(", ")}, deleted_at = now(), updated_at = now() where id = :id and deleted_at is null`,
      { id }
    )
  }

  /** How many sessions of an account may still need it: open pages, holds, money without its order. */
  async openSessions(): Promise<Map<string, number>> {
    const rows = await sql<{ account_id: string; count: number }>(
      this.database,
      `select account_id, count(*)::int as count from bpc_session
       where state in ('creating', 'open', 'authorized', 'held') or (state = 'paid' and order_id is null)
       group by account_id`
    )
    return new Map(rows.map(({ account_id, count }) => [account_id, count]))
  }

  /** An account ready for use. @throws EncryptionError if a secret cannot be read: checkout then fails closed with its sentence */
  decrypted(record: AccountRecord): Account {
    return {
      id: record.id,
      name: record.name,
      mode: record.mode,
      apiUrl: record.api_url,
      apiKey: this.open(record, "api_key") ?? "",
      webhookSecrets: [
        this.open(record, "webhook_secret"),
        this.open(record, "next_webhook_secret"),
      ].filter((secret) => secret !== null),
      currencies:
        record.currencies?.flatMap((code) => parseCurrency(code) ?? []) ?? null,
      v1: merchantRestLogin({
        apiUrl: record.api_url,
        v1ApiUrl: record.v1_api_url,
        login: this.open(record, "api_login"),
        password: this.open(record, "api_password"),
      }),
    }
  }

  /** Why an account's secrets cannot be read, or null. */
  problemOf(record: AccountRecord): string | null {
    try {
      this.decrypted(record)
      return null
    } catch (error) {
      if (error instanceof EncryptionError) {
        return error.message
      }
      throw error
    }
  }

  private open(record: AccountRecord, field: SecretField): string | null {
    const stored = record[field]
    return stored
      ? this.encryption.decrypt(stored, `${record.id}.${field}`)
      : null
  }

  private sealed(
    id: string,
    secrets: AccountChange["secrets"]
  ): Partial<Record<SecretField, string>> {
    const sealed: Partial<Record<SecretField, string>> = {}
    for (const field of SECRET_FIELDS) {
      const secret = secrets[field]
      if (typeof secret === "string") {
        sealed[field] = this.encryption.encrypt(secret, `${id}.${field}`)
      }
    }
    return sealed
  }

  private async writeSecrets(
    id: string,
    secrets: AccountChange["secrets"],
    sealed: Partial<Record<SecretField, string>>,
    by: string
  ): Promise<void> {
    for (const field of SECRET_FIELDS) {
      const secret = secrets[field]
      if (secret === undefined) {
        continue
      }
      await sql(
        this.database,
        `update bpc_account set ${field} = :sealed, ${field}_last4 = :last4,
           ${field}_set_at = ${secret === null ? "null" : "now()"}, ${field}_set_by = :by, updated_at = now()
         where id = :id`,
        {
          id,
          sealed: sealed[field] ?? null,
          last4: shownPart(field, secret),
          by: secret === null ? null : by,
        }
      )
    }
  }
}
