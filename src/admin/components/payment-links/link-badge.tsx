import type { PaymentLink } from "../../../api-schemas/payment-links"
import { useTexts } from "../payments/use-texts"
import { Status } from "../status"

const COLORS = {
  open: "blue",
  paid: "green",
  revoked: "grey",
  expired: "grey",
} as const

export function LinkBadge({ state }: Pick<PaymentLink, "state">) {
  const { t } = useTexts()
  return <Status color={COLORS[state]}>{t(`links.state.${state}`)}</Status>
}
