import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Browser } from "playwright-core"
import { type Demo, freePort, startDemo } from "../../demo"
import { Books } from "./books"
import { launchChromium } from "./chromium"
import { ShopOwner } from "./shop-owner"
import { inOwnBrowser, visit } from "./visit"

const MINUTE = 60_000
/** How long our box may go on telling what the page around it does not tell any more. */
const AT_ONCE = { timeout: 2_000 }

jest.setTimeout(4 * MINUTE)

let directory: string
let demo: Demo
let browser: Browser
let books: Books

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "bpc-order-page-"))
  demo = await startDemo({
    directory,
    medusaPort: await freePort(),
    storefrontPort: await freePort(),
    sandboxPort: await freePort(),
  })
  books = await Books.open(demo)
  browser = await launchChromium()
}, 10 * MINUTE)

afterEach(() => books.expectPromiseKept())

afterAll(async () => {
  await browser?.close()
  await books?.close()
  await demo?.stop()
  await rm(directory, { recursive: true, force: true, maxRetries: 10 })
}, MINUTE)

function asOwner(work: (owner: ShopOwner) => Promise<void>): Promise<void> {
  return inOwnBrowser(
    browser,
    demo,
    async (context) => {
      const owner = new ShopOwner(await context.newPage(), demo)
      await owner.logIn()
      await work(owner)
    },
    { viewport: { width: 1300, height: 900 } }
  )
}

it("tells of a refund made with Medusa's own button as soon as the page does", async () => {
  const { orderId } = await sell("automatic")
  await asOwner(async (owner) => {
    await owner.openOrder(orderId)
    await owner.showsAmount(owner.box, "Can be refunded", "€26.90")

    await owner.refundWithMedusa("5.00")
    await owner.showsAmount(owner.box, "Refunded", "€5.00", AT_ONCE)
    await owner.showsAmount(owner.box, "Can be refunded", "€21.90", AT_ONCE)
    await owner.box
      .getByText("Money was refunded to the shopper.")
      .waitFor(AT_ONCE)
  })
})

it("tells of a capture made with Medusa's own button as soon as the page does", async () => {
  const { orderId } = await sell("manual")
  await asOwner(async (owner) => {
    await owner.openOrder(orderId)
    await owner.showsAmount(owner.box, "Can be captured", "€26.90")

    await owner.captureWithMedusa()
    await owner.showsAmount(owner.box, "Captured", "€26.90", AT_ONCE)
    await owner.box.getByText("Paid", { exact: true }).waitFor(AT_ONCE)
  })
})

it("brings news of the gateway's portal to the whole page of an order that is looked at", async () => {
  const { orderId, mdOrder } = await sell("automatic")
  await asOwner(async (owner) => {
    await owner.openOrder(orderId)
    await owner.showsAmount(owner.box, "Refunded", "€0.00")
    await demo.sandbox.control.portalRefund(mdOrder, 300)
    await owner.showsAmount(owner.box, "Refunded", "€3.00")
    await owner.page.getByText("- €3.00", { exact: true }).waitFor()
  })
})

