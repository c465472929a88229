import { createHmac } from "node:crypto"
import type { Faults } from "../faults"

type SignatureStyle = Faults["signature"]

/**
 * The `X-Signature` of a webhook: by default `t=<unix seconds>,v1=<hex of HMAC-SHA256(secret, body + "." + t)>` (reference, 8.3 and 12.4).
 * A bare digest is one of the body alone, since it carries no timestamp. `now` is in milliseconds since 1970. Returns undefined when the style leaves the header out.
 */
export function signatureHeader(input: {
  body: string
  secret: string
  now: number
  style: SignatureStyle
}): string | undefined {
  const { body, style } = input
  const t = timestamp(input.now + style.skewSeconds * 1000, style.timestamp)
  const secret = style.wrongSecret ? `${input.secret}-wrong` : input.secret
  const text = {
    "body.t": `${body}.${t}`,
    "t.body": `${t}.${body}`,
    body,
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
    case "none":
      return undefined
  }
}

function hmac(secret: string, text: string): Buffer {
  return createHmac("sha256", secret).update(text, "utf8").digest()
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
