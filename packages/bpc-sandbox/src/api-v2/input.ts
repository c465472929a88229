import { z } from "zod"
import { currencyCode } from "../currency"
import { invalid, Refusal } from "../errors"
import type { NewSession } from "../sessions"

/** V1's amounts have at most twelve digits (reference, section 15.2). */
const LARGEST_AMOUNT = 999_999_999_999

const amount = z
  .int("must be an integer in minor units")
  .positive("must be positive")
  .max(LARGEST_AMOUNT, "must have at most 12 digits")

const plainText = z
  .string()
  .refine((text) => !/[<>]/.test(text), "must not hold HTML")

/** Absolute with a scheme, custom schemes included, 1 to 512 characters (reference, section 4.3). */
const returnUrl = plainText
  .max(512, "must have at most 512 characters")
  .refine(
    (text) => /^[A-Za-z][A-Za-z0-9+.-]*:\/\/./.test(text) && URL.canParse(text),
    "must be an absolute URL with a scheme"
  )
  .refine(
    (text) => !/^(javascript|data|vbscript):/i.test(text),
    "must not hold a script"
  )

const reference = plainText
  .min(1, "must not be empty")
  .max(36, "must have at most 36 characters")

const metadata = z
  .record(
    z.string().min(1).max(40, "has a key above 40 characters"),
    z.string("must hold texts only").max(255, "has a text above 255 characters")
  )
  .refine(
    (entries) => Object.keys(entries).length <= 10,
    "must have at most 10 entries"
  )

const createSchema = z.object({
  amount,
  currency: z.string(),
  successUrl: returnUrl,
  failureUrl: returnUrl,
  paymentData: z
    .object({ captureMethod: z.enum(["automatic", "manual"]).optional() })
    .optional(),
  merchantReferenceId: reference.optional(),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2}$/, "must be a language of two letters")
    .optional(),
  metadata: metadata.optional(),
  customerDetails: z.record(z.string(), z.unknown()).optional(),
  merchantCustomerId: z
    .string()
    .regex(
      /^[A-Za-z0-9_-]{8,50}$/,
      "must be 8 to 50 digits, Latin letters, _ or -"
    )
    .optional(),
  setupFutureUsage: z
    .looseObject({
      category: z.enum(["empty", "unscheduled", "recurrent", "installment"]),
    })
    .optional(),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
})

const captureSchema = z.object({ amount })

const refundSchema = z.object({
  paymentId: z.string().min(1),
  amount,
  merchantReferenceId: reference.optional(),
})

/** The rules of `POST /sessions` (reference, section 4.2). `served` lists the merchant's currencies; empty means all. */
export function newSessionOf(
  body: unknown,
  now: number,
  served: readonly string[]
): NewSession {
  const input = parse(createSchema, body)
  const currency = currencyCode(input.currency)
  if (!currency || (served.length > 0 && !served.includes(currency))) {
    throw new Refusal(400, "unknown_currency", "Unknown currency")
  }
  const expiresAt =
    input.expiresAt === undefined ? undefined : Date.parse(input.expiresAt)
  if (expiresAt !== undefined && expiresAt <= now) {
    throw invalid("expiresAt must be in the future")
  }
  return {
    amount: input.amount,
    currency,
    captureMethod: input.paymentData?.captureMethod ?? "automatic",
    successUrl: input.successUrl,
    failureUrl: input.failureUrl,
    locale: (input.locale ?? "en").toUpperCase(),
    customerDetails: input.customerDetails ?? {},
    metadata: input.metadata ?? {},
    merchantReferenceId: input.merchantReferenceId,
    merchantCustomerId: input.merchantCustomerId,
    setupFutureUsage: input.setupFutureUsage,
    expiresAt,
  }
}

export function captureOf(body: unknown): { amount: number } {
  return parse(captureSchema, body)
}

export function refundOf(body: unknown): z.output<typeof refundSchema> {
  return parse(refundSchema, body)
}

/** The JSON of a body; `undefined` for none. */
export function jsonOf(body: string, contentType: string | undefined): unknown {
  if (body === "") return undefined
  if (!/^application\/json\b/i.test(contentType ?? "")) {
    throw new Refusal(
      415,
      "unsupported_media_type",
      "Send the body as application/json"
    )
  }
  try {
    return JSON.parse(body)
  } catch {
    throw invalid("The body is not JSON")
  }
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown
): z.output<Schema> {
  if (body === undefined) throw invalid("The body is missing")
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join(".")
  throw invalid(field ? `${field}: ${issue?.message}` : "The body is no object")
}
