import { type LedgerRow } from "../../modules/bpc/ledger"
import { type Verdict } from "../../modules/bpc/money"
import { type Applying } from "./applying"

/**
 * What a look at the gateway tells of the rest of a hold of which a part was captured; undefined if nothing was held, or nothing or
 * all of it was captured. Pure.
 */
export function uncapturedRemainder(
  row: Pick<LedgerRow, "amount" | "captureMethod">,
  verdict: Verdict
): "released" | "kept" | undefined {
  if (
    row.captureMethod !== "manual" ||
    (verdict.kind !== "paid" && verdict.kind !== "authorized") ||
    !verdict.totalsKnown
  ) {
    return undefined
  }
  const { minor } = verdict.captured
  const inPart = minor > 0 && minor < row.amount.minor
  return inPart ? (verdict.kind === "paid" ? "released" : "kept") : undefined
}

/** Remembers it for the account, for whoever chooses how shipments are captured. */
export async function noteUncapturedRemainder({
  bpc,
  row,
  verdict,
}: Pick<Applying, "bpc" | "row" | "verdict">): Promise<void> {
  const rest = uncapturedRemainder(row, verdict)
  if (rest) {
    await bpc.accounts.remainderReleases.note(row, rest)
  }
}
