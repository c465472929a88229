import {
  completeCartWorkflowId,
  createPaymentSessionsWorkflow,
  processPaymentWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  type ILockingModule,
  type Logger,
  type IPaymentModuleService,
  type IWorkflowEngineService,
  type MedusaContainer,
} from "@medusajs/framework/types"
import {
  BigNumber,
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { type GatewaySession, GatewayError, toDecimal } from "../../gateway"
import { type Situation } from "../../modules/bpc/core-tables"
import { type LedgerRow, type SessionReason, type SessionState } from "../../modules/bpc/ledger-row"
import type BpcModuleService from "../../modules/bpc/service"
import { type Verdict } from "../../modules/bpc/verdict"
import { type Resolution } from "./decide"
import {
  MAXIMUM_ATTEMPTS,
  nextAttempt,
  nextCheckAfterEnd,
  nextCheckOfOpenPage,
} from "./schedule"

export type Applying = {
  container: MedusaContainer
  bpc: BpcModuleService
  row: LedgerRow
  situation: Situation
  answer: GatewaySession
  verdict: Verdict
}

/** What is left to do after a resolution was applied. */
export type Applied = "done" | "decide_again" | "ask_again"

const UNPAID: readonly SessionState[] = ["creating", "open", "failed", "expired", "canceled"]
const NOT_FINAL: readonly SessionState[] = [...UNPAID, "authorized", "paid"]

/** Errors of Medusa's that another try would meet again. */
const PERMANENT = new Set<string>([
  MedusaError.Types.INVALID_DATA,
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.NOT_FOUND,
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
  "insufficient_inventory",
])

/** The only thing that acts on a resolution, through Medusa's own workflows and the gateway's own calls. */
export async function apply(on: Applying, resolution: Resolution): Promise<Applied> {
  const { bpc, row } = on
  switch (resolution.kind) {
    case "nothing":
      await bpc.ledger.checkAgain(row.id, { inSeconds: null })
      return "done"
    case "wait":
      await bpc.ledger.checkAgain(row.id, {
        inSeconds: nextCheckOfOpenPage(row, new Date()),
        ...(resolution.words && {
          entry: {
            kind: "gateway_error",
            details: { unknown_words: resolution.words },
          },
        }),
      })
      return "done"
    case "take_up":
      await bpc.ledger.rebind(row.id, resolution.paymentSessionId)
      return "decide_again"
    case "close_page":
      return closePage(on)
    case "end":
      return end(on, resolution.state)
    case "place_order":
      return placeOrder(on, resolution)
    case "record_order":
      return recordOrder(on, resolution)
    case "follow_totals":
      await bpc.ledger.advance(row.id, {
        to: resolution.as,
        from: NOT_FINAL,
        ...totals(on.verdict),
        nextCheckInSeconds: null,
        entry: { kind: "verified", details: { as: resolution.as } },
      })
      return "done"
    case "give_back":
      return giveBack(on, resolution.reason)
    case "hold":
      return hold(on, resolution.reason, {
        expected: resolution.expected,
        found: resolution.found,
      })
  }
}

async function closePage({ bpc, row }: Applying): Promise<Applied> {
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
    return "done"
  }
  // Refused or unclear: it may have been paid in this very moment, so the gateway is asked once more.
  return "ask_again"
}

async function end(
  { container, bpc, row, situation }: Applying,
  state: "expired" | "canceled"
): Promise<Applied> {
  await bpc.ledger.advance(row.id, {
    to: state,
    from: ["creating", "open", "failed", "authorized"],
    releaseClaim: true,
    nextCheckInSeconds: nextCheckAfterEnd(row, new Date()),
    entry: { kind: state },
  })
  const waiting = ["pending", "requires_more"].includes(
    situation.paymentSession?.status ?? ""
  )
  if (situation.paymentSession && waiting && !situation.orderId) {
    // The storefronts offer payment again once no session is pending.
    const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT)
    await payments.updatePaymentSession({
      id: situation.paymentSession.id,
      status: PaymentSessionStatus.CANCELED,
      amount: Number(toDecimal(row.amount)),
      currency_code: row.amount.currency.toLowerCase(),
      data: { ...bpc.publicData({ ...row, state }), paymentUrl: null },
    })
  }
  return "done"
}

