import {
  type OperationKind,
  type OperationOrigin,
  type OperationState,
} from "../../../api-schemas/vocabulary"
import { type RefundCredit, type RefundCreditContext } from "../core-tables"
import { type Database, newId, sql } from "../database"

/** One capture, refund or release of a hold. Amounts in minor units of the session's currency. */
export type Operation = Readonly<{
  id: string
  sessionId: string
  kind: OperationKind
  amount: number
  /** The gateway's total of this kind before it was sent. */
  totalBefore: number
  /** Medusa's capture or refund id, or our own. */
  reference: string
  origin: OperationOrigin
  state: OperationState
  message: string | null
  createdAt: Date
  updatedAt: Date
  /** Seconds since it was sent, by the database's clock: the server's own may be minutes away. */
  ageSeconds: number
}>

export type OperationRecord = {
  id: string
  session_id: string
  kind: OperationKind
  amount: string | number
  total_before: string | number
  reference: string
  origin: OperationOrigin
  state: OperationState
  message: string | null
  created_at: Date | string
  updated_at: Date | string
  age_seconds: number
}

/** The states in which the outcome is not known yet. */
export const OPEN_OPERATION: readonly OperationState[] = [
  "sent",
  "unknown",
  "pending",
]

/** Someone looks at an operation that was sent and not concluded after this long, since we may have been killed. */
const LOOK_AFTER_SECONDS = 75

/** What was sent to the gateway about money, each row written before its call. */
export class Operations {
  constructor(private readonly database: Database) {}

  /** Writes an operation down before it is sent, and has the job look at it should nobody conclude it. */
  async begin(operation: {
    sessionId: string
    kind: OperationKind
    amount: number
    totalBefore: number
    reference: string
    origin: OperationOrigin
    credit?: RefundCredit
  }): Promise<string> {
    const [row] = await sql<{ id: string }>(
      this.database,
      `with watched as (
         update bpc_session set next_check_at = least(coalesce(next_check_at, 'infinity'), now() + make_interval(secs => :look))
         where id = :session
       )
       insert into bpc_operation (id, session_id, kind, amount, total_before, reference, origin, state, credit_due, credit_before)
       values (:id, :session, :kind, :amount, :before, :reference, :origin, 'sent', :credit_due, :credit_before)
       on conflict (session_id, kind, reference) do update set
         amount = excluded.amount, total_before = excluded.total_before, state = 'sent', message = null,
         credit_due = excluded.credit_due, credit_before = excluded.credit_before, created_at = now(), updated_at = now()
       returning id`,
      {
        id: newId.operation(),
        session: operation.sessionId,
        kind: operation.kind,
        amount: operation.amount,
        before: operation.totalBefore,
        reference: operation.reference,
        origin: operation.origin,
        credit_due: operation.credit?.due ?? null,
        credit_before: operation.credit?.before ?? null,
        look: LOOK_AFTER_SECONDS,
      }
    )
    return row?.id ?? ""
  }

  async conclude(
    id: string,
    state: OperationState,
    message: string | null = null
  ): Promise<void> {
    await sql(
      this.database,
      `update bpc_operation set state = :state, message = :message, updated_at = now() where id = :id`,
      { id, state, message }
    )
  }

  /**
   * Takes the right to book in Medusa what was done in the gateway's portal, for one process only: the reference names the
   * total that is reached, so that two doors never book the same change twice. What was booked a while ago and is not in Medusa's books any
   * more is booked again.
   *
   * @returns undefined if another process books it, or has booked it
   */
  async claimMirror(mirror: {
    sessionId: string
    kind: OperationKind
    amount: number
    totalBefore: number
  }): Promise<string | undefined> {
    const [row] = await sql<{ id: string }>(
      this.database,
      `insert into bpc_operation (id, session_id, kind, amount, total_before, reference, origin, state)
       values (:id, :session, :kind, :amount, :before, :reference, 'portal', 'sent')
       on conflict (session_id, kind, reference) do update set
         state = 'sent', amount = excluded.amount, total_before = excluded.total_before, updated_at = now()
         where bpc_operation.state in ('failed', 'lost')
           or bpc_operation.updated_at < now() - interval '2 minutes'
       returning id`,
      {
        id: newId.operation(),
        session: mirror.sessionId,
        kind: mirror.kind,
        amount: mirror.amount,
        before: mirror.totalBefore,
        reference: `portal:${mirror.totalBefore + mirror.amount}`,
      }
    )
    return row?.id
  }

