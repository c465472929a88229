import { type SettingField, settingsBody } from "../../../api-schemas/settings"
import { type FieldComplaint, firstComplaint } from "../changes"
import { leadsToAllowedOrigin } from "../return-address"
import { type SettingName, type Settings } from "./settings"

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
} as const satisfies Record<SettingField, SettingName>

/** Parses what a caller sent; the first complaint names its field. */
export function parseSettingInput(
  input: unknown
):
  | { ok: true; value: Partial<Settings> }
  | { ok: false; error: FieldComplaint } {
  const parsed = settingsBody.safeParse(input ?? {})
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
