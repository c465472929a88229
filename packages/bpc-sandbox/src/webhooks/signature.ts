import { createHmac } from "node:crypto"
import type { Faults } from "../faults"

type SignatureStyle = Omit<Faults["signature"], "retryKeepsTimestamp">
type Layout = Exclude<SignatureStyle["layout"], "none">

type SignatureInput<Style> = {
  body: Buffer | string
  secret: string
  /** Milliseconds since 1970. */
  now: number
  style: Style
}

/** The `X-Signature` of a webhook; undefined when the style leaves the header out. */
export function signatureHeader({
  style,
  ...rest
}: SignatureInput<SignatureStyle>): string | undefined {
  const { layout } = style
  return layout === "none"
    ? undefined
    : signatureOf({ ...rest, style: { ...style, layout } })
}

/**
 * By default `t=<unix seconds>,v1=<hex of HMAC-SHA256(secret, body + "." + t)>` (reference, 8.3 and 12.4). A bare digest is one of the
 * body alone, since it carries no timestamp.
 */
export function signatureOf(
  input: SignatureInput<SignatureStyle & { layout: Layout }>
): string {
  const { body, style } = input
  const t = timestamp(input.now + style.skewSeconds * 1000, style.timestamp)
  const secret = style.wrongSecret ? `${input.secret}-wrong` : input.secret
  const text = {
    "body.t": [body, `.${t}`],
    "t.body": [`${t}.`, body],
    body: [body],
  }[style.layout === "bare" ? "body" : style.text]
  const digest = encode(hmac(secret, text), style.encoding)
  switch (style.layout) {
    case "t_v1":
      return `t=${t},v1=${digest}`
    case "two_v1": {
      const foreign = hmac(`${input.secret}-previous`, text)
      return `t=${t},v1=${encode(foreign, style.encoding)},v1=${digest}`
    }
    case "bare":
      return digest
  }
}

function hmac(secret: string, pieces: readonly (Buffer | string)[]): Buffer {
  const hash = createHmac("sha256", secret)
  pieces.forEach((piece) => hash.update(piece))
  return hash.digest()
}

function encode(digest: Buffer, encoding: SignatureStyle["encoding"]): string {
  return encoding === "HEX"
    ? digest.toString("hex").toUpperCase()
    : digest.toString(encoding)
}

function timestamp(now: number, unit: SignatureStyle["timestamp"]): string {
  switch (unit) {
    case "s":
      return String(Math.floor(now / 1000))
    case "ms":
      return String(now)
    case "iso":
      return new Date(now).toISOString()
  }
}
