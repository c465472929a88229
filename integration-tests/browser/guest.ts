import { type Page } from "playwright-core"
import { HostedPage } from "./hosted-page"

export type Shop = { storefrontUrl: string; sandboxUrl: string }

export const GUEST = {
  "E-mail": "ana.ionescu@example.com",
  "First name": "Ana",
  "Last name": "Ionescu",
  "Street and number": "Lindenstraße 14",
  "Postal code": "10969",
  City: "Berlin",
} as const

/** A person in the storefront who pays as a guest: looks, clicks, types. */
export class Guest {
  readonly startButton
  readonly notice

  constructor(
    readonly page: Page,
    private readonly shop: Shop
  ) {
    this.startButton = page.getByRole("button", {
      name: /^(Try again: pay|Pay) /,
    })
    this.notice = page.getByRole("alert")
  }

  /** Waits until the page says this in its alert. */
  async sees(text: string): Promise<void> {
    await this.notice.filter({ hasText: text }).waitFor()
  }

  async openShop(): Promise<void> {
    await this.page.goto(this.shop.storefrontUrl)
    await this.page.getByRole("heading", { level: 1 }).waitFor()
  }

  /** Where the goods go, as the masthead's list names it, e.g. `Japan · JPY`. */
  async shipTo(market: string): Promise<void> {
    const before = new URL(this.page.url()).pathname
    await this.page.getByLabel("Ship to").selectOption({ label: market })
    await this.page.waitForURL(({ pathname }) => pathname !== before)
  }

  /** From the grid to the product's page and into the basket. */
  async putInBasket(product: string, variant?: string): Promise<void> {
    const { page } = this
    await page.getByRole("link", { name: product }).click()
    await page.getByRole("heading", { level: 1, name: product }).waitFor()
    if (variant) {
      await page.getByText(variant, { exact: true }).click()
    }
    await page.getByRole("button", { name: "Add to basket" }).click()
    await page.getByText("It is in your basket.").waitFor()
  }

  /** From the product's page to the step where the payment is started. */
  async goToPayment(delivery = "Standard"): Promise<void> {
    const { page } = this
    await page.getByRole("link", { name: "View basket" }).click()
    await page.getByRole("link", { name: "Go to checkout" }).click()
    for (const [label, text] of Object.entries(GUEST)) {
      await page.getByLabel(label).fill(text)
    }
    await page.getByRole("button", { name: "Continue to delivery" }).click()
    await page.getByText(delivery, { exact: true }).click()
    await page.getByRole("button", { name: "Continue to payment" }).click()
    await this.startButton.waitFor()
  }

  /** What the payment step says is to be paid, e.g. `€26.90`. */
  async amountDue(): Promise<string> {
    const text = await this.startButton.innerText()
    return text.replace(/^(Try again: pay|Pay)\s+/, "").trim()
  }

  async startPayment(): Promise<HostedPage> {
    await this.startButton.click()
    return this.onHostedPage()
  }

  onHostedPage(): Promise<HostedPage> {
    return HostedPage.opened(this.page, this.shop.sandboxUrl)
  }

  /** A basket with one product, brought to the gateway's page. */
  async shopUntilHostedPage(product = "Morning Mug"): Promise<HostedPage> {
    await this.openShop()
    await this.putInBasket(product)
    await this.goToPayment()
    return this.startPayment()
  }

  /** Waits for the confirmation and reads it. */
  async confirmation(): Promise<{ orderId: string; orderNumber: number }> {
    const { page } = this
    await page.waitForURL(/\/order\/[^/]+\/confirmed/)
    const number = page.getByText(/^No\. \d+$/)
    await number.waitFor()
    const [, orderId = ""] =
      /\/order\/([^/]+)\/confirmed/.exec(page.url()) ?? []
    const orderNumber = Number((await number.innerText()).replace("No. ", ""))
    return { orderId, orderNumber }
  }

  /** Waits until the masthead counts this many items. */
  async countsInBasket(count: number): Promise<void> {
    await this.page.getByLabel(`${count} items`, { exact: true }).waitFor()
  }
}