it("captures in parts and refunds on the payment's own page, with a reason and notes", async () => {
  demo.sandbox.control.setFaults({ partialCapture: "keeps_rest" })
  const { orderId } = await sell("manual")
  await asOwner(async (owner) => {
    const { page, form } = owner
    await owner.openPaymentOf(orderId)
    await page
      .getByRole("list")
      .filter({ hasText: "BPC payments" })
      .getByText(/^#\d+$/)
      .waitFor()
    await owner.escapeBackTo(
      page.getByRole("button", { name: "Capture", exact: true })
    )
    await owner.escapeBackTo(
      page.getByRole("button", { name: /^View event/ }).first()
    )
    await owner.askForPart("Capture", { amount: "99", note: "Mug left today" })
    await form.getByRole("button", { name: /^Capture/ }).click()
    await form.getByText("No more than €26.90 is held on the card.").waitFor()
    await form.getByLabel("Amount (EUR)").fill("4")
    await form.getByRole("button", { name: "Capture €4.00" }).click()
    await form.waitFor({ state: "hidden" })
    await owner.showsAmount(page, "Can be captured", "€22.90")
    await page.getByText("Mug left today").waitFor()

    await page.getByRole("button", { name: "Capture", exact: true }).click()
    await form.getByRole("button", { name: "Capture €22.90" }).click()
    await form.waitFor({ state: "hidden" })
    await page.getByText("You have €26.90").waitFor()
    await owner.escapeBackTo(
      page.getByRole("button", { name: "Refund", exact: true })
    )

    await owner.askForPart("Refund", { amount: "2.50", note: "One chip" })
    await form.getByRole("combobox", { name: "Refund reason" }).click()
    await page.getByRole("option", { name: "Shipping Issue" }).click()
    await form.getByRole("button", { name: "Refund €2.50" }).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Refund" })
      .click()
    await form.waitFor({ state: "hidden" })
    await page.getByText("One chip").waitFor()

    await page
      .getByRole("link", { name: /^#\d+$/ })
      .first()
      .click()
    await page.waitForURL(`**/orders/${orderId}`)
    await page.getByText("- €2.50", { exact: true }).waitFor()
    await page.getByText("Shipping Issue").waitFor()
    await owner.showsAmount(owner.box, "Can be refunded", "€24.40")
  })
})

it("says on the settings page what the environment sets, and which account it leaves unused", async () => {
  await asOwner(async (owner) => {
    const { page } = owner
    const { apiUrl, apiKey, webhookSecret } = demo.gateway
    const stored = await page.request.post(
      `${demo.medusaUrl}/admin/bpc/accounts`,
      {
        data: {
          name: "Euro shop",
          mode: "test",
          api_url: apiUrl,
          api_key: apiKey,
          webhook_secret: webhookSecret,
          currencies: ["EUR"],
        },
      }
    )
    expect(stored.status()).toBe(200)
    await owner.openSettings()

    const mode = owner.section("Test or live")
    await mode.getByText("BPC_MODE", { exact: true }).waitFor()
    await mode.getByText("Test cards only, nothing is charged.").waitFor()
    expect(await mode.getByRole("radio").count()).toBe(0)

    const accounts = owner.section("Merchant accounts")
    await accounts.getByText("The one in the store's configuration").waitFor()
    const unused = accounts
      .getByRole("listitem")
      .filter({ hasText: "Euro shop" })
    await unused.getByText("Not used", { exact: true }).waitFor()
    await unused.getByText("No new payment uses this account").waitFor()
    expect(await accounts.getByText("Not used", { exact: true }).count()).toBe(
      1
    )

    const menu = unused.getByRole("button", { name: /^Actions for account/ })
    await owner.escapeBackTo(menu, async () => {
      await menu.click()
      await page.getByRole("menuitem", { name: "Edit" }).click()
    })
    await owner.escapeBackTo(
      accounts.getByRole("button", { name: "Add account" })
    )
    for (const button of await page
      .getByRole("region")
      .getByRole("button", { name: /^(Edit|Advanced)$/ })
      .all()) {
      await owner.escapeBackTo(button)
    }
  })
})

/** One mug, €26.90. */
async function sell(
  captureMethod: "automatic" | "manual"
): Promise<{ orderId: string; mdOrder: string }> {
  let sold = { orderId: "", mdOrder: "" }
  await asOwner(async ({ page }) => {
    const saved = await page.request.post(
      `${demo.medusaUrl}/admin/bpc/settings`,
      { data: { capture_method: captureMethod } }
    )
    expect(saved.status()).toBe(200)
  })
  await visit(browser, demo, async (guest) => {
    const hosted = await guest.shopUntilHostedPage()
    await hosted.pay()
    const { orderId } = await guest.confirmation()
    sold = { orderId, mdOrder: hosted.mdOrder }
  })
  return sold
}
