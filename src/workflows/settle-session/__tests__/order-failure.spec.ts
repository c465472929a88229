import { MedusaError } from "@medusajs/framework/utils"
import { TOTAL_CHANGED } from "../../../modules/bpc/pages"
import { whyNoOrder } from "../order-failure"

/*
 * Which errors of Medusa's workflows are which. A decision about the cart gives the money back; everything else is tried again. Steps are
 * those of `completeCartWorkflow` and of what it is used with (core-flows 2.21.2).
 */

const { Types } = MedusaError

const medusa = (type: string, message = "No.", code?: string) =>
  // As the workflow engine hands it over.
  ({ ...new MedusaError(type, message, code), name: "Error", message })
const named = (name: string, message: string, more: object = {}) => ({
  name,
  message,
  stack: "",
  ...more,
})
const ofDatabase = (code: string, name = "DriverException") =>
  named(name, "insert into ... - injected", { code, severity: "ERROR" })

type Case = { step?: string; what: string; error: unknown }

// prettier-ignore
const FAULTS: Case[] = [
  ...["57P01", "57P02", "57P03", "40001", "40P01", "53300", "53200", "08006", "08000", "55P03", "25006", "25P03", "XX000", "58030", "42P01"].map((code) => ({
    step: "create-orders", what: `SQLSTATE ${code}`, error: ofDatabase(code),
  })),
  ...["validate", "validate-shipping", "reserve-inventory-step", "register-usage", "authorize-payment-session-step", "orderCreated"].map((step) => ({
    step, what: "a database that is going down", error: ofDatabase("57P01", "DriverException"),
  })),
  { step: "reserve-inventory-step", what: "a deadlock", error: ofDatabase("40P01", "DeadlockException") },
  { step: "reserve-inventory-step", what: "a lock that was waited for too long", error: ofDatabase("55P03", "LockWaitTimeoutException") },
  { step: "validate-cart-payments", what: "no connection", error: named("ConnectionException", "connect ECONNREFUSED 127.0.0.1:5432", { code: "ECONNREFUSED" }) },
  { step: "cart-query", what: "an exhausted pool", error: named("KnexTimeoutError", "Knex: Timeout acquiring a connection. The pool is probably full.") },
  { step: "validate-shipping", what: "a connection that broke", error: named("Error", "Connection terminated unexpectedly") },
  { step: "validate-shipping", what: "a connection that could not be opened", error: named("Error", "timeout exceeded when trying to connect") },
  { step: "validate", what: "an aggregate of refused connections", error: named("AggregateError", "", { errors: [named("Error", "connect ECONNREFUSED ::1:5432", { code: "ECONNREFUSED" })] }) },
  { step: "validate", what: "a hook that did not reach its own service", error: named("TypeError", "fetch failed", { cause: { code: "UND_ERR_CONNECT_TIMEOUT" } }) },
  { step: "validate", what: "a hook whose service was down", error: named("AxiosError", "Request failed with status code 503", { code: "ERR_BAD_RESPONSE" }) },
  { step: "validate", what: "a fault behind a hook's own words", error: named("Error", "The stock could not be checked", { cause: ofDatabase("53300") }) },
  { step: "validate", what: "a fault two causes deep", error: named("Error", "a", { cause: named("Error", "b", { cause: ofDatabase("57P01") }) }) },
  { step: "acquire-lock-step", what: "a lock in memory", error: named("Error", 'Failed to acquire lock for key "cart_1"') },
  { step: "acquire-lock-step", what: "a lock in PostgreSQL", error: named("Error", '"cart_1" is already locked.') },
  { step: "acquire-lock-step", what: "a lock in Redis", error: medusa(Types.CONFLICT, "Timed-out acquiring lock.") },
  { step: "acquire-lock-step", what: "a Redis that is away", error: named("MaxRetriesPerRequestError", "Reached the max retries per request limit") },
  { step: "reserve-inventory-step", what: "a lock of the stock", error: named("Error", 'Failed to acquire lock for key "iitem_1"') },
  { step: "create-orders", what: "a workflow that ran out of time", error: named("TransactionTimeoutError", "Transaction timeout") },
  { step: "create-orders", what: "a step that ran out of time", error: named("TransactionStepTimeoutError", "Step timeout") },
  { step: "create-orders", what: "an order's number that is taken", error: medusa(Types.INVALID_DATA, "Order with display_id: 7, already exists.") },
  { step: "create-orders", what: "a column of a migration that is under way", error: medusa(Types.INVALID_DATA, "column \"x\" does not exist") },
  { step: "create-orders", what: "a relation that cannot be written", error: medusa(Types.NOT_FOUND, "You tried to set relationship ...") },
  { step: "create-remote-links", what: "a link that is refused", error: medusa(Types.INVALID_DATA) },
  { step: "update-carts", what: "a cart that cannot be written", error: medusa(Types.NOT_FOUND) },
  { step: "add-order-transaction", what: "a transaction that cannot be written", error: medusa(Types.INVALID_DATA) },
  { step: "release-lock-step", what: "a lock that cannot be let go", error: named("Error", "Connection is closed.") },
  { step: "authorize-payment-session-step", what: "Medusa's words for whatever it met there", error: medusa(Types.PAYMENT_AUTHORIZATION_ERROR, "Payment authorization failed") },
  { step: "authorize-payment-session-step", what: "a gateway that does not answer", error: medusa(Types.PAYMENT_REQUIRES_MORE_ERROR, "This payment cannot be checked at the moment.") },
  { step: "authorize-payment-session-step", what: "a roll-back that our provider refused", error: medusa(Types.NOT_ALLOWED, "The gateway's books do not allow this cancel") },
  { step: "authorize-payment-session-autocapture", what: "the same for an order's payment", error: medusa(Types.NOT_ALLOWED) },
  { step: "capture-payment-as-step", what: "a state that nobody expected", error: medusa(Types.UNEXPECTED_STATE) },
  { step: "validate-shipping", what: "a slip of Medusa's own, with all goods there", error: named("TypeError", "Cannot read properties of undefined (reading 'product')") },
  { what: "something thrown outside of any step", error: named("Error", "Unknown error") },
  { what: "a database error of Medusa's own type", error: medusa(Types.DB_ERROR) },
  { what: "nothing at all", error: undefined },
  { what: "a text", error: "away" },
]

