import { randomInt } from "node:crypto"
import { type DecimalInput, sameMoney, toMoney } from "../../../gateway"
import { type SessionLedger, type LedgerRow } from "../ledger"
import { type OpenPageInput } from "./open-page"

/**
 * The page of a payment session whose amount may have changed: the same one when nothing did, else a new one.
 *
 * @throws GatewayError
 */
export async function updatePage(
  bpc: {
    ledger: SessionLedger
    openPage(input: OpenPageInput): Promise<LedgerRow>
  },
  input: {
    gatewaySessionId: string
    paymentSessionId: string
    providerId: string
    amount: DecimalInput
    currencyCode: string
  }
): Promise<LedgerRow> {
  const row = await bpc.ledger.findByGatewaySession(input.gatewaySessionId)
  const wanted = toMoney(input.amount, input.currencyCode)
  if (row && wanted.ok && sameMoney(row.amount, wanted.value)) {
    return row
  }
  if (row) {
    await bpc.ledger.retire({
      paymentSessionId: row.paymentSessionId,
      gatewaySessionId: input.gatewaySessionId,
    })
  }
  return bpc.openPage({
    ...input,
    returnTo: row?.returnTo ?? undefined,
    // A reference must be unique for each attempt and at most 36 characters long; a payment session's id has 33.
    referenceSuffix: row
      ? `-${randomInt(36 * 36)
          .toString(36)
          .padStart(2, "0")}`
      : undefined,
  })
}
