import { z } from "zod"
import { queryText } from "./query"
import { LINK_DAYS, LINK_OBSTACLES, LINK_STATES } from "./vocabulary"
import { moment } from "./wire"

const DAY_MS = 86_400_000

/** A link that asks whoever opens it for what its order owes at that moment. */
export const paymentLinkSchema = z.object({
  id: z.string(),
  order_id: z.string(),
  state: z.enum(LINK_STATES),
  /** Null once the link is of no use; so is the code to scan. */
  url: z.string().nullable(),
  /** An SVG path of the dark parts in a square of `size` units, without the quiet zone of four units that belongs around it. */
  qr: z.object({ size: z.number(), path: z.string() }).nullable(),
  created_at: moment,
  created_by: z.string(),
  expires_at: moment,
  revoked_at: moment.nullable(),
  revoked_by: z.string().nullable(),
  paid_at: moment.nullable(),
  /** Our id of the payment that settled the order. */
  paid_session_id: z.string().nullable(),
})
export type PaymentLink = z.input<typeof paymentLinkSchema>

export const paymentLinkAnswer = z.object({ payment_link: paymentLinkSchema })
export type PaymentLinkAnswer = z.input<typeof paymentLinkAnswer>

const ORDER_ID = "must be the id of an order"

export const paymentLinkBody = z.strictObject({
  order_id: z.string(ORDER_ID).min(1, ORDER_ID),
  expires_at: z.iso
    .datetime({
      offset: true,
      error: "must be a time such as 2026-11-27T12:00:00Z",
    })
    .refine((text) => Date.parse(text) > Date.now(), "must lie in the future")
    .refine(
      (text) => Date.parse(text) <= Date.now() + LINK_DAYS.most * DAY_MS,
      `must be at most ${LINK_DAYS.most} days away`
    )
    .optional(),
})
export type PaymentLinkInput = z.input<typeof paymentLinkBody>

export const paymentLinksQuery = z.object({
  order_id: queryText.pipe(z.string(ORDER_ID)),
})

/** An order's links, with what the order owes now and why no link can be made. */
export const paymentLinksAnswer = z.object({
  /** Newest first. */
  payment_links: z.array(paymentLinkSchema),
  /** Minor units; null if the gateway cannot charge the order's currency. */
  outstanding: z
    .object({
      amount: z.number(),
      currency_code: z.string(),
      exponent: z.number(),
    })
    .nullable(),
  /** In English; the admin translates the word beside it. */
  obstacle: z.string().nullable(),
  obstacle_code: z.enum(LINK_OBSTACLES).nullable(),
})
export type PaymentLinks = z.input<typeof paymentLinksAnswer>
