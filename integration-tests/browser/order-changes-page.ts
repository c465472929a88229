import { type Locator } from "playwright-core"
import { eventually } from "../support/shopper"
import { type ShopOwner } from "./shop-owner"

type Change =
  "Edit order" | "Create Return" | "Create Exchange" | "Create Claim"
/** Goods in a change's form: what comes back, what is sent, and an edit's own. */
type Part = "Items" | "Inbound" | "Outbound"

/** Someone who changes an order in the dashboard's own pages, and stays on that order's page. */
export class OrderChangesPage {
  private readable = Promise.resolve()

  private constructor(private readonly owner: ShopOwner) {}

  static async of(owner: ShopOwner): Promise<OrderChangesPage> {
    const orderChanges = new OrderChangesPage(owner)
    await owner.page.route("**/admin/orders/*/preview*", async (route) => {
      await orderChanges.readable
      await route.continue()
    })
    return orderChanges
  }

  async editUp(sku: string): Promise<void> {
    await this.begin("Edit order")
    await this.choose("Items", sku)
    await this.request("Confirm Edit")
    await this.confirmEdit()
  }

  async editDown(sku: string, quantity: number): Promise<void> {
    const { page } = this.owner
    await this.begin("Edit order")
    const field = this.card(sku).getByRole("spinbutton")
    await field.fill(String(quantity))
    await field.blur()
    await page.getByText("Modified", { exact: true }).waitFor()
    await this.request("Confirm Edit")
    await this.confirmEdit()
  }

  async requestReturn(sku: string): Promise<void> {
    await this.begin("Create Return")
    await this.choose("Inbound", sku)
    await this.comesBackTo("Workshop")
    await this.request("Confirm Return")
  }

  async exchange(back: string, sent: string): Promise<void> {
    await this.begin("Create Exchange")
    await this.swap(back, sent)
    await this.request("Confirm Exchange")
  }

  /** Of goods that come back; `sent` replaces them. */
  async claim(back: string, sent?: string): Promise<void> {
    await this.begin("Create Claim")
    await this.swap(back, sent)
    await this.request("Confirm Claim")
  }

  /** All that was announced has arrived. */
  async receive(): Promise<void> {
    const { page, form } = this.owner
    await page.getByRole("link", { name: "Receive items" }).click()
    // The dashboard fills in what is expected, a moment after it has opened the form.
    await eventually(
      () => form.getByRole("spinbutton").first().inputValue(),
      (quantity) => quantity === "1"
    )
    await this.andNoMore(form.getByRole("button", { name: "Save" }), (save) =>
      save.click()
    )
  }

  /** With the button on which Medusa writes what it owes, out of the payment of that amount. */
  async refundOwed(payment: string): Promise<void> {
    const { page, form } = this.owner
    await page.getByRole("link", { name: /^Refund € / }).click()
    await form.getByRole("combobox").first().click()
    await page.getByRole("option").filter({ hasText: payment }).click()
    await form.getByRole("button", { name: "Save" }).click()
    await form.waitFor({ state: "hidden" })
  }

  /** @returns the link's address */
  async makeLink(): Promise<string> {
    const { page, form } = this.owner
    await page.getByRole("button", { name: "Create link" }).click()
    await form.getByRole("button", { name: "Create link" }).click()
    await form.waitFor({ state: "hidden" })
    return page.getByTitle(/\/bpc\/pay\//).innerText()
  }

  private async begin(change: Change): Promise<void> {
    const { page } = this.owner
    await page
      .getByRole("heading", { name: "Summary", exact: true })
      .locator("..")
      .getByRole("button")
      .click()
    await page.getByRole("menuitem", { name: change, exact: true }).click()
  }

  private async swap(back: string, sent?: string): Promise<void> {
    await this.choose("Inbound", back)
    await this.comesBackTo("Workshop")
    if (sent) {
      await this.choose("Outbound", sent)
    }
  }

  private async choose(part: Part, sku: string): Promise<void> {
    const { page } = this.owner
    await page
      .getByRole("heading", { name: part, exact: true })
      .locator("..")
      .getByText("Add items", { exact: true })
      .click()
    const row = page.getByRole("row").filter({ hasText: sku })
    await row.getByRole("checkbox").click()
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await row.waitFor({ state: "hidden" })
    await this.card(sku).last().waitFor()
  }

  private async comesBackTo(location: string): Promise<void> {
    const { page } = this.owner
    await page
      .getByText("Location", { exact: true })
      .locator("xpath=ancestor::div[contains(@class, 'grid')][1]")
      .getByRole("combobox")
      .click()
    await page.getByRole("option", { name: location }).click()
  }

  private async request(button: string): Promise<void> {
    const { page } = this.owner
    const confirm = page.getByRole("button", { name: button, exact: true })
    await this.andNoMore(confirm, async () => {
      await confirm.click()
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: "Continue" })
        .click()
    })
  }

  /**
   * Sends a form with its button and waits until both are gone. Dashboard 2.21.2 begins the same change anew, and leaves it open, when
   * it reads that the order has none while the form is still closing: it may read when the form has closed.
   */
  private async andNoMore(
    button: Locator,
    send: (button: Locator) => Promise<void>
  ): Promise<void> {
    let close = () => {}
    this.readable = new Promise((resolve) => {
      close = resolve
    })
    await send(button)
    await button.waitFor({ state: "detached" })
    close()
  }

  private async confirmEdit(): Promise<void> {
    const { page } = this.owner
    const force = page.getByRole("button", { name: "Force confirm" })
    await force.click()
    await force.waitFor({ state: "hidden" })
  }

  /** A line of the open form. */
  private card(sku: string): Locator {
    return this.owner.page
      .getByText(`(${sku})`, { exact: true })
      .locator("xpath=ancestor::div[contains(@class, 'rounded-xl')][1]")
  }
}
