import { type Logger, type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type GatewaySession } from "../../gateway"
import { BPC_MODULE } from "../../modules/bpc"
import { BusyError } from "../../modules/bpc/locks"
import { type LedgerRow, nextCheckOfBooks } from "../../modules/bpc/ledger"
import type BpcModuleService from "../../modules/bpc/service"
import { judge } from "../../modules/bpc/money"
import { type Situation } from "../../modules/bpc/core-tables"
import { logText } from "../error-text"
import { apply } from "./apply"
import { bookAfterAll, closeCredit, takeRefundsOff } from "./book-on-order"
import { bringBooksTogether } from "./books"
import { misstatedSummary, missingCredit } from "./compare-books"
import { decide } from "./decide"
import { type Trigger, needsAsking, purposeOf } from "./needs-asking"
import {
  gatewayFault,
  noteNoProgress,
  noteUnclosedPage,
  noteWait,
  noteOpenChange,
} from "./not-settled"
import { type Outcome } from "./outcome"
import { restateSummary } from "./restate-summary"

/** How long a shopper's return waits for another door of this process that is at work on the same payment. */
const SHOPPERS_PATIENCE_MS = 7_000
/** A settlement that goes round more often has met something that changes as fast as it decides; the job takes it up again. */
const MAXIMUM_ROUNDS = 4
/**
 * The one door: lock, read the gateway, decide, apply once. Return, webhook, job and admin button all end here. A shopper who comes
 * back while another door is at work leaves it to that one, and is answered with what is known then.
 *
 * @returns the ledger row afterwards; undefined if there is no such row
 * @throws BusyError if others have been at work on the same order, cart or payment for too long; it is settled by the job then
 */
export async function settle(
  container: MedusaContainer,
  input: { id: string; trigger: Trigger }
): Promise<LedgerRow | undefined> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  const isShopper = input.trigger.door === "return"
  try {
    for (let round = 0; ; round++) {
      const outcome = await bpc.exclusively(
        input.id,
        () => bpc.concurrency.run(() => settleLocked(container, bpc, input)),
        isShopper ? { waitMs: 0 } : {}
      )
      if (outcome !== "again") {
        break
      }
      if (round >= MAXIMUM_ROUNDS) {
        await noteNoProgress(bpc, input.id)
        break
      }
    }
  } catch (error) {
    if (!isShopper || !(error instanceof BusyError)) {
      throw error
    }
    await bpc.leases.passed(error.keys, SHOPPERS_PATIENCE_MS)
  }
  return bpc.ledger.find(input.id)
}

async function settleLocked(
  container: MedusaContainer,
  bpc: BpcModuleService,
  input: { id: string; trigger: Trigger }
): Promise<Outcome> {
  const known: Known = { failing: false, asksForCard: false }
  const outcome = await settleOnce(container, bpc, input, known)
  if (outcome === "settled" && known.failing) {
    await bpc.failing.end(input.id, "recovered")
  }
  if (outcome === "settled" && known.asksForCard) {
    await bpc.facts.planCardRead(input.id)
  }
  return outcome
}

/** Nothing that is only nice to know keeps money from being settled. */
async function noteFacts(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow,
  answer: GatewaySession
): Promise<void> {
  try {
    await bpc.facts.record(row, answer)
  } catch (error) {
    container
      .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      .warn(`[bpc] card and refusals of ${row.id}: ${logText(error)}`)
  }
}

type Known = {
  failing: boolean
  /** Its money is there, and the channel that tells of its card was not asked. */
  asksForCard: boolean
}

