import { type IPaymentModuleService } from "@medusajs/framework/types"
import { Modules, PaymentSessionStatus } from "@medusajs/framework/utils"
import { toDecimal } from "../../gateway"
import {
  type SessionReason,
  type SessionState,
  nextCheckOfBooks,
  nextCheckOfSale,
} from "../../modules/bpc/ledger"
import {
  type Applied,
  type Applying,
  NOT_FINAL,
  hasTotals,
  totals,
} from "./applying"
import { underCartLock } from "./cart-lock"
import { moneyOfCanceledOrder } from "./compare-books"
import { isSettled } from "./needs-asking"
import { type Resolution } from "./resolution"
import { bookAfterAll, closeCredit, takeRefundsOff } from "./book-on-order"
import { restateSummary } from "./restate-summary"
import { discardOrphanPayments } from "./orphan-payment"
import { refundOrHold, hold } from "./refund-or-hold"
import { placeOrder } from "./place-order"
import { recordOrder } from "./record-order"
import { noteUncapturedRemainder } from "./uncaptured-remainder"
import {
  nextCheckAfterEnd,
  nextCheckAfterFault,
  nextCheckOfDoubt,
  nextCheckOfOpenPage,
} from "./schedule"

const ENDED = new Set<SessionState>(["expired", "canceled", "failed"])

/** Acts on a resolution under the session's lock. What must be done without it is handed back, for `bringBooksTogether`. */
export async function apply(
  on: Applying,
  resolution: Resolution
): Promise<Applied> {
  const { bpc, row } = on
  await noteUncapturedRemainder(on)
  switch (resolution.kind) {
    case "nothing":
      if (isLeftBehind(on)) {
        await discardOrphanPayments(
          on.container,
          bpc,
          on.situation.cart?.id ?? ""
        )
      }
      await bpc.ledger.checkAgain(row.id, {
        // Late money is looked for on an ended page until its grace time is over.
        inSeconds: ENDED.has(row.state)
          ? nextCheckAfterEnd(row, new Date())
          : nextCheckOfBooks(row, on.situation, new Date()),
      })
      return "done"
    case "wait":
      await bpc.ledger.checkAgain(row.id, {
        inSeconds: on.situation.inDoubtSince
          ? nextCheckOfDoubt(on.situation.inDoubtSince, new Date())
          : row.state === "paid" || row.state === "authorized"
            ? nextCheckAfterFault(row, on.situation, new Date(), undefined)
            : nextCheckOfOpenPage(row, new Date()),
      })
      return "done"
    case "take_up":
      return (await bpc.ledger.rebind(row.id, resolution.paymentSessionId))
        ? "decide_again"
        : closePage(on)
    case "leave_page":
      return leavePage(on)
    case "close_page":
      return closePage(on)
    case "end":
      return end(on, resolution.state)
    case "place_order":
      return placeOrder(on, resolution)
    case "record_order":
      return recordOrder(on, resolution)
    case "mirror":
    case "finish":
      return resolution
    case "finish_canceling":
      return finishCanceling(on, resolution)
    case "book":
      await bookAfterAll(on.container, bpc, row, resolution)
      return "decide_again"
    case "restate":
      await restateSummary(on.container, resolution.summary)
      return "decide_again"
    case "credit":
      await closeCredit(on.container, bpc, resolution)
      return "decide_again"
    case "recount":
      await takeRefundsOff(on.container, resolution)
      return "decide_again"
    case "report":
      return report(on, resolution)
    case "follow_totals":
      await bpc.ledger.advance(row.id, {
        to: resolution.as,
        from: [...NOT_FINAL, "held"],
        ...(hasTotals(on.verdict) && totals(on.verdict)),
        ...(isSettled(row) && { reason: null }),
        // Money that went back before any order had it pays for nothing: the cart can be paid again.
        releaseClaim:
          row.orderId === null &&
          (resolution.as === "refunded" || resolution.as === "canceled"),
        nextCheckInSeconds: nextCheckOfBooks(
          { ...row, state: resolution.as },
          on.situation,
          new Date()
        ),
        entry: { kind: "verified", details: { as: resolution.as } },
      })
      return "done"
    case "refund":
      return refundOrHold(on, resolution.reason)
    case "hold":
      if (
        resolution.reason === "completed_elsewhere" &&
        !(await isDecidedStill(on))
      ) {
        return "decide_again"
      }
      return hold(on, resolution.reason, {
        expected: resolution.expected,
        found: resolution.found,
      })
  }
}

