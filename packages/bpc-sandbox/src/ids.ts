import { randomUUID } from "node:crypto"

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

/** Base58 with Bitcoin's alphabet and no checksum, as BPC's session ids use it (reference, section 3). */
export function base58(bytes: Uint8Array): string {
  let number = 0n
  for (const byte of bytes) number = number * 256n + BigInt(byte)
  let text = ""
  for (; number > 0n; number /= 58n) {
    text = ALPHABET.charAt(Number(number % 58n)) + text
  }
  for (const byte of bytes) {
    if (byte !== 0) break
    text = ALPHABET.charAt(0) + text
  }
  return text
}

/** `ps_` and Base58 of `ps:<uuid>`, where the uuid is the `mdOrder` of the hosted page (reference, section 3). */
export function sessionIdOf(mdOrder: string): string {
  return "ps_" + base58(Buffer.from(`ps:${mdOrder}`, "utf8"))
}

/** The documents name no scheme for these ids; the sandbox follows that of the session. */
export function newId(prefix: "pay" | "re"): string {
  return `${prefix}_` + base58(Buffer.from(`${prefix}:${randomUUID()}`, "utf8"))
}

export function newMdOrder(): string {
  return randomUUID()
}

export function newRequestId(): string {
  return `req_${randomUUID()}`
}
