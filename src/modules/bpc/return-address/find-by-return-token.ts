import { type SessionLedger, type LedgerRow } from "../ledger"
import { parseReturnToken, type ReturnSide, tokenFits } from "./return-token"

/** The ledger row that a return URL's token opens; undefined for a token that is malformed, altered or someone else's. */
export async function findByReturnToken(
  ledger: SessionLedger,
  token: string
): Promise<{ row: LedgerRow; side: ReturnSide } | undefined> {
  const parsed = parseReturnToken(token)
  const row = parsed && (await ledger.find(parsed.id))
  return parsed && row && tokenFits(parsed, row.returnSecret)
    ? { row, side: parsed.side }
    : undefined
}
