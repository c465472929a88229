import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from "playwright-core"
import { type Demo, freePort, startDemo } from "../../demo"
import { Books } from "./books"
import { launchChromium } from "./chromium"
import { type Guest } from "./guest"
import { CARDS, HostedPage } from "./hosted-page"
import { pressEnterOn, tabTo, typeInto } from "./keyboard"
import { openPlainShop } from "./plain-shop"
import { visit } from "./visit"
import { cutBefore } from "./wire"

const MINUTE = 60_000
const PHONE = { viewport: { width: 390, height: 844 } }

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
  options: BrowserContextOptions = {},
  inBrowser: () => Browser = () => browser
): () => Promise<void> {
  return async () => {
    try {
      await visit(inBrowser(), demo, steps, options)
    } finally {
      demo.sandbox.control.clearFaults()
    }
    await books.expectPromiseKept()
  }
}

const sessions = () => demo.sandbox.control.listSessions().length

describe("the back button", () => {
  it(
    "leads to a checkout that can be paid after all, on the same page of the gateway",
    walk(async (guest) => {
      const left = await guest.shopUntilHostedPage("Linen Cloth")
      await guest.page.goBack()
      await guest.countsInBasket(1)

      const hosted = await guest.startPayment()
      expect(hosted.mdOrder).toBe(left.mdOrder)
      await hosted.pay()
      await guest.confirmation()
      await guest.countsInBasket(0)
    })
  )

  describe("in a browser that shows the checkout as it was left", () => {
    let keeping: Browser
    beforeAll(async () => {
      keeping = await launchChromium({ keepsPages: true })
    }, MINUTE)
    afterAll(() => keeping?.close())

    it(
      "finds a button that works, not one that is still busy",
      walk(
        async (guest) => {
          const { page } = guest
          await guest.openShop()
          await guest.putInBasket("Olive Scoop")
          await guest.goToPayment()
          await page.evaluate(
            'addEventListener("pageshow", ({ persisted }) => document.body.dataset.kept = persisted)'
          )
          const left = await guest.startPayment()
          // A page that is shown again as it was left is not loaded again.
          await page.goBack({ waitUntil: "commit" })
          await page.locator("body[data-kept=true]").waitFor()

          const hosted = await guest.startPayment()
          expect(hosted.mdOrder).toBe(left.mdOrder)
          await hosted.pay()
          await guest.confirmation()
        },
        {},
        () => keeping
      )
    )
  })
})

describe("two tabs", () => {
  it(
    "that pay the same basket show the same page of the gateway, and nothing is left to pay in the other",
    walk(async (guest, context) => {
      const first = await guest.shopUntilHostedPage("Beeswax Candle")
      const page = await context.newPage()
      await page.goto(`${demo.storefrontUrl}/de/checkout?step=payment`)
      await page.getByRole("button", { name: /^Pay / }).click()
      const second = await HostedPage.opened(page, demo.sandboxUrl)
      expect(second.mdOrder).toBe(first.mdOrder)

      await second.pay()
      await page.waitForURL(/\/order\/[^/]+\/confirmed/)
      await guest.page.goBack()
      await guest.countsInBasket(0)
      await guest.startButton.waitFor({ state: "detached" })
    })
  )

  it(
    "of which one changes the basket sell it once, at the new price",
    walk(async (guest, context) => {
      const old = await guest.shopUntilHostedPage("Morning Mug")
      const page = await context.newPage()
      await page.goto(`${demo.storefrontUrl}/de/basket`)
      await page.getByRole("button", { name: "One more" }).click()
      await page.getByLabel("2 items", { exact: true }).waitFor()
      await page.getByRole("link", { name: "Go to checkout" }).click()
      await page.getByRole("button", { name: "Continue to delivery" }).click()
      await page.getByRole("button", { name: "Continue to payment" }).click()
      await page.getByRole("button", { name: "Pay €48.90" }).click()
      const hosted = await HostedPage.opened(page, demo.sandboxUrl)
      expect(hosted.mdOrder).not.toBe(old.mdOrder)
      await hosted.pay()
      await page.getByText(/^No\. \d+$/).waitFor()

      await guest.page.goBack()
      await guest.countsInBasket(0)
      expect(await books.ordersOf(old.mdOrder)).toEqual([])
      expect(await books.ordersOf(hosted.mdOrder)).toHaveLength(1)
    })
  )

  it(
    "show the present basket: what one changes, the other offers to pay when it is looked at",
    walk(async (guest, context) => {
      await guest.openShop()
      await guest.putInBasket("Olive Scoop")
      await guest.goToPayment()
      expect(await guest.amountDue()).toBe("€17.65")
      const page = await context.newPage()
      await page.goto(`${demo.storefrontUrl}/de/basket`)
      await page.getByRole("button", { name: "One more" }).click()
      await page.getByLabel("2 items", { exact: true }).waitFor()

      // Playwright's tabs are all in view at once; a person's are not.
      await guest.page.evaluate(
        'document.dispatchEvent(new Event("visibilitychange"))'
      )
      await guest.countsInBasket(2)
      expect(await guest.amountDue()).toBe("€30.40")
    })
  )
})

