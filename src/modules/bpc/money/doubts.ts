import { type OperationState } from "../../../api-schemas/vocabulary"
import {
  type GatewayRefund,
  type GatewaySession,
  type Money,
  carriesReference,
  moneyOf,
} from "../../../gateway"
import { sql } from "../database"
import { accessTo, type Books, type MoneyDeps } from "./gateway-books"
import { type LedgerRow, addToTimeline } from "../ledger"
import { type Operation } from "./operations"
import { paymentOf } from "./read-session"
import { happenedAfterAll, stillInDoubt } from "../refusals"
import { type Verdict, judge } from "./verdict"

/**
 * A call that the gateway never answered may still be at work there; once this long has passed since it was sent and the books
 * do not show it, it did not happen. Longer than a call may take (30 s) by as much again.
 */
const DOUBT_SECONDS = 60
/** The same where the gateway does not tell its totals, so that nothing can be seen in its books. */
const BLIND_DOUBT_SECONDS = 24 * 3600

/**
 * Finds out what became of the operations whose outcome was not known, from the gateway's own books.
 *
 * @returns those that are still open
 */
export async function settleDoubts(
  deps: MoneyDeps,
  row: LedgerRow,
  books: Books
): Promise<Operation[]> {
  const open = await deps.operations.open(row.id)
  if (open.length === 0) {
    return []
  }
  const refunds = open.some(({ kind }) => kind === "refund")
    ? await refundsOf(row, books)
    : []
  const left: Operation[] = []
  for (const operation of open) {
    const state = outcomeOf(operation, books.verdict, refunds)
    if (state === undefined || state === "pending") {
      left.push({ ...operation, state: state ?? operation.state })
    }
    if (state !== undefined && state !== operation.state) {
      await deps.operations.conclude(operation.id, state)
      await addToTimeline(deps.database, row.id, {
        kind: "doubt_settled",
        details: {
          action: operation.kind,
          amount: operation.amount,
          outcome: state,
        },
      })
    }
  }
  return left
}

/**
 * The same from an answer of the gateway's that is there already.
 *
 * @returns how many are still open
 */
export async function settleDoubtsBy(
  deps: MoneyDeps,
  row: LedgerRow,
  answer: GatewaySession
): Promise<number> {
  const account = await deps.configuration.accountOf(row)
  if (!account) {
    return 0
  }
  const open = await settleDoubts(deps, row, {
    ...accessTo(deps.clients, account),
    payment: paymentOf(row, answer),
    answer,
    verdict: judge(row, answer),
  })
  return open.length
}

/** @throws GatewayError while it is not known what became of an earlier call: nothing is sent on top of a doubt */
export function refuseOnDoubt(row: LedgerRow, open: Operation[]): void {
  const doubt = open.find(({ state }) => state !== "pending")
  if (doubt) {
    throw stillInDoubt(
      doubt.kind === "void" ? "cancel" : doubt.kind,
      moneyOf(doubt.amount, row.amount.currency)
    )
  }
}

/** A page that still shows the books as they were before the doubt was settled may be acted on for so long. */
const REPEAT_SECONDS = 120

/**
 * A clerk who was told that the outcome is not known tries again, while a webhook or the job has found it and booked it in the same
 * moment: for Medusa that is one more, for the clerk it is the same one.
 *
 * @throws GatewayError if just this amount was found to have gone through a moment ago
 */
export async function refuseRepeat(
  { database }: MoneyDeps,
  row: LedgerRow,
  action: "capture" | "refund",
  amount: Money
): Promise<void> {
  const found = await sql(
    database,
    `select 1 from bpc_timeline
     where session_id = :id and kind = 'doubt_settled' and at > now() - make_interval(secs => :seconds)
       and details ->> 'action' = :action and details ->> 'amount' = :amount and details ->> 'outcome' in ('done', 'pending')
     limit 1`,
    {
      id: row.id,
      seconds: REPEAT_SECONDS,
      action,
      amount: String(amount.minor),
    }
  )
  if (found.length > 0) {
    throw happenedAfterAll(action, amount)
  }
}

/** Undefined when the gateway does not list them. */
async function refundsOf(
  row: LedgerRow,
  { channel, payment }: Books
): Promise<GatewayRefund[] | undefined> {
  const list = await channel.listRefunds({
    payment,
    currency: row.amount.currency,
  })
  return list.ok ? list.value : undefined
}

/**
 * What became of an operation; undefined: not known yet. Pure.
 *
 * @param refunds the gateway's list; undefined when it does not list them
 */
export function outcomeOf(
  operation: Operation,
  verdict: Verdict,
  refunds: readonly GatewayRefund[] | undefined
): OperationState | undefined {
  const isRefund = operation.kind === "refund"
  const listed = isRefund
    ? stateOfRefund(
        refunds?.find((one) => carriesReference(one, operation.reference))
      )
    : undefined
  if (listed) {
    return listed
  }
  const total = totalOf(operation, verdict)
  if (
    total !== undefined &&
    total >= operation.totalBefore + operation.amount
  ) {
    return "done"
  }
  if (operation.state === "pending") {
    return undefined
  }
  const visible = total !== undefined || (isRefund && refunds !== undefined)
  return operation.ageSeconds >= (visible ? DOUBT_SECONDS : BLIND_DOUBT_SECONDS)
    ? "lost"
    : undefined
}

function stateOfRefund(
  refund: GatewayRefund | undefined
): OperationState | undefined {
  switch (refund?.status) {
    case "succeeded":
      return "done"
    case "pending":
      return "pending"
    case "failed":
      return "failed"
    case "unknown":
    case undefined:
      return undefined
  }
}

/** The gateway's total of an operation's kind (a release is all or nothing); undefined when it does not tell. */
function totalOf({ kind }: Operation, verdict: Verdict): number | undefined {
  switch (verdict.kind) {
    case "canceled":
      return kind === "void" ? Infinity : undefined
    case "paid":
    case "authorized":
      if (kind === "void") {
        return 0
      }
      return verdict.totalsKnown ? verdict[TOTAL[kind]].minor : undefined
    default:
      return undefined
  }
}

const TOTAL = { capture: "captured", refund: "refunded" } as const
