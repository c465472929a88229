import { type MedusaContainer } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { type MisstatedSummary } from "../../modules/bpc/core-tables"

type Totals = Record<string, unknown>

/** What Medusa's order module has for every model of its own; its published interface lists it for some. */
type Summaries = {
  retrieveOrderSummary(id: string): Promise<{ totals: Totals }>
  updateOrderSummaries(change: { id: string; totals: Totals }): Promise<unknown>
}

/**
 * Writes an order's summary anew from its transactions; what the order asks for follows. Medusa keeps each total twice, as a number and raw
 * (order module, `updateOrderPaidRefundableAmount_`). The caller holds the order's lease.
 */
export async function restateSummary(
  container: MedusaContainer,
  { id, paid, refunded }: MisstatedSummary
): Promise<void> {
  const orders = container.resolve<Summaries>(Modules.ORDER)
  const { totals } = await orders.retrieveOrderSummary(id)
  const transactions = MathBN.sub(paid, refunded)
  const asked = MathBN.add(
    decimalIn(totals, "pending_difference"),
    decimalIn(totals, "transaction_total")
  )
  await orders.updateOrderSummaries({
    id,
    totals: {
      ...totals,
      ...both("paid_total", MathBN.convert(paid)),
      ...both("refunded_total", MathBN.convert(refunded)),
      ...both("transaction_total", transactions),
      ...both("pending_difference", MathBN.sub(asked, transactions)),
    },
  })
}

function decimalIn(totals: Totals, name: string): string {
  const raw = totals[`raw_${name}`]
  const value =
    typeof raw === "object" && raw !== null && "value" in raw
      ? raw.value
      : totals[name]
  return typeof value === "string" || typeof value === "number"
    ? String(value)
    : "0"
}

function both(name: string, value: ReturnType<typeof MathBN.convert>): Totals {
  return {
    [name]: value.toNumber(),
    [`raw_${name}`]: { value: value.toFixed(), precision: 20 },
  }
}