  /**
   * Medusa asked for what the gateway's books contain already: nothing was sent, and Medusa's row is known to be covered. It
   * was made in the portal if that is what is being booked right now, else by an earlier call whose answer came late.
   */
  async recordAsDone(operation: {
    sessionId: string
    kind: OperationKind
    amount: number
    totalBefore: number
    reference: string
    credit?: RefundCreditContext
  }): Promise<void> {
    await sql(
      this.database,
      `insert into bpc_operation (id, session_id, kind, amount, total_before, credit_due, credit_before, credit_open, reference, origin, state)
       select :id, :session, :kind, :amount, :before, cast(:credit_due as numeric), cast(:credit_before as numeric), :credit_open, :reference,
         case when exists (select 1 from bpc_operation where session_id = :session and kind = :kind
           and reference like 'portal:%' and state = 'sent') then 'portal' else 'medusa' end, 'done'
       on conflict (session_id, kind, reference) do update set state = 'done', updated_at = now()`,
      {
        id: newId.operation(),
        session: operation.sessionId,
        kind: operation.kind,
        amount: operation.amount,
        before: Math.max(0, operation.totalBefore),
        credit_due: operation.credit?.due ?? null,
        credit_before: operation.credit?.before ?? null,
        credit_open:
          operation.credit !== undefined &&
          operation.credit.openChange !== null &&
          Number(operation.credit.due) > 0,
        reference: operation.reference,
      }
    )
  }

  /** Refunds that were booked by us are without the credit line that Medusa's workflow would have written. */
  async openCredit(
    sessionId: string,
    refundIds: readonly string[]
  ): Promise<void> {
    await sql(
      this.database,
      `update bpc_operation set credit_open = true
       where session_id = :session and reference = any(:refunds) and kind = 'refund' and credit_due > 0`,
      { session: sessionId, refunds: [...refundIds] }
    )
  }

  /** The order's books have it, or do not need it any more: it is not looked at again. */
  async closeCredit(orderId: string): Promise<void> {
    await sql(
      this.database,
      `update bpc_operation set credit_open = false
       where credit_open and session_id in (select id from bpc_session where order_id = :order)`,
      { order: orderId }
    )
  }

  /** Those of a session whose outcome is not known yet, oldest first; a portal's operation is never among them. */
  async open(sessionId: string): Promise<Operation[]> {
    return this.select(
      `session_id = :session and state = any(:open) and reference not like 'portal:%'`,
      { session: sessionId, open: [...OPEN_OPERATION] }
    )
  }

  /** All of a session's, oldest first, without the marks of `claimMirror`. */
  async of(sessionId: string): Promise<Operation[]> {
    return this.select(
      `session_id = :session and reference not like 'portal:%'`,
      { session: sessionId }
    )
  }

  private async select(
    condition: string,
    bindings: Parameters<typeof sql>[2]
  ): Promise<Operation[]> {
    const rows = await sql<OperationRecord>(
      this.database,
      `select *, extract(epoch from now() - created_at)::float as age_seconds from bpc_operation where ${condition} order by created_at, id limit 200`,
      bindings
    )
    return rows.map(toOperation)
  }
}

export function toOperation(record: OperationRecord): Operation {
  return {
    id: record.id,
    sessionId: record.session_id,
    kind: record.kind,
    amount: Number(record.amount),
    totalBefore: Number(record.total_before),
    reference: record.reference,
    origin: record.origin,
    state: record.state,
    message: record.message,
    createdAt: new Date(record.created_at),
    updatedAt: new Date(record.updated_at),
    ageSeconds: record.age_seconds,
  }
}
