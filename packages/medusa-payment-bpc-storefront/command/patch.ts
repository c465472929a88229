import { type Source } from "./source"

/** What is asked of a storefront: the id of the payment provider, as Medusa knows it. */
export type Order = { providerId: string }

/** The text afterwards (the same when nothing was missing), or why the code was not understood. */
export type Outcome =
  { kind: "done"; text: string } | { kind: "unknown"; reason: string }

/** One change to one file of a storefront that is the shop's own. */
export type Patch = {
  /** What the shopper or the shop has from it, as the end of a sentence. */
  does: string
  /** Where the official starters have the file. */
  usual: string
  /** A word that is in such a file, wherever it lies now: files without it are not even parsed. */
  needle: string
  /** A convenience: where its code is missing or another one, nothing is said and nothing is in the way. */
  optional?: true
  /** Whether this is the file, patched or not. */
  isIn(source: Source): boolean
  /** Adds what is missing; what is there already stays as it is. */
  apply(source: Source, order: Order): Outcome
  /** The text without what `apply` adds, wherever in the file it is now. */
  undo(source: Source): string
  /** The lines to add, for a person. */
  byHand(order: Order): string
}

export function unknown(reason: string): Outcome {
  return { kind: "unknown", reason }
}
