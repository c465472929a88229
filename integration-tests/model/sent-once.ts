import { type OrderLife } from "./order-life"
import { type AllBooks } from "./order-books"
import { type World } from "./world"

/** However often a button was pressed, and however the gateway answered. */
export function sentOnlyOnce(
  { gateway }: World,
  { order, pages }: AllBooks,
  life: OrderLife,
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
