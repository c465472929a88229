import { formatMoney, localMoney, parseAmount, toField } from "../money"

describe("an amount typed by a person", () => {
  it.each([
    // text, locale, digits, most, result
    ["10.50", "en", 2, 100_00, { minor: 1050 }],
    ["10,50", "de", 2, 100_00, { minor: 1050 }],
    ["10.50", "de", 2, 100_00, { minor: 1050 }],
    ["10", "en", 2, 100_00, { minor: 1000 }],
    ["10.", "en", 2, 100_00, { minor: 1000 }],
    [" 1 000.5 ", "en", 2, 2000_00, { minor: 1000_50 }],
    ["1000", "ja", 0, 1000, { minor: 1000 }],
    ["1.234", "en", 3, 5000, { minor: 1234 }],
    ["1.2345", "en", 4, 50000, { minor: 12345 }],
    ["١٠٫٥٠", "ar", 2, 100_00, { minor: 1050 }],
    ["۱۰", "fa", 2, 100_00, { minor: 1000 }],
    ["100.00", "en", 2, 100_00, { minor: 100_00 }],
    ["100.01", "en", 2, 100_00, { problem: "tooMuch" }],
    ["", "en", 2, 100_00, { problem: "required" }],
    ["  ", "en", 2, 100_00, { problem: "required" }],
    ["0", "en", 2, 100_00, { problem: "zero" }],
    ["0.00", "en", 2, 100_00, { problem: "zero" }],
    ["0.001", "en", 2, 100_00, { problem: "tooPrecise" }],
    ["10.5", "ja", 0, 1000, { problem: "tooPrecise" }],
    ["-5", "en", 2, 100_00, { problem: "invalid" }],
    ["1e3", "en", 2, 100_00_00, { problem: "invalid" }],
    ["ten", "en", 2, 100_00, { problem: "invalid" }],
    [".5", "en", 2, 100_00, { problem: "invalid" }],
    ["1.234,50", "de", 2, 5000_00, { problem: "invalid" }],
    // One thousand or one and a bit? Only the locale's own decimal point is sure.
    ["1.234", "de", 3, 5_000_000, { problem: "invalid" }],
    ["1,234", "en", 3, 5_000_000, { problem: "invalid" }],
  ] as const)("%j in %s with %i digits", (text, locale, exponent, most, is) => {
    expect(parseAmount(text, { exponent, most, locale })).toEqual(is)
  })

  it("is exact where floating point is not", () => {
    expect(
      parseAmount("1.1", { exponent: 2, most: 1000, locale: "en" })
    ).toEqual({ minor: 110 })
    expect(
      parseAmount("90071992547409.91", {
        exponent: 2,
        most: Number.MAX_SAFE_INTEGER,
        locale: "en",
      })
    ).toEqual({ minor: Number.MAX_SAFE_INTEGER })
  })

  it.each(["en", "de", "fr", "es", "pt", "el", "ro", "bg", "ru", "ar"])(
    "is read back as it was offered in %s",
    (locale) => {
      for (const exponent of [0, 2, 3, 4]) {
        const offered = toField({ minor: 1_234_567, exponent }, locale)
        expect(
          parseAmount(offered, { exponent, most: 2_000_000, locale })
        ).toEqual({ minor: 1_234_567 })
      }
    }
  )
})

describe("an amount shown", () => {
  it.each([
    [2690, "EUR", 2, "en", "€26.90"],
    [2690, "EUR", 2, "de", "26,90 €"],
    [84000, "JPY", 0, "en", "¥84,000"],
    [15750, "KWD", 3, "en", "KWD 15.750"],
    [0, "EUR", 2, "en", "€0.00"],
  ])(
    "%i of %s with %i digits in %s",
    (minor, currency, exponent, locale, is) => {
      expect(
        formatMoney({ minor, currency, exponent }, locale).replace(
          /\u00a0/g,
          " "
        )
      ).toBe(is)
    }
  )
})

describe("an amount that the ledger wrote into a text", () => {
  it.each([
    ["1.00 EUR", "en", "€1.00"],
    ["1234 JPY", "en", "¥1,234"],
    ["29.125 KWD", "en", "KWD 29.125"],
    ["6990 978", "en", "6990 978"],
    ["? ?", "en", "? ?"],
    ["bpc_01ABC", "de", "bpc_01ABC"],
  ])("%s is shown in %s as %s", (text, locale, shown) => {
    expect(localMoney(text, locale).replace(/\s/g, " ")).toBe(shown)
  })

  it("is shown as the admin's language writes it", () => {
    expect(localMoney("1234.50 EUR", "de").replace(/\s/g, " ")).toBe(
      "1.234,50 €"
    )
  })
})
