import {
  EVENT_FAMILIES,
  PAYMENT_OF_REFUND,
  SESSION_OF_OBJECT,
  valuesAt,
} from "./dialect"
import {
  type GatewayPaymentId,
  type GatewayRefundId,
  type GatewaySessionId,
  type MerchantReference,
  parseGatewayPaymentId,
  parseGatewayRefundId,
  parseGatewaySessionId,
  parseMerchantReference,
} from "./ids"
import { err, ok, type Result } from "./result"
import { eventSchema } from "./schemas"
import { paymentOfSession } from "./session"

export type WebhookEventKind = "session" | "payment" | "refund" | "unknown"

/**
 * What an event says happened. A hint: the gateway is asked before anything is done (section 13, row 2). Ids of the wrong
 * type are absent. `merchantReferenceId` is the object's own: on a refund event it is the refund's reference.
 */
export type WebhookEvent = {
  type: string
  createdAt?: Date
  /** The snapshot as sent; it contains personal data. */
  object: Record<string, unknown>
  kind: WebhookEventKind
  gatewaySessionId?: GatewaySessionId
  paymentId?: GatewayPaymentId
  refundId?: GatewayRefundId
  merchantReferenceId?: MerchantReference
}

/** @param rawBody the bytes as received, after their signature was verified */
export function parseWebhookEvent(
  rawBody: Buffer
): Result<WebhookEvent, "not_json" | "not_an_event"> {
  const json = readJson(rawBody)
  if (!json.ok) {
    return json
  }
  const parsed = eventSchema.safeParse(json.value)
  if (!parsed.success) {
    return err("not_an_event")
  }
  const { type, created, data } = parsed.data
  const kind = kindOf(type)
  return ok({
    type,
    object: data.object,
    kind,
    ...(created && { createdAt: created }),
    ...idsOf(kind, data.object),
  })
}

function kindOf(type: string): WebhookEventKind {
  const families: Readonly<Record<string, WebhookEventKind>> = EVENT_FAMILIES
  const family = type.split(".", 1)[0]?.trim().toLowerCase() ?? ""
  return (
    (Object.hasOwn(families, family) ? families[family] : undefined) ??
    "unknown"
  )
}

type EventIds = Pick<
  WebhookEvent,
  "gatewaySessionId" | "paymentId" | "refundId" | "merchantReferenceId"
>

function idsOf(
  kind: WebhookEventKind,
  object: Record<string, unknown>
): EventIds {
  const first = <Id>(
    paths: readonly (readonly string[])[],
    parse: (value: unknown) => Id | undefined
  ): Id | undefined =>
    paths
      .flatMap((path) => valuesAt(object, path))
      .map(parse)
      .find((id) => id !== undefined)

  const gatewaySessionId =
    kind === "session"
      ? parseGatewaySessionId(object.id)
      : first(SESSION_OF_OBJECT, parseGatewaySessionId)
  const paymentId =
    kind === "payment"
      ? parseGatewayPaymentId(object.id)
      : kind === "session"
        ? paymentOfSession(object, undefined)?.id
        : first(PAYMENT_OF_REFUND, parseGatewayPaymentId)
  const refundId =
    kind === "refund" ? parseGatewayRefundId(object.id) : undefined
  const merchantReferenceId = first(
    [
      ["merchantReferenceId"],
      ...(kind === "payment" ? [["session", "merchantReferenceId"]] : []),
    ],
    parseMerchantReference
  )
  return {
    ...(gatewaySessionId && { gatewaySessionId }),
    ...(paymentId && { paymentId }),
    ...(refundId && { refundId }),
    ...(merchantReferenceId && { merchantReferenceId }),
  }
}

function readJson(rawBody: Buffer): Result<unknown, "not_json"> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(rawBody)
    const json: unknown = JSON.parse(text)
    return hasDuplicateNames(text) ? err("not_json") : ok(json)
  } catch {
    return err("not_json")
  }
}

/**
 * Two readers of an object that has a name twice may see two different events. Expects valid JSON, in which a text followed
 * by a colon is a name.
 */
function hasDuplicateNames(json: string): boolean {
  const open: Set<string>[] = []
  for (const token of json.matchAll(/("(?:[^"\\]|\\.)*")\s*(:?)|[{}]/g)) {
    const [whole, text, colon] = token
    if (whole === "{") {
      open.push(new Set())
    } else if (whole === "}") {
      open.pop()
    } else if (text !== undefined && colon === ":") {
      const name = String(JSON.parse(text))
      const names = open.at(-1)
      if (names?.has(name)) {
        return true
      }
      names?.add(name)
    }
  }
  return false
}
