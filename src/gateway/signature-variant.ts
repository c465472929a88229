import { createHmac } from "node:crypto"

/** Which text is signed; `t` is the timestamp exactly as the header writes it. */
export type SignatureText = "body.t" | "t.body" | "body"
export type SignatureEncoding = "hex" | "base64" | "base64url"
/** One way to sign, as a setting can pin it: "body.t/hex" is what the documents make likely (section 8.3). */
export type SignatureVariant = `${SignatureText}/${SignatureEncoding}`

export const TEXTS: readonly SignatureText[] = ["body.t", "t.body", "body"]
export const ENCODINGS: readonly SignatureEncoding[] = [
  "hex",
  "base64",
  "base64url",
]
/** All variants, the likeliest first. */
export const SIGNATURE_VARIANTS: readonly SignatureVariant[] = TEXTS.flatMap(
  (text) => ENCODINGS.map((encoding): SignatureVariant => `${text}/${encoding}`)
)

export function isSignatureVariant(text: string): text is SignatureVariant {
  return SIGNATURE_VARIANTS.some((variant) => variant === text)
}

export function partsOf(variant: SignatureVariant): {
  text: SignatureText
  encoding: SignatureEncoding
} {
  const [text, encoding] = variant.split("/")
  return {
    text: TEXTS.find((one) => one === text) ?? "body.t",
    encoding: ENCODINGS.find((one) => one === encoding) ?? "hex",
  }
}

/**
 * The layout that a variant belongs to, as it is remembered. The two alphabets of base64 are one: a digest that happens to hold
 * neither of the four characters in which they differ does not tell which of them the gateway writes.
 */
export function layoutOf(variant: SignatureVariant): SignatureVariant {
  const { text, encoding } = partsOf(variant)
  return encoding === "base64url" ? `${text}/base64` : variant
}

/**
 * What is signed, as pieces one after the other, so that a large body is not copied for each try.
 *
 * @param t not used for "body"
 */
export function signedPieces(
  text: SignatureText,
  body: Buffer,
  t: string
): (Buffer | string)[] {
  switch (text) {
    case "body":
      return [body]
    case "body.t":
      return [body, `.${t}`]
    case "t.body":
      return [`${t}.`, body]
  }
}

export function hmac(
  secret: string,
  pieces: readonly (Buffer | string)[]
): Buffer {
  const hash = createHmac("sha256", secret)
  for (const piece of pieces) {
    hash.update(piece)
  }
  return hash.digest()
}
