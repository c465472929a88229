import { createHash } from "node:crypto"
import { EVENT_TYPES, type WebhookEvent, redactPayload } from "../../gateway"
import { type Database, newId, jsonb, sql } from "./database"
import { timelineBindings } from "./timeline"

/** How long after its arrival an event that nobody finished is taken up again. */
const FIRST_RETRY = "interval '15 seconds'"
/** How long an event is kept once its work is done. */
const RETENTION = "interval '30 days'"

export type StoredEvent = {
  id: string
  type: string
  /** The ledger row that the event is about; null if it names nobody we know. */
  sessionId: string | null
}

/** The inbox of webhook events: a row exists before the gateway has its 200, and stays until its work is done. */
export class WebhookInbox {
  constructor(private readonly database: Database) {}

  /**
   * Stores an event once, and nothing else: whom it is about is found out by whoever works on it, so that the gateway has its
   * answer as soon as a bare insert allows.
   *
   * @returns the event's id; undefined if the same event was stored before.
   */
  async store(input: {
    event: WebhookEvent
    rawBody: Buffer
    requestId: string | undefined
    accountId: string
    signatureVariant: string
  }): Promise<string | undefined> {
    const { event } = input
    const [record] = await sql<{ id: string }>(
      this.database,
      `insert into bpc_event (id, dedupe_key, request_id, type, account_id, gateway_session_id, gateway_payment_id,
         merchant_reference_id, signature_variant, payload, next_attempt_at)
       values (:id, :key, :request, :type, :account, :gateway, :payment, :reference, :variant, cast(:payload as jsonb),
         now() + ${FIRST_RETRY})
       on conflict (dedupe_key) do nothing
       returning id`,
      {
        id: newId.event(),
        key: dedupeKey(input),
        request: input.requestId?.slice(0, 255) ?? null,
        type: event.type.slice(0, 255),
        account: input.accountId,
        gateway: event.gatewaySessionId ?? null,
        payment: event.paymentId ?? null,
        reference: event.merchantReferenceId ?? null,
        variant: input.signatureVariant,
        payload: jsonb(redactPayload(event.object)),
      }
    )
    return record?.id
  }

  /** Whether the same event is stored already (a replay after the signature's time has passed). */
  async has(input: {
    event: WebhookEvent
    rawBody: Buffer
    requestId: string | undefined
  }): Promise<boolean> {
    const rows = await sql(
      this.database,
      `select 1 from bpc_event where dedupe_key = :key`,
      { key: dedupeKey(input) }
    )
    return rows.length > 0
  }

  /**
   * An event whose work is not done, with the ledger row that it is about; undefined if there is no work left. The row learns ids
   * of the gateway's that it does not have yet: of a create call whose answer was lost, only an event tells them.
   */
  async open(id: string): Promise<StoredEvent | undefined> {
    const [event] = await sql<StoredEvent>(
      this.database,
      `with event as (
         select e.*, coalesce(e.session_id,
           (select s.id from bpc_session s where s.gateway_session_id = e.gateway_session_id),
           (select s.id from bpc_session s where s.merchant_reference_id = e.merchant_reference_id),
           (select s.id from bpc_session s where s.gateway_payment_id = e.gateway_payment_id limit 1)) as about
         from bpc_event e where e.id = :id and e.state = 'received'
       ), linked as (
         update bpc_event e set session_id = event.about from event
         where e.id = event.id and e.session_id is null and event.about is not null
       ), taught as (
         update bpc_session s set gateway_session_id = coalesce(s.gateway_session_id, event.gateway_session_id),
           gateway_payment_id = coalesce(s.gateway_payment_id, event.gateway_payment_id), updated_at = now()
         from event where s.id = event.about
           and ((s.gateway_session_id is null and event.gateway_session_id is not null)
             or (s.gateway_payment_id is null and event.gateway_payment_id is not null))
       )
       select id, type, about as "sessionId" from event`,
      { id }
    )
    return event
  }

  /** The work is done: marks the event and notes it in its payment's timeline, in one statement. */
  async done(event: StoredEvent, outcome: string): Promise<void> {
    await sql(
      this.database,
      `with changed as (
         update bpc_event set state = 'done', outcome = :outcome, processed_at = now(), attempts = attempts + 1, next_attempt_at = null
         where id = :event and state = 'received'
         returning session_id as id
       ), noted as (
         insert into bpc_timeline (id, session_id, kind, details)
         select :timeline_id, changed.id, :timeline_kind, cast(:timeline_details as jsonb) from changed where changed.id is not null
       ) select 1`,
      {
        event: event.id,
        outcome: outcome.slice(0, 255),
        ...timelineBindings({
          kind:
            event.type === EVENT_TYPES.paymentFailed
              ? "attempt_failed"
              : "webhook",
          details: { event_id: event.id, type: event.type },
        }),
      }
    )
  }

  /** The work failed: tried again with growing pauses, parked for a person after ten attempts. */
  async failed(id: string, reason: string): Promise<void> {
    await sql(
      this.database,
      `update bpc_event set attempts = attempts + 1, outcome = :reason,
         state = case when attempts + 1 >= 10 then 'parked' else state end,
         next_attempt_at = case when attempts + 1 >= 10 then null
           else now() + least(power(2, attempts) * interval '15 seconds', interval '1 hour') end
       where id = :id and state = 'received'`,
      { id, reason: reason.slice(0, 255) }
    )
  }

  /** A parked event gets another series of attempts. */
  async revive(id: string): Promise<void> {
    await sql(
      this.database,
      `update bpc_event set state = 'received', attempts = 0, next_attempt_at = now()
       where id = :id and state = 'parked'`,
      { id }
    )
  }

  /**
   * Forgets events whose work was done so long ago that nobody asks about them; what they led to stays in the timeline. A part
   * at a time, so that a large inbox does not hold anything up. A replay of one that is forgotten is refused by its age.
   *
   * @returns how many were forgotten
   */
  async prune(): Promise<number> {
    const rows = await sql(
      this.database,
      // An array, not a join: PostgreSQL would read the whole inbox for it.
      `delete from bpc_event where id = any(array(
         select id from bpc_event where received_at < now() - ${RETENTION} and state = 'done' order by received_at limit 5000))
       returning id`
    )
    return rows.length
  }

  /** Takes up to `limit` stored events whose work was not finished, each for one process only. */
  async takeDue(limit: number): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      this.database,
      `update bpc_event set next_attempt_at = now() + interval '2 minutes'
       where id in (
         select id from bpc_event where state = 'received' and next_attempt_at <= now()
         order by next_attempt_at limit :limit for update skip locked)
       returning id`,
      { limit }
    )
    return rows.map((row) => row.id)
  }
}

/**
 * The gateway's request id tells a repeated delivery from a new event, but one API request may cause several events, so type
 * and object belong to the key too (section 8.1). Without the header the raw body decides.
 */
function dedupeKey(input: {
  event: WebhookEvent
  rawBody: Buffer
  requestId: string | undefined
}): string {
  const { event } = input
  const object =
    event.refundId ?? event.paymentId ?? event.gatewaySessionId ?? ""
  return createHash("sha256")
    .update(
      input.requestId
        ? JSON.stringify([input.requestId, event.type, object])
        : input.rawBody
    )
    .digest("base64url")
}
