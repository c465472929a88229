import { paymentWords } from "../payment-words"

describe("a payment as the confirmation calls it", () => {
  it.each(["authorized", "partially_authorized"])(
    "%s is reserved, not paid",
    (status) => {
      const { title, fate } = paymentWords(status)
      expect(title).toBe("Reserved on your card")
      expect(`${title} ${fate}`).not.toMatch(/paid|arrived/i)
    }
  )

  it.each([["captured"], ["partially_refunded"], [undefined]])(
    "%s is paid",
    (status) => {
      expect(paymentWords(status).title).toBe("Paid by card")
    }
  )

  it.each(["refunded", "canceled", "not_paid", "partially_captured"])(
    "%s is not called paid in full",
    (status) => {
      expect(paymentWords(status)).not.toEqual(paymentWords("captured"))
    }
  )
})
