import { type Logger, type MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  capturePaymentWorkflow,
  refundPaymentWorkflow,
} from "@medusajs/medusa/core-flows"
import { formatMoney } from "../../gateway"
import { type Situation } from "../../modules/bpc/core-tables"
import { type LedgerRow } from "../../modules/bpc/ledger"
import type BpcModuleService from "../../modules/bpc/service"
import {
  type RefundInMedusa,
  finishCanceling,
  refundCanceledOrder,
  refundThroughModule,
  releaseInMedusa,
} from "./canceled-order"
import { moneyOfCanceledOrder } from "./compare-books"
import { errorText } from "../error-text"
import { type Outcome } from "./outcome"
import { type Resolution } from "./resolution"
import { type Problem, tryLater } from "./try-later"

type Difference = Extract<
  Resolution,
  { kind: "mirror" | "finish" | "finish_canceling" }
>
type MirrorOf = Extract<Resolution, { kind: "mirror" }>

/** What a refund in Medusa's books says of its origin, for whoever reads the order. */
const PORTAL_NOTE = "Made in the gateway's portal"

/**
 * Brings Medusa's books and the gateway's together, once: what the gateway did is booked through Medusa's own workflows (which
 * call our provider; it finds the gateway's total as it should be and sends nothing), and what Medusa promised is sent.
 *
 * @returns `again`: the session must be looked at again; `failing`: it is tried again later
 */
export async function bringBooksTogether(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow,
  situation: Situation,
  difference: Difference
): Promise<Outcome> {
  try {
    switch (difference.kind) {
      case "mirror":
        return await mirror(container, bpc, row, difference)
      case "finish":
        return await finish(bpc, row, difference)
      case "finish_canceling":
        await finishCanceling(container, bpc, row, difference)
        return "again"
    }
  } catch (error) {
    const text = errorText(error)
    container
      .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      .error(`[bpc] bringing the books of ${row.id} together failed: ${text}`)
    await tryLater(bpc, row, text, toTell(row, situation, difference))
    return "failing"
  }
}

/** What a person is told if it goes on failing; undefined: that what the gateway did cannot be booked. */
function toTell(
  row: LedgerRow,
  { payment }: Situation,
  difference: Difference
): Problem | undefined {
  switch (difference.kind) {
    case "mirror":
      return undefined
    case "finish_canceling":
      return moneyOfCanceledOrder(row, difference.amount)
    case "finish": {
      const isCapture = difference.unsent.kind === "capture"
      const field = isCapture ? "captured" : "refunded"
      return {
        reason: isCapture ? "capture_failed" : "refund_failed",
        expected: formatMoney(payment?.[field] ?? row[field]),
        found: formatMoney(row[field]),
      }
    }
  }
}

async function mirror(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow,
  change: MirrorOf
): Promise<Outcome> {
  const claim = await bpc.operations.claimMirror({
    sessionId: row.id,
    kind: change.action,
    amount: change.action === "void" ? row.amount.minor : change.amount.minor,
    totalBefore: change.action === "void" ? 0 : change.total.minor,
  })
  if (!claim) {
    await tryLater(
      bpc,
      row,
      "Somebody else is booking it, or has booked it without a trace."
    )
    return "failing"
  }
  try {
    await book(container, bpc, row, change)
  } catch (error) {
    await bpc.operations.conclude(claim, "failed", errorText(error))
    throw error
  }
  await bpc.operations.conclude(claim, "done")
  await bpc.note(row.id, {
    kind: "mirrored",
    details: {
      action: change.action,
      ...(change.action !== "void" && { amount: change.amount.minor }),
    },
  })
  return change.action === "void" ? "settled" : "again"
}

/** Leaves the record that an admin's own action would have left. */
async function book(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow,
  change: MirrorOf
): Promise<void> {
  switch (change.action) {
    case "capture":
      await capturePaymentWorkflow(container).run({
        input: {
          payment_id: change.paymentId,
          amount: new BigNumber(
            await bpc.queries.amountInMedusa(
              "capture",
              change.paymentId,
              change.amount
            )
          ),
        },
      })
      return
    case "refund":
      await (change.orderCanceled ? refundCanceledOrder : refund)(
        container,
        bpc,
        row,
        { ...change, note: PORTAL_NOTE }
      )
      return
    case "void":
      await releaseInMedusa(container, row, change.paymentId)
  }
}

async function refund(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow,
  { paymentId, amount, note }: RefundInMedusa
): Promise<void> {
  const now = await bpc.situation(row.id)
  if (now?.situation.openChange) {
    // It happened already, so it is not refused; the credit line follows when the change is gone.
    await refundThroughModule(container, bpc, row, { paymentId, amount, note })
    return
  }
  await refundPaymentWorkflow(container).run({
    input: {
      payment_id: paymentId,
      amount: new BigNumber(
        await bpc.queries.amountInMedusa("refund", paymentId, amount)
      ),
      note,
    },
  })
}

async function finish(
  bpc: BpcModuleService,
  row: LedgerRow,
  { unsent }: Extract<Difference, { kind: "finish" }>
): Promise<Outcome> {
  const id = row.gatewaySessionId
  if (!id) {
    return "settled"
  }
  if (unsent.kind === "capture") {
    await bpc.capture(id, unsent.id)
  } else {
    await bpc.refund(id, unsent.id, 0)
  }
  return "again"
}
