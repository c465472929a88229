import { type Logger, type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { formatMoney } from "../../gateway"
import { BPC_MODULE } from "../../modules/bpc"
import type BpcModuleService from "../../modules/bpc/service"
import { BusyError } from "../../modules/bpc/locks"
import { type LedgerRow } from "../../modules/bpc/ledger"
import { captureShippedOrder } from "../capture-shipped-order/capture"
import { errorText } from "../error-text"
import { notifyOfShippedOrders } from "../capture-shipped-order/notify"
import { notifyAdmin } from "../notify-admin"
import { sweepReleasedOrders } from "./released-orders"
import { notifyOfFailures } from "./notify-of-failures"
import { processEvent } from "../process-webhook-event/process-event"
import { settle } from "../settle-session/settle"
import { tryLater } from "../settle-session/try-later"

const BATCH = 50
/** Each may send a capture, and wait for it. */
const SHIPPED_BATCH = 10
/** A chargeback is told within this time after it was seen; a later notification of its payment is about something else. */
const JUST_NOW_MS = 3_600_000
/** The gateway limits concurrent calls (HTTP 429); checkouts must still find room. */
const CONCURRENCY = 4

/**
 * One tick of the job. Each due row is taken by one process only, by moving its time ahead in the statement that finds it.
 *
 * @returns how many events and sessions were taken up
 */
export async function reconcile(
  container: MedusaContainer
): Promise<{ events: number; sessions: number }> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  // Money comes first: whatever keeps the rest from running, payments are settled.
  const [events, sessions] = await Promise.all([
    bpc.inbox.takeDue(BATCH),
    bpc.ledger.takeDue(BATCH),
  ])
  await bpc.heartbeats.beat("reconcile")
  await eachOf(container, events, async (id) => {
    await processEvent(container, id)
  })
  await eachOf(container, sessions, async (id) => {
    const row = await bpc.ledger.find(id)
    const pause = row ? bpc.pauseOf(row) : 0
    if (pause > 0) {
      await bpc.ledger.postpone(id, pause)
    } else {
      await settleOrTryLater(container, bpc, id)
    }
  })
  const shipped = await bpc.queries.shippedOrders.takeDue(SHIPPED_BATCH)
  await eachOf(container, shipped, async (id) => {
    await captureShippedOrder(container, id)
  })
  await eachOf(container, Object.keys(CHORES), async (name) => {
    await CHORES[name]?.(container, bpc)
  })
  return { events: events.length, sessions: sessions.length }
}

type Chore = (
  container: MedusaContainer,
  bpc: BpcModuleService
) => Promise<void>

/** One that fails keeps no other from running, and says so in the log. */
const CHORES: Readonly<Record<string, Chore>> = {
  "telling of payments": notifyOfPayments,
  "telling of shipped orders": notifyOfShippedOrders,
  "telling of what fails": notifyOfFailures,
  "forgetting old events": pruneNowAndThen,
  "looking for shipped orders": sweepNowAndThen,
  "looking for released orders": sweepReleasedOrders,
}

async function settleOrTryLater(
  container: MedusaContainer,
  bpc: BpcModuleService,
  id: string
): Promise<void> {
  try {
    await settle(container, { id, trigger: { door: "job" } })
  } catch (error) {
    const row = await bpc.ledger.find(id)
    const why = errorText(error)
    if (error instanceof BusyError) {
      await bpc.failing.note(id, "work", { why })
    } else if (row) {
      await tryLater(bpc, row, why)
    }
    throw error
  }
}

async function notifyOfPayments(
  container: MedusaContainer,
  bpc: BpcModuleService
): Promise<void> {
  for (const row of await bpc.ledger.takeUnnotified()) {
    await notifyAdmin(container, messageAbout(row))
  }
}

function messageAbout(row: LedgerRow): { title: string; description: string } {
  const what = `${formatMoney(row.amount)}, reference ${row.merchantReferenceId}`
  const { chargedBackAt } = row
  if (chargedBackAt && Date.now() - chargedBackAt.getTime() < JUST_NOW_MS) {
    return {
      title: "A bank took a payment back",
      description: `${what}: the shopper disputed it (chargeback). The order still shows it as paid. Answer the bank before its deadline, in the gateway's portal, and write down in BPC Payments what was done.`,
    }
  }
  if (row.state === "held") {
    return {
      title: "A card payment is held",
      description: `${what}: money was taken that neither became an order nor was given back. Open BPC Payments and decide.`,
    }
  }
  return row.reason === "order_canceled"
    ? {
        title: "A canceled order still has money",
        description: `${what}: the order is canceled, and its money is not all back with the shopper. Open BPC Payments and decide.`,
      }
    : {
        title: "An order and the gateway's books differ",
        description: `${what}: the order shows other amounts than the gateway has. Open BPC Payments and decide.`,
      }
}

/** Forgets what only weighs: stored events whose work was done long ago. */
async function pruneNowAndThen(
  container: MedusaContainer,
  bpc: BpcModuleService
): Promise<void> {
  if (await bpc.heartbeats.beat("pruned")) {
    const forgotten = await bpc.inbox.prune()
    if (forgotten > 0) {
      container
        .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
        .info(`[bpc] forgot ${forgotten} old webhook events`)
    }
  }
}

/** Finds shipments whose event was lost, while the shop wants to capture by them. */
async function sweepNowAndThen(
  _container: MedusaContainer,
  bpc: BpcModuleService
): Promise<void> {
  const { captureOnShipment } = await bpc.configuration.settings()
  if (captureOnShipment !== "off" && (await bpc.heartbeats.beat("shipments"))) {
    await bpc.queries.shippedOrders.sweep()
  }
}

/** Works through a list with bounded concurrency; one failure stops nobody else and leaves its row due again. */
async function eachOf(
  container: MedusaContainer,
  ids: readonly string[],
  work: (id: string) => Promise<void>
): Promise<void> {
  const queue = [...ids]
  const worker = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      try {
        await work(id)
      } catch (error) {
        container
          .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
          .error(`[bpc] ${id} failed and is tried again: ${errorText(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, worker))
}
