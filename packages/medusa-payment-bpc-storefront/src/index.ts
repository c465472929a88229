/** The storefront kit without a framework: `medusa-payment-bpc-storefront`. No dependency; runs in browsers, servers and apps. */
export {
  type BpcCart,
  type BpcPage,
  type BpcPaymentCollection,
  type BpcPaymentSession,
  isBpc,
  paymentUrl,
} from "./cart"
export {
  type RememberedPayment,
  forgetPayment,
  rememberedPayment,
} from "./memory"
export {
  type PaymentStatus,
  type StatusOptions,
  paymentStatus,
} from "./payment-status"
export { type RedirectOptions, redirectToPayment } from "./redirect"
export {
  type StartOptions,
  type WithPaymentCollection,
  startPayment,
} from "./start-payment"
export { type BpcErrorCode, BpcPaymentError, type StoreApi } from "./store-api"
export { errorText } from "./texts"
export { type WatchOptions, watchPayment } from "./watch-payment"
