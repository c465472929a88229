import { createHmac } from "node:crypto"
import {
  type DeclineClass,
  EVENT_TYPES,
  type SignatureVariant,
  type WebhookEvent,
  actionCodeIn,
  declineClassOf,
  layoutOf,
  redactPayload,
} from "../../../gateway"
import { type Database, newId, jsonb, sql } from "../database"
import { type Signer, originOf } from "../accounts"
import { timelineBindings, UNPAID_STATES } from "../ledger"

/** The shopper may have come back before the event did: then the attempt stands in the timeline already, by its code alone. */
const REFUSED = `, refused as (
  update bpc_session set decline_class = :class where id = (select id from changed) and state in ${UNPAID_STATES}
), known as (
  update bpc_timeline t set details = t.details || cast(:timeline_details as jsonb)
  where t.id = (select k.id from bpc_timeline k where k.session_id = (select id from changed) and k.kind = 'attempt_failed'
    and k.details ->> 'code' = :code and k.details ->> 'event_id' is null limit 1)
  returning t.id
)`

/** How long after its arrival an event that nobody finished is taken up again. */
const FIRST_RETRY = "interval '15 seconds'"
/** How long an event is kept once its work is done. */
const RETENTION = "interval '30 days'"

export type StoredEvent = {
  id: string
  type: string
  /** The ledger row that the event is about; null if it names nobody we know. */
  sessionId: string | null
  gatewayPaymentId: string | null
  /** What was kept of its object; of a refused attempt alone, whose code stands nowhere else. */
  payload: unknown
}

/** The signed bytes of a delivery, and the secret that signed them. */
export type SignedBody = { rawBody: Buffer; secret: string }

export type StoredOutcome =
  | { outcome: "stored"; eventId: string }
  | { outcome: "duplicate" }
  /** Its account signs in another layout, as another process has learned just now. */
  | { outcome: "other_layout" }

/** The inbox of webhook events: a row exists before the gateway has its 200, and stays until its work is done. */
export class WebhookInbox {
  constructor(private readonly database: Database) {}

  /**
   * Stores an event once, and nothing else: whom it is about is found out by whoever works on it, so that the gateway has its
   * answer as soon as a bare insert allows. The first event of an account teaches the layout of its signature.
   */
  async store(
    input: SignedBody & {
      event: WebhookEvent
      requestId: string | undefined
      account: Signer
      signatureVariant: SignatureVariant
      /** Whether the signature covers a time: then a replay is refused by its age once the event is forgotten. */
      timed: boolean
      /** Whether the account's known layout is obeyed, and learned from this event where none is known. */
      remembers: boolean
    }
  ): Promise<StoredOutcome> {
    const { event } = input
    const [answer] = await sql<{ id: string | null; other: boolean }>(
      this.database,
      // One statement: an event that is not new teaches nothing, and the key of an untimed one is taken for good before it is stored.
      `with other as (
         select 1 from bpc_signature_layout
         where cast(:remembers as boolean) and account_id = :account and api_origin = :origin and layout <> :layout
       ), key as (
         insert into bpc_event_key (dedupe_key) select :key
         where not cast(:timed as boolean) and not exists (select 1 from other)
         on conflict do nothing returning 1
       ), stored as (
         insert into bpc_event (id, dedupe_key, request_id, type, account_id, gateway_session_id, gateway_payment_id,
           merchant_reference_id, signature_variant, payload, next_attempt_at)
         select :id, :key, :request, :type, :account, :gateway, :payment, :reference, :variant, cast(:payload as jsonb),
           now() + ${FIRST_RETRY}
         where not exists (select 1 from other) and (cast(:timed as boolean) or exists (select 1 from key))
         on conflict (dedupe_key) do nothing
         returning id
       ), learned as (
         insert into bpc_signature_layout (account_id, api_origin, layout)
         select :account, :origin, :layout from stored where cast(:remembers as boolean)
         on conflict do nothing
       )
       select (select id from stored) as id, exists (select 1 from other) as other`,
      {
        id: newId.event(),
        key: dedupeKey(input),
        request: input.requestId?.slice(0, 255) ?? null,
        type: event.type.slice(0, 255),
        account: input.account.id,
        origin: originOf(input.account),
        layout: layoutOf(input.signatureVariant),
        timed: input.timed,
        remembers: input.remembers,
        gateway: event.gatewaySessionId ?? null,
        payment: event.paymentId ?? null,
        reference: event.merchantReferenceId ?? null,
        variant: input.signatureVariant,
        payload: jsonb(redactPayload(event.object)),
      }
    )
    if (answer?.id) {
      return { outcome: "stored", eventId: answer.id }
    }
    return { outcome: answer?.other ? "other_layout" : "duplicate" }
  }

