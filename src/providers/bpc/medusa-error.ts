import { MedusaError } from "@medusajs/framework/utils"
import { EncryptionError } from "../../modules/bpc/accounts"
import { GatewayError } from "../../gateway"

const SHOPPER_FALLBACK =
  "Card payment is not available at the moment. You have not been charged. Please choose another payment method or contact the shop."

/** Who reads the message: the store API shows it to the shopper, the admin API to the merchant. */
export type Reader = "shopper" | "merchant"

/**
 * Semaphore our errors into the `MedusaError` types whose message Medusa shows (any other error becomes "An unknown error
 * occurred."; framework, http/middlewares/error-handler). Errors that are not ours pass through unchanged.
 */
export function toMedusaError(error: unknown, reader: Reader): unknown {
  if (error instanceof GatewayError) {
    return new MedusaError(
      error.retryable
        ? MedusaError.Types.UNEXPECTED_STATE
        : MedusaError.Types.NOT_ALLOWED,
      reader === "shopper" ? error.shopper : error.merchant
    )
  }
  if (error instanceof EncryptionError) {
    return new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      reader === "shopper" ? SHOPPER_FALLBACK : error.message
    )
  }
  return error
}

/** One line for the log: what the merchant is told, and the technical part. */
export function logLine(doing: string, error: unknown): string {
  if (error instanceof GatewayError) {
    return `[bpc] ${doing}: ${error.merchant} (${error.log})`
  }
  return `[bpc] ${doing}: ${error instanceof Error ? error.message : "unknown error"}`
}
