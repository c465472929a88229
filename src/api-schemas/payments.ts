import { z } from "zod"
import { eventSchema } from "./events"
import {
  type Asked,
  page,
  queryChoice,
  queryDate,
  queryFlag,
  queryText,
  queryUntil,
} from "./query"
import {
  ATTEMPT_OUTCOMES,
  CAPTURE_METHODS,
  DECLINE_CLASSES,
  LONGEST_NOTE,
  MODES,
  OPERATION_KINDS,
  OPERATION_ORIGINS,
  OPERATION_STATES,
  RESOLUTIONS,
  SESSION_REASONS,
  SESSION_STATES,
  THREE_D_SECURE,
  TIMELINE_KINDS,
} from "./vocabulary"
import { moment, nextCursor } from "./wire"

/** A payment as it is listed: amounts in minor units of its currency. */
export const sessionSchema = z.object({
  id: z.string(),
  gateway_session_id: z.string().nullable(),
  gateway_payment_id: z.string().nullable(),
  payment_session_id: z.string(),
  cart_id: z.string().nullable(),
  order_id: z.string().nullable(),
  order_display_id: z.number().nullable(),
  email: z.string().nullable(),
  mode: z.enum(MODES),
  account_id: z.string(),
  account_name: z.string().nullable(),
  amount: z.number(),
  /** ISO 4217, upper case. */
  currency_code: z.string(),
  /** Digits after the point: 0, 2, 3 or 4. */
  exponent: z.number(),
  captured: z.number(),
  refunded: z.number(),
  capture_method: z.enum(CAPTURE_METHODS),
  state: z.enum(SESSION_STATES),
  reason: z.enum(SESSION_REASONS).nullable(),
  created_at: moment,
  expires_at: moment.nullable(),
  /** When a person decided about a held payment; kept money stays "held" but asks for nobody's attention any more. */
  resolved_at: moment.nullable(),
  /** Why its last attempt to pay was refused; null where none was, or a later one went well. */
  decline_class: z.enum(DECLINE_CLASSES).nullable(),
  /** When the bank was seen to have taken the money back by force. */
  charged_back_at: moment.nullable(),
  /** When a person wrote down what was done about that. */
  chargeback_noted_at: moment.nullable(),
  /** What our books have and what the gateway has instead, as texts, of a payment that a person has to look at for it. */
  expected: z.string().nullable(),
  found: z.string().nullable(),
})
export type Payment = z.input<typeof sessionSchema>

/** A payment's own columns. */
export const sessionFactsSchema = sessionSchema.extend({
  md_order: z.string().nullable(),
  merchant_reference_id: z.string(),
  country_code: z.string().nullable(),
  payment_url: z.string().nullable(),
  updated_at: moment,
  next_check_at: moment.nullable(),
  /** E-mail address of the person who decided. */
  resolved_by: z.string().nullable(),
})

export const timelineEntrySchema = z.object({
  id: z.string(),
  at: moment,
  kind: z.enum(TIMELINE_KINDS),
  details: z.unknown(),
})
export type TimelineEntry = z.input<typeof timelineEntrySchema>

/** A capture, refund or release that was sent. */
export const operationSchema = z.object({
  id: z.string(),
  kind: z.enum(OPERATION_KINDS),
  amount: z.number(),
  state: z.enum(OPERATION_STATES),
  origin: z.enum(OPERATION_ORIGINS),
  reference: z.string(),
  message: z.string().nullable(),
  created_at: moment,
})

/** The card that paid; each part null where the gateway does not tell it. Never more of its number than the last four digits. */
export const cardSchema = z.object({
  brand: z.string().nullable(),
  last4: z.string().nullable(),
  /** `apple_pay`, `google_pay` or `samsung_pay`; null for a card that was typed. */
  wallet: z.string().nullable(),
  /** The bank's reference number. */
  rrn: z.string().nullable(),
  approval_code: z.string().nullable(),
  three_d_secure: z.enum(THREE_D_SECURE).nullable(),
  issuer: z.string().nullable(),
  /** ISO 3166, two letters. */
  issuer_country: z.string().nullable(),
})
export type Card = z.input<typeof cardSchema>

/** One try of the shopper to pay. */
export const attemptSchema = z.object({
  at: moment,
  outcome: z.enum(ATTEMPT_OUTCOMES),
  class: z.enum(DECLINE_CLASSES).nullable(),
  /** The gateway's action code; null where it told none. */
  code: z.string().nullable(),
})

/** A payment with its timeline, what was sent about its money, and the webhook events about it. */
export const sessionDetailSchema = sessionFactsSchema.extend({
  /** Null: the gateway has told nothing of the card, or has not been asked yet. */
  card: cardSchema.nullable(),
  /** Oldest first. */
  attempts: z.array(attemptSchema),
  timeline: z.array(timelineEntrySchema),
  operations: z.array(operationSchema),
  events: z.array(eventSchema),
})
export type PaymentDetail = z.input<typeof sessionDetailSchema>

export const sessionAnswer = z.object({ session: sessionDetailSchema })
export type SessionAnswer = z.input<typeof sessionAnswer>

/** What narrows a list of payments, and an export. */
export const sessionFilters = {
  state: queryChoice(SESSION_STATES),
  /** Held payments alone: that wait for a person, or that a person decided to keep. */
  undecided: queryFlag,
  /** Orders whose amounts are not the gateway's, and about which nobody has decided yet. */
  differs: queryFlag,
  mode: queryChoice(MODES),
  /** Payments whose last attempt was refused so. */
  decline_class: queryChoice(DECLINE_CLASSES),
  /** Payments that the bank took back: `true` all of them, `open` those about which nobody has written down what was done. */
  charged_back: queryChoice(["true", "open"]),
  from: queryDate,
  to: queryUntil,
  /** Order number, the beginning of an e-mail, a card's last four digits, RRN or approval code, or any id of Medusa's or the gateway's in full. */
  q: queryText,
  order_id: queryText,
}
export const sessionFiltersSchema = z.object(sessionFilters)

export const sessionsQuery = z.object({ ...page, ...sessionFilters })
export type SessionFilters = Asked<typeof sessionsQuery>

export const sessionsAnswer = z.object({
  sessions: z.array(sessionSchema),
  next_cursor: nextCursor,
})
export type SessionPage = z.input<typeof sessionsAnswer>

/** Minor units; left out, all that there is. */
const amount = z
  .number("must be a number of minor units")
  .int("must be a whole number of minor units")
  .positive("must be above zero")
  .optional()

const TOO_LONG = `must be shorter than ${LONGEST_NOTE.toLocaleString("en")} characters`

/** Blank is none. */
const note = z
  .string("must be text")
  .trim()
  .max(LONGEST_NOTE, TOO_LONG)
  .transform((text) => text || undefined)
  .optional()

export const captureBody = z.strictObject({ amount, note })
export type CaptureRequest = z.input<typeof captureBody>

export const refundBody = z.strictObject({
  amount,
  /** One of Medusa's. */
  refund_reason_id: z.string("must be text").trim().min(1).nullish(),
  note,
})
export type RefundRequest = z.input<typeof refundBody>

const WHY = "is needed: say why, for whoever reads this later"

export const resolveBody = z.strictObject({
  action: z.enum(RESOLUTIONS, `must be one of ${RESOLUTIONS.join(", ")}`),
  note: z.string(WHY).trim().min(1, WHY).max(LONGEST_NOTE, TOO_LONG),
})
export type ResolveRequest = z.input<typeof resolveBody>
