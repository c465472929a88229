import type { PaymentLink } from "../../../api-schemas/payment-links"
import { useTexts } from "../payments/use-texts"

/** Scanners need four light units around the code. */
const QUIET = 4

/** Black on white in a dark dashboard too: not every scanner reads it the other way round. */
export function QrPicture({ qr }: { qr: NonNullable<PaymentLink["qr"]> }) {
  const { t } = useTexts()
  const side = qr.size + 2 * QUIET
  return (
    <svg
      role="img"
      aria-label={t("links.qr")}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
      className="rounded-lg"
      style={{ width: "100%", maxWidth: "13rem", background: "#fff" }}
    >
      <path d={qr.path} fill="#000" />
    </svg>
  )
}
