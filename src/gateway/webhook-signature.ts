import { createHmac, timingSafeEqual } from "node:crypto"

/** Which text is signed; `t` is the timestamp exactly as the header writes it. */
export type SignatureText = "body.t" | "t.body" | "body"
export type SignatureEncoding = "hex" | "base64" | "base64url"
/** One way to sign, as a setting can pin it: "body.t/hex" is what the documents make likely (section 8.3). */
export type SignatureVariant = `${SignatureText}/${SignatureEncoding}`

const TEXTS: readonly SignatureText[] = ["body.t", "t.body", "body"]
const ENCODINGS: readonly SignatureEncoding[] = ["hex", "base64", "base64url"]
/** All variants, the likeliest first. */
export const SIGNATURE_VARIANTS: readonly SignatureVariant[] = TEXTS.flatMap(
  (text) => ENCODINGS.map((encoding): SignatureVariant => `${text}/${encoding}`)
)

export type SignatureFailure = "missing" | "malformed" | "mismatch" | "stale"

export type SignatureCheck =
  | {
      ok: true
      variant: SignatureVariant
      /** Which of the secrets matched, counted from 0. */
      secretIndex: number
      timestamp?: Date
    }
  | { ok: false; reason: SignatureFailure }

export type VerifyWebhookInput = {
  /** The bytes as received: a parsed and re-written body has another signature. */
  rawBody: Buffer
  header: string | string[] | undefined
  /** Several during a rotation. Empty ones never match. */
  secrets: readonly string[]
  now?: Date
  /** Seconds in both directions; 0 switches the age check off, never the signature check. Default 300. */
  toleranceSeconds?: number
  variant?: SignatureVariant
}

const LONGEST_HEADER = 4096
const MOST_SIGNATURES = 8

type ParsedHeader = { t: string | undefined; signatures: string[] }

/**
 * Section 13, row 1. Compares bytes in constant time. The age is checked only when `t` can be read as a time, and only after
 * the signature matched.
 */
export function verifyWebhookSignature(
  input: VerifyWebhookInput
): SignatureCheck {
  const { header } = input
  if (header === undefined || header === "") {
    return { ok: false, reason: "missing" }
  }
  const parsed = parseHeader(header)
  if (parsed === undefined) {
    return { ok: false, reason: "malformed" }
  }
  const match = findMatch(input, parsed)
  if (match === undefined) {
    return { ok: false, reason: "mismatch" }
  }
  const timestamp = parsed.t === undefined ? undefined : readTimestamp(parsed.t)
  const tolerance = (input.toleranceSeconds ?? 300) * 1000
  const now = (input.now ?? new Date()).getTime()
  if (
    timestamp !== undefined &&
    tolerance > 0 &&
    Math.abs(now - timestamp.getTime()) > tolerance
  ) {
    return { ok: false, reason: "stale" }
  }
  return { ok: true, ...match, ...(timestamp && { timestamp }) }
}

function parseHeader(header: string | string[]): ParsedHeader | undefined {
  if (Array.isArray(header) || header.length > LONGEST_HEADER) {
    return undefined
  }
  const parts = header.split(",").map((part) => {
    // At the first "=" only: base64 ends in "=" too.
    const at = part.indexOf("=")
    return {
      name: part.slice(0, Math.max(at, 0)).trim().toLowerCase(),
      value: part.slice(at + 1).trim(),
    }
  })
  const times = parts.filter(({ name }) => name === "t")
  const versions = parts.filter(({ name }) => /^v\d+$/.test(name))
  const signatures =
    times.length + versions.length > 0
      ? versions.map(({ value }) => value)
      : [header.trim().replace(/^sha256=/i, "")]
  const readable = signatures.some((signature) =>
    ENCODINGS.some((encoding) => decode(signature, encoding) !== undefined)
  )
  if (!readable || times.length > 1 || signatures.length > MOST_SIGNATURES) {
    return undefined
  }
  return { t: times[0]?.value, signatures }
}

