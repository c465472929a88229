import {
  type ILockingModule,
  type MedusaContainer,
} from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { GatewayError } from "../../gateway"
import { BPC_MODULE } from "../../modules/bpc"
import { type Situation } from "../../modules/bpc/core-tables"
import { type LedgerRow } from "../../modules/bpc/ledger-row"
import type BpcModuleService from "../../modules/bpc/service"
import { judge } from "../../modules/bpc/verdict"
import { apply } from "../settle-session/apply"
import { decide } from "../settle-session/decide"
import { isSettled } from "../settle-session/needs-asking"

/** What a person can decide about a held payment. */
export const RESOLUTIONS = ["refund", "keep", "place_order"] as const

export type ResolveInput = {
  id: string
  action: (typeof RESOLUTIONS)[number]
  /** Why, for whoever reads the timeline later. */
  note: string
  /** E-mail of the person. */
  by: string
}

/**
 * Carries out a person's decision about a held payment, with the note in its timeline.
 *
 * @throws MedusaError with a sentence for the person; the payment is held as before then
 */
export async function resolveSession(
  container: MedusaContainer,
  input: ResolveInput
): Promise<void> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  const locking = container.resolve<ILockingModule>(Modules.LOCKING)
  await bpc.locked(input.id, locking, async () => {
    const read = await bpc.situation(input.id)
    if (!read || !needsPerson(read.row)) {
      throw notAllowed(
        "Only a payment that is held, or whose books differ from its order's, can be resolved; this one needs nobody any more."
      )
    }
    const { row } = read
    switch (input.action) {
      case "keep":
        break
      case "refund":
        await refund(bpc, row, read.situation)
        break
      case "place_order":
        await placeOrder(container, bpc, row)
        break
    }
    await bpc.ledger.markResolved(row.id, input.by)
    await bpc.note(row.id, {
      kind: "resolved",
      details: { action: input.action, note: input.note, by: input.by },
    })
  })
}

/** Held, or an order's payment whose books and the gateway's differ. */
function needsPerson(row: LedgerRow): boolean {
  return row.state === "held" || (isSettled(row) && row.reason !== null)
}

async function refund(
  bpc: BpcModuleService,
  row: LedgerRow,
  { payment }: Situation
): Promise<void> {
  if (isSettled(row) && (row.reason !== "refund_failed" || !payment)) {
    throw notAllowed(
      "An order has this money. Refund it on the order, so that the order's books follow; what cannot be refunded there can be in the gateway's portal, and is booked here by itself."
    )
  }
  try {
    if (isSettled(row) && payment) {
      await bpc.refundMissing(row, payment.refunded)
    } else {
      await bpc.giveEverythingBack(row, { mismatched: true })
    }
  } catch (error) {
    throw error instanceof GatewayError ? notAllowed(error.merchant) : error
  }
}

/** The same decision as ever, made as if the payment were not held; nothing but an order may come of it. */
async function placeOrder(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow
): Promise<void> {
  if (isSettled(row)) {
    throw notAllowed("This money has its order already.")
  }
  const answer = await bpc.readAtGateway(row)
  if (!answer.ok) {
    throw notAllowed(answer.error.merchant)
  }
  const released: LedgerRow = { ...row, state: "paid", reason: null }
  const read = await bpc.situation(row.id)
  const verdict = judge(released, answer.value)
  const resolution = read && decide(released, verdict, read.situation)
  if (
    !read ||
    (resolution?.kind !== "place_order" && resolution?.kind !== "record_order")
  ) {
    throw notAllowed(
      verdict.kind === "mismatch"
        ? `No order can be placed with this money: ${verdict.found} was paid where ${verdict.expected} was registered. Refund it, or keep it and settle it with the customer.`
        : "No order can be placed with this money: the cart was changed, was bought already or is gone. Refund it, or keep it and settle it with the customer."
    )
  }
  await bpc.ledger.advance(row.id, {
    to: "paid",
    from: ["held"],
    reason: null,
    nextCheckInSeconds: 60,
    entry: { kind: "checked" },
  })
  await apply(
    {
      container,
      bpc,
      row: released,
      situation: read.situation,
      answer: answer.value,
      verdict,
      trigger: { door: "admin" },
    },
    resolution
  )
}

function notAllowed(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
