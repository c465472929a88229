import { MedusaError } from "@medusajs/framework/utils"
import { TOTAL_CHANGED } from "../../modules/bpc/pages"

/** An error of Medusa's, and the step of its workflow in which it came up. The engine hands errors over as plain objects. */
export type OrderFailure = { step?: string; error: unknown }

/**
 * Why there is no order. Only a decision about the cart may give money back: somebody looked at the cart and said no, and would say
 * no again. A fault (database, locks, network, time) says nothing about the cart: it is tried again.
 */
export type WhyNoOrder =
  | { kind: "fault"; sentence: string }
  | { kind: "decision"; reason: DecisionReason; sentence: string }

type DecisionReason = "order_impossible" | "cart_changed"

/**
 * Decides by what is known: marks of a fault anywhere in the error first, then the goods, then who spoke. An error that nobody can
 * place is a fault: it costs twenty minutes, a wrong refund costs the sale.
 *
 * @param goodsGone titles of the cart's items whose product or variant was deleted: Medusa can never place an order for it
 */
export function whyNoOrder(
  failures: readonly OrderFailure[],
  { goodsGone }: { goodsGone: readonly string[] }
): WhyNoOrder {
  const failure = failures[0] ?? { error: new Error("Unknown error") }
  const sentence = sentenceOf(failure.error)
  if (failures.some(({ error }) => isFault(error))) {
    return { kind: "fault", sentence }
  }
  if (sentence === TOTAL_CHANGED) {
    return { kind: "decision", reason: "cart_changed", sentence }
  }
  if (goodsGone.length > 0 && !isOurs(failure)) {
    return {
      kind: "decision",
      reason: "order_impossible",
      sentence: `No longer in the catalogue: ${goodsGone.join(", ")}. (${sentence})`,
    }
  }
  return isDecision(failure)
    ? { kind: "decision", reason: "order_impossible", sentence }
    : { kind: "fault", sentence }
}

/** A store's own code: it speaks by throwing, and whatever it throws is its answer. */
const HOOKS = new Set([
  "validate",
  "beforePaymentAuthorization",
  "orderCreated",
])

/**
 * Steps of Medusa's completion that write what was decided before, or wait for a lock. Their errors say nothing about the cart, whatever
 * their type is: a unique index that refuses an order's number arrives as invalid data.
 */
const WRITERS = new Set([
  "acquire-lock-step",
  "get-payment-collection",
  "create-payment-session",
  "delete-payment-sessions-workflow-as-step",
  "use-query-graph-step",
  "cart-query",
  "shipping-options-query",
  "compensate-payment-if-needed",
  "create-orders",
  "create-remote-links",
  "update-carts",
  "emit-event-step",
  "emit-reservation-item-created",
  "add-order-transaction",
  "release-lock-step",
])

/** What steps that look at the cart throw when it does not do (core-flows: cart items, payments, shipping, stock, promotions). */
const REFUSALS = new Set<string>([
  MedusaError.Types.INVALID_DATA,
  MedusaError.Types.INVALID_ARGUMENT,
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.NOT_FOUND,
  MedusaError.Types.FORBIDDEN,
  MedusaError.Types.UNAUTHORIZED,
  MedusaError.Types.DUPLICATE_ERROR,
  MedusaError.Codes.INSUFFICIENT_INVENTORY,
])

function isDecision(failure: OrderFailure): boolean {
  const { step = "", error } = failure
  if (HOOKS.has(step)) {
    return true
  }
  if (WRITERS.has(step) || isOurs(failure)) {
    return false
  }
  return [textOf(error, "type"), textOf(error, "code")].some((word) =>
    REFUSALS.has(word)
  )
}

/**
 * Our own provider speaks in this step, and the payment module when it could not write. What we refused there is in the ledger, and
 * read back from it; the rest may pass.
 */
function isOurs({ step = "", error }: OrderFailure): boolean {
  const type = textOf(error, "type")
  return (
    step.startsWith("authorize-payment-session") ||
    type === MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR ||
    type === MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR
  )
}

/** SQLSTATE of a database, or the word of the operating system, the name service or an HTTP client that got no answer. */
const FAULT_CODE =
  /^([0-9A-Z]{2}[0-9]{3}|[0-9A-Z]{2}[0-9][0-9A-Z]{2}|ECONN\w+|E?TIMEDOUT|ESOCKETTIMEDOUT|ETIMEOUT|ENOTFOUND|EAI_\w+|EPIPE|E(HOST|NET)(UNREACH|DOWN)|EPROTO|E[MN]FILE|ENOMEM|ENOSPC|EBUSY|EIO|ERR_(NETWORK|SOCKET\w*|STREAM\w*|TLS\w*|SSL\w*|BAD_RESPONSE|CANCELED)|ABORT_ERR|UND_ERR_\w+)$/

/** Drivers (MikroORM, knex, ioredis), workflow engine and fetch. */
const FAULT_NAME =
  /^(\w*Exception|\w*TimeoutError|TimeoutError|AbortError|AbortedError|MaxRetriesPerRequestError|ReplyError|TransactionStateError)$/

/** Of those that bear neither code nor name. */
const FAULT_WORDS =
  /connection (terminated|is closed|error|timed out|refused|reset)|terminating connection|acquir(e|ing) (a )?(connection|lock)|is already locked|timeout exceeded when trying to connect|pool is (probably full|draining|destroyed)|not queryable|client was closed|socket hang up|fetch failed|database system is (shutting down|starting up)|deadlock detected|could not serialize access|too many clients already/i

const FAULT_TYPES = new Set<string>([
  MedusaError.Types.DB_ERROR,
  MedusaError.Types.CONFLICT,
])

function isFault(error: unknown): boolean {
  return chainOf(error).some(
    (one) =>
      FAULT_CODE.test(textOf(one, "code")) ||
      FAULT_NAME.test(textOf(one, "name")) ||
      FAULT_TYPES.has(textOf(one, "type")) ||
      (textOf(one, "type") === "" && FAULT_WORDS.test(textOf(one, "message")))
  )
}

const MAXIMUM_DEPTH = 8

/** The error and all that lies behind it: its causes, the errors of an aggregate, the `{ action, error }` of a nested workflow. */
function chainOf(error: unknown, depth = 0): Record<string, unknown>[] {
  if (!isRecord(error) || depth > MAXIMUM_DEPTH) {
    return []
  }
  const inner = [
    error.cause,
    error.error,
    error.previous,
    ...(Array.isArray(error.errors) ? error.errors : []),
  ]
  return [error, ...inner.flatMap((one) => chainOf(one, depth + 1))]
}

function sentenceOf(error: unknown): string {
  return isRecord(error) && typeof error.message === "string"
    ? error.message
    : String(error)
}

function textOf(error: unknown, key: string): string {
  const value = isRecord(error) ? error[key] : undefined
  return typeof value === "string" ? value : ""
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}
