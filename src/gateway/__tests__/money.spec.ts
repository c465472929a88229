import BigNumber from "bignumber.js"
import fc from "fast-check"
import {
  type DecimalInput,
  currencyCodes,
  exponentOf,
  formatMoney,
  moneyOf,
  parseCurrency,
  sameMoney,
  toDecimal,
  toMoney,
} from "../index"

const currency = (code: string) => {
  const parsed = parseCurrency(code)
  if (parsed === undefined) {
    throw new Error(`${code} is unknown`)
  }
  return parsed
}

describe("currencies", () => {
  it.each([
    ["JPY", 0],
    ["ISK", 0],
    ["UGX", 0],
    ["XAF", 0],
    ["EUR", 2],
    ["HUF", 2],
    ["KWD", 3],
    ["LYD", 3],
    ["IQD", 3],
    ["CLF", 4],
    ["UYW", 4],
  ])("%s has %i digits by ISO 4217", (code, digits) => {
    expect(exponentOf(currency(code))).toBe(digits)
  })

  it("are read in either case", () => {
    expect(parseCurrency("eur")).toBe("EUR")
    expect(parseCurrency("Kwd")).toBe("KWD")
  })

  it.each(["", "EU", "EURO", "ABC", " EUR", "978", "XAU", "XXX", "XTS", "XDR"])(
    "%j cannot be charged",
    (code) => {
      expect(parseCurrency(code)).toBeUndefined()
    }
  )

  it("refuse an exponent for a code that was not parsed", () => {
    const forged = JSON.parse('"ZZZ"')
    expect(() => exponentOf(forged)).toThrow(RangeError)
  })

  // A row of the ledger may name any of them: whichever the list drops one day has to move to currency.ts by hand.
  // prettier-ignore
  it.each([
    [0, `BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF`],
    [2, `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
      COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS
      INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD
      NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL
      THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`],
    [3, `BHD IQD JOD KWD LYD OMR TND`],
    [4, `CLF UYW`],
  ])("stay known for ever once a sale could be made in them, with %i digits", (digits, codes) => {
    for (const code of codes.trim().split(/\s+/)) {
      expect(`${code} ${exponentOf(currency(code))}`).toBe(`${code} ${digits}`)
      expect(currencyCodes).toContain(code)
    }
  })
})

