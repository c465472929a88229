import { type Life } from "./life"
import { type LifeBooks } from "./life-books"
import { type World } from "./world"

/* That nothing went twice, and that no parcel left unpaid in silence. */

/** However often a button was pressed, and however the gateway answered. */
export function nothingTwice(
  { gateway }: World,
  { order, pages }: LifeBooks,
  life: Life,
  wrong: string[]
): void {
  for (const { page } of pages) {
    const session = gateway.listSessions().find(({ id }) => id === page)
    if (!session || !page) {
      continue
    }
    for (const kind of ["capture", "refund"] as const) {
      const of = (list: typeof life.intents) =>
        list.filter((one) => one.page === page && one.kind === kind)
      const sum = (list: { amount: number }[]) =>
        life.minor(list.reduce((total, { amount }) => total + amount, 0))
      const inPortal = sum(of(life.inPortal))
      const done = kind === "capture" ? session.captured : session.refunded
      // A part that was asked for in vain may have shifted the rounding of the next by one unit.
      const most = sum(of(life.intents)) + inPortal + 1
      // What the portal did already is not sent once more for a clerk who wants the same.
      const accepted = of(life.intents).filter((one) => one.accepted)
      const least = Math.max(sum(accepted), inPortal) - 1
      const byItself =
        kind === "refund"
          ? order.status === "canceled" || pages.length > 1
          : session.captureMethod === "automatic" || life.captures
      if (done > most && !byItself) {
        wrong.push(
          `${page}: ${kind} of ${done} at the gateway, ${most - 1} were asked for`
        )
      }
      if (done < least) {
        wrong.push(
          `${page}: ${kind} of ${done} at the gateway, ${least + 1} were said to be done`
        )
      }
    }
  }
}

/** An order that left while the shop captures by what ships is paid, or a person knows. */
export async function shipmentTold(
  { store }: World,
  life: Life,
  { order, gateway, outstanding, pages }: LifeBooks,
  wrong: string[]
): Promise<void> {
  const due = life.minor(outstanding)
  if (
    !life.captures ||
    order.status === "canceled" ||
    order.left < order.units ||
    due <= 0 ||
    gateway.held === 0
  ) {
    return
  }
  const told = await store.sql(
    `select order_id from bpc_shipped_order where order_id = $1 and notified_at is not null`,
    [life.orderId]
  )
  if (told.length === 0 && !pages.some((page) => page.told && page.reason)) {
    wrong.push(
      `${life.orderId} left, owes ${outstanding}, ${gateway.held} are held, and nobody is told`
    )
  }
}
