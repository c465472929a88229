import { stringify } from "csv-stringify/sync"

/**
 * `rfc4180`: commas, decimals with a point, no byte order mark; for programs. `comma` and `semicolon`: what spreadsheet programs open right
 * by themselves, in languages that write decimals with a point and with a comma; both begin with a byte order mark.
 */
export type CsvLayout = "rfc4180" | "comma" | "semicolon"

/** A decimal in major units, written as digits: it never was a float. */
export type DecimalCell = { decimal: string }

export type Cell = string | number | Date | DecimalCell | null | undefined

const BYTE_ORDER_MARK = "\ufeff"

/** The first line of a file, with what must come before it. */
export function csvHeader(columns: readonly string[], layout: CsvLayout) {
  return (
    (layout === "rfc4180" ? "" : BYTE_ORDER_MARK) + csvRows([columns], layout)
  )
}

/** Rows as RFC 4180 has them, each with its line end. Times in ISO 8601, UTC. */
export function csvRows(
  rows: readonly (readonly Cell[])[],
  layout: CsvLayout
): string {
  return stringify(
    rows.map((row) => row.map((cell) => textOf(cell, layout))),
    {
      delimiter: layout === "semicolon" ? ";" : ",",
      record_delimiter: "\r\n",
    }
  )
}

function textOf(cell: Cell, layout: CsvLayout): string {
  if (cell === null || cell === undefined) {
    return ""
  }
  if (cell instanceof Date) {
    return cell.toISOString()
  }
  if (typeof cell === "number") {
    return String(cell)
  }
  if (typeof cell === "string") {
    return harmless(cell)
  }
  return layout === "semicolon" ? cell.decimal.replace(".", ",") : cell.decimal
}

/** A spreadsheet program runs a text that begins so; a shopper may have chosen it. An apostrophe makes it text again. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
}
