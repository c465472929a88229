import { z } from "zod"
import { SIGNATURE_VARIANTS } from "../gateway/signature-variant"
import { PAGE_LANGUAGES } from "../shopper-pages/languages"
import {
  CAPTURE_METHODS,
  CAPTURE_ON_SHIPMENT,
  LATE_PAYMENT,
  MODES,
  VALUE_SOURCES,
} from "./vocabulary"

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
const LOCALES: readonly string[] = PAGE_LANGUAGES
const choice = <const Value extends string>(values: readonly Value[]) =>
  z.enum(values, `must be ${values.map((value) => `"${value}"`).join(" or ")}`)
const wholeNumber = (from: number, to: number) =>
  z
    .number("must be a number")
    .int("must be a whole number")
    .min(from, `must be ${from} or more`)
    .max(to, `must be ${to} or less`)

const fields = {
  mode: choice(MODES),
  capture_method: choice(CAPTURE_METHODS),
  capture_on_shipment: choice(CAPTURE_ON_SHIPMENT),
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
  /** Null: the shopper's own language. */
  locale: z.union(
    [z.null(), z.enum(LOCALES)],
    `must be null (the shopper's) or one of ${LOCALES.join(", ")}`
  ),
  /** E-mail, web address, phone number or a line of text; null: nobody is named. */
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
  late_payment: choice(LATE_PAYMENT),
  /** 0 switches the age check off. */
  webhook_tolerance_seconds: wholeNumber(0, 86_400),
  /** Null: every documented layout. */
  webhook_signature_variant: z.union(
    [z.null(), z.enum(SIGNATURE_VARIANTS)],
    `must be null (every layout) or one of ${SIGNATURE_VARIANTS.join(", ")}`
  ),
}

/** What the settings route takes: any of the fields, each checked by itself. */
export const settingsBody = z.strictObject(fields).partial()
export type SettingsInput = z.input<typeof settingsBody>

export const settingsSchema = z.object(fields)
export type Settings = z.input<typeof settingsSchema>
export type SettingField = keyof Settings

/** The templates with an example's values in their places. */
export const previewsAnswer = z.object({
  success: z.string(),
  failure: z.string(),
})
export type Previews = z.input<typeof previewsAnswer>

/** Everything that the settings page shows. Nothing in it is secret. */
export const settingsAnswer = z.object({
  settings: settingsSchema,
  locked: z.partialRecord(settingsSchema.keyof(), z.enum(VALUE_SOURCES)),
  meta: z.object({
    provider_id: z.string(),
    webhook_url: z.string(),
    /** To tick in the gateway's portal; the first two are required. */
    webhook_events: z.array(z.string()),
    locales: z.array(z.string()),
    signature_variants: z.array(z.enum(SIGNATURE_VARIANTS)).readonly(),
    encryption: z.enum(["ready", "missing"]),
    /** Accounts whose gateways release the rest of a hold when a part of it is captured. */
    rest_released_by: z.array(z.string()),
    previews: previewsAnswer,
  }),
})
export type SettingsAnswer = z.input<typeof settingsAnswer>

function withoutSlash(text: string): string {
  return text.endsWith("://") ? text : text.replace(/\/+$/, "")
}
