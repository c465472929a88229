import { CARD_FACTS, isObject, valuesAt } from "./dialect"

/**
 * What support and bookkeeping may know of the card that paid. Never more of its number than the last four digits; neither name nor
 * expiry. Null: not told by the gateway.
 */
export type CardFacts = {
  /** As people write it, such as `Visa`. */
  brand: string | null
  last4: string | null
  /** `apple_pay`, `google_pay`, `samsung_pay`, or null for a card that was typed, or not told. */
  wallet: string | null
  /** The bank's reference number (RRN), 1 to 24 characters. */
  rrn: string | null
  approvalCode: string | null
  threeDSecure: ThreeDSecure | null
  issuer: string | null
  /** ISO 3166, two letters. */
  issuerCountry: string | null
}

/** `full`: the bank confirmed the shopper; `attempted`: it took no part; `none`: it was not done. */
export type ThreeDSecure = "full" | "attempted" | "none"

const BRANDS: Readonly<Record<string, string>> = {
  VISA: "Visa",
  MASTERCARD: "Mastercard",
  MC: "Mastercard",
  MAESTRO: "Maestro",
  AMEX: "American Express",
  AMERICANEXPRESS: "American Express",
  JCB: "JCB",
  CUP: "UnionPay",
  UNIONPAY: "UnionPay",
  DINERS: "Diners Club",
}

/** ECI of the networks: KNOWN of EMV 3-D Secure, 5 and 2 confirmed, 6 and 1 attempted, 7 and 0 not done. */
const OF_ECI: Readonly<Record<string, ThreeDSecure>> = {
  5: "full",
  2: "full",
  6: "attempted",
  1: "attempted",
  7: "none",
  0: "none",
}

/**
 * The card facts in an order of V1 or a payment of V2, each required of nobody: which fields come depends on the version that the
 * bank has set for the merchant. Pure.
 *
 * @returns undefined when nothing of a card is told
 */
export function cardFactsIn(wire: unknown): CardFacts | undefined {
  if (!isObject(wire)) {
    return undefined
  }
  const told = (fact: keyof typeof CARD_FACTS, longest = 40) =>
    textAt(wire, CARD_FACTS[fact], longest)
  const brand = told("brand")
  const facts: CardFacts = {
    brand: brand === null ? null : brandOf(brand),
    last4: lastFourOf(told("last4") ?? told("number")),
    wallet: walletOf(told("way")),
    rrn: printable(told("rrn", 24)),
    approvalCode: printable(told("approvalCode", 12)),
    threeDSecure: threeDSecureOf(told("eci"), told("threeDSecureType")),
    issuer: withoutNumbers(told("issuer", 80)),
    issuerCountry: countryOf(told("issuerCountry")),
  }
  return Object.values(facts).some((fact) => fact !== null) ? facts : undefined
}

function textAt(
  wire: unknown,
  places: readonly (readonly string[])[],
  longest: number
): string | null {
  for (const place of places) {
    for (const value of valuesAt(wire, place)) {
      const text =
        typeof value === "number"
          ? String(value)
          : typeof value === "string"
            ? value.trim()
            : ""
      if (text !== "" && text.length <= longest) {
        return text
      }
    }
  }
  return null
}

/** The last four of a masked number; a number that is not masked is not looked at at all. */
function lastFourOf(number: string | null): string | null {
  const digits = number?.replace(/[\s-]/g, "") ?? ""
  if (/^\d{4}$/.test(digits)) {
    return digits
  }
  return /^\d{0,6}[*xX•.]+\d{4}$/.test(digits) ? digits.slice(-4) : null
}

function brandOf(word: string): string | null {
  const key = word.toUpperCase().replace(/[^A-Z]/g, "")
  if (Object.hasOwn(BRANDS, key)) {
    return BRANDS[key] ?? null
  }
  return /^[\p{L} .-]{2,20}$/u.test(word) ? word : null
}

function walletOf(way: string | null): string | null {
  return (
    /^(APPLE_PAY|GOOGLE_PAY|SAMSUNG_PAY)/
      .exec(way?.toUpperCase() ?? "")?.[0]
      .toLowerCase() ?? null
  )
}

function threeDSecureOf(
  eci: string | null,
  type: string | null
): ThreeDSecure | null {
  const digit = /^0?(\d)$/.exec(eci ?? "")?.[1]
  if (digit !== undefined) {
    return OF_ECI[digit] ?? null
  }
  return type === "0" ? "none" : null
}

function countryOf(text: string | null): string | null {
  return text !== null && /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : null
}

/** Reference numbers are letters and digits; one that could be a card's number is none. */
function printable(text: string | null): string | null {
  return text !== null && /^[A-Za-z0-9-]+$/.test(text) && !/\d{13,}/.test(text)
    ? text
    : null
}

function withoutNumbers(text: string | null): string | null {
  return text !== null && !/\d{6,}/.test(text) ? text : null
}
