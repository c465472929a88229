/* What bookkeeping takes out of the ledger: files of payments, captures and refunds, and their totals. */

export { type CsvLayout } from "./csv"
export { csvOf, type Export } from "./export"
export { exportOperations } from "./export-operations"
export { exportPayments } from "./export-payments"
export { readTotals, type TotalsQuery } from "./totals"
