import { type Locator, type Page } from "playwright-core"
import { type Demo } from "../../demo"

export type Account = {
  name: string
  apiUrl: string
  apiKey: string
  webhookSecret: string
}

type Admin = Pick<Demo, "adminUrl" | "adminEmail" | "adminPassword">

/** A person in Medusa's admin who sets card payments up and looks after them: looks, clicks, types. */
export class ShopOwner {
  constructor(
    readonly page: Page,
    private readonly admin: Admin
  ) {}

  async logIn(): Promise<void> {
    const { page, admin } = this
    await page.goto(`${admin.adminUrl}/login`)
    await page.getByPlaceholder("Email").fill(admin.adminEmail)
    await page.getByPlaceholder("Password").fill(admin.adminPassword)
    await page.getByRole("button", { name: "Continue with Email" }).click()
    await page.waitForURL((url) => !url.pathname.endsWith("/login"))
  }

  /** By the menu, as a person who has never been there finds it. */
  async findSettings(): Promise<void> {
    const { page } = this
    await page.getByRole("link", { name: "Settings", exact: true }).click()
    await page.getByRole("link", { name: "BPC Payments", exact: true }).click()
    await page.getByRole("heading", { name: "BPC Payments" }).waitFor()
  }

  async openSettings(): Promise<void> {
    await this.page.goto(`${this.admin.adminUrl}/settings/bpc`)
    await this.page.getByRole("heading", { name: "BPC Payments" }).waitFor()
  }

  /** A part of the settings page by its heading. */
  section(name: string) {
    return this.page.getByRole("region", { name, exact: true })
  }

  async openAccountForm(): Promise<void> {
    await this.page.getByRole("link", { name: "Add account" }).click()
    await this.form.waitFor()
  }

  async fillAccount(account: Account): Promise<void> {
    const { form } = this
    await form.getByLabel("Name", { exact: true }).fill(account.name)
    await form.getByLabel("API URL", { exact: true }).fill(account.apiUrl)
    await form.getByLabel("API key", { exact: true }).fill(account.apiKey)
    await form
      .getByLabel("Webhook secret", { exact: true })
      .fill(account.webhookSecret)
  }

  /** Tests what is typed, saved or not, and reads the verdict's first words, e.g. `Connected`. */
  async testConnection(verdict: string): Promise<void> {
    await this.form.getByRole("button", { name: "Test connection" }).click()
    await this.form.getByText(verdict, { exact: true }).waitFor()
  }

  async setAddresses(backend: string, storefront: string): Promise<void> {
    await this.section("Addresses")
      .getByRole("button", { name: "Edit" })
      .click()
    await this.form.getByLabel("Backend URL", { exact: true }).fill(backend)
    await this.form
      .getByLabel("Storefront URL", { exact: true })
      .fill(storefront)
    await this.save()
  }

  async save(): Promise<void> {
    await this.form.getByRole("button", { name: "Save" }).click()
    await this.form.waitFor({ state: "hidden" })
  }

  async switchOnIn(region: string): Promise<void> {
    await this.section("Regions").getByRole("switch", { name: region }).click()
    await this.page
      .getByText(`Card payments are on in ${region}.`)
      .first()
      .waitFor()
  }

  async sendTestEvent(verdict: string): Promise<void> {
    const webhooks = this.section("Webhooks")
    await webhooks.getByRole("button", { name: "Send a test event" }).click()
    await webhooks.getByText(verdict, { exact: true }).waitFor()
  }

  /** The list of payments, by the menu. */
  async findPayments(): Promise<void> {
    const { page, admin } = this
    await page.goto(`${admin.adminUrl}/orders`)
    await page.getByRole("link", { name: /BPC payments/ }).click()
    await page.getByRole("heading", { name: "BPC payments" }).waitFor()
  }

  async showState(state: string): Promise<void> {
    await this.page.getByRole("combobox", { name: "State" }).click()
    await this.page.getByRole("option", { name: state, exact: true }).click()
  }

  async openOrder(id: string): Promise<void> {
    await this.page.goto(`${this.admin.adminUrl}/orders/${id}`)
    await this.page.getByRole("heading", { name: "BPC payment" }).waitFor()
  }

  /** Our box beside an order. */
  get box() {
    return this.page.getByRole("region", { name: "BPC payment", exact: true })
  }

  /** Waits until the row of that name has this amount, in our box or on a payment's own page. */
  async showsAmount(
    where: Page | Locator,
    name: string,
    amount: string,
    options?: { timeout: number }
  ): Promise<void> {
    await where
      .getByText(name, { exact: true })
      .locator("..")
      .getByText(amount, { exact: true })
      .waitFor(options)
  }

  /** With Medusa's own form, by the menu of the order's payment; waits until the order's page shows the refund. */
  async refundWithMedusa(amount: string): Promise<void> {
    const { page, form } = this
    await page
      .getByText("pp_bpc_bpc", { exact: true })
      .locator("xpath=ancestor::div[contains(@class, 'grid')][1]")
      .getByRole("button")
      .click()
    await page.getByRole("menuitem", { name: "Refund" }).click()
    await form.getByLabel("Amount").fill(amount)
    await form.getByRole("button", { name: "Save" }).click()
    await page.getByText(`- €${amount}`, { exact: true }).waitFor()
  }

  /** With Medusa's own button; waits until the order's page shows the payment as captured. */
  async captureWithMedusa(): Promise<void> {
    const { page } = this
    const button = page.getByRole("button", { name: "Capture payment" })
    await button.click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Confirm" })
      .click()
    await button.waitFor({ state: "hidden" })
  }

  async openPaymentOf(orderId: string): Promise<void> {
    await this.openOrder(orderId)
    await this.box.getByRole("link", { name: "Open payment" }).click()
    await this.page.getByRole("heading", { name: "Amounts" }).waitFor()
  }

  /** Opens the drawer of a payment's page behind this button, and asks there for a part. */
  async askForPart(
    action: "Capture" | "Refund",
    { amount, note }: { amount: string; note: string }
  ): Promise<void> {
    const { page, form } = this
    await page.getByRole("button", { name: action, exact: true }).click()
    await form.getByRole("radio", { name: /^A part/ }).click()
    await form.getByLabel("Amount (EUR)").fill(amount)
    await form.getByLabel("Note").fill(note)
  }

  /** Opens a drawer, leaves it by the Escape key, and waits until the keyboard is back at what opened it. */
  async escapeBackTo(
    opener: Locator,
    open = () => opener.click()
  ): Promise<void> {
    await open()
    // Before it has the keyboard, Escape is not for it.
    await this.form.locator(":focus").waitFor()
    await this.page.keyboard.press("Escape")
    await this.form.waitFor({ state: "hidden" })
    await opener.and(this.page.locator(":focus")).waitFor()
  }

  get form() {
    return this.page.getByRole("dialog")
  }
}
