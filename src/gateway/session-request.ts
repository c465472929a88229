import {
  type CustomerInput,
  toCustomerDetails,
  toLanguage,
  toMetadata,
} from "./customer"
import { SESSION_FIELDS as FIELD } from "./dialect"
import { type MerchantReference } from "./ids"
import { type Money } from "./money"
import { type CaptureMethod } from "./session-status"

export type CreateSessionInput = {
  amount: Money
  successUrl: string
  failureUrl: string
  merchantReferenceId: MerchantReference
  captureMethod: CaptureMethod
  locale?: string | undefined
  customer?: CustomerInput | undefined
  metadata?: Record<string, string> | undefined
}

/** The body of `POST /sessions` (section 4.2). */
export function toSessionBody(
  input: CreateSessionInput
): Record<string, unknown> {
  const locale = toLanguage(input.locale)
  const customerDetails = toCustomerDetails(input.customer)
  const metadata = toMetadata(input.metadata)
  return {
    [FIELD.amount]: input.amount.minor,
    [FIELD.currency]: input.amount.currency,
    [FIELD.successUrl]: input.successUrl,
    [FIELD.failureUrl]: input.failureUrl,
    [FIELD.merchantReferenceId]: input.merchantReferenceId,
    [FIELD.paymentData]: { [FIELD.captureMethod]: input.captureMethod },
    ...(locale && { [FIELD.locale]: locale }),
    ...(customerDetails && { [FIELD.customerDetails]: customerDetails }),
    ...(metadata && { [FIELD.metadata]: metadata }),
  }
}
