import { z } from "zod"
import { LIST_FIELD } from "./dialect"
import {
  parseGatewayPaymentId,
  parseGatewayRefundId,
  parseGatewaySessionId,
  parseMerchantReference,
} from "./ids"

/**
 * The wire format of the gateway's objects. Objects are loose: unknown fields are kept and unknown words accepted
 * (section 2 names both as changes that come unannounced). Only what a caller cannot do without makes a parse fail.
 */

/** A text, or undefined for anything else: a field of the wrong type is as good as absent. */
const text = z.string().optional().catch(undefined)

const session = z.unknown().transform((value, context) => {
  const id = parseGatewaySessionId(value)
  if (id === undefined) {
    context.addIssue({ code: "custom", message: "a session has an id" })
    return z.NEVER
  }
  return id
})
const payment = z.unknown().transform(parseGatewayPaymentId)
const refund = z.unknown().transform(parseGatewayRefundId)
const reference = z.unknown().transform(parseMerchantReference)

/** ISO 8601 with `Z` or an offset (section 4.3 shows both); without either it is taken as UTC, not as the server's zone. */
export const instant = z.unknown().transform((value): Date | undefined => {
  if (typeof value !== "string") {
    return undefined
  }
  const parts =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      value.trim()
    )
  if (parts === null) {
    return undefined
  }
  const date = new Date(`${parts[1]}${parts[2] ?? "Z"}`)
  return Number.isNaN(date.getTime()) ? undefined : date
})

export const sessionSchema = z.looseObject({
  id: session,
  amount: z.unknown(),
  currency: z.unknown(),
  status: text,
  paymentStatus: text,
  paymentUrl: text,
  merchantReferenceId: reference,
  created: instant,
  expiresAt: instant,
  paymentData: z
    .looseObject({ captureMethod: text })
    .optional()
    .catch(undefined),
})

const paymentFields = z.looseObject({
  id: payment,
  status: text,
  amount: z.unknown(),
  currency: z.unknown(),
  amountCapturable: z.unknown(),
  amountCaptured: z.unknown(),
  amountRefunded: z.unknown(),
})

/** A payment inside a session or an event: any object. */
export const embeddedPaymentSchema = paymentFields

/** A payment as an answer: `{}` would say nothing, so that a money call could not be called understood. */
export const paymentSchema = paymentFields.refine(
  ({ id, status }) => id !== undefined || status !== undefined,
  "a payment has an id or a status"
)

export const refundSchema = z
  .looseObject({
    id: refund,
    paymentId: payment,
    amount: z.unknown(),
    currency: z.unknown(),
    status: text,
    merchantReferenceId: reference,
    created: instant,
  })
  .refine(
    ({ id, status }) => id !== undefined || status !== undefined,
    "a refund has an id or a status"
  )

export const refundListSchema = z.union([
  z.array(z.unknown()),
  z
    .looseObject({ [LIST_FIELD]: z.array(z.unknown()) })
    .transform((list) => list[LIST_FIELD]),
])

export const eventSchema = z.looseObject({
  type: z.string().min(1),
  created: instant,
  data: z.looseObject({ object: z.record(z.string(), z.unknown()) }),
})
