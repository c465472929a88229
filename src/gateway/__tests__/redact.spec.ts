import fc from "fast-check"
import { redact, redactPayload, redactText } from "../index"

const KEY = "k3yk3yk3yk3yk3yk3y/+"

describe("redactText", () => {
  it.each([
    ["card 4111111111111111 refused", "card [redacted] refused"],
    ["card 4111 1111 1111 1111.", "card [redacted]."],
    ["card 5555-5555-5555-5599", "card [redacted]"],
    [
      "twelve 123456789012, nineteen 1234567890123456789",
      "twelve [redacted], nineteen [redacted]",
    ],
    [
      "eleven 12345678901 and twenty 12345678901234567890 stay",
      "eleven 12345678901 and twenty 12345678901234567890 stay",
    ],
    [
      "order 12345678-1234-1234-1234-123456789012 stays",
      "order 12345678-1234-1234-1234-123456789012 stays",
    ],
    ["2024-03-28T08:26:37Z stays", "2024-03-28T08:26:37Z stays"],
  ])("turns %j into %j", (text, expected) => {
    expect(redactText(text)).toBe(expected)
  })

  it("removes each secret, also percent-encoded, and ignores empty ones", () => {
    expect(
      redactText(`a ${KEY} b ${encodeURIComponent(KEY)}`, ["", " ", KEY])
    ).toBe("a [redacted] b [redacted]")
  })

  it("leaves no card number in any text", () => {
    const card = fc.constantFrom(
      "5555555555555599",
      "4111111111111111",
      "4444 5555 1111 3333"
    )
    const around = fc.string().filter((text) => !/\d[ -]?$|^[ -]?\d/.test(text))
    fc.assert(
      fc.property(around, card, around, (before, pan, after) => {
        expect(redactText(before + pan + after)).not.toContain(pan)
      })
    )
  })
})

describe("redact", () => {
  it.each([
    "apiKey",
    "api_key",
    "X-Api-Key",
    "Authorization",
    "password",
    "newPassword",
    "webhookSecret",
    "secret",
    "access_token",
    "tokens",
    "pan",
    "cvc",
    "newCardCvc",
    "cookie",
  ])("removes the value of %s at any depth", (name) => {
    expect(
      redact({ a: [{ [name]: "visible" }], [name]: { deep: "visible" } })
    ).toEqual({
      a: [{ [name]: "[redacted]" }],
      [name]: "[redacted]",
    })
  })

  it("keeps what a log is read for", () => {
    const value = {
      id: "ps_1",
      amount: 1000,
      at: 1711690406123,
      ok: true,
      none: null,
      span: "x",
      company: "y",
    }
    expect(redact(value)).toEqual(value)
  })

  it("finds secrets and cards in values, errors and numbers", () => {
    expect(
      redact(
        { a: `key=${KEY}`, e: new Error(`bad ${KEY}`), n: 4111111111111111 },
        [KEY]
      )
    ).toEqual({
      a: "key=[redacted]",
      e: { name: "Error", message: "bad [redacted]" },
      n: "[redacted]",
    })
  })

  it("survives circles and bytes", () => {
    const circle: Record<string, unknown> = { bytes: Buffer.from(KEY) }
    circle.self = circle
    expect(redact(circle)).toEqual({
      bytes: "[redacted]",
      self: "[circular or too deep]",
    })
  })
})

describe("redactPayload", () => {
  it("keeps what identifies and counts, and masks what is about a person", () => {
    const payload = {
      created: "2024-03-29T05:33:26Z",
      type: "payment.succeeded",
      data: {
        object: {
          id: "pay_1",
          numericId: "123456789012345",
          sessionId: "ps_1",
          amount: 1000,
          amountCaptured: 1000,
          currency: "EUR",
          status: "succeeded",
          paymentStatus: "paid",
          expiresAt: "2024-03-29T05:53:26Z",
          merchantReferenceId: "payses_1",
          paymentData: { captureMethod: "manual", pan: "411111******1111" },
          successUrl: "https://shop.example/bpc/return/opaque-token",
          paymentUrl: "https://pay.example/?mdOrder=1",
          customerDetails: {
            email: "a@b.example",
            firstName: "Ada",
            id: "c_1",
          },
          email: "a@b.example",
          phone: "+35799123456",
          referenceId: "ada@b.example",
          cardId: "4111111111111111",
          cardholderName: "ADA L",
          paymentMethod: {
            card: { last4: "1111" },
            type: "card",
            holder: "Ada",
          },
          metadata: { orderId: "Ada's order" },
          description: "Ada's order",
          live: true,
        },
      },
    }
    const masked = "[redacted]"
    expect(redactPayload(payload)).toEqual({
      created: payload.created,
      type: payload.type,
      data: {
        object: {
          ...payload.data.object,
          paymentData: { captureMethod: "manual", pan: masked },
          successUrl: masked,
          paymentUrl: masked,
          customerDetails: masked,
          email: masked,
          phone: masked,
          referenceId: masked,
          cardId: masked,
          cardholderName: masked,
          paymentMethod: { card: masked, type: "card", holder: masked },
          metadata: masked,
          description: masked,
        },
      },
    })
  })
})
