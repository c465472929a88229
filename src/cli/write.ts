import { once } from "node:events"
import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

/** Writes a text to a file, or to standard output, no faster than that takes it. */
export async function write(
  text: Iterable<string> | AsyncIterable<string>,
  out: string | undefined
): Promise<void> {
  if (out !== undefined) {
    await pipeline(Readable.from(text), createWriteStream(out))
    return
  }
  // It stays open: the process ends it.
  for await (const part of text) {
    if (!process.stdout.write(part)) {
      await once(process.stdout, "drain")
    }
  }
}
