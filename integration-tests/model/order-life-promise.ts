import { type SessionReport } from "../../packages/bpc-sandbox/src"
import { backwardMoves } from "./history"
import { type OrderLife } from "./order-life"
import { type AllBooks, type PageBooks } from "./order-books"
import { sentOnlyOnce } from "./sent-once"
import { shippedIsPaidOrNotified } from "./shipped-unpaid"
import { unfinished } from "./promise"
import { type World } from "./world"

/*
 * The second half of the promise, once everything has come to rest: what the gateway keeps, what Medusa counts and what the order says it was
 * paid are one amount, to the minor unit; the shopper is asked for what is owed; nothing went twice; and every difference was notified.
 */

/** Decimals that went through a double. */
const NOISE = 0.00001

type Complain = (what: string, is: unknown, should: unknown) => void

/** What is wrong, in words; empty: it is kept. */
export async function brokenOrderLife(
  world: World,
  life: OrderLife,
  books: AllBooks
): Promise<string[]> {
  const wrong: string[] = []
  const must =
    (about: string): Complain =>
    (what, is, should) => {
      if (is !== should) {
        wrong.push(
          `${about}: ${what} is ${String(is)}, should be ${String(should)}`
        )
      }
    }
  const sessions = world.gateway.listSessions()
  for (const page of books.pages) {
    const session = sessions.find(({ id }) => id === page.page)
    const differs: string[] = []
    pageDiffers(page, session, books, (what, is, should) => {
      if (is !== should) {
        differs.push(`${what} is ${String(is)}, should be ${String(should)}`)
      }
    })
    const isNotified =
      page.notified && (page.reason !== null || page.state === "held")
    if (differs.length > 0 && !isNotified) {
      wrong.push(
        `Nobody was notified of ${page.id} (${page.state}, ${page.reason}): ${differs.join(", ")}`
      )
    }
    if (differs.length === 0 && isNotified && page.state !== "held") {
      wrong.push(`${page.id} is said to differ (${page.reason}) and does not`)
    }
  }
  orderIsRight(books, must(life.orderId))
  askedIsOwed(books, life, must(life.orderId))
  sentOnlyOnce(world, books, life, wrong)
  await shippedIsPaidOrNotified(world, life, books, wrong)
  return [
    ...wrong,
    ...(await unfinished(world)),
    ...(await backwardMoves(world.store)),
  ]
}

function pageDiffers(
  page: PageBooks,
  session: SessionReport | undefined,
  { order }: AllBooks,
  must: Complain
): void {
  if (!session || session.authorized === 0) {
    must("orders of an unpaid page", page.orders.length, 0)
    must(
      "an unpaid page ended",
      ["expired", "canceled", "failed"].includes(page.state),
      true
    )
    return
  }
  const { captured, refunded, capturable } = session
  must("the ledger's captured", page.ledgerCaptured, captured)
  must("the ledger's refunded", page.ledgerRefunded, refunded)
  if (page.orders.length === 0) {
    must("what is kept without an order", captured - refunded, 0)
    must("what is held without an order", capturable, 0)
    must("payments without an order", page.payments, 0)
    return
  }
  must("the number of its orders", page.orders.length, 1)
  must("the number of its payments", page.payments, 1)
  must("the ledger's order", page.ledgerOrder, page.orders[0])
  must("what Medusa captured", page.medusaCaptured, captured)
  must("what Medusa refunded", page.medusaRefunded, refunded)
  must(
    "Medusa's payment canceled",
    page.canceled,
    captured === 0 && capturable === 0
  )
  if (order.status === "canceled") {
    must("what a canceled order keeps", captured - refunded, 0)
    // The gateway releases a hold only before its first capture; what is left then lapses, and a person is told.
    must("what a canceled order holds", capturable, 0)
  }
}

function orderIsRight({ order }: AllBooks, must: Complain): void {
  const same = (one: number, other: number) =>
    Math.abs(one - other) < NOISE ? other : one
  must(
    "what it counts as paid",
    same(order.countedCaptured, order.captured),
    order.captured
  )
  must(
    "what it counts as given back",
    same(order.countedRefunded, order.refunded),
    order.refunded
  )
  must(
    "its summary's paid",
    same(order.summaryPaid, order.countedCaptured),
    order.countedCaptured
  )
  must(
    "its summary's given back",
    same(order.summaryRefunded, order.countedRefunded),
    order.countedRefunded
  )
  const total = order.countedCaptured - order.countedRefunded
  must(
    "its summary's transactions",
    same(order.summaryTransactions, total),
    total
  )
  must("a credit left open", order.creditOpen && !order.openChange, false)
}

/** Medusa's own count of what is owed, less what is held; never more than its unpaid collections ask; what claims send is free. */
function askedIsOwed(books: AllBooks, life: OrderLife, must: Complain): void {
  const { order, asked, gateway, outstanding } = books
  const owed = expectedToBeAsked(books, life)
  if (order.claims > 0) {
    must("asked with a claim, at most what is owed", asked <= owed, true)
  } else if (order.creditOpen) {
    must("asked with an open credit, at most what is owed", asked <= owed, true)
  } else {
    must(
      `asked (Medusa: ${outstanding}, held ${gateway.held}, collections ${order.collections})`,
      asked,
      owed
    )
  }
}

export function expectedToBeAsked(
  { order, held, outstanding }: AllBooks,
  life: OrderLife
): number {
  if (order.status === "canceled") {
    return 0
  }
  const owed = outstanding - held
  const most =
    order.collections === null ? owed : Math.min(owed, order.collections)
  // Nobody is asked for a smallest unit, which Medusa forgets in some of an order's versions (utils, decorateCartTotals).
  return most > life.major(1) + NOISE ? life.minor(Number(most.toFixed(8))) : 0
}
