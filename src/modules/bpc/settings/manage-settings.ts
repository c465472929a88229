import { type z } from "zod"
import {
  type previewsAnswer,
  type SettingField,
  type settingsAnswer,
} from "../../../api-schemas/settings"
import { EVENT_TYPES, SIGNATURE_VARIANTS } from "../../../gateway"
import { PAGE_LANGUAGES } from "../../../shopper-pages/languages"
import { type Configuration } from "./configuration"
import { type FieldComplaint } from "../changes"
import { type AccountParts, listAccountViews } from "../accounts"
import { previewTemplate } from "../return-address"
import {
  SETTING_FIELDS,
  complaintAbout,
  parseSettingInput,
} from "./setting-input"
import { type SettingStore } from "./setting-store"
import { type Settings } from "./settings"

export type SettingsParts = AccountParts & {
  configuration: Configuration
  settingStore: SettingStore
}

type Previews = z.output<typeof previewsAnswer>

/** The settings by the API's names. */
type SettingsView = {
  [Field in SettingField]: Settings[(typeof SETTING_FIELDS)[Field]]
}

/** Everything that the settings page shows. Nothing in it is secret. */
export async function settingsView(
  bpc: SettingsParts
): Promise<z.output<typeof settingsAnswer>> {
  const settings = await bpc.configuration.settings()
  const { locked, providerId } = bpc.configuration
  return {
    settings: toView(settings),
    locked: Object.fromEntries(
      fields().flatMap(([field, name]) => {
        const source = locked[name]
        return source ? [[field, source]] : []
      })
    ),
    meta: {
      provider_id: providerId,
      webhook_url: `${settings.backendUrl}/webhooks/bpc`,
      webhook_events: Object.values(EVENT_TYPES),
      locales: PAGE_LANGUAGES,
      signature_variants: SIGNATURE_VARIANTS,
      encryption: bpc.accounts.canEncrypt ? "ready" : "missing",
      rest_released_by: await namesOfReleasing(bpc, settings.mode),
      previews: previewsOf(settings),
    },
  }
}

/** Names of the accounts that are no good for capturing by parcel: their gateways release the rest of a hold with its first capture. */
async function namesOfReleasing(
  bpc: SettingsParts,
  mode: Settings["mode"]
): Promise<string[]> {
  const [releasing, accounts] = await Promise.all([
    bpc.accounts.remainderReleases.accounts(),
    listAccountViews(bpc),
  ])
  return accounts
    .filter(
      (account) => account.mode === mode && releasing.includes(account.id)
    )
    .map(({ name }) => name)
}

export function previewsOf(settings: Settings): Previews {
  return {
    success: previewTemplate(settings.successTemplate, settings),
    failure: previewTemplate(settings.failureTemplate, settings),
  }
}

/** Checks what would be saved, without saving it. */
export async function tryPreview(
  bpc: SettingsParts,
  input: unknown
): Promise<
  { ok: true; previews: Previews } | { ok: false; error: FieldComplaint }
> {
  const merged = await merge(bpc, input)
  return merged.ok ? { ok: true, previews: previewsOf(merged.after) } : merged
}

/** Saves what changed and writes down who changed it. */
export async function saveSettings(
  bpc: SettingsParts,
  input: unknown,
  by: string
): Promise<{ ok: true } | { ok: false; error: FieldComplaint }> {
  const merged = await merge(bpc, input)
  if (!merged.ok) {
    return merged
  }
  const { before, after, given } = merged
  const changed = fields().filter(
    ([, name]) => name in given && !same(before[name], after[name])
  )
  await bpc.settingStore.write(
    Object.fromEntries(changed.map(([, name]) => [name, after[name]])),
    {
      actor: by,
      changes: changed.map(([field, name]) => ({
        subject: "settings",
        field,
        from: inWords(before[name]),
        to: inWords(after[name]),
      })),
    }
  )
  bpc.configuration.forget()
  return { ok: true }
}

async function merge(bpc: SettingsParts, input: unknown) {
  const parsed = parseSettingInput(input)
  if (!parsed.ok) {
    return parsed
  }
  const before = await bpc.configuration.settings()
  for (const [field, name] of fields()) {
    const source = bpc.configuration.locked[name]
    if (
      source &&
      name in parsed.value &&
      !same(before[name], parsed.value[name])
    ) {
      const error: FieldComplaint = {
        field,
        complaint: `is set in the ${source === "options" ? "plugin's options" : "environment"} and cannot be changed here`,
      }
      return { ok: false as const, error }
    }
  }
  const after: Settings = { ...before, ...parsed.value }
  const complaint = complaintAbout(after)
  return complaint
    ? { ok: false as const, error: complaint }
    : { ok: true as const, before, after, given: parsed.value }
}

function fields() {
  return Object.entries(SETTING_FIELDS) as [SettingField, keyof Settings][]
}

function toView(settings: Settings): SettingsView {
  return Object.fromEntries(
    fields().map(([field, name]) => [field, settings[name]])
  ) as SettingsView
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function inWords(value: unknown): string {
  return Array.isArray(value)
    ? value.join(", ")
    : value === null
      ? "–"
      : String(value)
}
