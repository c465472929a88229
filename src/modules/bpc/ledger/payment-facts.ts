import { type z } from "zod"
import { type cardSchema } from "../../../api-schemas/payments"
import {
  type GatewaySession,
  type PaymentFacts,
  declineClassOf,
  isRefusal,
} from "../../../gateway"
import { type Database, sql } from "../database"
import { type LedgerRow } from "./ledger-row"
import { TIMELINE_FOR_CHANGED, timelineBindings } from "./timeline"

/** States of a payment that nobody has paid: an attempt that was refused is the last word on them. */
export const UNPAID_STATES = `('creating', 'open', 'expired', 'failed', 'canceled')`

/** A new payment's card is looked up so long after its order: not in the checkout's way. */
const READ_CARD_AFTER_SECONDS = 60

/** What support and bookkeeping want to know of a payment beside its money. Nothing here decides about money. */
export class FactsLedger {
  constructor(private readonly database: Database) {}

  /** Writes down what an answer tells and the row does not have yet; no statement where there is nothing new. */
  async record(row: LedgerRow, answer: GatewaySession): Promise<void> {
    const { facts, phase } = answer
    const hasMoney = phase === "paid" || phase === "authorized"
    const toldAll =
      facts.secondChannel === "asked" ||
      (facts.secondChannel === "absent" && facts.card !== undefined)
    if (hasMoney && row.cardReadAt === null && toldAll) {
      await this.recordCard(row.id, facts.card)
    }
    if (facts.chargedBack && row.chargedBackAt === null) {
      await this.recordChargeback(row.id)
    }
    if (phase === "open" || phase === "expired") {
      await this.recordRefusal(row.id, answer)
    }
  }

  /** Once for each payment; what the gateway does not tell now is not asked for again. */
  private async recordCard(
    id: string,
    card: PaymentFacts["card"]
  ): Promise<void> {
    await sql(
      this.database,
      `with seen as (
         update bpc_session set card_read_at = now() where id = :id and card_read_at is null returning id
       )
       insert into bpc_card (session_id, brand, last4, wallet, rrn, approval_code, three_d_secure, issuer, issuer_country)
       select id, :brand, :last4, :wallet, :rrn, :approval, :secure, :issuer, :country from seen where cast(:told as boolean)
       on conflict do nothing`,
      {
        id,
        told: card !== undefined,
        brand: card?.brand ?? null,
        last4: card?.last4 ?? null,
        wallet: card?.wallet ?? null,
        rrn: card?.rrn ?? null,
        approval: card?.approvalCode ?? null,
        secure: card?.threeDSecure ?? null,
        issuer: card?.issuer ?? null,
        country: card?.issuerCountry ?? null,
      }
    )
  }

  /** Medusa's books stay as they are: the shop may win the dispute. A person is told, and writes down what was done. */
  private async recordChargeback(id: string): Promise<void> {
    await sql(
      this.database,
      `with changed as (
         update bpc_session set charged_back_at = now(), notified_at = null, updated_at = now()
         where id = :id and charged_back_at is null
         returning *
       )${TIMELINE_FOR_CHANGED}
       select id from changed`,
      { id, ...timelineBindings({ kind: "charged_back" }) }
    )
  }

  /** The last attempt, as far as an answer tells of it; the same code is noted once, since an answer does not say which attempt it was. */
  private async recordRefusal(
    id: string,
    { facts, payment }: GatewaySession
  ): Promise<void> {
    const declineClass = declineClassOf(facts.actionCode)
    if (!facts.actionCode || !declineClass || !isRefusal(declineClass)) {
      return
    }
    await sql(
      this.database,
      `with refused as (
         update bpc_session set decline_class = :class
         where id = :id and state in ${UNPAID_STATES} returning id
       ), changed as (
         select id from refused where not exists (
           select 1 from bpc_timeline t where t.session_id = :id and t.kind = 'attempt_failed' and t.details ->> 'code' = :code)
       )${TIMELINE_FOR_CHANGED}
       select id from changed`,
      {
        id,
        class: declineClass,
        code: facts.actionCode,
        ...timelineBindings({
          kind: "attempt_failed",
          details: {
            class: declineClass,
            code: facts.actionCode,
            ...(payment?.id && { payment_id: payment.id }),
          },
        }),
      }
    )
  }

  /** The job looks for the card soon, where the channel that tells it has not been asked. */
  async planCardRead(id: string): Promise<void> {
    await sql(
      this.database,
      `update bpc_session set next_check_at = least(next_check_at, now() + make_interval(secs => :seconds))
       where id = :id and card_read_at is null and order_id is not null and state in ('paid', 'authorized')`,
      { id, seconds: READ_CARD_AFTER_SECONDS }
    )
  }

  /** A person wrote down what was done about a chargeback. */
  async noteChargeback(id: string): Promise<void> {
    await sql(
      this.database,
      `update bpc_session set chargeback_noted_at = now(), updated_at = now() where id = :id`,
      { id }
    )
  }
}

/** The card of a payment as the admin shows it; undefined where nothing of it is told. */
export async function findCard(
  database: Database,
  sessionId: string
): Promise<z.output<typeof cardSchema> | undefined> {
  const [card] = await sql<z.output<typeof cardSchema>>(
    database,
    `select brand, last4, wallet, rrn, approval_code, three_d_secure, issuer, issuer_country from bpc_card where session_id = :id`,
    { id: sessionId }
  )
  return card
}
