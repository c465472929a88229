import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "playwright-core"
import { type Demo, freePort, startDemo } from "../../demo"
import { Books } from "./books"
import { launchChromium } from "./chromium"
import { GUEST, type Guest } from "./guest"
import { CARDS } from "./hosted-page"
import { focused, pressEnterOn, tabTo, typeInto } from "./keyboard"
import { visit } from "./visit"
import { cutBefore } from "./wire"

const MINUTE = 60_000

jest.setTimeout(4 * MINUTE)

let directory: string
let demo: Demo
let browser: Browser
let books: Books

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "bpc-browser-demo-"))
  demo = await startDemo({
    directory,
    medusaPort: await freePort(),
    storefrontPort: await freePort(),
    sandboxPort: await freePort(),
  })
  books = await Books.open(demo)
  browser = await launchChromium()
}, 10 * MINUTE)

afterAll(async () => {
  await browser?.close()
  await books?.close()
  await demo?.stop()
  await rm(directory, { recursive: true, force: true, maxRetries: 10 })
}, MINUTE)

/** A guest's walk through the shop, with a look into both sides' books at its end. */
function walk(
  steps: (guest: Guest, context: BrowserContext) => Promise<void>,
  options: BrowserContextOptions = {}
): () => Promise<void> {
  return async () => {
    try {
      await visit(browser, demo, steps, options)
    } finally {
      demo.sandbox.control.clearFaults()
    }
    await books.expectPromiseKept()
  }
}

it(
  "shows the order number and an empty basket after a payment, and the admin a captured order",
  walk(async (guest) => {
    const hosted = await guest.shopUntilHostedPage("Moss Teapot")
    await hosted.pay()

    const { orderId, orderNumber } = await guest.confirmation()
    await guest.page.getByRole("heading", { name: "Thank you, Ana." }).waitFor()
    await guest.countsInBasket(0)
    await guest.page.getByRole("link", { name: /^Basket/ }).click()
    await guest.page
      .getByRole("heading", { name: "Your basket is empty." })
      .waitFor()

    expect(await books.order(orderId)).toMatchObject({
      display_id: orderNumber,
      payment_status: "captured",
      total: 68.9,
      currency_code: "eur",
    })
    expect(await books.ordersOf(hosted.mdOrder)).toEqual([orderId])
  })
)

it(
  "says of a payment that the bank only holds that it is reserved, not that it is paid",
  walk(async (guest) => {
    await books.setSettings({ capture_method: "manual" })
    try {
      const hosted = await guest.shopUntilHostedPage("Moss Teapot")
      await hosted.pay()
      await guest.confirmation()
      const { page } = guest
      await page
        .getByRole("heading", { name: "Reserved on your card" })
        .waitFor()
      await page.getByText("is reserved on your card and taken when").waitFor()
      expect(await page.getByText("Paid by card").count()).toBe(0)
    } finally {
      await books.setSettings({ capture_method: "automatic" })
    }
  })
)

it(
  "takes another try on the same page after a declined card and places one order",
  walk(async (guest) => {
    const hosted = await guest.shopUntilHostedPage()
    await hosted.pay({ ...CARDS.pays, cvc: "999" })
    await guest.notice.getByText("Your payment was declined").waitFor()
    await guest.notice.getByText("71015").waitFor()

    await hosted.pay()
    const { orderId } = await guest.confirmation()

    const { payments } = demo.sandbox.control.getSession(hosted.mdOrder)
    expect(payments.map(({ status }) => status)).toEqual([
      "failed",
      "succeeded",
    ])
    expect(await books.ordersOf(hosted.mdOrder)).toEqual([orderId])
  })
)

it(
  "brings a shopper who cancels back to the checkout with the basket intact, ready to pay after all",
  walk(async (guest) => {
    const hosted = await guest.shopUntilHostedPage("Linen Cloth")
    await hosted.cancelLink.click()

    await guest.sees("The payment was not completed")
    await guest.sees("nothing has been charged")
    await guest.countsInBasket(1)
    expect(await guest.amountDue()).toBe("€23.40")

    const again = await guest.startPayment()
    await again.pay()
    await guest.confirmation()
    await guest.countsInBasket(0)
  })
)

it(
  "places the order although the tab is closed before the shop hears of the return, and shows it on the next visit",
  walk(async (guest, context) => {
    const hosted = await guest.shopUntilHostedPage("Beeswax Candle")
    await hosted.typeCard(CARDS.pays)
    const wayBack = await cutBefore(guest.page, "*/bpc/return/*")
    await hosted.payButton.click()
    await wayBack.cut
    await guest.page.close()

    const orderId = await books.orderPlaced(hosted.mdOrder)

    const page = await context.newPage()
    await page.goto(demo.storefrontUrl)
    await page.waitForURL(`**/order/${orderId}/confirmed`)
    await page.getByText(/^No\. \d+$/).waitFor()
    await page.getByLabel("0 items", { exact: true }).waitFor()
  })
)

