import { type z } from "zod"
import { type sessionFiltersSchema } from "../../../../api-schemas/payments"
import { type SessionFilter } from "../../../../modules/bpc/ledger"

/** The list's filters as the ledger takes them. */
export function filterOf({
  q: search,
  order_id: orderId,
  decline_class: declineClass,
  charged_back: chargedBack,
  ...filters
}: z.output<typeof sessionFiltersSchema>): SessionFilter {
  return { ...filters, search, orderId, declineClass, chargedBack }
}
