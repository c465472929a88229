import { mkdir, mkdtemp, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import {
  type Browser,
  type BrowserContextOptions,
  type Page,
} from "playwright-core"
import { type Demo, startDemo } from "../demo"
import { terminalProgress } from "../demo/runner/progress"
import { launchChromium } from "../integration-tests/browser/chromium"
import { Guest } from "../integration-tests/browser/guest"
import { CARDS } from "../integration-tests/browser/hosted-page"

const IMAGES = join(__dirname, "images")
const SIZE_LIMIT_BYTES = 200_000
const DESKTOP = { width: 1300, height: 860 }
/** The admin scrolls inside itself: the payment is further down than a usual window. */
const TALL_DESKTOP = { width: 1300, height: 926 }
const PHONE = { width: 390, height: 844 }

void main()

/** Takes the README's pictures of a demo of its own, on the usual ports, so that they show what the reader will see. */
async function main() {
  const directory = await mkdtemp(join(tmpdir(), "bpc-pictures-"))
  await mkdir(IMAGES, { recursive: true })
  let demo: Demo | undefined
  let browser: Browser | undefined
  try {
    demo = await startDemo({ directory, progress: terminalProgress() })
    browser = await launchChromium()
    await earlierVisitors(demo, browser)
    const orderId = await shopPictures(demo, browser)
    await phonePicture(demo, browser)
    await adminPicture(demo, browser, orderId)
    await sandboxPicture(demo, browser)
  } finally {
    await browser?.close()
    await demo?.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

/** So that the sandbox's lists have something to tell: a payment in yen with 3-D Secure, and a page that expired. */
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

async function adminPicture(demo: Demo, browser: Browser, orderId: string) {
  await inWindow(browser, { viewport: TALL_DESKTOP }, async (page) => {
    await page.goto(`${demo.adminUrl}/login`)
    await page.getByPlaceholder("Email").fill(demo.adminEmail)
    await page.getByPlaceholder("Password").fill(demo.adminPassword)
    await page.getByRole("button", { name: "Continue with Email" }).click()
    await page.waitForURL((url) => !url.pathname.endsWith("/login"))
    await page.goto(`${demo.adminUrl}/orders/${orderId}`)
    await page.getByRole("heading", { name: "Payments" }).waitFor()
    await take(page, "admin-order")
  })
}

async function sandboxPicture(demo: Demo, browser: Browser) {
  await inWindow(browser, {}, async (page) => {
    await page.goto(demo.sandboxUrl)
    await page.getByRole("heading", { name: "Sessions" }).waitFor()
    await take(page, "sandbox")
  })
}

async function inWindow(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>
) {
  const context = await browser.newContext({
    locale: "en-GB",
    colorScheme: "light",
    viewport: DESKTOP,
    ...options,
  })
  try {
    await work(await context.newPage())
  } finally {
    await context.close()
  }
}

/** @throws when the picture is too heavy for a README */
async function take(page: Page, name: string, { fullPage = false } = {}) {
  const path = join(IMAGES, `${name}.png`)
  await page.waitForLoadState("networkidle")
  // As the page lies there before anybody touches it: nothing hovered, focused or scrolled.
  await page.mouse.move(0, 0)
  await page.evaluate("document.activeElement?.blur(), window.scrollTo(0, 0)")
  await page.screenshot({ path, fullPage, animations: "disabled" })
  const { size } = await stat(path)
  if (size > SIZE_LIMIT_BYTES) {
    throw new Error(`${path} has ${size} bytes, more than ${SIZE_LIMIT_BYTES}`)
  }
  process.stdout.write(`${path} ${Math.round(size / 1000)} kB\n`)
}
