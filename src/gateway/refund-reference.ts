import { createHash } from "node:crypto"
import { LONGEST_EXTERNAL_REFUND_ID, LONGEST_REFERENCE } from "./dialect"
import { type MerchantReference, merchantReference } from "./ids"
import { type GatewayRefund } from "./refund"

/**
 * Our reference as the Merchant REST API takes it: as it is when it fits (a Medusa `ref_` id does), else a digest of it that is
 * the same each time. Cutting it off could make two references one.
 */
export function externalRefundIdOf(reference: string): string {
  return reference.length <= LONGEST_EXTERNAL_REFUND_ID &&
    /^[\w-]+$/.test(reference)
    ? reference
    : createHash("sha256")
        .update(reference)
        .digest("hex")
        .slice(0, LONGEST_EXTERNAL_REFUND_ID)
}

/** Our reference as API V2 takes it. */
export function refundReferenceOf(reference: string): MerchantReference {
  return merchantReference(
    reference.length <= LONGEST_REFERENCE
      ? reference
      : externalRefundIdOf(reference)
  )
}

/** Whether a refund at the gateway is the one that was made under this reference, on either channel. */
export function carriesReference(
  refund: Pick<GatewayRefund, "merchantReferenceId">,
  reference: string
): boolean {
  const carried: string | undefined = refund.merchantReferenceId
  return carried === reference || carried === externalRefundIdOf(reference)
}
