import { isObject } from "./dialect"

const REMOVED = "[redacted]"

/** Field names, lower case and without separators, whose value is a secret or card data whatever it looks like. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  "apikey",
  "xapikey",
  "authorization",
  "proxyauthorization",
  "cookie",
  "setcookie",
  "credentials",
  "username",
  "apilogin",
  "password",
  "passphrase",
  "pwd",
  "privatekey",
  "encryptionkey",
  "signature",
  "xsignature",
  "pan",
  "maskedpan",
  "cardnumber",
  "cvc",
  "cvc2",
  "cvv",
  "cvv2",
  "expiry",
  "cardholder",
  "cardholdername",
])
const SECRET_ENDINGS = /(apikey|password|secret|token|cvc|cvv)s?$/

function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "")
  return SECRET_NAMES.has(plain) || SECRET_ENDINGS.test(plain)
}

/**
 * 12 to 19 digits, alone or in groups parted by single spaces or hyphens. A UUID is matched first and kept, because its
 * groups may consist of digits and it is what a support case is found by.
 */
const UUID_OR_CARD =
  /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(?<!\d)\d(?:[ -]?\d){11,18}(?!\d)/gi

/** The Merchant REST API takes its login and password in form-encoded bodies (section 15.1). */
const SECRET_IN_FORM = /\b(userName|password|token)=[^&\s"']*/gi

/** The text without the given secrets, without the login of a form, and without anything that could be a card number. */
export function redactText(
  text: string,
  secrets: readonly string[] = []
): string {
  const withoutSecrets = secrets
    .filter((secret) => secret.trim() !== "")
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams({ "": secret }).toString().slice(1),
    ])
    .reduce((rest, secret) => rest.replaceAll(secret, REMOVED), text)
  return withoutCards(
    withoutSecrets.replace(SECRET_IN_FORM, `$1=${REMOVED}`),
    () => true
  )
}

function withoutCards(
  text: string,
  isCard: (digits: string) => boolean
): string {
  return text.replace(
    UUID_OR_CARD,
    (match: string, uuid: string | undefined) =>
      uuid === undefined && isCard(match.replace(/[ -]/g, "")) ? REMOVED : match
  )
}

/** A 13-digit number may well be a time in milliseconds; from 14 digits on, one that passes the card check is a card. */
function isCardNumber(value: number): boolean {
  const digits = String(value)
  return /^\d{14,19}$/.test(digits) && passesLuhn(digits)
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

type Policy = {
  removes: (name: string, value: unknown) => boolean
  clean: (text: string) => string
}

const DEEPEST = 32

function mapValues(
  value: unknown,
  policy: Policy,
  name: string,
  ancestors: readonly object[]
): unknown {
  if (value === undefined || value === null || typeof value === "boolean") {
    return value
  }
  if (policy.removes(name, value) || ArrayBuffer.isView(value)) {
    return REMOVED
  }
  if (typeof value === "string") {
    return policy.clean(value)
  }
  if (typeof value === "number") {
    return isCardNumber(value) ? REMOVED : value
  }
  if (typeof value !== "object") {
    return typeof value === "bigint" ? policy.clean(String(value)) : undefined
  }
  if (ancestors.includes(value) || ancestors.length >= DEEPEST) {
    return "[circular or too deep]"
  }
  const inside = [...ancestors, value]
  if (value instanceof Date) {
    return value
  }
  if (value instanceof Error) {
    return { name: value.name, message: policy.clean(value.message) }
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => mapValues(item, policy, name, inside))
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      mapValues(item, policy, key, inside),
    ])
  )
}

/** A copy fit for a log: secrets by field name or by value, and card numbers in any text, replaced. */
export function redact(
  value: unknown,
  secrets: readonly string[] = []
): unknown {
  const policy: Policy = {
    removes: (name) => isSecretName(name),
    clean: (text) => redactText(text, secrets),
  }
  return mapValues(value, policy, "", [])
}

const KEPT_NAMES =
  /^(id|ids|type|types|status|currency|created|updated|date|amount|amounts|reference|captureMethod|code|errorCode|actionCode|locale|mode)$/
const KEPT_ENDINGS = /(Id|Ids|Status|At|Date|Amount|Currency|Reference|Type)$/
const KEPT_BEGINNINGS = /^amount[A-Z]/
/** Inside these everything is about a person or chosen freely by a shop, whatever the field is called. */
const PERSONAL_NAMES =
  /^(customer|customerDetails|billing|billingDetails|billingAddress|shipping|shippingAddress|address|payer|payerData|cardAuthInfo|cardholder|card|metadata)$/i

function isKept(name: string, value: unknown): boolean {
  if (typeof value === "string" && value.includes("@")) {
    return false
  }
  return (
    KEPT_NAMES.test(name) ||
    KEPT_ENDINGS.test(name) ||
    KEPT_BEGINNINGS.test(name)
  )
}

/** An id may be made of digits alone: what is kept loses only what also passes the card check. */
const PAYLOAD_POLICY: Policy = {
  removes: (name, value) => {
    if (isSecretName(name) || PERSONAL_NAMES.test(name)) {
      return true
    }
    return !isObject(value) && !Array.isArray(value) && !isKept(name, value)
  },
  clean: (text) => withoutCards(text, passesLuhn),
}

/**
 * A copy of an event's payload fit for keeping: ids, amounts, currency, statuses, dates, types and references stay, every
 * other text or number is masked; names, e-mail, phone, address and metadata always are. The shape stays for debugging.
 */
export function redactPayload(payload: unknown): unknown {
  return mapValues(payload, PAYLOAD_POLICY, "", [])
}
