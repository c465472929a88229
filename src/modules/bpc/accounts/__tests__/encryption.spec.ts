import { randomBytes } from "node:crypto"
import { Encryption, EncryptionError } from "../encryption"

const SECRET = "sk_test_not-a-real-key"
const CONTEXT = "bpcacc_1.api_key"
const KEY = randomBytes(32)
const OTHER_KEY = randomBytes(32)

const encryption = new Encryption([KEY])

function failure(job: () => unknown): EncryptionError {
  try {
    job()
  } catch (error) {
    if (error instanceof EncryptionError) {
      return error
    }
    throw error
  }
  throw new Error("It was read")
}

/** The stored form with one of its parts (0 version, 1 key id, 2 iv, 3 tag, 4 text) changed. */
function tampered(part: number, change: (text: string) => string): string {
  return encryption
    .encrypt(SECRET, CONTEXT)
    .split(":")
    .map((text, index) => (index === part ? change(text) : text))
    .join(":")
}

function bitFlipped(text: string): string {
  const bytes = Buffer.from(text, "base64url")
  bytes[0] = (bytes[0] ?? 0) ^ 1
  return bytes.toString("base64url")
}

describe("a secret at rest", () => {
  it.each([
    { name: "a key", text: SECRET },
    { name: "nothing", text: "" },
    { name: "letters of every script", text: "Schlüssel 🔑 ключ" },
    { name: "10 kB", text: "x".repeat(10_000) },
    { name: "the separator", text: "a:b:c" },
  ])("reads back: $name", ({ text }) => {
    expect(encryption.decrypt(encryption.encrypt(text, CONTEXT), CONTEXT)).toBe(
      text
    )
  })

  it("has one pinned form, which does not hold the secret", () => {
    const stored = encryption.encrypt(SECRET, CONTEXT)
    expect(stored).toMatch(/^v1:[0-9a-f]{8}:[\w-]{16}:[\w-]{22}:[\w-]{30}$/)
    expect(stored).not.toContain(SECRET)
    expect(stored).not.toContain(Buffer.from(SECRET).toString("base64url"))
  })

  it("differs each time, so that equal secrets cannot be told", () => {
    expect(encryption.encrypt(SECRET, CONTEXT)).not.toBe(
      encryption.encrypt(SECRET, CONTEXT)
    )
  })

  it("tells nothing of the key in its key id", () => {
    const id = encryption.encrypt(SECRET, CONTEXT).split(":")[1] ?? ""
    expect(KEY.toString("hex")).not.toContain(id)
  })
})

describe("a rotation with new,old", () => {
  const rotated = new Encryption([OTHER_KEY, KEY])

  it("reads what the old key stored", () => {
    expect(rotated.decrypt(encryption.encrypt(SECRET, CONTEXT), CONTEXT)).toBe(
      SECRET
    )
  })

  it("stores under the new key", () => {
    const stored = rotated.encrypt(SECRET, CONTEXT)
    expect(new Encryption([OTHER_KEY]).decrypt(stored, CONTEXT)).toBe(SECRET)
    expect(failure(() => encryption.decrypt(stored, CONTEXT)).code).toBe(
      "other_key"
    )
  })
})

describe("what cannot be read", () => {
  const stored = encryption.encrypt(SECRET, CONTEXT)
  // prettier-ignore
  const cases: { name: string; code: EncryptionError["code"]; read: () => string }[] = [
    { name: "a bit flipped in the text", code: "damaged", read: () => encryption.decrypt(tampered(4, bitFlipped), CONTEXT) },
    { name: "a bit flipped in the tag", code: "damaged", read: () => encryption.decrypt(tampered(3, bitFlipped), CONTEXT) },
    { name: "a bit flipped in the iv", code: "damaged", read: () => encryption.decrypt(tampered(2, bitFlipped), CONTEXT) },
    // A short tag is easier to guess, and node:crypto takes one unless told the length.
    { name: "a tag cut to 4 bytes", code: "damaged", read: () => encryption.decrypt(tampered(3, (tag) => tag.slice(0, 6)), CONTEXT) },
    { name: "a text cut short", code: "damaged", read: () => encryption.decrypt(tampered(4, (text) => text.slice(0, -4)), CONTEXT) },
    { name: "an empty text", code: "damaged", read: () => encryption.decrypt(tampered(4, () => ""), CONTEXT) },
    { name: "another version", code: "damaged", read: () => encryption.decrypt(tampered(0, () => "v2"), CONTEXT) },
    { name: "nothing", code: "damaged", read: () => encryption.decrypt("", CONTEXT) },
    { name: "a secret in the clear", code: "damaged", read: () => encryption.decrypt(SECRET, CONTEXT) },
    { name: "a value moved to another row", code: "damaged", read: () => encryption.decrypt(stored, "bpcacc_2.api_key") },
    { name: "a value moved to another field", code: "damaged", read: () => encryption.decrypt(stored, "bpcacc_1.webhook_secrets") },
    { name: "another key", code: "other_key", read: () => new Encryption([OTHER_KEY]).decrypt(stored, CONTEXT) },
    { name: "no key", code: "no_key", read: () => new Encryption([]).decrypt(stored, CONTEXT) },
    { name: "storing without a key", code: "no_key", read: () => new Encryption([]).encrypt(SECRET, CONTEXT) },
  ]
  it.each(cases)(
    "$name is $code, with a sentence that holds no secret",
    ({ code, read }) => {
      const error = failure(read)
      expect(error.code).toBe(code)
      expect(error.message).toMatch(/^[A-Z].{20,}\.$/)
      expect(error.message).not.toContain(SECRET)
      expect(error.message).not.toContain(KEY.toString("base64"))
    }
  )
})

it.each([
  { keys: [], ready: false },
  { keys: [KEY], ready: true },
  { keys: [OTHER_KEY, KEY], ready: true },
])("with $keys.length keys, ready is $ready", ({ keys, ready }) => {
  expect(new Encryption(keys).ready).toBe(ready)
})