describe("toMoney", () => {
  class MedusaNumber {
    constructor(private readonly raw_: { value: string; precision: number }) {}
    get raw() {
      return this.raw_
    }
    get numeric() {
      return Number(this.raw_.value)
    }
  }

  it.each<[string, DecimalInput, string, number]>([
    ["a number", 12.34, "eur", 1234],
    ["a number that doubles cannot hold", 1.005, "EUR", 101],
    ["a text", "12.34", "EUR", 1234],
    ["a text with spaces around", " 12.3 ", "EUR", 1230],
    ["a raw value", { value: "2.5", precision: 20 }, "EUR", 250],
    ["a raw value that is a number", { value: 2.5 }, "EUR", 250],
    ["a bignumber.js instance", new BigNumber("0.1").plus("0.2"), "EUR", 30],
    [
      "Medusa's own number",
      new MedusaNumber({ value: "19.99000", precision: 20 }),
      "EUR",
      1999,
    ],
    ["an object with a numeric only", { numeric: 7.1 }, "EUR", 710],
    ["an exponent", "1e3", "EUR", 100000],
    ["zero", 0, "EUR", 0],
    ["minus zero", -0, "EUR", 0],
    ["yen", 500, "JPY", 500],
    ["half a yen", "0.5", "JPY", 1],
    ["less than half a yen", "0.49999999999999999999", "JPY", 0],
    ["dinars", "12.34", "KWD", 12340],
    ["half a fils", "0.0005", "KWD", 1],
    ["unidades de fomento", "1.23455", "CLF", 12346],
    ["more digits than the currency has", "9.9999", "EUR", 1000],
    ["rounding once, not digit by digit", "0.00444445", "EUR", 0],
    ["the largest amount", "90071992547409.91", "EUR", Number.MAX_SAFE_INTEGER],
  ])("reads %s", (_, amount, code, minor) => {
    expect(toMoney(amount, code)).toEqual({
      ok: true,
      value: { minor, currency: code.toUpperCase() },
    })
  })

  it.each<[string, DecimalInput, string, string]>([
    ["NaN", Number.NaN, "EUR", "not_a_number"],
    ["infinity", Number.POSITIVE_INFINITY, "EUR", "not_a_number"],
    ["an infinite bignumber", new BigNumber("Infinity"), "EUR", "not_a_number"],
    ["an empty text", "", "EUR", "not_a_number"],
    ["a decimal comma", "12,34", "EUR", "not_a_number"],
    ["hexadecimal", "0x10", "EUR", "not_a_number"],
    ["grouping", "1_000", "EUR", "not_a_number"],
    ["an object as text", "[object Object]", "EUR", "not_a_number"],
    ["nothing", JSON.parse("null"), "EUR", "not_a_number"],
    ["an empty object", JSON.parse("{}"), "EUR", "not_a_number"],
    ["a negative amount", -1, "EUR", "negative"],
    ["a negative amount below the minor unit", "-0.001", "EUR", "negative"],
    [
      "one cent more than can be counted",
      "90071992547409.92",
      "EUR",
      "too_large",
    ],
    ["an absurd exponent", "1e9999", "EUR", "too_large"],
    ["an unknown currency", 1, "ABC", "unknown_currency"],
    ["gold", 1, "XAU", "unknown_currency"],
  ])("refuses %s", (_, amount, code, reason) => {
    const result = toMoney(amount, code)
    expect(result).toMatchObject({ ok: false, error: { reason } })
  })

  it("is not changed by somebody's global configuration of bignumber.js", () => {
    const before = BigNumber.config({})
    try {
      BigNumber.config({
        DECIMAL_PLACES: 0,
        ROUNDING_MODE: 0,
        EXPONENTIAL_AT: 1,
      })
      expect(toMoney("12.344", "EUR")).toMatchObject({ value: { minor: 1234 } })
    } finally {
      BigNumber.config(before)
    }
  })
})

describe("moneyOf", () => {
  it.each([-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1, Infinity])(
    "throws on %p minor units",
    (minor) => {
      expect(() => moneyOf(minor, currency("EUR"))).toThrow(RangeError)
    }
  )
})

describe("toDecimal and formatMoney", () => {
  it.each([
    [0, "EUR", "0.00"],
    [5, "EUR", "0.05"],
    [1234, "EUR", "12.34"],
    [12340, "KWD", "12.340"],
    [1, "CLF", "0.0001"],
    [500, "JPY", "500"],
    [0, "JPY", "0"],
  ])("write %i minor units of %s as %s", (minor, code, decimal) => {
    const money = moneyOf(minor, currency(code))
    expect(toDecimal(money)).toBe(decimal)
    expect(formatMoney(money)).toBe(`${decimal} ${code}`)
  })

  it("survive the way to a decimal and back, for every currency and amount", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...currencyCodes),
        fc.maxSafeNat(),
        (code, minor) => {
          const money = moneyOf(minor, code)
          expect(toMoney(toDecimal(money), code)).toEqual({
            ok: true,
            value: money,
          })
        }
      )
    )
  })
})

describe("sameMoney", () => {
  it("compares amount and currency", () => {
    const ten = moneyOf(1000, currency("EUR"))
    expect(sameMoney(ten, moneyOf(1000, currency("EUR")))).toBe(true)
    expect(sameMoney(ten, moneyOf(1001, currency("EUR")))).toBe(false)
    expect(sameMoney(ten, moneyOf(1000, currency("USD")))).toBe(false)
  })
})
