declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type GatewaySessionId = Branded<"GatewaySessionId">
export type GatewayPaymentId = Branded<"GatewayPaymentId">
export type GatewayRefundId = Branded<"GatewayRefundId">
/** Our own reference that the gateway stores with a session or a refund and echoes (section 4.3). */
export type MerchantReference = Branded<"MerchantReference">

const LONGEST_ID = 255

/**
 * Ids are opaque: no prefix, length or decodability is required (section 3), because several schemes are in use. What is
 * refused could not travel as one path segment: control characters, broken surrogates, and the dot segments "." and ".."
 * that a URL parser removes even when they are percent-encoded.
 */
function isId(value: unknown): value is string {
  if (typeof value !== "string" || value.trim() === "") {
    return false
  }
  if (value.length > LONGEST_ID || value === "." || value === "..") {
    return false
  }
  return !/[\p{Cc}\p{Cs}]/u.test(value)
}

function idParser<Id extends string>(what: string) {
  const isBranded = (value: unknown): value is Id => isId(value)
  return {
    parse: (value: unknown): Id | undefined =>
      isBranded(value) ? value : undefined,
    require: (value: string): Id => {
      if (!isBranded(value)) {
        throw new TypeError(
          `A ${what} is a text of 1 to ${LONGEST_ID} characters without control characters.`
        )
      }
      return value
    },
  }
}

const session = idParser<GatewaySessionId>("gateway session id")
const payment = idParser<GatewayPaymentId>("gateway payment id")
const refund = idParser<GatewayRefundId>("gateway refund id")
const reference = idParser<MerchantReference>("merchant reference")

/** @throws TypeError when the text cannot be an id; for input from outside use the `parse...` twin. */
export const gatewaySessionId = session.require
export const gatewayPaymentId = payment.require
export const gatewayRefundId = refund.require
export const merchantReference = reference.require

/** The id, or undefined when the value (of any type) cannot be one. */
export const parseGatewaySessionId = session.parse
export const parseGatewayPaymentId = payment.parse
export const parseGatewayRefundId = refund.parse
export const parseMerchantReference = reference.parse
