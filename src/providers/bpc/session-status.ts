import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { type SessionPhase } from "../../gateway"

/** Medusa's word for what a gateway session is in. */
export function statusOf(phase: SessionPhase): PaymentSessionStatus {
  switch (phase) {
    case "paid":
      return PaymentSessionStatus.CAPTURED
    case "authorized":
      return PaymentSessionStatus.AUTHORIZED
    case "canceled":
    case "expired":
      return PaymentSessionStatus.CANCELED
    case "open":
    case "unknown":
      return PaymentSessionStatus.PENDING
  }
}