describe("a page in a new tab", () => {
  it(
    "leaves the shop's tab where it is, which shows the order as soon as it is placed",
    walk(async (guest, context) => {
      await guest.openShop()
      await guest.putInBasket("Linen Cloth")
      await guest.goToPayment()
      await openPlainShop(guest.page, demo)
      const [tab] = await Promise.all([
        context.waitForEvent("page"),
        guest.page.getByRole("button", { name: "Pay" }).click(),
      ])
      const hosted = await HostedPage.opened(tab, demo.sandboxUrl)
      expect(await tab.evaluate<boolean>("window.opener === null")).toBe(true)
      await hosted.pay()
      await tab.waitForURL(/\/order\/[^/]+\/confirmed/)
      // A browser lets a tab in the background wait for its turn; the shopper looks at it again.
      await guest.page.bringToFront()
      await guest.page.getByText(/^Order order_/).waitFor()
    })
  )

  it(
    "opens in the same window when the browser blocks pop-ups",
    walk(async (guest, context) => {
      await guest.openShop()
      await guest.putInBasket("Linen Cloth")
      await guest.goToPayment()
      await guest.page.addInitScript("window.open = () => null")
      await openPlainShop(guest.page, demo)
      await guest.page.getByRole("button", { name: "Pay" }).click()
      const hosted = await guest.onHostedPage()
      expect(context.pages()).toHaveLength(1)
      await hosted.pay()
      await guest.confirmation()
    })
  )
})

it(
  "shows the order to a shopper who is back in the shop before the news of the payment",
  walk(async (guest, context) => {
    demo.sandbox.control.setFaults({ webhooks: { delayMs: 6_000 } })
    const hosted = await guest.shopUntilHostedPage("Mountain Oolong")
    await hosted.typeCard(CARDS.pays)
    const wayBack = await cutBefore(guest.page, "*/bpc/return/*")
    await hosted.payButton.click()
    await wayBack.cut
    await guest.page.close()

    const page = await context.newPage()
    await page.goto(demo.storefrontUrl)
    await page.getByRole("heading", { level: 1 }).waitFor()
    expect(await books.ordersOf(hosted.mdOrder)).toEqual([])
    await page.waitForURL(/\/order\/[^/]+\/confirmed/)
    await page.getByLabel("0 items", { exact: true }).waitFor()
  })
)

it(
  "says that the page is being opened while the gateway is slow, and starts one payment however often it is pressed",
  walk(async (guest) => {
    await guest.openShop()
    await guest.putInBasket("Morning Mug")
    await guest.goToPayment()
    demo.sandbox.control.setFaults({
      api: [{ operation: "createSession", kind: "latency", delayMs: 3_000 }],
    })
    const before = sessions()
    await guest.startButton.dblclick()
    const busy = guest.page.getByRole("button", { name: /^Opening/ })
    await busy.waitFor()
    expect(await busy.getAttribute("aria-busy")).toBe("true")
    await busy.click({ force: true })

    const hosted = await guest.onHostedPage()
    expect(sessions()).toBe(before + 1)
    await hosted.pay()
    await guest.confirmation()
  })
)

