import fc from "fast-check"
import {
  cleanText,
  toCustomerDetails,
  toLanguage,
  toMetadata,
} from "../customer"

describe("cleanText", () => {
  it.each([
    ["Ada Lovelace", "Ada Lovelace"],
    ["  Ada \n Lovelace\u0000 ", "Ada Lovelace"],
    ["<b>Ada</b>", "b Ada /b"],
    ["Flat <2>", "Flat 2"],
    ["<script>alert(1)</script>", "script alert(1) /script"],
    ["a < b", "a b"],
    ["&lt;b&gt; & Sons", "lt;b gt; & Sons"],
    ["O'Hara & Söhne, Λευκωσία 東京", "O'Hara & Söhne, Λευκωσία 東京"],
    ["\u202Etxt", "txt"],
    ["", undefined],
    ["<>", undefined],
    [undefined, undefined],
  ])("turns %j into %j", (text, expected) => {
    expect(cleanText(text)).toBe(expected)
  })

  it("leaves no markup, no control characters, and at most 100 characters", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const clean = cleanText(text) ?? ""
        expect(clean).not.toMatch(/[<>\p{Cc}]|&#?\w{1,10};/u)
        expect([...clean].length).toBeLessThanOrEqual(100)
      })
    )
  })
})

describe("toCustomerDetails", () => {
  it("sends what is well-formed", () => {
    expect(
      toCustomerDetails({
        email: "ada@shop.example",
        phone: "+357 (99) 123-456",
        firstName: "Ada",
        lastName: "L",
        address: {
          city: "Nicosia",
          country: "cy",
          line1: "1 Main St",
          line2: "",
          postalCode: "1010",
          state: "us-ca",
        },
      })
    ).toEqual({
      email: "ada@shop.example",
      phone: "+35799123456",
      firstName: "Ada",
      lastName: "L",
      address: {
        city: "Nicosia",
        country: "CY",
        line1: "1 Main St",
        postalCode: "1010",
        state: "CA",
      },
    })
  })

  it.each([
    [{ phone: "call me" }],
    [{ phone: "12" }],
    [{ email: "ada" }],
    [{ email: "<ada@shop.example>" }],
    [{ email: `${"a".repeat(100)}@shop.example` }],
    [{ address: { state: "California" } }],
    [{ address: { country: "Cyprus" } }],
    [{ address: {} }],
    [{}],
    [undefined],
  ])("leaves out what is not: %j", (customer) => {
    expect(toCustomerDetails(customer)).toBeUndefined()
  })
})

it.each(["o'brien+x@example.com", "a.b-c_d@sub.example", "ü@exämple.de"])(
  "an address that people have is sent as it is: %s",
  (email) => {
    expect(toCustomerDetails({ email })).toEqual({ email })
  }
)

describe("toMetadata", () => {
  it("sends at most ten entries, cleaned", () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`k${index}`, "<v>"])
    )
    expect(Object.values(toMetadata(many) ?? {})).toEqual(Array(10).fill("v"))
    expect(toMetadata({})).toBeUndefined()
  })
})

describe("toLanguage", () => {
  it.each([
    ["en", "en"],
    ["de-CH", "de"],
    ["EL_gr", "el"],
    ["deutsch", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("of %s is %s", (locale, language) => {
    expect(toLanguage(locale)).toBe(language)
  })
})
