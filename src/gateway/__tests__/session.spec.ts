import fc from "fast-check"
import { moneyOf, parseSession } from "../index"
import { EUR } from "./client-support"

const eur = (minor: number) => moneyOf(minor, EUR)

const wire = {
  id: "ps_2GRSigkh7m3hqz5pMCAYCzJaXjsHgypQui6nMBss3XLVLF8gwDASHP",
  amount: 10000,
  created: "2024-03-28T08:26:37Z",
  currency: "EUR",
  customerDetails: {},
  expiresAt: "2024-03-28T08:46:37Z",
  failureUrl: "https://mybestmerchantreturnurl.com/failure",
  locale: "EN",
  merchantReferenceId: "4000",
  metadata: {},
  paymentData: { captureMethod: "automatic" },
  paymentStatus: "unpaid",
  paymentUrl:
    "https://dev.bpcbt.com/payment/merchants/ecom/payment.html?mdOrder=12a19f56-50e6-74bc-a289-c93d00a9c8eb&language=en",
  status: "open",
  successUrl: "https://mybestmerchantreturnurl.com/success",
}

const read = (changes: Record<string, unknown>) => {
  const result = parseSession({ ...wire, ...changes }, { allowHttp: false })
  if (!result.ok) {
    throw new Error(result.error)
  }
  return result.value
}

