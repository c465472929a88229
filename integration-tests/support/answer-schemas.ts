import { isDeepStrictEqual } from "node:util"
import { type z } from "zod"
import {
  accountAnswer,
  accountsAnswer,
  connectionTestAnswer,
  deletedAccountAnswer,
  savedAccountAnswer,
} from "../../src/api-schemas/accounts"
import { auditAnswer } from "../../src/api-schemas/audit"
import { eventAnswer, eventsAnswer } from "../../src/api-schemas/events"
import { healthAnswer } from "../../src/api-schemas/health"
import {
  paymentLinkAnswer,
  paymentLinksAnswer,
} from "../../src/api-schemas/payment-links"
import { sessionAnswer, sessionsAnswer } from "../../src/api-schemas/payments"
import { previewsAnswer, settingsAnswer } from "../../src/api-schemas/settings"
import { totalsAnswer } from "../../src/api-schemas/totals"
import { webhookTestAnswer } from "../../src/api-schemas/webhook-test"

/** The routes of the admin API, `:` for an id, and what they answer. */
const ANSWERS: Record<string, z.ZodType> = {
  "GET /settings": settingsAnswer,
  "POST /settings": settingsAnswer,
  "POST /settings/preview": previewsAnswer,
  "GET /accounts": accountsAnswer,
  "POST /accounts": savedAccountAnswer,
  "GET /accounts/:": accountAnswer,
  "POST /accounts/:": savedAccountAnswer,
  "DELETE /accounts/:": deletedAccountAnswer,
  "POST /accounts/:/test": connectionTestAnswer,
  "DELETE /accounts/:/signature-layout": accountAnswer,
  "POST /webhooks/test": webhookTestAnswer,
  "GET /health": healthAnswer,
  "GET /totals": totalsAnswer,
  "GET /audit": auditAnswer,
  "GET /sessions": sessionsAnswer,
  "GET /sessions/:": sessionAnswer,
  "POST /sessions/:/check": sessionAnswer,
  "POST /sessions/:/capture": sessionAnswer,
  "POST /sessions/:/refund": sessionAnswer,
  "POST /sessions/:/resolve": sessionAnswer,
  "GET /events": eventsAnswer,
  "GET /events/:": eventAnswer,
  "POST /events/:/retry": eventAnswer,
  "GET /payment-links": paymentLinksAnswer,
  "POST /payment-links": paymentLinkAnswer,
  "POST /payment-links/:/revoke": paymentLinkAnswer,
}

const BASE = "/admin/bpc"

/**
 * Every answer of the admin API that a test gets is what its schema says, with no field more.
 *
 * @throws Error
 */
export function expectItsSchema(
  method: string,
  path: string,
  body: unknown
): void {
  if (!path.startsWith(`${BASE}/`)) {
    return
  }
  const [plain = ""] = path.slice(BASE.length).split("?")
  const route = Object.keys(ANSWERS).find((known) =>
    new RegExp(`^${known.replaceAll("/:", "/[^/]+")}$`).test(
      `${method} ${plain}`
    )
  )
  const schema = route === undefined ? undefined : ANSWERS[route]
  if (!schema) {
    throw new Error(`No schema is known for ${method} ${path}`)
  }
  const parsed = schema.safeParse(body)
  if (!parsed.success) {
    throw new Error(
      `${method} ${path} answered against its schema: ${parsed.error.message}`
    )
  }
  const told: unknown = JSON.parse(JSON.stringify(parsed.data))
  if (!isDeepStrictEqual(told, body)) {
    throw new Error(
      `${method} ${path} answered more than its schema says: ${JSON.stringify(body)}`
    )
  }
}
