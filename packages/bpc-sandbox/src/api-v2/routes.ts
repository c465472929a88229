import { invalid } from "../errors"
import type { Operation } from "../faults"
import type { Gateway } from "../gateway"
import { param, type Route } from "../http/route"
import type { Happening } from "../sessions"
import { IdempotencyKeys } from "./idempotency"
import { captureOf, newSessionOf, refundOf } from "./input"
import { runOperation, type OperationHandler, type Outcome } from "./pipeline"

/** eCommerce API V2 below `/api2` (reference, section 12.2). */
export function apiV2Routes(gateway: Gateway): Route[] {
  const { sessions, cashier, store, wire, desk } = gateway
  const keys = new IdempotencyKeys()

  const route = (
    method: Route["method"],
    path: string,
    operation: Operation,
    handler: OperationHandler
  ): Route => ({
    method,
    path: `/api2${path}`,
    handle: (call) => runOperation(gateway, keys, operation, call, handler),
  })

  const sessionAnswer = ({ session, events }: Happening): Outcome => ({
    object: wire.session(session, "answer"),
    sessionId: session.id,
    events,
  })

  const paymentAnswer = (
    paymentId: string,
    { session, events }: Happening
  ): Outcome => ({
    object: wire.payment(session, store.payment(paymentId).payment, "answer"),
    sessionId: session.id,
    events,
  })

  return [
    route("POST", "/sessions", "createSession", (_call, body) => ({
      ...sessionAnswer(
        sessions.create(
          newSessionOf(body, gateway.clock.now(), gateway.currencies)
        )
      ),
      status: desk.current.createdStatus,
    })),
    route("GET", "/sessions/:id", "readSession", (call) => {
      const session = store.session(param(call, "id"))
      void sessions.expireIfDue(session)
      return sessionAnswer({ session, events: [] })
    }),
    route("POST", "/sessions/:id/expire", "expireSession", (call) =>
      sessionAnswer(sessions.expire(store.session(param(call, "id")), "shop"))
    ),
    route("GET", "/payments/:id", "readPayment", (call) => {
      const { session, payment } = store.payment(param(call, "id"))
      return paymentAnswer(payment.id, { session, events: [] })
    }),
    route("POST", "/payments/:id/capture", "capturePayment", (call, body) => {
      const target = store.payment(param(call, "id"))
      const { amount } = captureOf(body)
      return paymentAnswer(
        target.payment.id,
        cashier.capture(target, amount, "shop")
      )
    }),
    route("POST", "/payments/:id/cancel", "cancelPayment", (call) => {
      const target = store.payment(param(call, "id"))
      return paymentAnswer(
        target.payment.id,
        cashier.cancelPayment(target, "shop")
      )
    }),
    route("POST", "/refunds", "createRefund", (_call, body) => {
      const request = refundOf(body)
      const target = store.payment(request.paymentId)
      const { session, refund, events } = cashier.refund(
        target,
        request,
        "shop"
      )
      return {
        status: desk.current.createdStatus,
        object: wire.refund(session, refund, "answer"),
        sessionId: session.id,
        events,
      }
    }),
    route("GET", "/refunds/:id", "readRefund", (call) => {
      const { session, refund } = store.refund(param(call, "id"))
      return {
        object: wire.refund(session, refund, "answer"),
        sessionId: session.id,
      }
    }),
    route("GET", "/refunds", "listRefunds", (call) => {
      const paymentId = call.url.searchParams.get("paymentId")
      if (!paymentId) throw invalid("paymentId is missing")
      const { session, payment } = store.payment(paymentId)
      const refunds = session.refunds.filter(
        (refund) => refund.paymentId === payment.id
      )
      return {
        object: {
          data: refunds.map((refund) => wire.refund(session, refund, "answer")),
        },
        sessionId: session.id,
      }
    }),
  ]
}
