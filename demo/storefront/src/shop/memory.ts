/** A payment that the shopper was sent away for, kept until it is known how it ended. */
export type RememberedPayment = { paymentSessionId: string; cartId: string }

const KEYS = {
  cartId: "kettle.cart",
  country: "kettle.country",
  payment: "kettle.payment",
}

/** What the browser keeps between visits. Where storage is refused (private windows), the shop works, but forgets. */
export const memory = {
  cartId: () => read(KEYS.cartId),
  keepCartId: (id: string | undefined) => write(KEYS.cartId, id),
  country: () => read(KEYS.country),
  keepCountry: (code: string) => write(KEYS.country, code),

  payment(): RememberedPayment | undefined {
    const [paymentSessionId, cartId] = read(KEYS.payment)?.split(" ") ?? []
    return paymentSessionId && cartId ? { paymentSessionId, cartId } : undefined
  },
  keepPayment(payment: RememberedPayment | undefined) {
    write(
      KEYS.payment,
      payment && `${payment.paymentSessionId} ${payment.cartId}`
    )
  },
}

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function write(key: string, value: string | undefined) {
  try {
    if (value === undefined) {
      localStorage.removeItem(key)
    } else {
      localStorage.setItem(key, value)
    }
  } catch {
    return
  }
}
