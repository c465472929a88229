import { StatusBadge } from "@medusajs/ui"
import { type PaymentLink } from "../../lib/types"
import { useTexts } from "../payments/use-texts"

const COLORS = {
  open: "blue",
  paid: "green",
  revoked: "grey",
  expired: "grey",
} as const

export function LinkBadge({ state }: Pick<PaymentLink, "state">) {
  const { t } = useTexts()
  return (
    <StatusBadge color={COLORS[state]} className="text-nowrap">
      {t(`links.state.${state}`)}
    </StatusBadge>
  )
}
