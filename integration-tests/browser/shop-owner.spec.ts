import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Browser, type BrowserContext } from "playwright-core"
import { type Demo, freePort, startDemo } from "../../demo"
import { Books } from "./books"
import { launchChromium } from "./chromium"
import { ShopOwner } from "./shop-owner"
import { inOwnBrowser, visit } from "./visit"

const MINUTE = 60_000

jest.setTimeout(4 * MINUTE)

let directory: string
let demo: Demo
let browser: Browser
let books: Books

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "bpc-shop-owner-"))
  demo = await startDemo({
    directory,
    configured: false,
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

/** Work in the admin, after logging in. */
function asOwner(
  work: (owner: ShopOwner, context: BrowserContext) => Promise<void>
): Promise<void> {
  return inOwnBrowser(
    browser,
    demo,
    async (context) => {
      const owner = new ShopOwner(await context.newPage(), demo)
      await owner.logIn()
      await work(owner, context)
    },
    { viewport: { width: 1300, height: 900 } }
  )
}

/** Everything that the server says to a browser from now on. */
function listen(context: BrowserContext): () => Promise<string> {
  const answers: Promise<string>[] = []
  context.on("response", (response) => {
    if (new URL(response.url()).pathname.startsWith("/admin/")) {
      answers.push(response.text().catch(() => ""))
    }
  })
  return async () => (await Promise.all(answers)).join("\n")
}

it("sets an empty shop up in the admin alone, sells, and shows the payment with its story", async () => {
  const { apiUrl, apiKey, webhookSecret } = demo.gateway
  await asOwner(async (owner, context) => {
    const { page } = owner
    const heard = listen(context)
    await owner.findSettings()
    await page
      .getByText(
        "There is no test merchant account, so nobody can pay by card."
      )
      .waitFor()

    await owner.openAccountForm()
    await owner.fillAccount({
      name: "Euro shop",
      apiUrl,
      apiKey: "mistyped-key",
      webhookSecret,
    })
    await owner.testConnection("Wrong key")
    await owner.form.getByLabel("API key", { exact: true }).fill(apiKey)
    await owner.testConnection("Connected")
    await owner.save()
    const accounts = owner.section("Merchant accounts")
    await accounts.getByText("Euro shop").waitFor()
    await accounts.getByText(apiKey.slice(-4)).waitFor()

    await owner.setAddresses(demo.medusaUrl, demo.storefrontUrl)
    await owner.sendTestEvent("Arrived")
    await page.getByRole("link", { name: "Go to regions" }).click()
    await owner
      .section("Regions")
      .getByRole("switch")
      .first()
      .and(page.locator(":focus"))
      .waitFor()
    await owner.switchOnIn("Europe")
    await owner.section("Health").getByText("All is well").waitFor()
    await page
      .getByRole("heading", { name: "Start selling" })
      .waitFor({ state: "hidden" })

    const { orderId, orderNumber } = await sell()

    await owner.findPayments()
    const row = page.getByRole("row").filter({ hasText: `#${orderNumber}` })
    await row.getByText("Paid", { exact: true }).waitFor()
    await row.getByRole("link").click()
    await page.getByText("The order has this payment.").waitFor()
    await page.getByText("The gateway opened a payment page.").waitFor()

    await page
      .getByRole("link", { name: `#${orderNumber}` })
      .first()
      .click()
    await page.waitForURL(`**/orders/${orderId}`)
    await page.getByRole("heading", { name: "BPC payment" }).waitFor()
    await page.getByText("The order has this payment.").waitFor()

    const answers = await heard()
    expect(answers).toContain("Euro shop")
    expect(answers).not.toContain(apiKey)
    expect(answers).not.toContain(webhookSecret)
  })
  await books.expectPromiseKept()
})

it("leads a person to a held payment, from the menu's number to the decision, and keeps the decided ones in reach", async () => {
  await hold()
  await asOwner(async (owner) => {
    const { page } = owner
    await page
      .getByRole("img", {
        name: "BPC payments, held and waiting for a person: 1",
      })
      .waitFor()
    await owner.findPayments()
    await page.getByRole("button", { name: "Held: 1" }).click()
    const row = page.getByRole("row").filter({ hasText: "Found €1.00" })
    await row.getByRole("link").click()

    await page.getByText("Expected: €26.90 · Found: €1.00").waitFor()
    await owner.escapeBackTo(page.getByRole("button", { name: "Resolve" }))
    await page.getByRole("button", { name: "Resolve" }).click()
    await owner.form
      .getByRole("radio", { name: "Refund the shopper (Found: €1.00)" })
      .waitFor()
    await owner.form.getByRole("radio", { name: /^Keep the money/ }).click()
    await owner.form.getByLabel("Note").fill("Settled by telephone")
    await owner.form.getByRole("button", { name: "Resolve" }).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Resolve" })
      .click()
    await owner.form.waitFor({ state: "hidden" })
    await page.getByText("Settled by telephone").waitFor()
    await page.getByText("A person decided to keep this money.").waitFor()

    await owner.findPayments()
    await owner.showState("Held")
    await page.getByText("No payment matches").waitFor()
    await owner.showState("Kept")
    await row.getByText("Kept", { exact: true }).waitFor()
  })
})

async function sell(): Promise<{ orderId: string; orderNumber: number }> {
  let order = { orderId: "", orderNumber: 0 }
  await visit(browser, demo, async (guest) => {
    const hosted = await guest.shopUntilHostedPage("Moss Teapot")
    await hosted.pay()
    order = await guest.confirmation()
  })
  return order
}

/** A payment about which the gateway tells another amount than was registered. */
async function hold(): Promise<void> {
  const { control } = demo.sandbox
  await visit(browser, demo, async (guest) => {
    const { mdOrder } = await guest.shopUntilHostedPage()
    const { id } = control.getSession(mdOrder)
    control.setFaults({ tamper: { [id]: { amount: 100 } } })
    await control.pay(mdOrder)
  })
  await control.idle()
}
