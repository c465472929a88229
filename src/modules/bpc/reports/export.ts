import { type OrderNumbers } from "../ledger"
import { type Cell, type CsvLayout, csvHeader, csvRows } from "./csv"

/** Rows read at once: each page borrows a connection for some milliseconds, and checkouts have it in between. */
export const PAGE = 1_000

export type Export = {
  columns: readonly string[]
  pages: () => AsyncIterable<readonly (readonly Cell[])[]>
}

/** What stands in each column, by the column's name; `order` is the number that people know the order by. */
export type Columns<Row> = Readonly<
  Record<string, (row: Row, order: number | undefined) => Cell>
>

/**
 * A file of rows that are read a page at a time, so that a million take no more memory than a thousand.
 *
 * @param read the `PAGE` rows that follow a row, or the first ones
 */
export function exportOf<Row extends { order_id: string | null }>(
  columns: Columns<Row>,
  orders: OrderNumbers,
  read: (after: Row | undefined) => Promise<Row[]>
): Export {
  return {
    columns: Object.keys(columns),
    async *pages() {
      let rows: Row[] = []
      do {
        rows = await read(rows.at(-1))
        const numbers = await orders.of(
          rows.flatMap((row) => row.order_id ?? [])
        )
        yield rows.map((row) =>
          Object.values(columns).map((cell) =>
            cell(row, numbers.get(row.order_id ?? ""))
          )
        )
      } while (rows.length === PAGE)
    },
  }
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
