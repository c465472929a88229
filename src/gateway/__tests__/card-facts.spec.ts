import { cardFactsIn } from "../card-facts"

const NOTHING = {
  brand: null,
  last4: null,
  wallet: null,
  rrn: null,
  approvalCode: null,
  threeDSecure: null,
  issuer: null,
  issuerCountry: null,
}

/** As `getOrderStatusExtended.do` of a merchant's newest version answers (gateway-v1-facts, section 1). */
const ORDER = {
  authRefNum: "123456789012",
  paymentWay: "CARD",
  cardAuthInfo: {
    maskedPan: "411111**1111",
    expiration: "203012",
    cardholderName: "ANA IONESCU",
    approvalCode: "A1B2C3",
    paymentSystem: "VISA",
    secureAuthInfo: { eci: 5, threeDsType: "1" },
  },
  bankInfo: { bankName: "A Bank", bankCountryCode: "ro" },
}

it("reads what support and bookkeeping need, and neither name nor expiry nor the number's beginning", () => {
  const facts = cardFactsIn(ORDER)
  expect(facts).toEqual({
    brand: "Visa",
    last4: "1111",
    wallet: null,
    rrn: "123456789012",
    approvalCode: "A1B2C3",
    threeDSecure: "full",
    issuer: "A Bank",
    issuerCountry: "RO",
  })
  expect(JSON.stringify(facts)).not.toMatch(/IONESCU|2030|411111/)
})

it("reads each fact alone: which of them come depends on the merchant's version", () => {
  expect(cardFactsIn({ authRefNum: 5 })).toEqual({ ...NOTHING, rrn: "5" })
  expect(cardFactsIn({ cardAuthInfo: { maskedPan: "5**1234" } })).toEqual({
    ...NOTHING,
    last4: "1234",
  })
  expect(cardFactsIn({ bankInfo: { bankCountryCode: "GB" } })).toEqual({
    ...NOTHING,
    issuerCountry: "GB",
  })
})

it("reads a payment of V2 that carries its card", () => {
  expect(
    cardFactsIn({ id: "pay_1", card: { scheme: "mastercard", last4: "5599" } })
  ).toEqual({ ...NOTHING, brand: "Mastercard", last4: "5599" })
})

// prettier-ignore
it.each([
  ["APPLE_PAY", "apple_pay"], ["APPLE_PAY_BINDING", "apple_pay"], ["GOOGLE_PAY_TOKENIZED", "google_pay"],
  ["google_pay_card", "google_pay"], ["SAMSUNG_PAY", "samsung_pay"], ["CARD_MOTO", null], ["P2P", null], ["", null],
])("%j is the wallet %j", (paymentWay, wallet) => {
  expect(cardFactsIn({ paymentWay, authRefNum: "1" })?.wallet).toBe(wallet)
})

// prettier-ignore
it.each([
  ["05", "full"], [2, "full"], ["06", "attempted"], ["1", "attempted"], ["07", "none"], [0, "none"], ["9", null], ["five", null],
])("ECI %j is 3-D Secure %j", (eci, threeDSecure) => {
  const cardAuthInfo = { secureAuthInfo: { eci } }
  expect(cardFactsIn({ cardAuthInfo, authRefNum: "1" })?.threeDSecure).toBe(threeDSecure)
})

// prettier-ignore
it.each([
  ["4111111111111111", null], ["41111111****1111", null], ["411111******1111", "1111"], ["**** **** **** 1111", "1111"],
  ["••••1111", "1111"], ["411111", null], ["XXXX-1111", "1111"],
])("of the number %j it keeps %j", (maskedPan, last4) => {
  expect(cardFactsIn({ cardAuthInfo: { maskedPan }, authRefNum: "1" })?.last4).toBe(last4)
})

it("takes a number of a card for nothing else either", () => {
  const pan = "4111111111111111"
  const facts = cardFactsIn({
    authRefNum: pan,
    cardAuthInfo: { approvalCode: pan, paymentSystem: pan, maskedPan: pan },
    bankInfo: { bankName: `Bank ${pan}`, bankCountryCode: pan },
  })
  expect(facts).toBeUndefined()
})

it.each([
  undefined,
  null,
  5,
  "text",
  [],
  {},
  { cardAuthInfo: null },
  { cardAuthInfo: [] },
  { bankInfo: 7 },
])("%j tells nothing", (wire) => {
  expect(cardFactsIn(wire)).toBeUndefined()
})
