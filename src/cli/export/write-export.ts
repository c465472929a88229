import { once } from "node:events"
import { createWriteStream } from "node:fs"
import { Readable, type Writable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { exportQuery } from "../../api-schemas/export"
import { csvOf } from "../../modules/bpc/reports"
import { UsageError } from "../command"
import { Finding } from "../doctor/examination/finding"
import { openStore } from "../doctor/examination/open-store"

const SILENT = { onStep: () => {}, onCheck: () => {}, onSecret: () => {} }

/**
 * Loads the store in the current folder and writes its file.
 *
 * @param asked as the admin API takes it
 * @param out a path; standard output when left out
 * @returns the exit code
 * @throws UsageError
 */
export async function writeExport(
  asked: object,
  out: string | undefined
): Promise<number> {
  const { kind, layout, ...filters } = parsed(asked)
  // What the store itself says while it is loaded must not get into the file.
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  try {
    const { bpc } = await openStore(process.cwd(), SILENT)
    const text = csvOf(bpc.queries.export(kind, filters), layout)
    if (out) {
      await pipeline(Readable.from(text), createWriteStream(out))
    } else {
      process.stdout.write = write
      await writeAll(text, process.stdout)
    }
    return 0
  } catch (error) {
    if (!(error instanceof Finding)) {
      throw error
    }
    console.error(`${error.check.message} ${error.check.action ?? ""}`.trim())
    return 1
  } finally {
    process.stdout.write = write
  }
}

function parsed(asked: object) {
  const { success, data, error } = exportQuery.safeParse(asked)
  if (success) {
    return data
  }
  const [issue] = error.issues
  throw new UsageError(
    `${String(issue?.path[0] ?? "kind")} ${issue?.message ?? "is not right"}.`
  )
}

/** Standard output stays open: the process ends it. */
async function writeAll(
  text: AsyncIterable<string>,
  output: Writable
): Promise<void> {
  for await (const part of text) {
    if (!output.write(part)) {
      await once(output, "drain")
    }
  }
}
