import { parseCurrency, type CurrencyCode } from "../../gateway"
import { type Database, newId, sql } from "./database"
import { type Encryption } from "./encryption"

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
}

export type NewAccount = Omit<Account, "id">

type AccountRecord = {
  id: string
  name: string
  mode: "test" | "live"
  api_url: string
  api_key: string
  webhook_secrets: string | null
  currencies: string[] | null
}

/** Merchant accounts in the database; API key and webhook secrets lie there encrypted. */
export class AccountStore {
  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption
  ) {}

  /** @throws EncryptionError `no_key` */
  async create(account: NewAccount): Promise<Account> {
    const id = newId.account()
    await sql(
      this.database,
      `insert into bpc_account (id, name, mode, api_url, api_key, api_key_last4, webhook_secrets, currencies)
       values (:id, :name, :mode, :url, :key, :last4, :secrets, :currencies)`,
      {
        id,
        name: account.name,
        mode: account.mode,
        url: account.apiUrl,
        key: this.encryption.encrypt(account.apiKey, `${id}.api_key`),
        last4: account.apiKey.slice(-4),
        secrets: this.encryption.encrypt(
          JSON.stringify(account.webhookSecrets),
          `${id}.webhook_secrets`
        ),
        currencies: account.currencies ? [...account.currencies] : null,
      }
    )
    return { ...account, id }
  }

  /** @throws EncryptionError if a secret cannot be read: checkout then fails closed with its sentence. */
  async list(): Promise<Account[]> {
    const records = await sql<AccountRecord>(
      this.database,
      `select * from bpc_account where deleted_at is null order by created_at, id`
    )
    return records.map((record) => this.decrypted(record))
  }

  private decrypted(record: AccountRecord): Account {
    return {
      id: record.id,
      name: record.name,
      mode: record.mode,
      apiUrl: record.api_url,
      apiKey: this.encryption.decrypt(record.api_key, `${record.id}.api_key`),
      webhookSecrets: record.webhook_secrets
        ? secretsOf(
            this.encryption.decrypt(
              record.webhook_secrets,
              `${record.id}.webhook_secrets`
            )
          )
        : [],
      currencies:
        record.currencies?.flatMap((code) => parseCurrency(code) ?? []) ?? null,
    }
  }
}

function secretsOf(json: string): string[] {
  const value: unknown = JSON.parse(json)
  return Array.isArray(value)
    ? value.filter((secret) => typeof secret === "string")
    : []
}