// prettier-ignore
const DECISIONS: Case[] = [
  { step: "validate-cart-items", what: "an empty cart", error: medusa(Types.INVALID_DATA, "Cannot complete a cart with no items") },
  { step: "validate-cart-payments", what: "a provider that is switched off", error: medusa(Types.INVALID_DATA, "Payment provider pp_bpc_bpc is not enabled in the cart's region reg_1.") },
  { step: "validate-shipping", what: "no shipping method", error: medusa(Types.INVALID_DATA, "No shipping method selected but the cart contains items that require shipping.") },
  { step: "validate-shipping", what: "a shipping option that is gone", error: medusa(Types.INVALID_DATA, "The cart items require shipping profiles that are not satisfied by the current shipping methods") },
  { step: "reserve-inventory-step", what: "stock that is gone", error: medusa(Types.NOT_ALLOWED, "Not enough stock available for item iitem_1 at location sloc_1") },
  { step: "reserve-inventory-step", what: "stock that is gone, by its code", error: medusa("insufficient", "Some variant does not have the required inventory", MedusaError.Codes.INSUFFICIENT_INVENTORY) },
  { step: "reserve-inventory-step", what: "an inventory level that is gone", error: medusa(Types.NOT_FOUND, "Item iitem_1 is not stocked at location sloc_1") },
  { step: "reserve-inventory-step", what: "a channel without a stock location", error: medusa(Types.INVALID_DATA, "Sales channel sc_1 is not associated with any stock location for variant variant_1.") },
  { step: "register-usage", what: "a promotion that is used up", error: medusa(Types.NOT_ALLOWED, "Promotion usage exceeds the limit.") },
  { step: "validate", what: "a hook's plain error", error: named("Error", "No deliveries to islands this week") },
  { step: "validate", what: "a hook's error of Medusa's", error: medusa(Types.UNEXPECTED_STATE, "The event is sold out") },
  { step: "validate", what: "a hook that throws a text", error: { message: '"closed"' } },
  { step: "validate", what: "a hook whose service refuses", error: named("AxiosError", "Request failed with status code 422", { code: "ERR_BAD_REQUEST" }) },
  { step: "validate", what: "a hook that speaks of time", error: named("Error", "Your reservation has timed out. Please choose another slot.") },
  { step: "validate", what: "a hook with codes of its own", error: named("Error", "Too late", { code: "EXPIRED" }) },
  { step: "beforePaymentAuthorization", what: "a later hook", error: named("Error", "Fraud suspected") },
  { step: "orderCreated", what: "the last hook", error: named("Error", "The vendor refused") },
  { step: "validate-payment-provider-in-region", what: "a provider that is switched off, for an adopted payment", error: medusa(Types.INVALID_DATA) },
  { step: "split-by-vendor", what: "a refusal of a step of the store's own", error: medusa(Types.NOT_ALLOWED, "A vendor is closed") },
  { what: "a refusal of Medusa's outside of any step", error: medusa(Types.INVALID_DATA) },
]

