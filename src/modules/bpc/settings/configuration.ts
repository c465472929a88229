import { type CurrencyCode } from "../../../gateway"
import {
  type OptionSource,
  type ResolvedOptions,
} from "../../../config/options"
import {
  type Account,
  type AccountRecord,
  type AccountStore,
  merchantRestLogin,
  configAccountId,
  isConfigAccount,
  EncryptionError,
  type SignatureMemory,
  knownLayout,
} from "../accounts"
import { type LedgerRow } from "../ledger"
import { currencyNotServed, noAccount } from "../refusals"
import { type SettingStore } from "./setting-store"
import {
  type SettingName,
  type Settings,
  type StoreConfig,
  defaultSettings,
  fixedSettings,
} from "./settings"

/** What another process saved is seen within this time. */
const TTL_MS = 3_000

type Loaded = {
  settings: Settings
  /** Ready for use, the one from options first. */
  accounts: Account[]
  /** Accounts whose secrets cannot be read, with the reason. */
  unreadable: { record: AccountRecord; error: EncryptionError }[]
}

/** What the shop has configured: options and environment first, then what was saved in the admin, then defaults. */
export class Configuration {
  private cached: { loaded: Promise<Loaded>; until: number } | undefined

  constructor(
    readonly options: ResolvedOptions,
    private readonly store: StoreConfig,
    private readonly accountStore: AccountStore,
    private readonly settingStore: SettingStore,
    private readonly signatureMemory: SignatureMemory
  ) {}

  /** Medusa's id of our payment provider. */
  get providerId(): string {
    return `pp_bpc_${this.options.id}`
  }

  async settings(): Promise<Settings> {
    return (await this.load()).settings
  }

  /** Which settings cannot be changed in the admin, and where they are set. */
  get locked(): Partial<Record<SettingName, OptionSource>> {
    return fixedSettings(this.options).locked
  }

  /**
   * The account that new payments of this currency use.
   *
   * @throws GatewayError `configuration`, with the sentence that tells the merchant what is missing
   * @throws EncryptionError if the secrets of the account that would serve cannot be read: checkout fails closed
   */
  async accountFor(currency: CurrencyCode): Promise<Account> {
    const { settings, accounts, unreadable } = await this.load()
    const { mode } = settings
    const inMode = accounts.filter((account) => account.mode === mode)
    const serving = inMode.filter(({ currencies }) =>
      serves(currencies, currency)
    )
    // Options win; among the admin's, one that names the currency beats one that serves every currency.
    const account =
      serving.find(({ id }) => isConfigAccount(id)) ??
      serving.find(({ currencies }) => currencies?.length) ??
      serving[0]
    if (account) {
      return account
    }
    const locked = unreadable.find(
      ({ record }) =>
        record.mode === mode && serves(record.currencies, currency)
    )
    if (locked) {
      throw locked.error
    }
    throw inMode.length === 0
      ? noAccount(
          `No ${mode} merchant account is set up: add one under Settings -> BPC Payments, or give BPC_API_URL and BPC_API_KEY. No payment was started.`
        )
      : currencyNotServed(
          `No ${mode} merchant account serves ${currency}. Add ${currency} to an account's currencies or add an account for it. No payment was started.`
        )
  }

  /** An account by its id. @throws EncryptionError */
  async account(id: string): Promise<Account | undefined> {
    const { accounts, unreadable } = await this.load()
    const locked = unreadable.find(({ record }) => record.id === id)
    if (locked) {
      throw locked.error
    }
    return accounts.find((account) => account.id === id)
  }

  /**
   * The account that a payment began with, for as long as the payment lives. The one of options and environment may have been entered
   * in the admin since: it is the same as long as mode and API host are.
   *
   * @returns undefined when it is not here any more
   * @throws EncryptionError
   */
  async accountOf(
    row: Pick<LedgerRow, "accountId" | "amount">
  ): Promise<Account | undefined> {
    const own = await this.account(row.accountId)
    if (own || !isConfigAccount(row.accountId)) {
      return own
    }
    const { accounts, unreadable } = await this.load()
    const same = accounts.filter(
      (account) => configAccountId(account) === row.accountId
    )
    const locked = unreadable.find(
      ({ record }) =>
        configAccountId({ mode: record.mode, apiUrl: record.api_url }) ===
        row.accountId
    )
    if (same.length === 0 && locked) {
      throw locked.error
    }
    return (
      same.find(({ currencies }) => serves(currencies, row.amount.currency)) ??
      same[0]
    )
  }

  /** All accounts that can be used, the one from options and environment first. */
  async accounts(): Promise<Account[]> {
    return (await this.load()).accounts
  }

  /** After a change in this process; others see it within seconds. */
  forget(): void {
    this.cached = undefined
  }

  /** The account of options and environment, complete or not; undefined when nothing of it is given. */
  optionsAccount(): Account | undefined {
    const {
      apiUrl,
      apiKey,
      webhookSecrets,
      currencies,
      mode,
      v1ApiUrl,
      apiLogin,
      apiPassword,
    } = this.options.account
    return apiUrl && apiKey
      ? {
          id: configAccountId({ mode: mode ?? "test", apiUrl }),
          name: "The one in the store's configuration",
          mode: mode ?? "test",
          apiUrl,
          apiKey,
          webhookSecrets: webhookSecrets ?? [],
          currencies: (currencies as CurrencyCode[] | undefined) ?? null,
          v1: merchantRestLogin({
            apiUrl,
            v1ApiUrl,
            login: apiLogin,
            password: apiPassword,
          }),
        }
      : undefined
  }

  private load(): Promise<Loaded> {
    const now = Date.now()
    if (!this.cached || this.cached.until <= now) {
      const loaded = this.read()
      this.cached = { loaded, until: now + TTL_MS }
      // A failed read is not kept: the next caller asks the database again.
      loaded.catch(() => this.forget())
    }
    return this.cached.loaded
  }

  private async read(): Promise<Loaded> {
    const [saved, records, layouts] = await Promise.all([
      this.settingStore.read(),
      this.accountStore.records(),
      this.signatureMemory.read(),
    ])
    const fromOptions = this.optionsAccount()
    const accounts: Account[] = fromOptions ? [fromOptions] : []
    const unreadable: Loaded["unreadable"] = []
    for (const record of records) {
      try {
        accounts.push(this.accountStore.decrypted(record))
      } catch (error) {
        if (!(error instanceof EncryptionError)) {
          throw error
        }
        unreadable.push({ record, error })
      }
    }
    return {
      settings: {
        ...defaultSettings(this.store),
        ...saved,
        ...fixedSettings(this.options).values,
      },
      accounts: accounts.map((account) => ({
        ...account,
        signatureLayout: knownLayout(layouts, account)?.layout,
      })),
      unreadable,
    }
  }
}

function serves(
  currencies: readonly string[] | null,
  currency: string
): boolean {
  return !currencies?.length || currencies.includes(currency)
}
