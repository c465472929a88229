import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { PaymentDetail } from "../../../api-schemas/payments"
import { CaptureDrawer } from "./capture-drawer"
import { ChargebackDrawer } from "./chargeback-drawer"
import { CheckButton } from "./check-button"
import { capturable, needsDecision, refundable } from "./meaning"
import { RefundDrawer } from "./refund-drawer"
import { ResolveDrawer } from "./resolve-drawer"
import { useTexts } from "./use-texts"

/** A held payment's money moves only through a decision with a note, so it has "resolve" instead of "refund". */
export function Actions({ session }: { session: PaymentDetail }) {
  const { t } = useTexts()
  const [open, setOpen] = useState<
    "capture" | "refund" | "resolve" | "chargeback"
  >()
  const close = () => setOpen(undefined)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <CheckButton sessionId={session.id} />
      {session.state !== "held" && refundable(session) > 0 && (
        <Button
          size="small"
          variant="secondary"
          onClick={() => setOpen("refund")}
        >
          {t("action.refund")}
        </Button>
      )}
      {capturable(session) > 0 && (
        <Button size="small" onClick={() => setOpen("capture")}>
          {t("action.capture")}
        </Button>
      )}
      {(session.state === "held" || needsDecision(session)) && (
        <Button
          size="small"
          variant={needsDecision(session) ? "primary" : "secondary"}
          onClick={() => setOpen("resolve")}
        >
          {t("action.resolve")}
        </Button>
      )}
      {session.charged_back_at && !session.chargeback_noted_at && (
        <Button size="small" onClick={() => setOpen("chargeback")}>
          {t("chargeback.action")}
        </Button>
      )}
      {open === "chargeback" && (
        <ChargebackDrawer session={session} onClose={close} />
      )}
      {open === "capture" && (
        <CaptureDrawer session={session} onClose={close} />
      )}
      {open === "refund" && <RefundDrawer session={session} onClose={close} />}
      {open === "resolve" && (
        <ResolveDrawer session={session} onClose={close} />
      )}
    </div>
  )
}