it(
  "keeps a customer's order in the account that was made at the checkout",
  walk(async (guest) => {
    const { page } = guest
    await guest.openShop()
    await guest.shipTo("Japan · JPY")
    await guest.putInBasket("Moss Teapot", "1.4 l")
    await page.getByRole("link", { name: "View basket" }).click()
    await page.getByRole("link", { name: "Go to checkout" }).click()
    await page.locator("form").getByRole("link", { name: "Sign in" }).click()
    const form = page.locator("form", { hasText: "New here?" })
    await form.getByLabel("First name").fill("Kenji")
    await form.getByLabel("Last name").fill("Mori")
    await form.getByLabel("E-mail").fill("kenji.mori@example.com")
    await form.getByLabel("Password").fill("correct horse")
    await form.getByRole("button", { name: "Create an account" }).click()

    await page.getByText("You are signed in as Kenji Mori").waitFor()
    await page.getByLabel("Street and number").fill("Kawaramachi 5")
    await page.getByLabel("Postal code").fill("600-8001")
    await page.getByLabel("City").fill("Kyoto")
    await page.getByRole("button", { name: "Continue to delivery" }).click()
    await page.getByText("Standard", { exact: true }).click()
    await page.getByRole("button", { name: "Continue to payment" }).click()
    const hosted = await guest.startPayment()
    await hosted.pay()
    const { orderId, orderNumber } = await guest.confirmation()

    await page.getByRole("link", { name: "Kenji" }).click()
    await page.getByRole("link", { name: `No. ${orderNumber}` }).click()
    await page.waitForURL(`**/order/${orderId}/confirmed`)
  })
)

it(
  "can be cancelled and tried again with the keyboard alone on a phone's screen",
  walk(async (guest) => {
    const { page } = guest
    await guest.openShop()
    await guest.putInBasket("Beeswax Candle")
    await guest.goToPayment()
    await pressEnterOn(page, guest.startButton)
    const left = await guest.onHostedPage()
    await pressEnterOn(page, left.cancelLink)

    await guest.sees("The payment was not completed")
    await tabTo(page, guest.startButton)
    expect(await guest.startButton.innerText()).toBe("Try again: pay €20.90")
    await page.keyboard.press("Enter")
    const hosted = await guest.onHostedPage()
    await typeInto(page, page.getByLabel("Card number"), CARDS.pays.number)
    await typeInto(page, page.getByLabel("Expiry date"), CARDS.pays.expiry)
    await typeInto(page, page.getByLabel("Security code (CVC)"), CARDS.pays.cvc)
    await pressEnterOn(page, hosted.payButton)
    await guest.confirmation()
  }, PHONE)
)

it("keeps the focus on the button and reads out what happened when no payment can be started", async () => {
  demo.sandbox.control.setFaults({
    api: [{ operation: "createSession", kind: "status", status: 400 }],
  })
  // The browser's console tells of the refused request: this walk may not be as quiet as the others.
  const walked = visit(browser, demo, async (guest) => {
    await guest.openShop()
    await guest.putInBasket("Olive Scoop")
    await guest.goToPayment()
    await pressEnterOn(guest.page, guest.startButton)
    await guest.sees("You have not been charged.")
    await guest.startButton.and(guest.page.locator(":focus")).waitFor()
    expect(await guest.startButton.getAttribute("aria-describedby")).toBe(
      await guest.notice.getAttribute("id")
    )

    demo.sandbox.control.clearFaults()
    await guest.page.keyboard.press("Enter")
    const hosted = await guest.onHostedPage()
    await hosted.pay()
    await guest.confirmation()
    throw new Error("arrived")
  })
  await expect(walked).rejects.toThrow(/^arrived/)
  await books.expectPromiseKept()
})