/** A completion that is under way marks the cart in the moment in which it links the order. */
async function isDecidedStill({
  container,
  bpc,
  row,
  situation,
}: Applying): Promise<boolean> {
  const now = await underCartLock(container, situation.cart?.id ?? "", () =>
    bpc.situation(row.id)
  )
  return now?.situation.orderId === null
}

/** Medusa's roll-back released the money and left its payment: the next completion would take it for granted. */
function isLeftBehind({ row, situation }: Applying): boolean {
  return (
    ENDED.has(row.state) &&
    situation.cart !== null &&
    situation.payment !== null &&
    situation.orderId === null
  )
}

async function report(
  { bpc, row }: Applying,
  problem: { reason: SessionReason; expected: string; found: string }
): Promise<Applied> {
  await bpc.ledger.report(row.id, {
    ...problem,
    nextCheckInSeconds: nextCheckOfSale(row, new Date()),
  })
  return "done"
}

/** Goes on by itself unless the shop wants to decide about late money. */
async function finishCanceling(
  on: Applying,
  resolution: Extract<Resolution, { kind: "finish_canceling" }>
): Promise<Applied> {
  const { latePayment } = await on.bpc.configuration.settings()
  return latePayment === "hold"
    ? report(on, moneyOfCanceledOrder(on.row, resolution.amount))
    : resolution
}

async function leavePage({ bpc, row }: Applying): Promise<Applied> {
  await bpc.ledger.retire({
    paymentSessionId: row.paymentSessionId,
    gatewaySessionId: row.gatewaySessionId ?? "",
  })
  return "decide_again"
}

async function closePage(on: Applying): Promise<Applied> {
  const { bpc, row } = on
  if (!(await bpc.ledger.startClosing(row.id))) {
    // A checkout took the page up again since it was left.
    return "done"
  }
  const closed = await bpc.expireAtGateway(row)
  if (closed.ok && closed.value.phase === "expired") {
    await bpc.ledger.advance(row.id, {
      to: "expired",
      from: ["open"],
      reason: "replaced",
      nextCheckInSeconds: nextCheckAfterEnd(row, new Date()),
      entry: { kind: "page_closed" },
    })
    if (on.situation.paymentSession?.id === row.paymentSessionId) {
      await endPaymentSession(on, "expired")
    }
    return "done"
  }
  // Refused or unclear: it may have been paid in this very moment, so the gateway is asked once more.
  return "ask_again"
}

async function end(
  on: Applying,
  state: "expired" | "canceled"
): Promise<Applied> {
  const { container, bpc, row, situation } = on
  await bpc.ledger.advance(row.id, {
    to: state,
    from: ["creating", "open", "failed", "authorized"],
    releaseClaim: true,
    nextCheckInSeconds: nextCheckAfterEnd(row, new Date()),
    entry: { kind: state },
  })
  if (situation.cart && situation.payment && !situation.orderId) {
    await discardOrphanPayments(container, bpc, situation.cart.id)
  }
  await endPaymentSession(on, state)
  return "done"
}

/** The storefronts offer payment again once no session is pending. */
async function endPaymentSession(
  { container, bpc, row, situation: { paymentSession, orderId } }: Applying,
  state: "expired" | "canceled"
): Promise<void> {
  const waiting = ["pending", "requires_more"].includes(
    paymentSession?.status ?? ""
  )
  if (!paymentSession || !waiting || orderId) {
    return
  }
  const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT)
  await payments.updatePaymentSession({
    id: paymentSession.id,
    status: PaymentSessionStatus.CANCELED,
    amount:
      (await bpc.queries.amountOfPaymentSession(paymentSession.id)) ??
      toDecimal(row.amount),
    currency_code: row.amount.currency.toLowerCase(),
    data: { ...(await bpc.publicData({ ...row, state })), paymentUrl: null },
  })
}
