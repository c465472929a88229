import { type Cell, type CsvLayout, csvHeader, csvRows } from "./csv"

/** Rows read at once: each page borrows a connection for some milliseconds, and checkouts have it in between. */
export const PAGE = 1_000

export type Export = {
  columns: readonly string[]
  pages: () => AsyncIterable<readonly (readonly Cell[])[]>
}

/** The text of a file, a page at a time. */
export async function* csvOf(
  { columns, pages }: Export,
  layout: CsvLayout
): AsyncGenerator<string> {
  yield csvHeader(columns, layout)
  for await (const rows of pages()) {
    if (rows.length > 0) {
      yield csvRows(rows, layout)
    }
  }
}
