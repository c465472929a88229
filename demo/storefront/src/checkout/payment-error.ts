const KEPT = "Your basket is as you left it."

const TEXTS: Record<string, { title: string; text: string }> = {
  not_completed: {
    title: "The payment was not completed.",
    text: `Nothing has been charged. ${KEPT} You can try again, with another card if you like.`,
  },
  failed: {
    title: "The payment did not go through.",
    text: `Nothing has been charged. ${KEPT} Please try again, or use another card.`,
  },
  canceled: {
    title: "You cancelled the payment.",
    text: `Nothing has been charged. ${KEPT} Pay whenever you are ready.`,
  },
  expired: {
    title: "The payment page has expired.",
    text: `It was open for too long, and nothing has been charged. ${KEPT} Try again for a new page.`,
  },
  refunded: {
    title: "Your money is on its way back.",
    text: "The payment arrived, but the basket had changed by then, so no order was placed and the whole amount is being returned to your card.",
  },
}

/** What a `payment_error` in the address means for the shopper; an unknown reason is told as a failed payment. */
export function paymentErrorText(reason: string): {
  title: string
  text: string
} {
  return (
    TEXTS[reason] ?? {
      title: "The payment was not completed.",
      text: `${KEPT} Please try again, or use another card.`,
    }
  )
}
