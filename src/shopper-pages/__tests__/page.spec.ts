import { PAGE_LANGUAGES, textsIn } from "../languages"
import { type ShopperPage, renderShopperPage } from "../page"

const SHOP = "https://shop.example"
const checking = (
  changes: { slow?: boolean; refreshUrl?: string } = {}
): ShopperPage => ({
  kind: "checking",
  refreshSeconds: 2,
  refreshUrl: "?n=1",
  slow: false,
  ...changes,
})
const held: ShopperPage = { kind: "held" }
const invalid: ShopperPage = { kind: "invalid" }
const back: ShopperPage = { kind: "back", url: "myshop://order/1" }

const render = (page: ShopperPage, shopUrl: string | undefined = SHOP) =>
  renderShopperPage(page, { language: "en", shopUrl })

describe.each(PAGE_LANGUAGES)("in %s", (language) => {
  it.each([checking(), checking({ slow: true }), held, invalid, back])(
    "the page of $kind says what it is in this language and direction",
    (page) => {
      const html = renderShopperPage(page, { language, shopUrl: SHOP })
      const { title, text } = textsIn(language)[page.kind]
      expect(html).toContain(
        `<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`
      )
      expect(html).toContain(`<title>${title}</title>`)
      expect(html).toContain(`<h1>${title}</h1>`)
      expect(html).toContain(
        page.kind === "checking"
          ? `<p role="status">${page.slow ? textsIn(language).slow.text : text}</p>`
          : `<p>${text}</p>`
      )
    }
  )
})

describe("the refresh", () => {
  // prettier-ignore
  const cases = [
    { name: "checking", page: checking(), tag: '<meta http-equiv="refresh" content="2;url=?n=1">' },
    { name: "held", page: held, tag: undefined },
    { name: "invalid", page: invalid, tag: undefined },
    { name: "back", page: back, tag: '<meta http-equiv="refresh" content="0;url=myshop://order/1">' },
  ]
  it.each(cases)("of a page that is $name: $tag", ({ page, tag }) => {
    const found = /<meta http-equiv="refresh"[^>]*>/.exec(render(page))?.[0]
    expect(found).toBe(tag)
  })

  it("cannot break out of its tag", () => {
    const html = render(checking({ refreshUrl: '"><script>alert(1)</script>' }))
    expect(html).not.toContain("<script")
    expect(html).toContain("&quot;&gt;&lt;script&gt;")
  })
})

it("has something to touch that opens the app", () => {
  expect(render(back)).toContain('<a class="button" href="myshop://order/1">')
})

describe("the way back to the shop", () => {
  // prettier-ignore
  const cases = [
    { name: "is not shown while the shopper should wait", page: checking(), shopUrl: SHOP, shown: false },
    { name: "is shown once it takes long", page: checking({ slow: true }), shopUrl: SHOP, shown: true },
    { name: "is shown on a held payment", page: held, shopUrl: SHOP, shown: true },
    { name: "is shown on a link that is not valid", page: invalid, shopUrl: SHOP, shown: true },
    { name: "is left out when no shop is known", page: held, shopUrl: "", shown: false },
  ]
  it.each(cases)("$name", ({ page, shopUrl, shown }) => {
    expect(render(page, shopUrl).includes("<a class=")).toBe(shown)
  })

  // prettier-ignore
  const hostile = [
    { url: 'https://shop.example/"><script>alert(1)</script>', href: "https://shop.example/&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" },
    { url: "https://shop.example/?a=1&b=<2>", href: "https://shop.example/?a=1&amp;b=&lt;2&gt;" },
    { url: 'https://shop.example/" onmouseover="alert(1)', href: "https://shop.example/&quot; onmouseover=&quot;alert(1)" },
  ]
  it.each(hostile)("escapes $url", ({ url, href }) => {
    const html = render(held, url)
    expect(html).toContain(`<a class="button" href="${href}">`)
    expect(html).not.toContain("<script")
  })
})

it("says that it takes long only once it does", () => {
  const { text } = textsIn("en").slow
  expect(render(checking())).not.toContain(text)
  expect(render(checking({ slow: true }))).toContain(text)
})

it("holds no script and loads nothing from elsewhere", () => {
  for (const page of [checking(), checking({ slow: true }), held, invalid]) {
    const html = render(page)
    expect(html).not.toMatch(
      /<script|<link|<img|<iframe|@import|url\(|\son\w+=|src=/i
    )
  }
})

describe("the pages of a payment link", () => {
  const pages: ShopperPage[] = [
    { kind: "paid", order: 12 },
    { kind: "nothing", order: 12 },
    { kind: "link_expired", order: 12 },
    { kind: "link_revoked", order: 12 },
    { kind: "unpaid", order: 12, retryUrl: null },
    { kind: "returned", order: 12, retryUrl: null },
    { kind: "unavailable", order: 12, retryUrl: null },
  ]
  it.each(
    PAGE_LANGUAGES.flatMap((language) =>
      pages.map((page) => ({ language, page, kind: page.kind }))
    )
  )("$kind in $language: number, title and text", ({ language, page }) => {
    const html = renderShopperPage(page, { language, shopUrl: SHOP })
    const { title, text } = textsIn(language)[page.kind]
    expect(html).toContain(`<h1>${title}</h1>`)
    expect(html).toContain(`<p>${text}</p>`)
    expect(html).toContain('<p class="order" dir="ltr">#12</p>')
    expect(html).not.toContain('http-equiv="refresh"')
  })

  it("lead back to the link where there is one, and to the shop", () => {
    const page = (retryUrl: string | null) =>
      render({ kind: "unpaid", order: 12, retryUrl })
    expect(page('https://api.shop/bpc/pay/1"')).toContain(
      '<a class="button main" href="https://api.shop/bpc/pay/1&quot;">Try again</a>'
    )
    expect(page(null)).not.toContain("Try again")
    expect(page(null)).toContain(`<a class="button" href="${SHOP}">`)
  })

  it("show no number for an order that is gone", () => {
    expect(render({ kind: "nothing", order: null })).not.toContain(
      '<p class="order"'
    )
  })
})
