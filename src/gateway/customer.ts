import { CUSTOMER_FIELDS as FIELD, HOSTED_PAGE_LANGUAGES } from "./dialect"

/** Who pays, as the shop knows it. Everything is optional; what the gateway could refuse is cleaned or left out. */
export type CustomerInput = {
  email?: string | undefined
  phone?: string | undefined
  firstName?: string | undefined
  lastName?: string | undefined
  address?:
    | {
        city?: string | undefined
        /** ISO 3166-1, two letters in either case. */
        country?: string | undefined
        line1?: string | undefined
        line2?: string | undefined
        postalCode?: string | undefined
        /** ISO 3166-2, with or without the country in front. */
        state?: string | undefined
      }
    | undefined
}

const LONGEST = 100

/**
 * One line without markup, at most 100 characters: V1 of the gateway refuses HTML or script in any field (section 4.3), and a
 * sale must not be lost because a shopper lives in "Flat <2>".
 */
export function cleanText(
  text: string | undefined,
  longest = LONGEST
): string | undefined {
  const clean = (text ?? "")
    .replace(/<[^<>]*>/g, (tag) => ` ${tag.slice(1, -1)} `)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/[<>{}`\\]/g, " ")
    .replace(/&(?=#?\w{1,10};)/g, " ")
    .replace(/\s+/g, " ")
    .trim()
  const cut = [...clean].slice(0, longest).join("").trim()
  return cut === "" ? undefined : cut
}

function matching(
  text: string | undefined,
  pattern: RegExp
): string | undefined {
  return text !== undefined && pattern.test(text) ? text : undefined
}

/** Undefined when malformed, since a cut or cleaned address would be another person's. */
function email(text: string | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed !== undefined && trimmed.length <= LONGEST
    ? matching(trimmed, /^[^\s@<>"&{}`\\\p{Cc}]+@[^\s@<>"'&{}`\\\p{Cc}]+$/u)
    : undefined
}

function phone(text: string | undefined): string | undefined {
  return matching(text?.replace(/[\s().\-/]/g, ""), /^\+?\d{7,15}$/)
}

/** The subdivision part of ISO 3166-2: "CA" of "US-CA". */
function state(text: string | undefined): string | undefined {
  return matching(
    text
      ?.trim()
      .toUpperCase()
      .replace(/^[A-Z]{2}-/, ""),
    /^[A-Z0-9]{1,3}$/
  )
}

function defined(
  entries: Record<string, unknown>
): Record<string, unknown> | undefined {
  const kept = Object.entries(entries).filter(
    ([, value]) => value !== undefined
  )
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

/** `customerDetails` as it goes over the wire; undefined when nothing usable is known. */
export function toCustomerDetails(
  customer: CustomerInput | undefined
): Record<string, unknown> | undefined {
  const address = customer?.address
  return defined({
    [FIELD.email]: email(customer?.email),
    [FIELD.phone]: phone(customer?.phone),
    [FIELD.firstName]: cleanText(customer?.firstName),
    [FIELD.lastName]: cleanText(customer?.lastName),
    [FIELD.address]: defined({
      [FIELD.city]: cleanText(address?.city),
      [FIELD.country]: matching(
        address?.country?.trim().toUpperCase(),
        /^[A-Z]{2}$/
      ),
      [FIELD.line1]: cleanText(address?.line1),
      [FIELD.line2]: cleanText(address?.line2),
      [FIELD.postalCode]: cleanText(address?.postalCode),
      [FIELD.state]: state(address?.state),
    }),
  })
}

const MOST_METADATA = 10

/** At most ten short texts (section 4.3: limits are unknown). */
export function toMetadata(
  metadata: Record<string, string> | undefined
): Record<string, unknown> | undefined {
  return defined(
    Object.fromEntries(
      Object.entries(metadata ?? {})
        .slice(0, MOST_METADATA)
        .map(([name, value]) => [name, cleanText(value)])
    )
  )
}

/** The language of a locale such as "de-CH", for `locale` (section 4.3); undefined when the hosted page is not known to speak it. */
export function toLanguage(locale: string | undefined): string | undefined {
  const language = locale?.trim().split(/[-_]/, 1)[0]?.toLowerCase()
  return language && HOSTED_PAGE_LANGUAGES.has(language) ? language : undefined
}