describe("parseSession", () => {
  it("reads the documented answer", () => {
    expect(read({})).toEqual({
      id: wire.id,
      status: "open",
      rawStatus: "open",
      paymentStatus: "unpaid",
      rawPaymentStatus: "unpaid",
      phase: "open",
      amount: eur(10000),
      rawAmount: 10000,
      rawCurrency: "EUR",
      merchantReferenceId: "4000",
      captureMethod: "automatic",
      paymentUrl: wire.paymentUrl,
      mdOrder: "12a19f56-50e6-74bc-a289-c93d00a9c8eb",
      createdAt: new Date("2024-03-28T08:26:37Z"),
      expiresAt: new Date("2024-03-28T08:46:37Z"),
      captured: undefined,
      refunded: undefined,
      facts: {
        card: undefined,
        actionCode: undefined,
        chargedBack: false,
        secondChannel: "absent",
      },
    })
  })

  it("needs nothing but an id", () => {
    expect(parseSession({ id: "ps_1" }, { allowHttp: false })).toMatchObject({
      ok: true,
      value: { id: "ps_1", phase: "unknown", amount: undefined },
    })
  })

  it.each([[null], ["text"], [[]], [{}], [{ id: 7 }], [{ id: "" }]])(
    "refuses %j",
    (value) => {
      expect(parseSession(value, { allowHttp: false }).ok).toBe(false)
    }
  )

  it.each([
    ["complete", "paid"],
    ["COMPLETED", "Paid"],
    ["Succeeded", "SUCCEEDED"],
    ["completed", "captured"],
    ["completed", "funded"],
  ])("takes %s with %s as paid", (status, paymentStatus) => {
    expect(read({ status, paymentStatus }).phase).toBe("paid")
  })

  it.each([
    "authorized",
    "Authorised",
    "requiresCapture",
    "requires_capture",
    "held",
    "approved",
  ])("takes %s as authorised", (paymentStatus) => {
    expect(read({ status: "completed", paymentStatus }).phase).toBe(
      "authorized"
    )
  })

  it.each(["reversed", "constructor", "__proto__", "toString", 7, null, {}])(
    "takes the word %j as unknown and keeps it when it is a text",
    (word) => {
      const session = read({ status: word, paymentStatus: word })
      expect(session.phase).toBe("unknown")
      expect(session.rawStatus).toBe(typeof word === "string" ? word : "")
    }
  )

  it.each([
    ["another number of decimals", { amount: 100.5 }],
    ["a text", { amount: "10000" }],
    ["a negative amount", { amount: -1 }],
    ["a currency that ISO 4217 lacks", { currency: "ABC" }],
    ["no currency", { currency: undefined }],
    ["a numeric currency", { currency: 978 }],
  ])("has no amount with %s, and keeps what was sent", (_, changes) => {
    const session = read(changes)
    expect(session.amount).toBeUndefined()
    expect({
      amount: session.rawAmount,
      currency: session.rawCurrency,
    }).toEqual({
      amount: 10000,
      currency: "EUR",
      ...changes,
    })
  })

  it.each([
    ["2024-03-28T08:26:37Z", "2024-03-28T08:26:37.000Z"],
    ["2022-02-17T16:30:55+00:00", "2022-02-17T16:30:55.000Z"],
    ["2022-02-17T18:30:55.5+02:00", "2022-02-17T16:30:55.500Z"],
    ["2022-02-17T16:30:55", "2022-02-17T16:30:55.000Z"],
    ["tomorrow", undefined],
    ["2022-13-45T99:99:99Z", undefined],
    [1711690406, undefined],
  ])("reads the expiry %j as %j", (expiresAt, expected) => {
    expect(read({ expiresAt }).expiresAt?.toISOString()).toBe(expected)
  })

  it.each([
    [
      "payment.id",
      { payment: { id: "pay_1", status: "succeeded" } },
      "succeeded",
    ],
    ["payment", { payment: "pay_1" }, "unknown"],
    ["paymentId", { paymentId: "pay_1" }, "unknown"],
    [
      "payments[0].id",
      { payments: [{ id: "pay_1", status: "failed" }] },
      "failed",
    ],
    [
      "paymentData.id",
      { paymentData: { id: "pay_1", status: "succeeded" } },
      "succeeded",
    ],
    [
      "paymentData.paymentId",
      { paymentData: { paymentId: "pay_1" } },
      "unknown",
    ],
    [
      "the first place that has one",
      { paymentId: "pay_2", payment: { id: "pay_1", status: "succeeded" } },
      "succeeded",
    ],
    [
      "the attempt that moved money",
      {
        payments: [
          { id: "pay_0", status: "failed" },
          { id: "pay_1", status: "succeeded" },
        ],
      },
      "succeeded",
    ],
  ])("finds the payment in %s", (_, changes, status) => {
    expect(read(changes).payment).toMatchObject({ id: "pay_1", status })
  })

  it.each([
    [{ payment: 7 }],
    [{ payment: {} }],
    [{ payment: { id: 7 } }],
    [{ payments: [] }],
    [{ payments: "x" }],
    [{ paymentData: null }],
  ])("finds no payment in %j", (changes) => {
    expect(read(changes).payment).toBeUndefined()
  })

  it("reads the totals of the payment in the session's currency", () => {
    const session = read({
      status: "completed",
      paymentStatus: "paid",
      payment: {
        id: "pay_1",
        status: "succeeded",
        amount: 10000,
        amountCapturable: 0,
        amountCaptured: 10000,
        amountRefunded: 10000,
      },
    })
    expect(session).toMatchObject({
      phase: "paid",
      captured: eur(10000),
      refunded: eur(10000),
      payment: { amount: eur(10000), capturable: eur(0) },
    })
  })

  it.each([
    ["http://localhost:1/pay", false, undefined],
    ["http://localhost:1/pay", true, "http://localhost:1/pay"],
    ["javascript:alert(1)", true, undefined],
    ["/relative", true, undefined],
    [7, true, undefined],
  ])(
    "with the page address %j and http allowed %s offers %j",
    (paymentUrl, allowHttp, expected) => {
      const result = parseSession({ ...wire, paymentUrl }, { allowHttp })
      expect(result).toMatchObject({ ok: true })
      expect(result.ok && result.value.paymentUrl).toBe(expected)
    }
  )

  it("never throws, and never says paid without a word that means it", () => {
    const paidWord = /^(paid|succeeded|captured|funded)$/i
    fc.assert(
      fc.property(
        fc.record({
          status: fc.oneof(fc.string(), fc.jsonValue()),
          paymentStatus: fc.oneof(fc.string(), fc.jsonValue()),
          amount: fc.jsonValue(),
          currency: fc.jsonValue(),
          paymentData: fc.jsonValue(),
        }),
        (changes) => {
          fc.pre(
            !paidWord.test(
              JSON.stringify(changes.paymentStatus).replace(/[^a-z]/gi, "")
            )
          )
          expect(read(changes).phase).not.toBe("paid")
        }
      )
    )
  })
})
