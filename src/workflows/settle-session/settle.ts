import {
  type ILockingModule,
  type Logger,
  type MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type GatewayError } from "../../gateway"
import { BPC_MODULE } from "../../modules/bpc"
import { type LedgerRow } from "../../modules/bpc/ledger-row"
import type BpcModuleService from "../../modules/bpc/service"
import { nextLookAtBooks } from "../../modules/bpc/sale-watch"
import { judge } from "../../modules/bpc/verdict"
import { type Situation } from "../../modules/bpc/core-tables"
import { apply } from "./apply"
import { type Applied } from "./applying"
import { bookOnOrder, takeRefundsOff } from "./book-on-order"
import { bringBooksTogether } from "./books"
import { decide } from "./decide"
import { type Trigger, needsAsking } from "./needs-asking"
import { nextCheckAfterEnd, nextCheckAfterFault } from "./schedule"

/** A settlement that goes round more often has met something that changes as fast as it decides; the job takes it up again. */
const MAXIMUM_ROUNDS = 4

/**
 * The one door: lock, read the gateway, decide, apply once. Return, webhook, job and admin button all end here.
 *
 * @returns the ledger row afterwards; undefined if there is no such row
 */
export async function settle(
  container: MedusaContainer,
  input: { id: string; trigger: Trigger }
): Promise<LedgerRow | undefined> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  const locking = container.resolve<ILockingModule>(Modules.LOCKING)
  for (let round = 0; ; round++) {
    const { row, then } = await bpc.locked(input.id, locking, () =>
      settleLocked(container, bpc, input)
    )
    // Medusa's capture and refund come back through our provider, which takes the session's lock for itself.
    const again =
      row && then && round < MAXIMUM_ROUNDS
        ? await bringBooksTogether(container, bpc, row, then)
        : false
    if (!again) {
      return row && then ? bpc.ledger.find(row.id) : row
    }
  }
}

type Settled = {
  row: LedgerRow | undefined
  then?: Extract<Applied, { kind: string }>
}

async function settleLocked(
  container: MedusaContainer,
  bpc: BpcModuleService,
  { id, trigger }: { id: string; trigger: Trigger }
): Promise<Settled> {
  let read = await bpc.situation(id)
  let answer: Awaited<ReturnType<BpcModuleService["readAtGateway"]>> | undefined

  for (let round = 0; read && round < MAXIMUM_ROUNDS; round++) {
    const { row } = read
    let { situation }: { situation: Situation } = read
    if (!needsAsking(row, trigger)) {
      if (trigger.door === "job") {
        await countOnOrder(container, bpc, read)
      }
      return { row }
    }
    if (!row.gatewaySessionId) {
      return { row: await forget(bpc, row) }
    }
    answer ??= await bpc.readAtGateway(row)
    if (!answer.ok) {
      return { row: await gatewayFault(container, bpc, read, answer.error) }
    }
    if (situation.inDoubtSince) {
      await bpc.settleDoubts(row, answer.value)
      situation = (await bpc.situation(id))?.situation ?? situation
    }
    const verdict = judge(row, answer.value)
    const applied = await apply(
      {
        container,
        bpc,
        row,
        situation,
        answer: answer.value,
        verdict,
        trigger,
      },
      decide(row, verdict, situation)
    )
    if (typeof applied === "object") {
      return { row, then: applied }
    }
    if (applied === "done") {
      return { row: await bpc.ledger.find(id) }
    }
    if (applied === "ask_again") {
      answer = undefined
    }
    read = await bpc.situation(id)
  }
  if (read) {
    await bpc.ledger.checkAgain(id, { inSeconds: 20 })
  }
  return { row: await bpc.ledger.find(id) }
}

/**
 * All of this money went back, so there is nothing to ask about; but Medusa may have been killed between its refund and its
 * order, which would go on to show money that the shopper has again; or have counted what never went back.
 */
async function countOnOrder(
  container: MedusaContainer,
  bpc: BpcModuleService,
  read: { row: LedgerRow; situation: Situation }
): Promise<void> {
  const { row } = read
  const { orderId, miscounted, payment } = read.situation
  if (orderId && payment && miscounted?.settled) {
    await takeRefundsOff(container, { orderId, paymentId: payment.id })
    read = (await bpc.situation(row.id)) ?? read
  }
  const { unbooked } = read.situation
  const rows = unbooked.filter(({ settled }) => settled)
  if (orderId && rows.length > 0) {
    await bookOnOrder(container, row, { orderId, rows })
    read = (await bpc.situation(row.id)) ?? read
  }
  await bpc.ledger.checkAgain(row.id, {
    inSeconds: nextLookAtBooks(row, read.situation, new Date()),
  })
}

/** A create call whose answer never came: nobody has that page's address, so there is nothing to ask the gateway about. */
async function forget(
  bpc: BpcModuleService,
  row: LedgerRow
): Promise<LedgerRow> {
  const forgotten = await bpc.ledger.advance(row.id, {
    to: "failed",
    from: ["creating"],
    reason: "gateway_silent",
    nextCheckInSeconds: null,
    entry: { kind: "create_failed" },
  })
  return forgotten ?? row
}

async function gatewayFault(
  container: MedusaContainer,
  bpc: BpcModuleService,
  { row, situation }: { row: LedgerRow; situation: Situation },
  error: GatewayError
): Promise<LedgerRow | undefined> {
  const now = new Date()
  const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
  logger.warn(`[bpc] asking about ${row.id}: ${error.log}`)
  const entry = {
    kind: "gateway_error" as const,
    details: { kind: error.kind, request_id: error.requestId },
  }
  const ended = row.expiresAt !== null && row.expiresAt < now
  if (error.httpStatus === 404 && ended) {
    return bpc.ledger.advance(row.id, {
      to: "failed",
      from: ["creating", "open", "expired", "failed"],
      reason: "unknown_to_gateway",
      nextCheckInSeconds: nextCheckAfterEnd(row, now),
      entry,
    })
  }
  await bpc.ledger.checkAgain(row.id, {
    inSeconds: nextCheckAfterFault(row, situation, now, error.retryAfterMs),
    entry,
  })
  return row
}
