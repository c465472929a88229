import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Browser, type BrowserContextOptions } from "playwright-core"
import { type Demo, freePort, startDemo } from "../../demo"
import { Clerk } from "../support/clerk"
import { Shopper, eventually } from "../support/shopper"
import { Warehouse } from "../support/warehouse"
import { OrderChangesPage } from "./order-changes-page"
import { launchChromium } from "./chromium"
import { ShopOwner } from "./shop-owner"
import { ThreeBooks } from "./three-books"
import { inOwnBrowser, visit } from "./visit"

const MINUTE = 60_000
/** One mug and its parcel, before anything changes. */
const PAID = { captured: "€26.90", refunded: "€0.00", owed: "€0.00" }

jest.setTimeout(4 * MINUTE)

let directory: string
let demo: Demo
let browser: Browser
let clerk: Clerk
/** What a browser remembers of an owner who has logged in. */
let loggedIn: BrowserContextOptions["storageState"]

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "bpc-order-changes-"))
  demo = await startDemo({
    directory,
    medusaPort: await freePort(),
    storefrontPort: await freePort(),
    sandboxPort: await freePort(),
  })
  clerk = await Clerk.logIn(
    { url: demo.medusaUrl },
    { email: demo.adminEmail, password: demo.adminPassword }
  )
  browser = await launchChromium()
  await inOwnBrowser(browser, demo, async (context) => {
    await new ShopOwner(await context.newPage(), demo).logIn()
    loggedIn = await context.storageState()
  })
}, 10 * MINUTE)

afterAll(async () => {
  await browser?.close()
  await demo?.stop()
  await rm(directory, { recursive: true, force: true })
}, MINUTE)

it("asks for what an edit added and for nothing once that is paid", async () => {
  const orderId = await sell()
  await onOrderPage(orderId, async (orderChanges, books) => {
    await orderChanges.editUp("MUG-CHALK")
    await books.expectAll({ ...PAID, owed: "€22.00" })

    expect(await pay(await orderChanges.makeLink())).toBe("€22.00")
    await books.expectAll({ ...PAID, captured: "€48.90" })
  })
})

it("asks for nothing when an edit made an order cheaper, and owes nothing once that is refunded", async () => {
  const orderId = await sell({ mugs: 2 })
  await onOrderPage(orderId, async (orderChanges, books) => {
    await orderChanges.editDown("MUG-EMBER", 1)
    await books.expectAll({
      captured: "€48.90",
      refunded: "€0.00",
      owed: "-€22.00",
    })

    await orderChanges.refundOwed("€48.90")
    await books.expectAll({
      captured: "€48.90",
      refunded: "€22.00",
      owed: "€0.00",
    })
  })
})

it("owes nothing any more when a return has arrived and its money has gone back", async () => {
  const orderId = await sell()
  await deliver(orderId)
  await onOrderPage(orderId, async (orderChanges, books) => {
    await orderChanges.requestReturn("MUG-EMBER")
    await books.expectAll({ ...PAID, owed: "-€22.00" })
    await orderChanges.receive()
    await orderChanges.refundOwed("€26.90")
    await books.expectAll({ ...PAID, refunded: "€22.00" })
  })
})

it("asks for the difference of an exchange only, before the goods are back and after", async () => {
  const orderId = await sell()
  await deliver(orderId)
  await onOrderPage(orderId, async (orderChanges, books) => {
    await orderChanges.exchange("MUG-EMBER", "OOLONG-125")
    await books.expectAll({ ...PAID, owed: "€9.50" })
    expect(await pay(await orderChanges.makeLink())).toBe("€9.50")
    await books.expectAll({ ...PAID, captured: "€36.40" })
    await orderChanges.receive()
    await books.expectAll({ ...PAID, captured: "€36.40" })
  })
})

it("asks for nothing for what a claim sends", async () => {
  const orderId = await sell()
  await deliver(orderId)
  await onOrderPage(orderId, async (orderChanges, books) => {
    await orderChanges.claim("MUG-EMBER", "MUG-CHALK")
    await books.expectAll(PAID)
    await orderChanges.receive()
    await books.expectAll(PAID)
  })
})

it("owes nothing any more when the money of a claim without a replacement has gone back", async () => {
  const orderId = await sell()
  await deliver(orderId)
  await onOrderPage(orderId, async (orderChanges, books) => {
    await orderChanges.claim("MUG-EMBER")
    await orderChanges.receive()
    await orderChanges.refundOwed("€26.90")
    await books.expectAll({ ...PAID, refunded: "€22.00" })
  })
})

/** Mugs at €22.00 each, and €4.90 for the parcel, paid with a card. */
async function sell({ mugs = 1 } = {}): Promise<string> {
  const { medusaUrl: url, publishableKey, sandbox } = demo
  const shopper = new Shopper({ url, publishableKey })
  await shopper.startCheckout("MUG-EMBER", mugs)
  await sandbox.control.pay(shopper.gatewaySessionId)
  const { body } = await eventually(
    () => shopper.status(),
    ({ body: { order_id } }) => order_id !== undefined,
    MINUTE
  )
  return body.order_id ?? ""
}

/** Only what has arrived can come back. */
function deliver(orderId: string): Promise<void> {
  return new Warehouse(clerk).handOver(orderId)
}

/** Opens a link as whoever it was sent to, and pays what is asked there. @returns the amount on the gateway's page */
async function pay(link: string): Promise<string> {
  let amount = ""
  await visit(browser, demo, async (guest) => {
    await guest.page.goto(link)
    const hosted = await guest.onHostedPage()
    amount = await hosted.amount()
    await hosted.pay()
    await guest.page.waitForURL((url) => url.origin !== demo.sandboxUrl)
  })
  return amount
}

function onOrderPage(
  orderId: string,
  work: (orderChanges: OrderChangesPage, books: ThreeBooks) => Promise<void>
): Promise<void> {
  return inOwnBrowser(
    browser,
    demo,
    async (context) => {
      const owner = new ShopOwner(await context.newPage(), demo)
      await owner.openOrder(orderId)
      await work(
        await OrderChangesPage.of(owner),
        new ThreeBooks(demo.sandbox, clerk, owner, orderId)
      )
    },
    { storageState: loggedIn, viewport: { width: 1300, height: 900 } }
  )
}
