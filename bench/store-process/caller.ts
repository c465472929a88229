export type What = "initiatePayment" | "getPaymentStatus"

/** Something that can be asked the two questions of a checkout. */
export type Caller = Record<What, () => Promise<unknown>>