async function settleOnce(
  container: MedusaContainer,
  bpc: BpcModuleService,
  { id, trigger }: { id: string; trigger: Trigger },
  known: Known
): Promise<Outcome> {
  let closing = false
  let read = await bpc.situation(id)
  // The job moves the time of what it takes ahead in the same statement; what has not failed yet is due to everybody.
  const spendsTry =
    trigger.door === "job" || read?.row.attempts === 0 || read?.situation.isDue
  let answer: GatewaySession | undefined

  for (let round = 0; read && round < MAXIMUM_ROUNDS; round++) {
    const { row } = read
    known.failing ||= row.failingSince !== null
    let { situation }: { situation: Situation } = read
    if (!needsAsking(row, trigger, situation.isDue)) {
      if (trigger.door !== "job") {
        return "left"
      }
      return countOnOrder(container, bpc, read)
    }
    if (!row.gatewaySessionId) {
      await forget(bpc, row)
      return "settled"
    }
    if (!answer) {
      const purpose = purposeOf(row, situation, trigger)
      const result = await bpc.readAtGateway(row, purpose)
      if (!result.ok) {
        return gatewayFault(container, bpc, read, result.error)
      }
      answer = result.value
      await noteFacts(container, bpc, row, answer)
      known.asksForCard =
        trigger.door !== "job" &&
        row.cardReadAt === null &&
        answer.facts.secondChannel === "unasked"
    }
    if (situation.inDoubtSince) {
      await bpc.settleDoubts(row, answer)
      situation = (await bpc.situation(id))?.situation ?? situation
    }
    const verdict = judge(row, answer)
    const resolution = decide(row, verdict, situation)
    closing = resolution.kind === "close_page"
    const applied = await apply(
      {
        container,
        bpc,
        row,
        situation,
        answer,
        verdict,
        trigger,
        spendsTry: spendsTry === true,
      },
      resolution
    )
    if (typeof applied === "object") {
      // Medusa's capture and refund come back through our provider, which finds that we hold the payment already.
      return bringBooksTogether(container, bpc, row, situation, applied)
    }
    if (applied === "done") {
      return noteWait(bpc, row, situation, { resolution, verdict })
    }
    if (applied === "ask_again") {
      answer = undefined
    }
    read = await bpc.situation(id)
  }
  if (!read) {
    return "left"
  }
  await (closing ? noteUnclosedPage(bpc, read.row) : noteNoProgress(bpc, id))
  return "failing"
}

/**
 * All of this money went back, so there is nothing to ask about; but Medusa may have been killed between its refund and its
 * order, which would go on to show money that the shopper has again; or have counted what never went back.
 */
async function countOnOrder(
  container: MedusaContainer,
  bpc: BpcModuleService,
  read: { row: LedgerRow; situation: Situation }
): Promise<Outcome> {
  const { row } = read
  const { orderId, miscounted, payment } = read.situation
  if (orderId && payment && miscounted?.settled) {
    await takeRefundsOff(container, { orderId, paymentId: payment.id })
    read = (await bpc.situation(row.id)) ?? read
  }
  const { unbooked } = read.situation
  const rows = unbooked.filter(({ settled }) => settled)
  if (orderId && rows.length > 0) {
    await bookAfterAll(container, bpc, row, { orderId, rows })
    read = (await bpc.situation(row.id)) ?? read
  }
  const misstated = misstatedSummary(row, read.situation)
  if (misstated) {
    await restateSummary(container, misstated.summary)
    read = (await bpc.situation(row.id)) ?? read
  }
  const credit = missingCredit(row, read.situation)
  if (credit) {
    await closeCredit(container, bpc, credit)
    read = (await bpc.situation(row.id)) ?? read
  }
  await bpc.ledger.checkAgain(row.id, {
    inSeconds: nextCheckOfBooks(row, read.situation, new Date()),
  })
  return noteOpenChange(bpc, row, read.situation)
}

/** A create call whose answer never came: nobody has that page's address, so there is nothing to ask the gateway about. */
async function forget(bpc: BpcModuleService, row: LedgerRow): Promise<void> {
  await bpc.ledger.advance(row.id, {
    to: "failed",
    from: ["creating"],
    reason: "gateway_silent",
    nextCheckInSeconds: null,
    entry: { kind: "create_failed" },
  })
}
