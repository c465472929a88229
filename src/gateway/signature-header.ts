import { type SignatureEncoding } from "./signature-variant"

const LONGEST_HEADER = 4096
const MOST_SIGNATURES = 8

export type ParsedHeader = {
  t: string | undefined
  /** The digests that can be read, by the encoding that they can be read in. */
  digests: Record<SignatureEncoding, Buffer[]>
}

/** Undefined for what no signature can be read from. */
export function parseHeader(
  header: string | string[]
): ParsedHeader | undefined {
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
  const read = (encoding: SignatureEncoding) =>
    signatures.flatMap((signature) => decode(signature, encoding) ?? [])
  const digests = {
    hex: read("hex"),
    base64: read("base64"),
    base64url: read("base64url"),
  }
  const readable = Object.values(digests).some(({ length }) => length > 0)
  if (!readable || times.length > 1 || signatures.length > MOST_SIGNATURES) {
    return undefined
  }
  return { t: times[0]?.value, digests }
}

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
export function readTimestamp(t: string): Date | undefined {
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
