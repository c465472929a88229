import { randomBytes } from "node:crypto"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"

export type Secrets = {
  /** 32 bytes in base64. */
  encryptionKey: string
  gatewayApiKey: string
  webhookSecret: string
  jwtSecret: string
  cookieSecret: string
  adminPassword: string
  databasePassword: string
}

/** The secrets of one demo directory, made at its first start and kept there. */
export async function loadSecrets(directory: string): Promise<Secrets> {
  const path = join(directory, "secrets.json")
  const kept = await readFile(path, "utf8").catch(() => undefined)
  if (kept) {
    return JSON.parse(kept) as Secrets
  }
  const secrets: Secrets = {
    encryptionKey: randomBytes(32).toString("base64"),
    gatewayApiKey: `sandbox_${randomBytes(18).toString("hex")}`,
    webhookSecret: `whsec_${randomBytes(24).toString("hex")}`,
    jwtSecret: randomBytes(32).toString("hex"),
    cookieSecret: randomBytes(32).toString("hex"),
    adminPassword: `demo-${randomBytes(4).toString("hex")}`,
    databasePassword: randomBytes(16).toString("hex"),
  }
  await mkdir(directory, { recursive: true })
  await writeFile(path, `${JSON.stringify(secrets, null, 2)}\n`, {
    mode: 0o600,
  })
  return secrets
}
