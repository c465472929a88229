import {
  type CaptureMethod,
  type CurrencyCode,
  type SignatureVariant,
} from "../../gateway"
import { type ResolvedOptions } from "../../config/options"
import { type Account, type AccountStore } from "./accounts"
import { currencyNotServed, noAccount } from "./refusals"

/** Settings of the shop that are no secret. Values from options and environment win. */
export type Settings = {
  mode: "test" | "live"
  captureMethod: CaptureMethod
  /** Public address of the Medusa backend, without a trailing slash. */
  backendUrl: string
  storefrontUrl: string
  successTemplate: string
  failureTemplate: string
  /** Money that no order can be made for: given back by itself, or held for a person. */
  latePayment: "refund" | "hold"
  /** How old a webhook's own timestamp may be; 0 switches that check (never the signature check) off. */
  webhookToleranceSeconds: number
  /** Accept one signature layout only; undefined: every layout that the documents allow. */
  webhookSignatureVariant: SignatureVariant | undefined
}

/** The parts of Medusa's own configuration that give the defaults. */
export type StoreConfig = {
  projectConfig?: { http?: { storeCors?: string } }
  admin?: { backendUrl?: string }
}

export const OPTIONS_ACCOUNT = "options"
/** Accounts saved by another process are seen within this time. */
const ACCOUNTS_TTL_MS = 5_000

const DEFAULT_SUCCESS = "{storefront}/{country}/order/{order_id}/confirmed"
const DEFAULT_FAILURE =
  "{storefront}/{country}/checkout?step=payment&payment_error={reason}"

/** What the shop has configured: options and environment first, then the database. */
export class Configuration {
  private cached: { accounts: Account[]; until: number } | undefined

  constructor(
    readonly options: ResolvedOptions,
    private readonly store: StoreConfig,
    private readonly accountStore: AccountStore
  ) {}

  settings(): Settings {
    const { options, store } = this
    return {
      mode: options.account.mode ?? "test",
      captureMethod: options.account.captureMethod ?? "automatic",
      backendUrl:
        options.backendUrl ??
        withoutSlash(store.admin?.backendUrl) ??
        `http://localhost:${process.env.PORT ?? 9000}`,
      storefrontUrl:
        options.storefrontUrl ??
        firstOrigin(store.projectConfig?.http?.storeCors) ??
        "http://localhost:8000",
      successTemplate: DEFAULT_SUCCESS,
      failureTemplate: DEFAULT_FAILURE,
      latePayment: "refund",
      webhookToleranceSeconds: 300,
      webhookSignatureVariant: undefined,
    }
  }

  /**
   * The account that new payments of this currency use.
   *
   * @throws GatewayError `configuration`, with the sentence that tells the merchant what is missing
   * @throws EncryptionError if a stored secret cannot be read
   */
  async accountFor(currency: CurrencyCode): Promise<Account> {
    const { mode } = this.settings()
    const inMode = (await this.accounts()).filter(
      (account) => account.mode === mode
    )
    const account = inMode.find(
      ({ currencies }) => !currencies?.length || currencies.includes(currency)
    )
    if (account) {
      return account
    }
    throw inMode.length === 0
      ? noAccount(
          `No ${mode} merchant account is set up: give an API URL and an API key (BPC_API_URL, BPC_API_KEY). No payment was started.`
        )
      : currencyNotServed(
          `No ${mode} merchant account serves ${currency}. Add ${currency} to an account's currencies or add an account for it. No payment was started.`
        )
  }

  /** The account that a session began with; undefined when it was deleted since. */
  async account(id: string): Promise<Account | undefined> {
    return (await this.accounts()).find((account) => account.id === id)
  }

  /** All accounts, the one from options and environment first. */
  async accounts(): Promise<Account[]> {
    const now = Date.now()
    if (!this.cached || this.cached.until <= now) {
      const fromOptions = this.optionsAccount()
      this.cached = {
        accounts: [
          ...(fromOptions ? [fromOptions] : []),
          ...(await this.accountStore.list()),
        ],
        until: now + ACCOUNTS_TTL_MS,
      }
    }
    return this.cached.accounts
  }

  forgetCache(): void {
    this.cached = undefined
  }

  private optionsAccount(): Account | undefined {
    const { apiUrl, apiKey, webhookSecrets, currencies, mode } =
      this.options.account
    return apiUrl && apiKey
      ? {
          id: OPTIONS_ACCOUNT,
          name: "Options",
          mode: mode ?? "test",
          apiUrl,
          apiKey,
          webhookSecrets: webhookSecrets ?? [],
          currencies: (currencies as CurrencyCode[] | undefined) ?? null,
        }
      : undefined
  }
}

function withoutSlash(url: string | undefined): string | undefined {
  return url && /^https?:/.test(url) ? url.replace(/\/+$/, "") : undefined
}

/** STORE_CORS is a list of origins and patterns; the first plain origin is the shop's own storefront in every starter. */
function firstOrigin(cors: string | undefined): string | undefined {
  return withoutSlash(
    cors
      ?.split(",")
      .map((origin) => origin.trim())
      .find((origin) => URL.canParse(origin) && !origin.includes("*"))
  )
}