async function placeOrder(
  on: Applying,
  { as, adopt }: { as: "paid" | "authorized"; adopt: boolean }
): Promise<Applied> {
  const { container, bpc, row, situation } = on
  const claimed = await bpc.ledger.claim(row.id, {
    kind: as,
    ...totals(on.verdict),
    paymentId: on.answer.payment?.id,
    paymentSessionId: situation.paymentSession?.id,
  })
  if (!claimed) {
    return "decide_again"
  }
  try {
    if (adopt) {
      await createPaymentSessionsWorkflow(container).run({
        input: {
          payment_collection_id: row.paymentCollectionId,
          provider_id: row.providerId,
        },
      })
      await bpc.note(row.id, { kind: "adopted" })
    }
    await completeSale(on, as)
  } catch (error) {
    return orderFailed(on, error)
  }
  return situation.cart ? recordPlacedOrder(on) : recordOrder(on, { as, orderId: situation.orderId })
}

async function completeSale(
  { container, bpc, row, situation }: Applying,
  as: "paid" | "authorized"
): Promise<void> {
  if (situation.cart) {
    const engine = container.resolve<IWorkflowEngineService>(Modules.WORKFLOW_ENGINE)
    const { errors } = await engine.run(completeCartWorkflowId, {
      input: { id: situation.cart.id },
      throwOnError: false,
    })
    if (errors?.[0]) {
      throw errors[0].error
    }
    return
  }
  const current = await bpc.ledger.find(row.id)
  await processPaymentWorkflow(container).run({
    input: {
      action:
        as === "paid" ? PaymentActions.SUCCESSFUL : PaymentActions.AUTHORIZED,
      data: {
        session_id: current?.paymentSessionId ?? row.paymentSessionId,
        amount: new BigNumber(toDecimal(row.amount)),
      },
    },
  })
}

/** The cart has its order now; whether that order has this very money is read back, not assumed. */
async function recordPlacedOrder(on: Applying): Promise<Applied> {
  const after = await on.bpc.situation(on.row.id)
  if (!after?.situation.payment || !after.situation.orderId) {
    return "decide_again"
  }
  return recordOrder(
    { ...on, row: after.row, situation: after.situation },
    {
      as: after.row.state === "authorized" ? "authorized" : "paid",
      orderId: after.situation.orderId,
    }
  )
}

async function orderFailed(on: Applying, error: unknown): Promise<Applied> {
  const { bpc, row } = on
  const now = await bpc.situation(row.id)
  if (now?.situation.payment && now.situation.orderId) {
    return "decide_again"
  }
  const message = error instanceof Error ? error.message : String(error)
  logger(on).warn(`[bpc] no order yet for ${row.id}: ${message}`)
  if (now && (now.row.state === "refunded" || now.row.state === "canceled")) {
    // Medusa's own roll-back gave the money back through our provider.
    await bpc.ledger.advance(row.id, {
      to: now.row.state,
      from: [now.row.state],
      reason: "order_impossible",
      releaseClaim: true,
      nextCheckInSeconds: null,
      entry: { kind: "order_failed", details: { message } },
    })
    return "done"
  }
  const permanent =
    isRecord(error) && typeof error.type === "string" && PERMANENT.has(error.type)
  if (!permanent && row.attempts + 1 < MAXIMUM_ATTEMPTS) {
    await bpc.ledger.checkAgain(row.id, {
      inSeconds: nextAttempt(row),
      countsAsAttempt: true,
      entry: { kind: "order_failed", details: { message } },
    })
    return "done"
  }
  await bpc.note(row.id, { kind: "order_failed", details: { message } })
  return giveBack(
    { ...on, row: now?.row ?? row },
    permanent ? "order_impossible" : "no_order_after_retries"
  )
}

