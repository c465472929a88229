import { type Logger, type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type GatewayError } from "../../gateway"
import { DECIMAL_NOISE } from "../../modules/bpc/amount-due"
import { type Situation } from "../../modules/bpc/core-tables"
import { type LedgerRow, type SessionState } from "../../modules/bpc/ledger"
import type BpcModuleService from "../../modules/bpc/service"
import { type Verdict } from "../../modules/bpc/money"
import { type Outcome } from "./outcome"
import { type Resolution } from "./resolution"
import {
  nextCheckAfterEnd,
  nextCheckAfterFault,
  nextCheckOfForgotten,
  nextTryToClose,
} from "./schedule"
import { tryLater } from "./try-later"

/*
 * Settlements that do not come to an end. Each writes down that it failed, so that a person is told within the hour, and when it is tried
 * again.
 */

/** Of these the gateway has never said that they were paid. */
const NEVER_PAID: readonly SessionState[] = [
  "creating",
  "open",
  "expired",
  "failed",
]

/** The gateway gave no usable answer. */
export async function gatewayFault(
  container: MedusaContainer,
  bpc: BpcModuleService,
  { row, situation }: { row: LedgerRow; situation: Situation },
  error: GatewayError
): Promise<Outcome> {
  const now = new Date()
  const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
  logger.warn(`[bpc] asking about ${row.id}: ${error.log}`)
  const entry = {
    kind: "gateway_error" as const,
    details: { kind: error.kind, request_id: error.requestId },
  }
  const ended = row.expiresAt !== null && row.expiresAt < now
  const isForgotten = error.httpStatus === 404
  if (isForgotten && ended && NEVER_PAID.includes(row.state)) {
    await bpc.ledger.advance(row.id, {
      to: "failed",
      from: NEVER_PAID,
      reason: "unknown_to_gateway",
      nextCheckInSeconds: nextCheckAfterEnd(row, now),
      entry,
    })
    await bpc.failing.end(row.id, "gave_up")
    return "left"
  }
  const inSeconds =
    isForgotten && !NEVER_PAID.includes(row.state)
      ? nextCheckOfForgotten(row, now)
      : nextCheckAfterFault(row, situation, now, error.retryAfterMs)
  if (inSeconds === null && hasMoney(row) && !row.orderId) {
    // What it was taken for can only be found out by a person, in the portal or in the bank's books.
    await bpc.ledger.advance(row.id, {
      to: "held",
      from: [row.state],
      reason: "unknown_to_gateway",
      nextCheckInSeconds: null,
      entry: { kind: "held", details: { reason: "unknown_to_gateway" } },
    })
  }
  await bpc.ledger.checkAgain(row.id, { inSeconds })
  await (inSeconds === null
    ? bpc.failing.end(row.id, "gave_up")
    : bpc.failing.note(row.id, "read", {
        why: error.merchant,
        details: entry.details,
      }))
  return "failing"
}

/** A wait for something that should have been answered already is a failure, though nothing failed. */
export async function noteWait(
  bpc: BpcModuleService,
  row: LedgerRow,
  situation: Situation,
  { resolution, verdict }: { resolution: Resolution; verdict: Verdict }
): Promise<Outcome> {
  if (resolution.kind !== "wait") {
    return noteOpenChange(bpc, row, situation)
  }
  const words =
    resolution.words ??
    (verdict.kind === "open" && hasMoney(row) ? "open" : undefined)
  if (words) {
    const now = await bpc.ledger.find(row.id)
    await (now?.nextCheckAt === null
      ? bpc.failing.end(row.id, "gave_up")
      : bpc.failing.note(row.id, "read", {
          why: `The gateway calls it "${words}".`,
          details: { unknown_words: words },
        }))
    return "failing"
  }
  if (situation.unansweredSince) {
    await bpc.failing.note(row.id, "doubt", {
      why: "It is not known what became of what was sent to the gateway.",
      since: situation.unansweredSince,
    })
    return "failing"
  }
  return "settled"
}

/** A credit line that Medusa cannot write while a change of the order is open: whoever began that may have forgotten it. */
export async function noteOpenChange(
  bpc: BpcModuleService,
  row: LedgerRow,
  { orderId, orderCanceled, missingCredit, openChange }: Situation
): Promise<Outcome> {
  const isMissing =
    orderId !== null && !orderCanceled && Number(missingCredit) > DECIMAL_NOISE
  if (!isMissing || !openChange) {
    return "settled"
  }
  await bpc.failing.note(row.id, "work", {
    why: `Medusa goes on showing ${missingCredit} ${row.amount.currency} of what was refunded as owed, since a change of the order is not finished (${openChange.replace("_", " ")}). Confirm or cancel it on the order's page.`,
  })
  return "failing"
}

function hasMoney({ state }: LedgerRow): boolean {
  return state === "paid" || state === "authorized"
}

/** What was done is not seen in the books afterwards, however often. */
export async function noteNoProgress(
  bpc: BpcModuleService,
  id: string
): Promise<void> {
  const row = await bpc.ledger.find(id)
  if (row) {
    await tryLater(
      bpc,
      row,
      "What was done about this payment is not in the books afterwards."
    )
  }
}

/** The gateway was told to close a page, and the page is open still. */
export async function noteUnclosedPage(
  bpc: BpcModuleService,
  row: LedgerRow
): Promise<void> {
  await bpc.ledger.checkAgain(row.id, {
    inSeconds: nextTryToClose(row, new Date()),
  })
  await bpc.failing.note(row.id, "close", {
    why: "The gateway did not close the page that was left behind.",
  })
}
