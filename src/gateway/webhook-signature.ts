import { timingSafeEqual } from "node:crypto"
import {
  type ParsedHeader,
  parseHeader,
  readTimestamp,
} from "./signature-header"
import {
  type SignatureText,
  type SignatureVariant,
  ENCODINGS,
  TEXTS,
  hmac,
  layoutOf,
  partsOf,
  signedPieces,
} from "./signature-variant"

/** `layout`: signed with one of the secrets, but not in the layout that its account has been signing in. */
export type SignatureFailure =
  "missing" | "malformed" | "mismatch" | "layout" | "stale"

type Match = {
  variant: SignatureVariant
  /** Which of the secrets matched, counted from 0. */
  secretIndex: number
}

export type SignatureCheck =
  | (Match & {
      ok: true
      timestamp?: Date
      /** Whether the signature covers a time, so that the same delivery is refused by its age one day. */
      timed: boolean
    })
  | { ok: false; reason: "missing" | "malformed" | "mismatch" }
  | (Match & { ok: false; reason: "stale" })
  /** `late`: its own time is too far from now as well. */
  | (Match & { ok: false; reason: "layout"; late: boolean })

/** A secret, and the only layout that it is accepted in, where that is known. */
export type WebhookKey = {
  secret: string
  layout?: SignatureVariant | undefined
}

export type VerifyWebhookInput = {
  /** The bytes as received: a parsed and re-written body has another signature. */
  rawBody: Buffer
  header: string | string[] | undefined
  /** Several during a rotation, and for several accounts. Empty ones never match. */
  secrets: readonly (string | WebhookKey)[]
  now?: Date
  /** Seconds in both directions; 0 switches the age check off, never the signature check. Default 300. */
  toleranceSeconds?: number
  /** The only variant accepted, whatever the keys say. */
  variant?: SignatureVariant
}

/** Over this size, nothing is tried but what may be accepted: no event of a payment comes near it. */
const LARGE_BODY = 64 * 1024
/**
 * Bytes hashed for one request at the most, so that a forged body costs a few milliseconds whatever its size and the number of
 * secrets. It is 8 tries for the largest body that is read, and all tries for 20 secrets up to 34 KiB.
 */
const MOST_HASHED = 2 * 1024 * 1024

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
  const { foreign, ...found } = match
  const timestamp = parsed.t === undefined ? undefined : readTimestamp(parsed.t)
  const tolerance = (input.toleranceSeconds ?? 300) * 1000
  const now = (input.now ?? new Date()).getTime()
  const late =
    timestamp !== undefined &&
    tolerance > 0 &&
    Math.abs(now - timestamp.getTime()) > tolerance
  if (foreign) {
    return { ok: false, reason: "layout", ...found, late }
  }
  if (late) {
    return { ok: false, reason: "stale", ...found }
  }
  return {
    ok: true,
    ...found,
    timed:
      timestamp !== undefined &&
      tolerance > 0 &&
      partsOf(found.variant).text !== "body",
    ...(timestamp && { timestamp }),
  }
}

/** One text to try with one secret, and the variants that a fitting digest would be. */
type Try = {
  secret: string
  secretIndex: number
  text: SignatureText
  variants: readonly SignatureVariant[]
  /** Not the layout that is known of this secret: found only so that somebody can be told. */
  foreign: boolean
}

function findMatch(
  input: VerifyWebhookInput,
  { t, digests }: ParsedHeader
): (Match & { foreign: boolean }) | undefined {
  const { rawBody } = input
  const accepted = triesOf(input, false)
  const diagnosed = rawBody.length > LARGE_BODY ? [] : triesOf(input, true)
  let hashed = 0
  for (const one of [...accepted, ...diagnosed]) {
    const comparable = one.variants.filter(
      (variant) => digests[partsOf(variant).encoding].length > 0
    )
    if (comparable.length === 0 || (t === undefined && one.text !== "body")) {
      continue
    }
    hashed += rawBody.length
    if (hashed > MOST_HASHED) {
      return undefined
    }
    const expected = hmac(one.secret, signedPieces(one.text, rawBody, t ?? ""))
    const variant = comparable.find((candidate) =>
      digests[partsOf(candidate).encoding].some((digest) =>
        timingSafeEqual(digest, expected)
      )
    )
    if (variant) {
      return { variant, secretIndex: one.secretIndex, foreign: one.foreign }
    }
  }
  return undefined
}

/** Text by text, the likeliest first, so that little work finds a real event among many secrets. */
function triesOf(
  { secrets, variant: pinned }: VerifyWebhookInput,
  foreign: boolean
): Try[] {
  const keys = secrets
    .map((key) => (typeof key === "string" ? { secret: key } : key))
    .map(({ secret, layout }: WebhookKey, secretIndex) => ({
      secret,
      secretIndex,
      admits: (variant: SignatureVariant) =>
        pinned !== undefined
          ? variant === pinned
          : layout === undefined || layoutOf(variant) === layoutOf(layout),
    }))
    .filter(({ secret }) => secret.trim() !== "")
  // What a pinned variant keeps out is nothing to be told of: somebody wants it so.
  return foreign && pinned !== undefined
    ? []
    : TEXTS.flatMap((text) =>
        keys.flatMap(({ admits, ...key }) => {
          const variants = ENCODINGS.map(
            (encoding): SignatureVariant => `${text}/${encoding}`
          ).filter((variant) => admits(variant) !== foreign)
          return variants.length === 0
            ? []
            : [{ ...key, text, variants, foreign }]
        })
      )
}