function findMatch(
  { rawBody, secrets, variant: pinned }: VerifyWebhookInput,
  { t, signatures }: ParsedHeader
): { variant: SignatureVariant; secretIndex: number } | undefined {
  for (const [secretIndex, secret] of secrets.entries()) {
    if (secret.trim() === "") {
      continue
    }
    for (const text of TEXTS) {
      const signed = signedText(text, rawBody, t)
      if (signed === undefined) {
        continue
      }
      const expected = hmac(secret, signed)
      for (const encoding of ENCODINGS) {
        const variant: SignatureVariant = `${text}/${encoding}`
        if (pinned !== undefined && pinned !== variant) {
          continue
        }
        const matches = signatures.some((signature) => {
          const received = decode(signature, encoding)
          return received !== undefined && timingSafeEqual(received, expected)
        })
        if (matches) {
          return { variant, secretIndex }
        }
      }
    }
  }
  return undefined
}

function signedText(
  text: SignatureText,
  body: Buffer,
  t: string | undefined
): Buffer | undefined {
  if (text === "body") {
    return body
  }
  if (t === undefined) {
    return undefined
  }
  return text === "body.t"
    ? Buffer.concat([body, Buffer.from(`.${t}`)])
    : Buffer.concat([Buffer.from(`${t}.`), body])
}

const hmac = (secret: string, text: Buffer): Buffer =>
  createHmac("sha256", secret).update(text).digest()

const DIGEST_FORMS: Readonly<Record<SignatureEncoding, RegExp>> = {
  hex: /^[0-9a-f]{64}$/i,
  base64: /^[A-Za-z0-9+/]{43}=?$/,
  base64url: /^[A-Za-z0-9_-]{43}=?$/,
}

/** The 32 bytes of a digest, or undefined when the text is not one in that encoding. */
function decode(
  signature: string,
  encoding: SignatureEncoding
): Buffer | undefined {
  return DIGEST_FORMS[encoding].test(signature)
    ? Buffer.from(signature, encoding)
    : undefined
}

/** Seconds, milliseconds or ISO 8601; undefined for anything else, which then has no age. */
function readTimestamp(t: string): Date | undefined {
  if (/^\d{9,11}$/.test(t)) {
    return new Date(Number(t) * 1000)
  }
  if (/^\d{12,14}$/.test(t)) {
    return new Date(Number(t))
  }
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/i.test(t)) {
    return undefined
  }
  const date = new Date(t)
  return Number.isNaN(date.getTime()) ? undefined : date
}

export type SignWebhookInput = {
  rawBody: Buffer | string
  secret: string
  /** A date, or seconds since 1970. Default now. */
  timestamp?: Date | number
  text?: SignatureText
  encoding?: "hex" | "HEX" | "base64" | "base64url"
  /** "bare" is the digest alone; then only `text: "body"` can be verified, as the timestamp is not sent. */
  layout?: "t,v1" | "bare"
}

/** The value of `X-Signature` for a webhook body, so that a store can test its own webhook route. */
export function signWebhook({
  rawBody,
  secret,
  timestamp = new Date(),
  text,
  encoding = "hex",
  layout = "t,v1",
}: SignWebhookInput): string {
  const seconds =
    timestamp instanceof Date
      ? Math.floor(timestamp.getTime() / 1000)
      : timestamp
  const t = String(seconds)
  const body = Buffer.isBuffer(rawBody) ? rawBody : Buffer.from(rawBody)
  const signed = signedText(
    text ?? (layout === "bare" ? "body" : "body.t"),
    body,
    t
  )
  const digest = hmac(secret, signed ?? body)
  const signature =
    encoding === "HEX"
      ? digest.toString("hex").toUpperCase()
      : digest.toString(encoding)
  return layout === "bare" ? signature : `t=${t},v1=${signature}`
}
