import { type Logger, type MedusaContainer } from "@medusajs/framework/types"
import {
  BigNumber,
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
} from "@medusajs/framework/utils"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { type Money, formatMoney, moneyOf } from "../../gateway"
import { BPC_MODULE } from "../../modules/bpc"
import type BpcModuleService from "../../modules/bpc/service"
import {
  type ShipmentNews,
  type ShipmentOutcome,
  NOTIFY_AFTER_SECONDS,
} from "../../modules/bpc/money"
import { errorText } from "../error-text"
import { underOrderLock } from "../payment-link/order-lock"
import { type CaptureDue, captureDue } from "./capture-due"
import { pauseAfter } from "./pause"
import { type ShippedOrder, readShippedBooks } from "./read-books"

/** Our own news of the payment may be on its way: what looks unpaid, or refused for good, is looked at again before it is told. */
const LOOK_TWICE_SECONDS = 5 * 60

type Failure = { message: string; passing: boolean }

/**
 * Captures what is due of an order by what of it has left, through Medusa's own workflow, so that the order's books follow. Everything
 * is read and decided under the order's lock, so it may be run as often as one likes.
 *
 * @returns the ids of the payments that were captured
 */
export async function captureShippedOrder(
  container: MedusaContainer,
  orderId: string
): Promise<string[]> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  return underOrderLock(container, orderId, async () => {
    const { captureOnShipment } = await bpc.configuration.settings()
    const known = await bpc.queries.shippedOrders.newsOf(orderId)
    const order = await readShippedBooks(container, bpc, orderId)
    if (!order || order.canceled || captureOnShipment === "off") {
      await conclude(bpc, orderId, known, {
        problem: null,
        parcels: order?.parcels ?? 0,
        isExcused: false,
      })
      return []
    }
    const due = captureDue(order.books, captureOnShipment)
    const done = await captureEach(container, bpc, order, due)
    await conclude(bpc, orderId, known, outcomeOf(order, due, done.failed))
    return done.captured
  })
}

type Done = {
  captured: string[]
  failed: (Failure & { amount: Money }) | undefined
}

async function captureEach(
  container: MedusaContainer,
  bpc: BpcModuleService,
  order: ShippedOrder,
  { captures }: CaptureDue
): Promise<Done> {
  const done: Done = { captured: [], failed: undefined }
  for (const capture of captures) {
    const failure = await captureOne(container, bpc, order, capture)
    if (failure) {
      done.failed = {
        ...failure,
        amount: moneyOf(
          capture.amount.minor + (done.failed?.amount.minor ?? 0),
          capture.amount.currency
        ),
      }
    } else {
      done.captured.push(capture.paymentId)
    }
  }
  return done
}

async function captureOne(
  container: MedusaContainer,
  bpc: BpcModuleService,
  order: ShippedOrder,
  capture: CaptureDue["captures"][number]
): Promise<Failure | undefined> {
  const payment = order.payments.find(({ id }) => id === capture.paymentId)
  const row = payment?.sessionId && (await bpc.ledger.find(payment.sessionId))
  if (!payment || !row) {
    return { message: "The payment is gone.", passing: true }
  }
  if (bpc.pauseOf(row) > 0) {
    return { message: "The gateway does not answer.", passing: true }
  }
  // Of a hold that is captured to its end Medusa's own amount is sent: it may have more digits than the currency.
  const amount = capture.rest
    ? MathBN.sub(payment.amount, payment.captured)
    : await bpc.queries.amountInMedusa("capture", payment.id, capture.amount)
  try {
    await capturePaymentWorkflow(container).run({
      input: { payment_id: payment.id, amount: new BigNumber(amount) },
    })
    return undefined
  } catch (error) {
    const message = errorText(error)
    container
      .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      .warn(
        `[bpc] order #${order.number} has left, and ${formatMoney(capture.amount)} of its payment ${row.id} could not be captured now: ${message}`
      )
    const passing = !isRefusal(error)
    if (!passing) {
      // What the gateway has now says whether anything is held at all.
      await bpc.ledger.checkAgain(row.id, { inSeconds: 0 })
    }
    return { message, passing }
  }
}

/** Our provider says so of what another try would meet again (medusa-error.ts). */
function isRefusal(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "type" in error &&
    error.type === MedusaError.Types.NOT_ALLOWED
  )
}

function outcomeOf(
  { parcels, hasClaim }: ShippedOrder,
  { unpaid, excused }: CaptureDue,
  failed: Done["failed"]
): ShipmentOutcome {
  if (failed) {
    return {
      problem: "uncaptured",
      parcels,
      amount: failed.amount,
      message: failed.message,
      notifyInSeconds: failed.passing
        ? NOTIFY_AFTER_SECONDS
        : LOOK_TWICE_SECONDS,
    }
  }
  return unpaid.minor > 0
    ? {
        problem: "unpaid",
        parcels,
        amount: unpaid,
        message: null,
        notifyInSeconds: LOOK_TWICE_SECONDS,
      }
    : { problem: null, parcels, isExcused: excused && !hasClaim }
}

/** What a person was told of is written at the payments too, and taken back by itself. */
async function conclude(
  bpc: BpcModuleService,
  orderId: string,
  { news, attempts, mark }: ShipmentNews,
  outcome: ShipmentOutcome
): Promise<void> {
  const { shippedOrders } = bpc.queries
  if (outcome.problem !== "uncaptured") {
    await shippedOrders.unmark(orderId)
  }
  const wasNotified = await shippedOrders.conclude(orderId, outcome, {
    news,
    mark,
    retryInSeconds: pauseAfter(attempts),
  })
  if (wasNotified && outcome.problem === "uncaptured") {
    await shippedOrders.mark(orderId, {
      due: outcome.amount,
      message: outcome.message,
    })
  }
}
