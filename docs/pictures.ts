import { mkdir, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Browser } from "playwright-core"
import { type Demo, startDemo } from "../demo"
import { terminalProgress } from "../demo/runner/progress"
import { launchChromium } from "../integration-tests/browser/chromium"
import { Guest } from "../integration-tests/browser/guest"
import { CARDS } from "../integration-tests/browser/hosted-page"
import { ShopOwner } from "../integration-tests/browser/shop-owner"
import { IMAGES, PHONE, inWindow, take } from "./camera"

/** The admin scrolls inside itself: a window for each page, as high as what is to be seen of it. */
const SETTINGS_WINDOW = { width: 1300, height: 1072 }
const ORDER_WINDOW = { width: 1300, height: 1282 }
const PAYMENTS_WINDOW = { width: 1300, height: 640 }
const REGIONS = ["Europe", "Japan", "Kuwait", "United States"]

void main()

/** Takes the README's pictures of a demo of its own, on the usual ports, so that they show what the reader will see. */
async function main() {
  const directory = await mkdtemp(join(tmpdir(), "bpc-pictures-"))
  await mkdir(IMAGES, { recursive: true })
  let demo: Demo | undefined
  let browser: Browser | undefined
  try {
    demo = await startDemo({
      directory,
      configured: false,
      progress: terminalProgress(),
    })
    browser = await launchChromium()
    await settingsPicture(demo, browser)
    await earlierVisitors(demo, browser)
    const orderId = await shopPictures(demo, browser)
    await phonePicture(demo, browser)
    await orderPicture(demo, browser, orderId)
    await paymentsPicture(demo, browser)
    await sandboxPicture(demo, browser)
  } finally {
    await browser?.close()
    await demo?.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

/** Sets the shop up in its admin, which is how it comes to look like on the picture. */
async function settingsPicture(demo: Demo, browser: Browser) {
  await inWindow(browser, { viewport: SETTINGS_WINDOW }, async (page) => {
    const owner = new ShopOwner(page, demo)
    await owner.logIn()
    await owner.findSettings()
    await owner.openAccountForm()
    await owner.fillAccount({ name: "Kettle & Loom", ...demo.gateway })
    await owner.save()
    await owner.setAddresses(demo.medusaUrl, demo.storefrontUrl)
    for (const region of REGIONS) {
      await owner.switchOnIn(region)
    }
    await owner.sendTestEvent("Arrived")
    await owner.openSettings()
    await owner.section("Health").getByText("All is well").waitFor()
    await owner
      .section("Merchant accounts")
      .getByRole("button", { name: "Test connection" })
      .click()
    await page.getByText("Connected", { exact: true }).waitFor()
    await take(page, "admin-settings")
  })
}

/** So that the lists have something to tell: a payment in yen with 3-D Secure, and a page that expired. */
async function earlierVisitors(demo: Demo, browser: Browser) {
  await inWindow(browser, {}, async (page) => {
    const guest = new Guest(page, demo)
    await guest.openShop()
    await guest.shipTo("Japan · JPY")
    await guest.putInBasket("Moss Teapot")
    await guest.goToPayment()
    const hosted = await guest.startPayment()
    await hosted.pay(CARDS.asksTheShopper)
    await page.getByRole("button", { name: "Success" }).click()
    await guest.confirmation()
  })
  await inWindow(browser, {}, async (page) => {
    const hosted = await new Guest(page, demo).shopUntilHostedPage()
    await demo.sandbox.control.expire(hosted.mdOrder)
  })
}

async function shopPictures(demo: Demo, browser: Browser): Promise<string> {
  let orderId = ""
  await inWindow(browser, {}, async (page) => {
    const guest = new Guest(page, demo)
    await guest.openShop()
    await guest.putInBasket("Moss Teapot")
    await page.getByRole("link", { name: "All things" }).click()
    await guest.putInBasket("Mountain Oolong")
    await guest.goToPayment()
    await take(page, "checkout")

    const hosted = await guest.startPayment()
    await hosted.typeCard(CARDS.pays)
    await take(page, "hosted-page")

    await hosted.payButton.click()
    orderId = (await guest.confirmation()).orderId
    await guest.countsInBasket(0)
    await take(page, "confirmation", { fullPage: true })
  })
  return orderId
}

async function phonePicture(demo: Demo, browser: Browser) {
  await inWindow(
    browser,
    { viewport: PHONE, colorScheme: "dark" },
    async (page) => {
      const guest = new Guest(page, demo)
      await guest.shopUntilHostedPage("Beeswax Candle")
      await take(page, "hosted-page-phone-dark")
    }
  )
}

async function orderPicture(demo: Demo, browser: Browser, orderId: string) {
  await inWindow(browser, { viewport: ORDER_WINDOW }, async (page) => {
    const owner = new ShopOwner(page, demo)
    await owner.logIn()
    await owner.openOrder(orderId)
    await take(page, "admin-order")
  })
}

/** With a payment for which somebody at the gateway registered another amount. */
async function paymentsPicture(demo: Demo, browser: Browser) {
  const { control } = demo.sandbox
  await inWindow(browser, {}, async (page) => {
    const hosted = await new Guest(page, demo).shopUntilHostedPage(
      "Linen Cloth"
    )
    const { id } = control.getSession(hosted.mdOrder)
    control.setFaults({ tamper: { [id]: { amount: 1340 } } })
    await control.pay(hosted.mdOrder)
    await control.idle()
  })
  await inWindow(browser, { viewport: PAYMENTS_WINDOW }, async (page) => {
    const owner = new ShopOwner(page, demo)
    await owner.logIn()
    await owner.findPayments()
    await page.getByText("Found €13.40").first().waitFor()
    await take(page, "admin-payments")
  })
}

async function sandboxPicture(demo: Demo, browser: Browser) {
  await inWindow(browser, {}, async (page) => {
    await page.goto(demo.sandboxUrl)
    await page.getByRole("heading", { name: "Sessions" }).waitFor()
    await take(page, "sandbox")
  })
}