  /** Whether the same event is stored already (a replay after the signature's time has passed), or was before it was forgotten. */
  async has(body: SignedBody): Promise<boolean> {
    const [answer] = await sql<{ known: boolean }>(
      this.database,
      `select exists (select 1 from bpc_event where dedupe_key = :key)
         or exists (select 1 from bpc_event_key where dedupe_key = :key) as known`,
      { key: dedupeKey(body) }
    )
    return answer?.known ?? false
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
         from bpc_event e where e.id = :id and e.state in ('received', 'parked')
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
       select id, type, about as "sessionId", gateway_payment_id as "gatewayPaymentId",
         case when type = :failed then payload end as payload from event`,
      { id, failed: EVENT_TYPES.paymentFailed }
    )
    return event
  }

  /** The work is done: marks the event and notes it in its payment's timeline, in one statement. */
  async done(event: StoredEvent, outcome: string): Promise<void> {
    const details = { event_id: event.id, type: event.type }
    const refusal = refusalIn(event)
    await sql(
      this.database,
      `with changed as (
         update bpc_event set state = 'done', outcome = :outcome, processed_at = now(), attempts = attempts + 1, next_attempt_at = null
         where id = :event and state in ('received', 'parked')
         returning session_id as id
       )${refusal ? REFUSED : ""}, noted as (
         insert into bpc_timeline (id, session_id, kind, details)
         select :timeline_id, changed.id, :timeline_kind, cast(:timeline_details as jsonb) from changed where changed.id is not null
           ${refusal ? "and not exists (select 1 from known)" : ""}
       ) select 1`,
      {
        event: event.id,
        outcome: outcome.slice(0, 255),
        ...(refusal && { class: refusal.class, code: refusal.code }),
        ...timelineBindings(
          refusal
            ? { kind: "attempt_failed", details: { ...details, ...refusal } }
            : { kind: "webhook", details }
        ),
      }
    )
  }

  /**
   * The work failed: tried again with growing pauses, parked after ten attempts in three quarters of an hour. A person is told then; it goes on
   * being tried every hour for three days, and is done with by itself once it succeeds.
   */
  async failed(id: string, reason: string): Promise<void> {
    await sql(
      this.database,
      `update bpc_event set attempts = attempts + 1, outcome = :reason,
         state = case when attempts + 1 >= 10 then 'parked' else state end,
         next_attempt_at = case when attempts + 1 < 10 then now() + least(power(2, attempts) * interval '15 seconds', interval '10 minutes')
           when received_at > now() - interval '3 days' then now() + interval '1 hour' end
       where id = :id and state in ('received', 'parked')`,
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
   * at a time, so that a large inbox does not hold anything up. A replay of one that is forgotten is refused by its age, or by its key,
   * which stays where the signature covers no time.
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
         select id from bpc_event where next_attempt_at <= now()
         order by next_attempt_at limit :limit for update skip locked)
       returning id`,
      { limit }
    )
    return rows.map((row) => row.id)
  }
}

/**
 * What is signed tells one delivery from another, and nothing that a stranger could write beside it: a request id does not. The secret
 * belongs to it, so that whoever has another account's secret cannot use up the key of an event that is still to come. `data.object` is a
 * snapshot and the body says when it was made, so an identical body is the same event; the gateway's own retry sends it again.
 */
function dedupeKey({ rawBody, secret }: SignedBody): string {
  return createHmac("sha256", secret)
    .update("medusa-payment-bpc event key\n")
    .update(rawBody)
    .digest("base64url")
}

/** The attempt of which a `payment.failed` tells. What names no code is `declined` (gateway-v1-facts, section 2). */
function refusalIn(
  event: StoredEvent
):
  | { class: DeclineClass; code: string | null; payment_id?: string }
  | undefined {
  if (event.type !== EVENT_TYPES.paymentFailed) {
    return undefined
  }
  const code = actionCodeIn(event.payload) ?? null
  return {
    class: declineClassOf(code) ?? "declined",
    code,
    ...(event.gatewayPaymentId && { payment_id: event.gatewayPaymentId }),
  }
}
