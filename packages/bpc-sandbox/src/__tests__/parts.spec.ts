import { malformedFields, judge, TEST_CARDS } from "../cards"
import { Clock } from "../clock"
import { currencyCode, decimalOf, formatAmount } from "../currency"
import { html } from "../html"
import { sessionIdOf } from "../ids"
import { returnUrl } from "../return-url"
import type { SessionRecord } from "../model"

describe("session ids", () => {
  it.each([
    [
      "12a19f56-50e6-74bc-a289-c93d00a9c8eb",
      "ps_2GRSigkh7m3hqz5pMCAYCzJaXjsHgypQui6nMBss3XLVLF8gwDASHP",
    ],
    [
      "12a5f16a-416e-73e0-866e-82b700a9c8eb",
      "ps_2GRSigkh7nHdxwjV4Yf7PpdEevc1dAwEvssZuP8TJ6mjuNmPMoV9mB",
    ],
    [
      "d707897c-188c-45ca-8665-487e614e42bb",
      "ps_2GRSj5Du5xYehmv6Pxp48VHDbgnE4zEW6JxrroqVsQGzMtoE1Pvfmj",
    ],
    [
      "62c828fd-e54e-49e6-b7dd-1ab5e8e2c240",
      "ps_2GRSiixQpk5GF3NKnRcS9c4K8FUFR9sC2icYE8YQgGhtycss3QxWwR",
    ],
  ])("%s is the printed id %s", (mdOrder, id) => {
    expect(sessionIdOf(mdOrder)).toBe(id)
  })
})

describe("amounts", () => {
  it.each([
    [500, "JPY", "500", "¥500"],
    [1234, "EUR", "12.34", "€12.34"],
    [5, "EUR", "0.05", "€0.05"],
    [1234, "KWD", "1.234", "KWD 1.234"],
    [12345, "CLF", "1.2345", "CLF 1.2345"],
    [999999999999, "USD", "9999999999.99", "$9,999,999,999.99"],
  ])("%i of %s reads %s and shows as %s", (minor, currency, plain, shown) => {
    expect(decimalOf(minor, currency)).toBe(plain)
    expect(formatAmount(minor, currency, "en").replace(/\s/g, " ")).toBe(shown)
  })

  it.each([
    ["eur", "EUR"],
    ["JPY", "JPY"],
    ["XXQ", undefined],
    ["EU", undefined],
    ["978", undefined],
  ])("the word %s is the currency %s", (word, code) => {
    expect(currencyCode(word)).toBe(code)
  })
})

describe("cards", () => {
  it.each(TEST_CARDS.map((card) => [card.pan, card]))(
    "%s with a wrong CVC or expiry is declined with 71015",
    (_pan, card) => {
      const declined = { verdict: "declined", code: "71015" }
      expect(judge({ ...card, cvc: "999" })).toMatchObject(declined)
      expect(judge({ ...card, expiry: "01/40" })).toMatchObject(declined)
    }
  )

  it("declines a well-formed number that is no test card", () => {
    expect(
      judge({ pan: "4242 4242 4242 4242", expiry: "12/30", cvc: "123" })
    ).toMatchObject({ verdict: "declined", code: "5" })
  })

  it.each([
    ["4111111111111112", "12/26", "123", ["pan"]],
    ["4111 1111 1111 1111", "13/26", "123", ["expiry"]],
    ["4111-1111-1111-1111", "1226", "12", ["expiry", "cvc"]],
    ["", "", "", ["pan", "expiry", "cvc"]],
    ["4111 1111 1111 1111", "12/26", "1234", []],
  ])("%s, %s, %s is malformed in %j", (pan, expiry, cvc, fields) => {
    expect(malformedFields({ pan, expiry, cvc })).toEqual(fields)
  })
})

describe("return URLs", () => {
  it.each([
    ["https://shop.example/ok", "https://shop.example/ok?sessionId=ps_1"],
    [
      "https://shop.example/ok?a=1",
      "https://shop.example/ok?a=1&sessionId=ps_1",
    ],
    [
      "https://shop.example/ok#top",
      "https://shop.example/ok?sessionId=ps_1#top",
    ],
    ["sdk://done", "sdk://done?sessionId=ps_1"],
  ])("%s becomes %s", (successUrl, expected) => {
    const session = { id: "ps_1", successUrl } as SessionRecord
    expect(returnUrl(session, "success")).toBe(expected)
  })
})

describe("the clock", () => {
  it("runs what falls due on the way, in order and at its own instant", async () => {
    const clock = new Clock(() => 1000)
    const seen: [string, number][] = []
    clock.after(300, () => void seen.push(["c", clock.now()]))
    clock.after(100, () => {
      seen.push(["a", clock.now()])
      clock.after(50, () => void seen.push(["b", clock.now()]))
    })
    const callOff = clock.after(120, () => void seen.push(["off", 0]))
    callOff()
    await clock.advance(200)
    expect(seen).toEqual([
      ["a", 1100],
      ["b", 1150],
    ])
    expect(clock.now()).toBe(1200)
    await clock.advance(100)
    expect(seen.at(-1)).toEqual(["c", 1300])
    clock.stop()
  })
})

describe("markup", () => {
  it("escapes every value that is not markup itself", () => {
    const name = `<b onclick="x('&')">`
    expect(
      String(html`<p title="${name}">${html`<i>${1}</i>`}${[name, null]}</p>`)
    ).toBe(
      `<p title="&lt;b onclick=&quot;x(&#39;&amp;&#39;)&quot;&gt;"><i>1</i>&lt;b onclick=&quot;x(&#39;&amp;&#39;)&quot;&gt;</p>`
    )
  })
})
