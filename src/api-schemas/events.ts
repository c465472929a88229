import { z } from "zod"
import { type Asked, page, queryChoice, queryText } from "./query"
import { EVENT_STATES } from "./vocabulary"
import { moment, nextCursor } from "./wire"

/** A webhook event as it is listed. */
export const eventSchema = z.object({
  id: z.string(),
  type: z.string(),
  request_id: z.string().nullable(),
  state: z.enum(EVENT_STATES),
  outcome: z.string().nullable(),
  attempts: z.number(),
  session_id: z.string().nullable(),
  gateway_session_id: z.string().nullable(),
  signature_variant: z.string(),
  received_at: moment,
  processed_at: moment.nullable(),
  next_attempt_at: moment.nullable(),
})
export type BpcEvent = z.input<typeof eventSchema>

/** With its payload, from which personal and card data were taken before it was stored. */
export const eventDetailSchema = eventSchema.extend({ payload: z.unknown() })
export type BpcEventDetail = z.input<typeof eventDetailSchema>

export const eventsQuery = z.object({
  ...page,
  session_id: queryText,
  state: queryChoice(EVENT_STATES),
})
export type EventFilters = Asked<typeof eventsQuery>

export const eventsAnswer = z.object({
  events: z.array(eventSchema),
  next_cursor: nextCursor,
})
export type EventPage = z.input<typeof eventsAnswer>

export const eventAnswer = z.object({ event: eventDetailSchema })
export type EventAnswer = z.input<typeof eventAnswer>