async function recordOrder(
  { bpc, row, verdict, answer }: Applying,
  { as, orderId }: { as: "paid" | "authorized"; orderId: string | null }
): Promise<Applied> {
  if (
    !row.claimsCollection &&
    !(await bpc.ledger.claim(row.id, {
      kind: as,
      ...totals(verdict),
      paymentId: answer.payment?.id,
    }))
  ) {
    return "decide_again"
  }
  await bpc.ledger.advance(row.id, {
    to: as,
    from: NOT_FINAL,
    reason: null,
    ...(orderId && { orderId }),
    ...totals(verdict),
    paymentId: answer.payment?.id,
    nextCheckInSeconds: null,
    entry: { kind: "order_placed", details: { order_id: orderId } },
  })
  return "done"
}

/**
 * No order can take this money: all of it goes back, or it is held for a person, as the setting says. A completion of the
 * cart that is under way in another process may be giving this very money its order, so the cart's own lock is waited for
 * and the decision made again under it.
 */
async function giveBack(on: Applying, reason: SessionReason): Promise<Applied> {
  const { bpc, row } = on
  if (!(await stillTrueUnderCartLock(on))) {
    return "decide_again"
  }
  if (bpc.configuration.settings().latePayment === "hold") {
    return hold(on, reason, {})
  }
  const marked = await bpc.ledger.advance(row.id, {
    to: on.verdict.kind === "authorized" ? "authorized" : "paid",
    from: NOT_FINAL,
    reason,
    ...totals(on.verdict),
    paymentId: on.answer.payment?.id,
    releaseClaim: true,
    nextCheckInSeconds: 60,
    entry: { kind: "verified", details: { reason } },
  })
  if (!marked) {
    return "done"
  }
  try {
    await bpc.giveEverythingBack(marked)
    if (on.verdict.kind === "authorized" && on.verdict.captured.minor === 0) {
      await bpc.ledger.advance(row.id, {
        to: "canceled",
        from: ["authorized"],
        nextCheckInSeconds: null,
        entry: { kind: "voided", details: { reason } },
      })
    }
    return "done"
  } catch (error) {
    const text = error instanceof GatewayError ? error.merchant : String(error)
    logger(on).error(`[bpc] giving back the money of ${row.id} failed: ${text}`)
    if (row.attempts + 1 >= MAXIMUM_ATTEMPTS) {
      return hold(on, "refund_failed", {})
    }
    await bpc.ledger.checkAgain(row.id, {
      inSeconds: nextAttempt(row),
      countsAsAttempt: true,
      entry: { kind: "refund_failed", details: { message: text } },
    })
    return "done"
  }
}

async function stillTrueUnderCartLock({
  container,
  bpc,
  row,
  situation,
}: Applying): Promise<boolean> {
  if (!situation.cart) {
    return true
  }
  const locking = container.resolve<ILockingModule>(Modules.LOCKING)
  const now = await locking.execute(
    [situation.cart.id],
    () => bpc.situation(row.id),
    { timeout: 40 }
  )
  return !now?.situation.payment || now.situation.claimedByOther
}

async function hold(
  on: Applying,
  reason: SessionReason,
  details: { expected?: string; found?: string }
): Promise<Applied> {
  await on.bpc.ledger.advance(on.row.id, {
    to: "held",
    from: NOT_FINAL,
    reason,
    ...(on.verdict.kind === "mismatch" ? {} : totals(on.verdict)),
    paymentId: on.answer.payment?.id,
    nextCheckInSeconds: null,
    entry: { kind: "held", details: { reason, ...details } },
  })
  logger(on).warn(
    `[bpc] payment ${on.row.id} (${on.row.merchantReferenceId}) is held for a person: ${reason}` +
      (details.found ? `, registered ${details.expected}, found ${details.found}` : "")
  )
  return "done"
}

function totals(verdict: Verdict) {
  if (verdict.kind !== "paid" && verdict.kind !== "authorized") {
    throw new Error(`There are no totals in a verdict of "${verdict.kind}"`)
  }
  return { captured: verdict.captured, refunded: verdict.refunded }
}

function logger({ container }: Applying): Logger {
  return container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}