it.each(FAULTS)("tried again: $what ($step)", ({ step, error }) => {
  expect(whyNoOrder([{ step, error }], { goodsGone: [] }).kind).toBe("fault")
})

it.each(DECISIONS)("given back: $what ($step)", ({ step, error }) => {
  expect(whyNoOrder([{ step, error }], { goodsGone: [] })).toEqual({
    kind: "decision",
    reason: "order_impossible",
    sentence: (error as { message: string }).message,
  })
})

it("a cart that was changed in the moment of its order is one of its own", () => {
  const error = medusa(Types.PAYMENT_AUTHORIZATION_ERROR, TOTAL_CHANGED)
  expect(
    whyNoOrder([{ step: "authorize-payment-session-step", error }], {
      goodsGone: [],
    })
  ).toMatchObject({ kind: "decision", reason: "cart_changed" })
})

it("one fault among several errors is enough", () => {
  expect(
    whyNoOrder(
      [
        { step: "validate-shipping", error: medusa(Types.INVALID_DATA) },
        { step: "reserve-inventory-step", error: ofDatabase("40001") },
      ],
      { goodsGone: [] }
    ).kind
  ).toBe("fault")
})

describe("goods that were deleted", () => {
  const gone = { goodsGone: ["Ember mug"] }

  it("are named, where Medusa only stumbles over them", () => {
    const error = named("TypeError", "Cannot read properties of null")
    expect(whyNoOrder([{ step: "validate-shipping", error }], gone)).toEqual({
      kind: "decision",
      reason: "order_impossible",
      sentence:
        "No longer in the catalogue: Ember mug. (Cannot read properties of null)",
    })
  })

  it("do not turn a fault into a decision", () => {
    expect(
      whyNoOrder([{ step: "cart-query", error: ofDatabase("57P01") }], gone)
        .kind
    ).toBe("fault")
  })

  it("have nothing to do with what our provider answers", () => {
    const error = medusa(Types.PAYMENT_AUTHORIZATION_ERROR)
    expect(
      whyNoOrder([{ step: "authorize-payment-session-step", error }], gone).kind
    ).toBe("fault")
  })
})

it("an error that refers to itself is looked at once", () => {
  const error: Record<string, unknown> = named("Error", "round")
  error.cause = error
  expect(whyNoOrder([{ error }], { goodsGone: [] }).kind).toBe("fault")
})
