import { accountBody } from "../../../api-schemas/accounts"
import { checkApiUrl, parseCurrency } from "../../../gateway"
import { type AccountChange } from "./accounts"
import { type FieldComplaint, firstComplaint } from "../changes"
import { type SecretField, SECRET_FIELDS } from "./secret-fields"

export type ParsedAccount = {
  change: AccountChange
  promoteNext: boolean
  /** Sentences for the person who saved it. */
  notes: string[]
}

const SECRET_NAMES: Record<SecretField, string> = {
  api_key: "API key",
  webhook_secret: "webhook secret",
  next_webhook_secret: "next webhook secret",
  api_login: "API login",
  api_password: "API password",
}

/** Parses an account as the admin sends it. A blank secret keeps the one that is there; removing one has its own word, null. */
export function parseAccountInput(
  input: unknown,
  options: { allowInsecure: boolean }
): { ok: true; value: ParsedAccount } | { ok: false; error: FieldComplaint } {
  const parsed = accountBody.safeParse(input ?? {})
  if (!parsed.success) {
    return { ok: false, error: firstComplaint(parsed.error) }
  }
  const { data } = parsed
  const notes: string[] = []
  const secrets: AccountChange["secrets"] = {}
  for (const field of SECRET_FIELDS) {
    const given = data[field]
    if (given === null) {
      secrets[field] = null
      continue
    }
    const trimmed = given?.trim()
    if (!trimmed) {
      continue
    }
    // A password may be anything that a person chose, spaces inside included.
    if (field !== "api_password" && /\s/.test(trimmed)) {
      return {
        ok: false,
        error: {
          field,
          complaint:
            "must not have a space or a line break inside; paste it again",
        },
      }
    }
    if (trimmed !== given) {
      notes.push(
        `The ${SECRET_NAMES[field]} had spaces around it; they were removed.`
      )
    }
    secrets[field] = trimmed
  }

  for (const field of ["api_url", "v1_api_url"] as const) {
    const url = data[field] ? checkApiUrl(data[field], options) : undefined
    if (url && !url.ok) {
      return {
        ok: false,
        error: { field, complaint: `is refused: ${url.error.merchant}` },
      }
    }
  }
  const currencies = currenciesOf(data.currencies)
  if (typeof currencies === "string") {
    return {
      ok: false,
      error: {
        field: "currencies",
        complaint: `holds "${currencies}", which is not an ISO 4217 currency`,
      },
    }
  }
  return {
    ok: true,
    value: {
      notes,
      promoteNext: data.promote_next_webhook_secret ?? false,
      change: {
        ...(data.name !== undefined && { name: data.name }),
        ...(data.mode !== undefined && { mode: data.mode }),
        ...(data.api_url !== undefined && {
          apiUrl: data.api_url.replace(/\/+$/, ""),
        }),
        ...(data.v1_api_url !== undefined && {
          v1ApiUrl: data.v1_api_url?.replace(/\/+$/, "") || null,
        }),
        ...(currencies !== undefined && { currencies }),
        secrets,
      },
    },
  }
}

/** Upper-case codes, null for every currency, or the text that is no currency. */
function currenciesOf(
  given: readonly string[] | null | undefined
): readonly string[] | null | undefined | string {
  if (!given || given.length === 0) {
    return given === undefined ? undefined : null
  }
  const wrong = given.find((code) => !parseCurrency(code))
  return wrong ?? [...new Set(given.map((code) => code.trim().toUpperCase()))]
}
