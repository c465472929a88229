import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
} from "node:crypto"

/** Why a stored secret cannot be read; the text says what to do and never holds the secret. */
export class EncryptionError extends Error {
  constructor(
    readonly code: "no_key" | "other_key" | "damaged",
    message: string
  ) {
    super(message)
    this.name = "EncryptionError"
  }
}

/**
 * Secrets at rest: AES-256-GCM, written as `v1:<key id>:<iv>:<tag>:<text>` in base64url. The first key encrypts, every key
 * decrypts, so that during a rotation the old one stays readable. `context` (such as "bpcacc_1.api_key https://gateway.example")
 * is authenticated: a value moved to another row or field, or one whose address was changed, does not decrypt.
 */
export class Encryption {
  private readonly keys: ReadonlyMap<string, Buffer>
  private readonly current: string | undefined

  /** @param keys 32 bytes each, the current one first. */
  constructor(keys: readonly Buffer[]) {
    this.keys = new Map(keys.map((key) => [keyId(key), key]))
    this.current = keys[0] && keyId(keys[0])
  }

  get ready(): boolean {
    return this.current !== undefined
  }

  /** @throws EncryptionError `no_key` */
  encrypt(text: string, context: string): string {
    const key = this.current && this.keys.get(this.current)
    if (!this.current || !key) {
      throw new EncryptionError(
        "no_key",
        "BPC_ENCRYPTION_KEY is not set, so secrets cannot be stored. Make a key with `npx medusa-payment-bpc generate-key`, set it and restart."
      )
    }
    const iv = randomBytes(12)
    const cipher = createCipheriv("aes-256-gcm", key, iv)
    cipher.setAAD(Buffer.from(context, "utf8"))
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
    return [
      "v1",
      this.current,
      iv.toString("base64url"),
      cipher.getAuthTag().toString("base64url"),
      sealed.toString("base64url"),
    ].join(":")
  }

  /** @throws EncryptionError `no_key`, `other_key` (encrypted under a key that is not given now) or `damaged` */
  decrypt(stored: string, context: string): string {
    const [version, id, iv, tag, sealed] = stored.split(":")
    if (version !== "v1" || !id || !iv || !tag || sealed === undefined) {
      throw damaged()
    }
    const key = this.keys.get(id)
    if (!key) {
      throw this.ready
        ? new EncryptionError(
            "other_key",
            'This secret was stored under another BPC_ENCRYPTION_KEY. Put the old key back (as "new,old" during a change), or enter the secret again.'
          )
        : new EncryptionError(
            "no_key",
            "BPC_ENCRYPTION_KEY is not set, so stored secrets cannot be read. Set the key that was used when they were stored; nothing is lost."
          )
    }
    try {
      const decipher = createDecipheriv(
        "aes-256-gcm",
        key,
        Buffer.from(iv, "base64url"),
        { authTagLength: 16 }
      )
      decipher.setAAD(Buffer.from(context, "utf8"))
      decipher.setAuthTag(Buffer.from(tag, "base64url"))
      return Buffer.concat([
        decipher.update(Buffer.from(sealed, "base64url")),
        decipher.final(),
      ]).toString("utf8")
    } catch {
      throw damaged()
    }
  }
}

function damaged(): EncryptionError {
  return new EncryptionError(
    "damaged",
    "This stored secret cannot be opened: it is damaged, or the account's address was changed without the admin since it was entered. Nothing was sent to that address. Check the account's addresses first, then enter the secret again."
  )
}

function keyId(key: Buffer): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 8)
}
