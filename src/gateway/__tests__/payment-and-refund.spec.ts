import { moneyOf, parsePayment, parseRefund, parseRefundList } from "../index"
import { EUR } from "./client-support"

const eur = (minor: number) => moneyOf(minor, EUR)

describe("parsePayment", () => {
  it("reads amounts in the currency that the caller knows", () => {
    expect(
      parsePayment(
        { id: "pay_1", status: "requiresCapture", amountCapturable: 500 },
        EUR
      )
    ).toEqual({
      ok: true,
      value: {
        id: "pay_1",
        status: "requires_capture",
        rawStatus: "requiresCapture",
        capturable: eur(500),
      },
    })
  })

  it("believes the payment's own currency, also when it cannot be read", () => {
    const payment = { id: "pay_1", amount: 500 }
    expect(parsePayment({ ...payment, currency: "JPY" }, EUR)).toMatchObject({
      value: { amount: { minor: 500, currency: "JPY" } },
    })
    const unreadable = parsePayment({ ...payment, currency: "ABC" }, EUR)
    expect(unreadable.ok && unreadable.value.amount).toBeUndefined()
  })

  it.each([[{}], [[]], [null], ["pay_1"]])("refuses %j", (value) => {
    expect(parsePayment(value, EUR).ok).toBe(false)
  })
})

describe("parseRefund", () => {
  const refund = {
    id: "re_1",
    paymentId: "pay_1",
    amount: 2500,
    currency: "EUR",
    status: "succeeded",
    merchantReferenceId: "ref_1",
    created: "2024-03-29T05:40:00Z",
  }

  it("reads the documented refund", () => {
    expect(parseRefund(refund, undefined)).toEqual({
      ok: true,
      value: {
        id: "re_1",
        paymentId: "pay_1",
        amount: eur(2500),
        status: "succeeded",
        rawStatus: "succeeded",
        merchantReferenceId: "ref_1",
        createdAt: new Date("2024-03-29T05:40:00Z"),
      },
    })
  })

  it.each([
    ["pending", "pending"],
    ["FAILED", "failed"],
    ["toString", "unknown"],
    [undefined, "unknown"],
  ])("reads the status %s as %s", (status, expected) => {
    expect(parseRefund({ ...refund, status }, EUR)).toMatchObject({
      value: { status: expected },
    })
  })

  it.each([[[refund]], [{ data: [refund] }]])("reads the list %#", (list) => {
    expect(parseRefundList(list, EUR)).toMatchObject({
      ok: true,
      value: [{ id: "re_1" }],
    })
  })

  it.each([[{ data: [refund, 7] }], [[refund, {}]], [{}], [refund], [null]])(
    "refuses the list %# rather than missing an entry",
    (list) => {
      expect(parseRefundList(list, EUR).ok).toBe(false)
    }
  )
})
