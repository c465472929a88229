import { isDeepStrictEqual } from "node:util"
import { type Locator } from "playwright-core"
import { type Sandbox } from "../../packages/bpc-sandbox/src"
import { type AdminPayment, type Clerk } from "../support/clerk"
import { dashboardOf } from "../support/dashboard"
import { ok } from "../support/owing-orders"
import { eventually } from "../support/shopper"
import { type ShopOwner } from "./shop-owner"

/** Amounts as a person reads them, e.g. `€26.90`. */
type Money = {
  captured: string
  refunded: string
  /** What the shopper still owes; with a minus, what is owed back. */
  owed: string
}

type Order = {
  summary: { paid_total: number; refunded_total: number }
  payment_collections: {
    payments?: (AdminPayment & { data: { id: string } })[]
  }[]
}

/** Our boxes look again every 15 s at what happens elsewhere. */
const PATIENCE_MS = 40_000
const FIELDS =
  "*payment_collections.payments,*payment_collections.payments.captures,*payment_collections.payments.refunds"

/**
 * An order's money as the gateway keeps it, as Medusa's payments have it, as the order itself counts it, and as our boxes on its page
 * tell it: all of them must be these amounts. What has been done may take a moment to reach them all.
 */
export class ThreeBooks {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly clerk: Clerk,
    private readonly owner: ShopOwner,
    private readonly orderId: string
  ) {}

  async expectAll({ captured, refunded, owed }: Money): Promise<void> {
    await this.sandbox.control.idle()
    const money = { captured, refunded }
    const expected = {
      gateway: money,
      payments: money,
      order: { ...money, owed },
      box: { ...money, asked: owed.startsWith("-") ? euros(0) : owed },
    }
    let read = await this.read()
    await eventually(
      async () => (read = await this.read()),
      () => isDeepStrictEqual(read, expected),
      PATIENCE_MS
    ).catch(() => undefined)
    expect(read).toEqual(expected)
  }

  private async read() {
    const { order } = await ok(
      this.clerk.call<{ order: Order }>(
        "GET",
        `/admin/orders/${this.orderId}?fields=*summary,${FIELDS}`
      )
    )
    const payments = order.payment_collections.flatMap(
      (collection) => collection.payments ?? []
    )
    const pages = payments.map(({ data }) =>
      this.sandbox.control.getSession(data.id)
    )
    const { outstanding } = await dashboardOf(this.clerk, this.orderId)
    return {
      gateway: {
        captured: euros(sum(pages.map(({ captured }) => captured / 100))),
        refunded: euros(sum(pages.map(({ refunded }) => refunded / 100))),
      },
      payments: {
        captured: euros(sumOfAmounts(payments, "captures")),
        refunded: euros(sumOfAmounts(payments, "refunds")),
      },
      order: {
        captured: euros(order.summary.paid_total),
        refunded: euros(order.summary.refunded_total),
        owed: euros(outstanding / 100),
      },
      box: {
        captured: await this.shown("Captured"),
        refunded: await this.shown("Refunded"),
        asked: await this.asked(),
      },
    }
  }

  /** The sum over our boxes, one for each payment of the order. */
  private async shown(row: string): Promise<string> {
    const amounts = await valueOf(this.owner.box, row).allInnerTexts()
    return euros(sum(amounts.map((text) => Number(text.replace("€", "")))))
  }

  private async asked(): Promise<string> {
    const links = this.owner.page
      .getByRole("heading", { name: "Payment links", exact: true })
      .locator("xpath=../..")
    const [asked] = await valueOf(links, "Outstanding").allInnerTexts()
    return asked ?? euros(0)
  }
}

function valueOf(box: Locator, row: string): Locator {
  return box.getByText(row, { exact: true }).locator("..").locator("bdi")
}

function sumOfAmounts(
  payments: AdminPayment[],
  kind: "captures" | "refunds"
): number {
  return sum(
    payments.flatMap((payment) => payment[kind].map(({ amount }) => amount))
  )
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}

function euros(amount: number): string {
  const rounded = Math.round(amount * 100) / 100
  return new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency: "EUR",
  }).format(rounded + 0)
}
