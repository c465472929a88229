import { Finding } from "./doctor/examination/finding"
import { type OpenStore, openStore } from "./doctor/examination/open-store"

const SILENT = { onStep: () => {}, onCheck: () => {}, onSecret: () => {} }

/**
 * Loads the store in the current folder for some work. What the store itself says while it is loaded goes to standard error: standard output
 * may be a file.
 *
 * @returns the exit code; 1 with a sentence when the store cannot be loaded
 */
export async function withStore(
  work: (store: OpenStore) => Promise<void>
): Promise<number> {
  const toOutput = process.stdout.write.bind(process.stdout)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  try {
    const store = await openStore(process.cwd(), SILENT)
    process.stdout.write = toOutput
    await work(store)
    return 0
  } catch (error) {
    if (!(error instanceof Finding)) {
      throw error
    }
    console.error(`${error.check.message} ${error.check.action ?? ""}`.trim())
    return 1
  } finally {
    process.stdout.write = toOutput
  }
}