it(
  "offers a new page after the old one has expired",
  walk(async (guest) => {
    const expired = await guest.shopUntilHostedPage("Olive Scoop")
    await demo.sandbox.control.expire(expired.mdOrder)
    await expired.pay()
    await guest.page
      .getByRole("heading", { name: "This payment page has expired" })
      .waitFor()
    await guest.page.getByRole("link", { name: /^Back to/ }).click()

    await guest.sees("The payment page has expired")
    await guest.countsInBasket(1)
    const hosted = await guest.startPayment()
    expect(hosted.mdOrder).not.toBe(expired.mdOrder)
    await hosted.pay()

    const { orderId } = await guest.confirmation()
    expect(await books.ordersOf(expired.mdOrder)).toEqual([])
    expect(await books.ordersOf(hosted.mdOrder)).toEqual([orderId])
  })
)

it(
  "passes through the bank's 3-D Secure page",
  walk(async (guest) => {
    const hosted = await guest.shopUntilHostedPage("Mountain Oolong")
    await hosted.pay(CARDS.asksTheShopper)
    await guest.page
      .getByRole("heading", { name: "Confirm your payment" })
      .waitFor()
    await guest.page.getByRole("button", { name: "Success" }).click()
    await guest.confirmation()
  })
)

it.each`
  market                   | amount          | minor
  ${"United States · USD"} | ${"$98.00"}     | ${9800}
  ${"Japan · JPY"}         | ${"¥13,200"}    | ${13200}
  ${"Kuwait · KWD"}        | ${"KWD 29.125"} | ${29125}
`(
  "asks the same amount on the gateway's page as in the shop: $market",
  ({
    market,
    amount,
    minor,
  }: Record<"market" | "amount", string> & { minor: number }) =>
    walk(async (guest) => {
      await guest.openShop()
      await guest.shipTo(market)
      await guest.putInBasket("Moss Teapot", "1.4 l")
      await guest.goToPayment()
      expect(withPlainSpaces(await guest.amountDue())).toBe(amount)

      const hosted = await guest.startPayment()
      expect(withPlainSpaces(await hosted.amount())).toBe(amount)
      expect(demo.sandbox.control.getSession(hosted.mdOrder)).toMatchObject({
        amount: minor,
      })
      await hosted.pay()
      await guest.confirmation()
      await guest.page.getByText(amount).first().waitFor()
    })()
)

it(
  "can be used with the keyboard alone on a narrow screen",
  walk(
    async (guest) => {
      const { page } = guest
      await guest.openShop()
      await expectNoSidewaysScrolling(page)
      await pressEnterOn(page, page.getByRole("link", { name: "Morning Mug" }))
      await pressEnterOn(
        page,
        page.getByRole("button", { name: "Add to basket" })
      )
      await expectNoSidewaysScrolling(page)
      await pressEnterOn(page, page.getByRole("link", { name: "View basket" }))
      await expectNoSidewaysScrolling(page)
      await pressEnterOn(
        page,
        page.getByRole("link", { name: "Go to checkout" })
      )
      for (const [label, text] of Object.entries(GUEST)) {
        await typeInto(page, page.getByLabel(label), text)
      }
      await expectNoSidewaysScrolling(page)
      await page.keyboard.press("Enter")
      await focused(page, "Delivery")
      await tabTo(page, page.getByRole("radio", { name: /^Standard/ }))
      await page.keyboard.press("ArrowDown")
      await pressEnterOn(
        page,
        page.getByRole("button", { name: "Continue to payment" })
      )
      await focused(page, "Payment")
      await pressEnterOn(
        page,
        page.getByRole("button", { name: "Change Delivery" })
      )
      await focused(page, "Delivery")
      await pressEnterOn(
        page,
        page.getByRole("button", { name: "Continue to payment" })
      )
      await tabTo(page, guest.startButton)
      await expectNoSidewaysScrolling(page)
      expect(await guest.amountDue()).toBe("€34.50")
      await page.keyboard.press("Enter")

      const hosted = await guest.onHostedPage()
      await expectNoSidewaysScrolling(page)
      const { number, expiry, cvc } = CARDS.pays
      await typeInto(page, page.getByLabel("Card number"), number)
      await typeInto(page, page.getByLabel("Expiry date"), expiry)
      await typeInto(page, page.getByLabel("Security code (CVC)"), cvc)
      await pressEnterOn(page, hosted.payButton)

      await guest.confirmation()
      await expectNoSidewaysScrolling(page)
    },
    { viewport: { width: 390, height: 844 } }
  )
)

it(
  "tells the returning shopper that the payment is being checked, and goes on by itself once the gateway answers",
  walk(async (guest) => {
    const { page } = guest
    const hosted = await guest.shopUntilHostedPage()
    demo.sandbox.control.setFaults({
      api: [{ operation: "readSession", kind: "status", status: 503 }],
      webhooks: { drop: true },
    })
    await hosted.pay()

    await page
      .getByRole("heading", { name: "We are checking your payment" })
      .waitFor()
    await page.getByText("please do not pay again").waitFor()
    expect(page.url()).toMatch(`${demo.medusaUrl}/bpc/return/`)
    await page.waitForURL(/\/bpc\/return\/[^?]+\?n=1$/)
    expect(await books.ordersOf(hosted.mdOrder)).toEqual([])

    demo.sandbox.control.clearFaults()
    await guest.confirmation()
  })
)

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const excess = await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
  )
  expect({ page: page.url(), excess }).toEqual({ page: page.url(), excess: 0 })
}

function withPlainSpaces(text: string): string {
  return text.replace(/\s/g, " ")
}
