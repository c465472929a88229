import {
  type CaptureOnShipment,
  type Mode,
} from "../../../api-schemas/vocabulary"
import { type CaptureMethod, type SignatureVariant } from "../../../gateway"
import {
  type OptionSource,
  type ResolvedOptions,
} from "../../../config/options"
import {
  DEFAULT_FAILURE,
  DEFAULT_SUCCESS,
  type ReturnSettings,
} from "../return-address"

/** Settings of the shop that are no secret. Values from options and environment win over the admin's. */
export type Settings = ReturnSettings & {
  mode: Mode
  captureMethod: CaptureMethod
  captureOnShipment: CaptureOnShipment
  /** Days after which an authorisation that nobody captured is warned about. */
  captureWarningDays: number
  /** Public address of the Medusa backend, without a trailing slash. */
  backendUrl: string
  /** Language of the gateway's page and our own; null: the shopper's. */
  locale: string | null
  /** Whom a shopper can ask about a payment, on our own pages: an e-mail address, a web address, a phone number, or a line of text. */
  contact: string | null
  /** Money that no order can be made for: given back by itself, or held for a person. */
  latePayment: "refund" | "hold"
  /** How old a webhook's own timestamp may be; 0 switches that check (never the signature check) off. */
  webhookToleranceSeconds: number
  /** Accept one signature layout only; null: every layout that the documents allow. */
  webhookSignatureVariant: SignatureVariant | null
}

export type SettingName = keyof Settings

/** The parts of Medusa's own configuration that give the defaults. */
export type StoreConfig = {
  projectConfig?: { http?: { storeCors?: string } }
  admin?: { backendUrl?: string }
}

/** What holds when nobody has set anything. */
export function defaultSettings(store: StoreConfig): Settings {
  return {
    mode: "test",
    captureMethod: "automatic",
    captureOnShipment: "off",
    captureWarningDays: 6,
    backendUrl:
      withoutSlash(store.admin?.backendUrl) ??
      `http://localhost:${process.env.PORT ?? 9000}`,
    storefrontUrl:
      firstOrigin(store.projectConfig?.http?.storeCors) ??
      "http://localhost:8000",
    successTemplate: DEFAULT_SUCCESS,
    failureTemplate: DEFAULT_FAILURE,
    allowedReturnOrigins: [],
    locale: null,
    contact: null,
    latePayment: "refund",
    webhookToleranceSeconds: 300,
    webhookSignatureVariant: null,
  }
}

/** What options and environment fix, and where each of it comes from. */
export function fixedSettings(options: ResolvedOptions): {
  values: Partial<Settings>
  locked: Partial<Record<SettingName, OptionSource>>
} {
  const values: Partial<Settings> = {}
  const locked: Partial<Record<SettingName, OptionSource>> = {}
  const fix = <Name extends SettingName>(
    name: Name,
    value: Settings[Name] | undefined,
    option: string
  ) => {
    const source = options.sources[option]
    if (value !== undefined && source) {
      values[name] = value
      locked[name] = source
    }
  }
  fix("mode", options.account.mode, "account.mode")
  fix("captureMethod", options.account.captureMethod, "account.captureMethod")
  fix("backendUrl", options.backendUrl, "backendUrl")
  fix("storefrontUrl", options.storefrontUrl, "storefrontUrl")
  return { values, locked }
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
