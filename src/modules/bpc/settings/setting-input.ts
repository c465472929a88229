import { z } from "@medusajs/framework/zod"
import { SIGNATURE_VARIANTS } from "../../../gateway"
import { PAGE_LANGUAGES } from "../../../shopper-pages/languages"
import { type FieldComplaint, firstComplaint } from "../changes"
import { leadsToAllowedOrigin } from "../return-address"
import {
  CAPTURE_ON_SHIPMENT,
  type SettingName,
  type Settings,
} from "./settings"

/** The admin API's names of the settings. */
export const SETTING_FIELDS = {
  mode: "mode",
  capture_method: "captureMethod",
  capture_on_shipment: "captureOnShipment",
  capture_warning_days: "captureWarningDays",
  backend_url: "backendUrl",
  storefront_url: "storefrontUrl",
  success_template: "successTemplate",
  failure_template: "failureTemplate",
  allowed_return_origins: "allowedReturnOrigins",
  locale: "locale",
  contact: "contact",
  late_payment: "latePayment",
  webhook_tolerance_seconds: "webhookToleranceSeconds",
  webhook_signature_variant: "webhookSignatureVariant",
} as const satisfies Record<string, SettingName>

export type SettingField = keyof typeof SETTING_FIELDS

const url = (complaint: string, good: (url: URL) => boolean) =>
  z
    .string("must be text")
    .trim()
    .refine((text) => URL.canParse(text) && good(new URL(text)), complaint)

const isWeb = ({ protocol, username, password, search, hash }: URL) =>
  ["http:", "https:"].includes(protocol) &&
  !username &&
  !password &&
  !search &&
  !hash

const template = (placeholders: readonly string[], needed: string) =>
  z
    .string("must be text")
    .trim()
    .max(1000, "must be shorter than 1,000 characters")
    .refine((text) => text.includes(needed), `must contain ${needed}`)
    .refine(
      (text) =>
        [...text.matchAll(/\{(\w+)\}/g)].every(([, name]) =>
          placeholders.includes(name ?? "")
        ),
      `knows only ${placeholders.map((name) => `{${name}}`).join(", ")}`
    )
    .refine(
      (text) =>
        text.startsWith("{storefront}") ||
        /^[a-z][a-z0-9+.-]*:\/\//i.test(text),
      "must start with {storefront} or with a scheme such as https:// or myapp://"
    )

const KNOWN = ["storefront", "country", "cart_id"] as const
const choice = <Value extends string>(...values: [Value, ...Value[]]) =>
  z.enum(values, `must be ${values.map((value) => `"${value}"`).join(" or ")}`)
const wholeNumber = (from: number, to: number) =>
  z
    .number(`must be a number`)
    .int("must be a whole number")
    .min(from, `must be ${from} or more`)
    .max(to, `must be ${to} or less`)

/** What the settings route takes: any of the fields, each checked by itself. */
export const settingInputSchema = z
  .strictObject({
    mode: choice("test", "live"),
    capture_method: choice("automatic", "manual"),
    capture_on_shipment: choice(...CAPTURE_ON_SHIPMENT),
    capture_warning_days: wholeNumber(1, 30),
    backend_url: url(
      "must be an address such as https://api.shop.example, without query or user name",
      isWeb
    ).transform(withoutSlash),
    storefront_url: url(
      "must be an origin without a path, such as https://shop.example",
      (parsed) => isWeb(parsed) && parsed.pathname === "/"
    ).transform(withoutSlash),
    success_template: template([...KNOWN, "order_id"], "{order_id}"),
    failure_template: template([...KNOWN, "reason"], "{reason}"),
    allowed_return_origins: z
      .array(
        url(
          "must be origins such as https://shop.example or app schemes such as myapp://",
          ({ protocol, pathname }) =>
            !["javascript:", "data:", "vbscript:", "blob:", "file:"].includes(
              protocol
            ) && ["", "/"].includes(pathname)
        ).transform(withoutSlash),
        "must be a list"
      )
      .max(50, "must hold 50 entries or fewer"),
    locale: z.union(
      [z.null(), z.enum(PAGE_LANGUAGES as [string, ...string[]])],
      `must be null (the shopper's) or one of ${PAGE_LANGUAGES.join(", ")}`
    ),
    contact: z
      .union([z.null(), z.string()], "must be null (nobody) or text")
      .transform((text) => text?.trim() || null)
      .refine(
        (text) => text === null || !/[\p{Cc}\u2028\u2029]/u.test(text),
        "must be one line"
      )
      .refine(
        (text) => text === null || text.length <= 200,
        "must be 200 characters or fewer"
      ),
    late_payment: choice("refund", "hold"),
    webhook_tolerance_seconds: wholeNumber(0, 86_400),
    webhook_signature_variant: z.union(
      [z.null(), z.enum([...SIGNATURE_VARIANTS] as [string, ...string[]])],
      `must be null (every layout) or one of ${SIGNATURE_VARIANTS.join(", ")}`
    ),
  })
  .partial()

/** Parses what a caller sent; the first complaint names its field. */
export function parseSettingInput(
  input: unknown
):
  | { ok: true; value: Partial<Settings> }
  | { ok: false; error: FieldComplaint } {
  const parsed = settingInputSchema.safeParse(input ?? {})
  if (!parsed.success) {
    return { ok: false, error: firstComplaint(parsed.error) }
  }
  const value = Object.fromEntries(
    Object.entries(parsed.data).map(([field, given]) => [
      SETTING_FIELDS[field as SettingField],
      given,
    ])
  ) as Partial<Settings>
  return { ok: true, value }
}

/** A setting as it lies in the database; empty for a name or a value of another version of this plugin, which then does not count. */
export function storedSetting(
  name: string,
  stored: unknown
): Partial<Settings> {
  const field = Object.entries(SETTING_FIELDS).find(
    ([, known]) => known === name
  )?.[0]
  const parsed =
    field === undefined ? undefined : parseSettingInput({ [field]: stored })
  return parsed?.ok ? parsed.value : {}
}

/** What can be wrong only together: templates that lead to an origin which is not listed. */
export function complaintAbout(settings: Settings): FieldComplaint | undefined {
  for (const [field, text] of [
    ["success_template", settings.successTemplate],
    ["failure_template", settings.failureTemplate],
  ] as const) {
    const example = text
      .replace("{storefront}", settings.storefrontUrl)
      .replace(/\{\w+\}/g, "x")
    if (!leadsToAllowedOrigin(example, settings)) {
      return {
        field,
        complaint:
          "leads to an origin that is not the storefront's; list it under allowed_return_origins first",
      }
    }
  }
  return undefined
}

function withoutSlash(text: string): string {
  return text.endsWith("://") ? text : text.replace(/\/+$/, "")
}
