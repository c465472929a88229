import { readFile, readdir } from "node:fs/promises"
import { posix } from "node:path"
import { type Patch } from "./patch"
import { placeIn } from "./place"
import { Source } from "./source"

const SOURCE = /\.tsx?$/
const LEFT_OUT = new Set(["node_modules", ".next", "dist", "build"])

/** A file before and after; undefined where it is not there. */
export type Change = {
  path: string
  before: string | undefined
  after: string | undefined
}

/** A storefront on the disk, with changes that are only thought of. Nothing here writes. */
export class Shop {
  readonly #before = new Map<string, string | undefined>()
  readonly #after = new Map<string, string | undefined>()
  #paths: Promise<string[]> | undefined

  constructor(readonly root: string) {}

  /**
   * The text of a file given from the root, as changed so far; undefined when there is none.
   *
   * @throws UnreadableSource when a link leads out of the storefront
   */
  async read(path: string): Promise<string | undefined> {
    if (!this.#before.has(path)) {
      const text = await textOf(await placeIn(this.root, path))
      this.#before.set(path, text)
      this.#after.set(path, text)
    }
    return this.#after.get(path)
  }

  /** Thinks of a text for a file that was read; undefined takes it away. Answers whether that differs. */
  put(path: string, text: string | undefined): boolean {
    const differs = this.#after.get(path) !== text
    this.#after.set(path, text)
    return differs
  }

  changes(): Change[] {
    return [...this.#after].flatMap(([path, after]) => {
      const before = this.#before.get(path)
      return before === after ? [] : [{ path, before, after }]
    })
  }

  /**
   * The file that a patch is about: where the starters have it, else wherever the shop has it now. When no file is recognised, the
   * one in the usual place.
   *
   * @throws UnreadableSource
   */
  async find(patch: Patch): Promise<Source | undefined> {
    const text = await this.read(patch.usual)
    const usual = text === undefined ? undefined : new Source(patch.usual, text)
    if (usual && patch.isIn(usual)) return usual
    for (const path of await this.containing(patch.needle)) {
      const source = new Source(path, (await this.read(path)) ?? "")
      if (patch.isIn(source)) return source
    }
    return usual
  }

  /** The sources with a word in them; links among them are not followed. @throws UnreadableSource when `src` is one that leads out */
  async containing(word: string, kind = SOURCE): Promise<string[]> {
    this.#paths ??= filesBelow(this.root, "src")
    const found: string[] = []
    for (const path of await this.#paths) {
      if (kind.test(path) && (await this.read(path))?.includes(word))
        found.push(path)
    }
    return found.sort()
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined
    throw error
  }
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(await placeIn(root, folder), {
    withFileTypes: true,
  })
  const found = await Promise.all(
    entries.map((entry) => {
      const path = posix.join(folder, entry.name)
      if (entry.isDirectory()) {
        return LEFT_OUT.has(entry.name) ? [] : filesBelow(root, path)
      }
      return entry.isFile() ? [path] : []
    })
  )
  return found.flat()
}
