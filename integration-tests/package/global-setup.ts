import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Crew } from "../../demo/runner/crew"
import { pack, shareWithTests } from "./packages"
import { Terminal } from "./terminal"

declare global {
  var bpcTarballs: string | undefined
}

/** Packs the three packages once for all suites. */
export default async function setUp(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "bpc-tarballs-"))
  // As root, npm runs scripts as the owner of the folder that it installs into.
  await chmod(directory, 0o755)
  globalThis.bpcTarballs = directory
  const terminal = new Terminal(
    directory,
    new Crew(new AbortController().signal)
  )
  shareWithTests({
    plugin: await pack("plugin", terminal),
    storefront: await pack("storefront", terminal),
    sandbox: await pack("sandbox", terminal),
  })
}

export async function tearDown(): Promise<void> {
  if (globalThis.bpcTarballs) {
    await rm(globalThis.bpcTarballs, { recursive: true, force: true })
  }
}
