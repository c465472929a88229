import { type Page } from "playwright-core"

export type Card = { number: string; expiry: string; cvc: string }

/** Test cards of the gateway's documents (reference, section 10). */
export const CARDS = {
  pays: { number: "4444555511113333", expiry: "12/26", cvc: "123" },
  asksTheShopper: { number: "5555555555555599", expiry: "12/34", cvc: "123" },
} satisfies Record<string, Card>

/** The gateway's payment page, as the person in front of it uses it. */
export class HostedPage {
  readonly payButton
  readonly cancelLink

  constructor(
    readonly page: Page,
    /** By which the gateway names the session in its page's address. */
    readonly mdOrder: string
  ) {
    this.payButton = page.getByRole("button", { name: /^Pay / })
    this.cancelLink = page.getByRole("link", { name: /^Cancel and return to/ })
  }

  /** Waits until the browser is on a page of the gateway at `sandboxUrl`. */
  static async opened(page: Page, sandboxUrl: string): Promise<HostedPage> {
    await page.waitForURL(
      (url) => url.origin === sandboxUrl && url.searchParams.has("mdOrder")
    )
    await page.getByLabel("Card number").waitFor()
    return new HostedPage(
      page,
      new URL(page.url()).searchParams.get("mdOrder") ?? ""
    )
  }

  /** The amount as the page writes it, e.g. `€26.90`. */
  async amount(): Promise<string> {
    return (await this.payButton.innerText()).replace(/^Pay\s+/, "").trim()
  }

  async typeCard({ number, expiry, cvc }: Card): Promise<void> {
    await this.type("Card number", number)
    await this.type("Expiry date", expiry)
    await this.type("Security code (CVC)", cvc)
    await this.type("Name on card", "ANA IONESCU")
  }

  async pay(card: Card = CARDS.pays): Promise<void> {
    await this.typeCard(card)
    await this.payButton.click()
  }

  private async type(label: string, text: string) {
    const field = this.page.getByLabel(label)
    await field.click()
    await field.fill("")
    await field.pressSequentially(text)
  }
}
