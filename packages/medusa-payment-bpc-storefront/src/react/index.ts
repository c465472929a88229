"use client"

/** The storefront kit for React 18 and 19: `medusa-payment-bpc-storefront/react`. Client components; React is the only peer. */
export { BpcPaymentButton, type BpcPaymentButtonProps } from "./button"
export { BpcPaymentMessage, type BpcPaymentMessageProps } from "./message"
export { useBpcPayment } from "./use-bpc-payment"
