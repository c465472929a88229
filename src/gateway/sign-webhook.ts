import { type SignatureText, hmac, signedPieces } from "./signature-variant"

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
  const signed = text ?? (layout === "bare" ? "body" : "body.t")
  const digest = hmac(secret, signedPieces(signed, body, t))
  const signature =
    encoding === "HEX"
      ? digest.toString("hex").toUpperCase()
      : digest.toString(encoding)
  return layout === "bare" ? signature : `t=${t},v1=${signature}`
}
