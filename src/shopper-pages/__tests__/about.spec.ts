import { type Money, moneyOf, parseCurrency } from "../../gateway"
import { type About } from "../about"
import { ABOUT_TEXTS } from "../about-texts"
import { contactLink } from "../contact-link"
import { PAGE_LANGUAGES } from "../languages"
import { type ShopperPage, renderShopperPage } from "../page"

function money(minor: number, code: string): Money {
  const currency = parseCurrency(code)
  if (!currency) throw new Error(code)
  return moneyOf(minor, currency)
}

const ABOUT: About = {
  shop: "Kettle & Moss",
  contact: "help@shop.example",
  payment: { amount: money(123_456, "eur"), reference: "payses_01ABC" },
}
const HELD: ShopperPage = { kind: "held" }
const checking = (slow: boolean): ShopperPage => ({
  kind: "checking",
  refreshSeconds: 2,
  refreshUrl: "?n=1",
  slow,
})

const render = (
  page: ShopperPage,
  about: Partial<About> = {},
  language: (typeof PAGE_LANGUAGES)[number] = "en"
) =>
  renderShopperPage(page, {
    language,
    shopUrl: undefined,
    about: { ...ABOUT, ...about },
  })

const PAGES: ShopperPage[] = [
  HELD,
  { kind: "paid", order: 12 },
  { kind: "unpaid", order: 12, retryUrl: null },
  { kind: "returned", order: 12, retryUrl: null },
  { kind: "unavailable", order: 12, retryUrl: null },
  checking(true),
]

it.each(PAGES)("the page of $kind says whose it is and what about", (page) => {
  const html = render(page)
  expect(html).toContain('<p class="shop"><bdi>Kettle &amp; Moss</bdi></p>')
  expect(html).toContain("<dt>Amount</dt><dd><bdi>€1,234.56</bdi></dd>")
  expect(html).toContain("<dt>Reference</dt><dd><bdi>payses_01ABC</bdi></dd>")
  expect(html).toContain(
    'Questions? Ask the shop: <a href="mailto:help@shop.example?subject=payses_01ABC"><bdi>help@shop.example</bdi></a>'
  )
})

it("does not send a shopper to the shop who only has to wait a moment", () => {
  expect(render(checking(false))).not.toContain("help@shop.example")
})

it("leaves out what is not known", () => {
  const html = render(HELD, { shop: null, contact: null, payment: null })
  expect(html).not.toMatch(/class="(shop|contact)"|<dl>/)
  const { amount } = { amount: money(500, "jpy") }
  const numbered = render(HELD, { payment: { amount, reference: null } })
  expect(numbered).toContain("¥500")
  expect(numbered).not.toContain("Reference")
})

describe.each(PAGE_LANGUAGES)("in %s", (language) => {
  it("the names are that language's own", () => {
    const texts = Object.values(ABOUT_TEXTS[language])
    const html = render(HELD, {}, language)
    for (const text of texts) {
      expect(html).toContain(text)
      if (language !== "en") {
        expect(Object.values(ABOUT_TEXTS.en)).not.toContain(text)
      }
    }
  })

  it("the amount is written as there, with all of its digits", () => {
    const dinars = { amount: money(12_340, "kwd"), reference: null }
    expect(render(HELD, { payment: dinars }, language)).toMatch(/12[.,]340/)
  })
})

describe("whom to ask", () => {
  it.each([
    ["help@shop.example", "mailto:help@shop.example"],
    ["o'brien+x@shop.example", "mailto:o'brien%2Bx@shop.example"],
    ["a?cc=b@shop.example", "mailto:a%3Fcc%3Db@shop.example"],
    ["https://shop.example/help", "https://shop.example/help"],
    ["+49 (30) 123-456", "tel:+4930123456"],
    ["030 / 12 34 56", "tel:030123456"],
    ["Ask for Ana, 9 to 5", null],
    ["12-34", null],
    ["javascript:alert(1)", null],
    ["data:text/html,hi", null],
    ["//evil.example", null],
    ["https://", null],
  ])("%s leads to %s", (contact, href) => {
    expect(contactLink(contact).href).toBe(href)
  })

  it("an address of the web is shown without what nobody reads aloud", () => {
    expect(contactLink("https://shop.example/").label).toBe("shop.example")
  })

  it.each([
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    'https://shop.example/"onmouseover="alert(1)',
    "a&b<c>@shop.example",
  ])("no markup comes out of %s", (hostile) => {
    const html = render(HELD, { contact: hostile, shop: hostile })
    expect(html).not.toMatch(/<script|<img|"onmouseover=|<c>/)
  })
})
