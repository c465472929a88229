import {
  type CurrencyCode,
  type SignatureVariant,
  parseCurrency,
  v1ApiUrlOf,
} from "../../../gateway"
import { type AuditNote, changeWithNote } from "../changes"
import { type Bindings, type Database, newId, sql } from "../database"
import { RemainderReleases } from "./remainder-releases"
import { type Encryption, EncryptionError } from "./encryption"
import { SECRET_FIELDS, type SecretField, shownPart } from "./secret-fields"
import { type Addresses, contextOf } from "./secret-origin"

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
  /** The layout that the gateway signs this account's webhooks in; absent until its first real event. */
  signatureLayout?: SignatureVariant | undefined
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

type NewAccount = Required<Omit<AccountChange, "secrets">> &
  Pick<AccountChange, "secrets">

/**
 * Merchant accounts in the database; their secrets lie there encrypted, bound to their row, their field and, where they are sent to a
 * server, to its origin.
 */
export class AccountStore {
  readonly remainderReleases: RemainderReleases

  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption
  ) {
    this.remainderReleases = new RemainderReleases(database)
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
  async create(account: NewAccount, note: AuditNote): Promise<string> {
    const id = newId.account()
    const secrets = this.sealed(id, account.secrets, account, note.actor)
    const columns = {
      id: ":id",
      name: ":name",
      mode: ":mode",
      api_url: ":url",
      v1_api_url: ":v1Url",
      currencies: ":currencies",
      ...secrets.columns,
    }
    await changeWithNote(
      this.database,
      `insert into bpc_account (${Object.keys(columns).join(", ")})
       values (${Object.values(columns).join(", ")}) returning id`,
      {
        id,
        name: account.name,
        mode: account.mode,
        url: account.apiUrl,
        v1Url: account.v1ApiUrl,
        currencies: account.currencies ? [...account.currencies] : null,
        ...secrets.bindings,
      },
      note
    )
    return id
  }

  /**
   * Writes what changes in an account that still has the addresses of `record`: what was decided about its secrets was decided for them.
   *
   * @returns false when it was changed or deleted meanwhile, and nothing was written
   * @throws EncryptionError `no_key`
   */
  async update(
    record: AccountRecord,
    change: AccountChange,
    note: AuditNote
  ): Promise<boolean> {
    const { id } = record
    const addresses = addressesAfter(record, change)
    const secrets = this.sealed(id, change.secrets, addresses, note.actor)
    const columns = {
      ...(change.name !== undefined && { name: ":name" }),
      ...(change.mode !== undefined && { mode: ":mode" }),
      ...(change.currencies !== undefined && { currencies: ":currencies" }),
      api_url: ":url",
      v1_api_url: ":v1Url",
      updated_at: "now()",
      ...secrets.columns,
    }
    const rows = await changeWithNote(
      this.database,
      `update bpc_account
       set ${Object.entries(columns)
         .map(([column, value]) => `${column} = ${value}`)
         .join(", ")}
       where id = :id and deleted_at is null
         and api_url = :urlBefore and v1_api_url is not distinct from :v1UrlBefore
       returning id`,
      {
        id,
        ...(change.name !== undefined && { name: change.name }),
        ...(change.mode !== undefined && { mode: change.mode }),
        ...(change.currencies !== undefined && {
          currencies: change.currencies ? [...change.currencies] : null,
        }),
        url: addresses.apiUrl,
        v1Url: addresses.v1ApiUrl,
        urlBefore: record.api_url,
        v1UrlBefore: record.v1_api_url,
        ...secrets.bindings,
      },
      note
    )
    return rows.length > 0
  }

  /** The next webhook secret as the current one, once the gateway signs with it. @throws EncryptionError */
  promoted(record: AccountRecord): AccountChange["secrets"] {
    return {
      webhook_secret: this.open(record, "next_webhook_secret"),
      next_webhook_secret: null,
    }
  }

  /** Keeps the row, which payments name, and none of its secrets. */
  async remove(id: string, note: AuditNote): Promise<void> {
    const wiped = SECRET_FIELDS.map((field) =>
      field === "api_key" ? `${field} = ''` : `${field} = null`
    )
    await changeWithNote(
      this.database,
      `update bpc_account set ${wiped.join(", ")}, deleted_at = now(), updated_at = now()
       where id = :id and deleted_at is null returning id`,
      { id },
      note
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

  async hasPayments(id: string): Promise<boolean> {
    const rows = await sql(
      this.database,
      `select 1 from bpc_session where account_id = :id limit 1`,
      { id }
    )
    return rows.length > 0
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
      ? this.encryption.decrypt(
          stored,
          contextOf(record.id, field, addressesOf(record))
        )
      : null
  }

  /** The columns of the secrets that change, with what goes into them. @throws EncryptionError `no_key` */
  private sealed(
    id: string,
    secrets: AccountChange["secrets"],
    addresses: Addresses,
    by: string
  ): { columns: Record<string, string>; bindings: Bindings } {
    const columns: Record<string, string> = {}
    const bindings: Bindings = {}
    for (const field of SECRET_FIELDS) {
      const secret = secrets[field]
      if (secret === undefined) {
        continue
      }
      columns[field] = `:${field}`
      columns[`${field}_last4`] = `:${field}_last4`
      columns[`${field}_set_at`] = secret === null ? "null" : "now()"
      columns[`${field}_set_by`] = `:${field}_set_by`
      bindings[field] =
        secret === null
          ? null
          : this.encryption.encrypt(secret, contextOf(id, field, addresses))
      bindings[`${field}_last4`] = shownPart(field, secret)
      bindings[`${field}_set_by`] = secret === null ? null : by
    }
    return { columns, bindings }
  }
}

export function addressesOf(record: AccountRecord): Addresses {
  return { apiUrl: record.api_url, v1ApiUrl: record.v1_api_url }
}

/** Where the account's calls go once a change is made. */
export function addressesAfter(
  record: AccountRecord,
  change: Pick<AccountChange, "apiUrl" | "v1ApiUrl">
): Addresses {
  return {
    apiUrl: change.apiUrl ?? record.api_url,
    v1ApiUrl:
      change.v1ApiUrl === undefined ? record.v1_api_url : change.v1ApiUrl,
  }
}
