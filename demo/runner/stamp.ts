import { mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { dirname } from "node:path"

/**
 * Does the work unless it was done for the same fingerprint before.
 *
 * The stamp is written after the work and removed before it, so that work interrupted half way is done again.
 *
 * @returns whether the work was done now
 */
export async function oncePerFingerprint(
  stampPath: string,
  fingerprint: string,
  work: () => Promise<void>
): Promise<boolean> {
  const stamp = await readFile(stampPath, "utf8").catch(() => "")
  if (stamp === fingerprint) {
    return false
  }
  await rm(stampPath, { force: true })
  await work()
  await mkdir(dirname(stampPath), { recursive: true })
  await writeFile(stampPath, fingerprint)
  return true
}
