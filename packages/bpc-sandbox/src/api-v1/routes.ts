import { createHash, timingSafeEqual } from "node:crypto"
import { runApiCall, withEvents } from "../api-call"
import { booksOf } from "../books"
import { currencyNumber } from "../currency"
import { Refusal } from "../errors"
import type { GatewayEvent } from "../events"
import type { Operation } from "../faults"
import type { Gateway } from "../gateway"
import { json, type Answer } from "../http/answer"
import type { Call, Route } from "../http/route"
import { fundedPayment, type PaymentRecord, type SessionRecord } from "../model"
import type { WireObject } from "../wire"
import {
  amountOf,
  formOf,
  shownForm,
  textOf,
  unknownOrder,
  V1Refusal,
} from "./form"
import { depositedAmount, orderStatus } from "./order-status"

type Outcome = { object?: WireObject; events?: GatewayEvent[] }
type Handler = (session: SessionRecord, form: Map<string, string>) => Outcome

/** The Merchant REST API (V1) below `/payment/rest`, over the same orders as V2 (reference, section 15). */
export function v1Routes(gateway: Gateway): Route[] {
  const { sessions, cashier } = gateway

  const route = (operation: Operation, handler: Handler): Route => ({
    method: "POST",
    path: `/payment/rest/${operation}.do`,
    handle: (call) =>
      runApiCall(gateway, {
        operation,
        call,
        names: new URLSearchParams(call.body).get("orderId") ?? undefined,
        shownBody: shownForm(call.body),
        carryOut: async (logged) => {
          const { answer, session, events } = carriedOut(gateway, call, {
            operation,
            handler,
          })
          logged.sessionId = session?.id ?? logged.sessionId
          return withEvents(gateway, answer, events)
        },
      }),
  })

  return [
    route("getOrderStatusExtended", (session) => {
      void sessions.expireIfDue(session)
      return { object: orderStatus(session, gateway.desk.current.v1) }
    }),
    route("deposit", (session, form) => {
      const amount = amountOf(form)
      const payment = paymentOf(session)
      return cashier.capture(
        { session, payment },
        amount === 0 ? payment.capturable : amount,
        "shop"
      )
    }),
    route("reverse", (session, form) => {
      const payment = paymentOf(session)
      const amount = textOf(form, "amount", 12)
      try {
        if (payment.reversalFailed) {
          throw new V1Refusal("5", "A reversal was tried before")
        }
        if (amount !== undefined && Number(amount) !== payment.capturable) {
          throw new V1Refusal("5", "The sandbox reverses whole holds only")
        }
        return cashier.cancelPayment({ session, payment }, "shop")
      } catch (error) {
        payment.reversalFailed = true
        throw error
      }
    }),
    route("refund", (session, form) => refunded(gateway, session, form)),
    route("decline", (session, form) => {
      if (textOf(form, "orderNumber", 36) !== session.merchantReferenceId) {
        throw new V1Refusal("5", "orderNumber is missing or another order's")
      }
      return sessions.expire(session, "shop")
    }),
  ]
}

function refunded(
  gateway: Gateway,
  session: SessionRecord,
  form: Map<string, string>
): Outcome {
  const { cashier, desk } = gateway
  const amount = amountOf(form)
  const payment = paymentOf(session)
  const merchantReferenceId = textOf(form, "externalRefundId", 32)
  const expected = textOf(form, "expectedDepositedAmount", 12)
  const known =
    merchantReferenceId !== undefined &&
    session.refunds.some(
      (refund) => refund.merchantReferenceId === merchantReferenceId
    )
  const settings = desk.current.v1
  if (known && settings.refundChecks === "reference_first") return {}
  if (
    expected !== undefined &&
    Number(expected) !== depositedAmount(session, settings)
  ) {
    throw new V1Refusal("5", "The deposited amount is another one")
  }
  if (known) return {}
  return cashier.refund(
    { session, payment },
    {
      amount: amount === 0 ? booksOf(session).refundable : amount,
      merchantReferenceId,
    },
    "shop"
  )
}

function carriedOut(
  gateway: Gateway,
  call: Call,
  { operation, handler }: { operation: Operation; handler: Handler }
): { answer: Answer; session?: SessionRecord; events: GatewayEvent[] } {
  const { codes } = gateway.desk.current.v1
  try {
    const form = formOf(call)
    assertLogin(gateway, form)
    const session = orderOf(gateway, operation, form)
    assertCurrency(session, form)
    const { object, events } = handler(session, form)
    const success =
      codes === "success_flag"
        ? { success: true }
        : { errorCode: codes === "text" ? "0" : 0, errorMessage: "Success" }
    return {
      answer: json(200, { ...success, ...object }),
      session,
      events: events ?? [],
    }
  } catch (error) {
    const { code, message } = refusalOf(error)
    return {
      answer: json(200, {
        ...(codes === "success_flag" && { success: false }),
        errorCode: codes === "number" ? Number(code) : code,
        errorMessage: message,
      }),
      events: [],
    }
  }
}

/** Code 5 stands for whatever the order's state or the fields forbid, 7 for a fault of the system (section 15.1). */
function refusalOf(error: unknown): { code: string; message: string } {
  if (error instanceof V1Refusal) return error
  const message = error instanceof Error ? error.message : String(error)
  return { code: error instanceof Refusal ? "5" : "7", message }
}

function assertLogin(gateway: Gateway, form: Map<string, string>): void {
  const digest = (text: string) => createHash("sha256").update(text).digest()
  const given = [form.get("userName") ?? "", form.get("password") ?? ""]
  const right = [gateway.apiLogin, gateway.apiPassword]
  const same = given.map((text, index) =>
    timingSafeEqual(digest(text), digest(right[index] ?? ""))
  )
  if (same.includes(false)) throw new V1Refusal("5", "Access denied")
}

/** By `orderId`, which wins, or by `orderNumber`; the calls that move money want `merchantLogin` with the latter. */
function orderOf(
  gateway: Gateway,
  operation: Operation,
  form: Map<string, string>
): SessionRecord {
  const orderId = textOf(form, "orderId", 36)
  const orderNumber = textOf(form, "orderNumber", 36)
  if (orderId === undefined && orderNumber === undefined) {
    throw new V1Refusal("5", "orderId is missing")
  }
  if (
    orderId === undefined &&
    operation !== "getOrderStatusExtended" &&
    textOf(form, "merchantLogin", 255) === undefined
  ) {
    throw new V1Refusal("5", "merchantLogin is missing")
  }
  const session =
    orderId === undefined
      ? gateway.store
          .all()
          .find(
            ({ merchantReferenceId }) => merchantReferenceId === orderNumber
          )
      : gateway.store.byMdOrder(orderId)
  if (!session) throw unknownOrder()
  return session
}

function assertCurrency(
  session: SessionRecord,
  form: Map<string, string>
): void {
  const given = textOf(form, "currency", 3)
  if (given !== undefined && given !== currencyNumber(session.currency)) {
    throw new V1Refusal("5", "currency is not the order's")
  }
}

function paymentOf(session: SessionRecord): PaymentRecord {
  const payment = fundedPayment(session)
  if (!payment) throw new V1Refusal("5", "Nothing was paid on this order")
  return payment
}
