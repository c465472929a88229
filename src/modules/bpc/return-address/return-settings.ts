/** The settings that say where a shopper is led, and may be led. */
export type ReturnSettings = {
  storefrontUrl: string
  successTemplate: string
  failureTemplate: string
  /** Origins, besides the storefront's, that a template may lead to; custom app schemes such as `myapp://` among them. */
  allowedReturnOrigins: string[]
}

export const DEFAULT_SUCCESS =
  "{storefront}/{country}/order/{order_id}/confirmed"
export const DEFAULT_FAILURE =
  "{storefront}/{country}/checkout?step=payment&payment_error={reason}"
