import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { BPC_MODULE } from "../modules/bpc"
import { type OrderSubject } from "../modules/bpc/core-tables"
import { BusyError } from "../modules/bpc/leases"
import { orderIsChanging } from "../modules/bpc/refusals"
import type BpcModuleService from "../modules/bpc/service"
import { untilAnswered } from "./until-answered"

/**
 * Medusa's own routes that move an order's money or change what it owes. Medusa lets two of them run into each other: its refund reads
 * the order before it calls the provider and writes a credit line afterwards, which is a change of the order like any other (core-flows,
 * refund-payment and create-order-refund-credit-lines workflows), so one of two throws after its money went.
 */
const ROUTES: readonly { matcher: string; subject: OrderSubject }[] = [
  { matcher: "/admin/payments/:id/capture", subject: "payment" },
  { matcher: "/admin/payments/:id/refund", subject: "payment" },
  {
    matcher: "/admin/payment-collections/:id/mark-as-paid",
    subject: "payment_collection",
  },
  { matcher: "/admin/orders/:id/credit-lines", subject: "order" },
  // Each parcel is a new version of the order as well, with all its items: two in the same instant, or one beside a credit line, and they
  // count twice (order module, applyChangeToOrder).
  ...["", "/:fulfillment_id/cancel", "/:fulfillment_id/shipments"].map(
    (action) => ({
      matcher: `/admin/orders/:id/fulfillments${action}`,
      subject: "order" as const,
    })
  ),
  {
    matcher: "/admin/orders/:id/fulfillments/:fulfillment_id/mark-as-delivered",
    subject: "order",
  },
  // An edit's id is its order's.
  { matcher: "/admin/order-edits/:id/request", subject: "order" },
  { matcher: "/admin/order-edits/:id/confirm", subject: "order" },
  { matcher: "/admin/returns/:id/request", subject: "return" },
  { matcher: "/admin/returns/:id/receive", subject: "return" },
  { matcher: "/admin/returns/:id/receive/confirm", subject: "return" },
  { matcher: "/admin/returns/:id/cancel", subject: "return" },
  { matcher: "/admin/exchanges/:id/request", subject: "exchange" },
  { matcher: "/admin/exchanges/:id/cancel", subject: "exchange" },
  { matcher: "/admin/claims/:id/request", subject: "claim" },
  { matcher: "/admin/claims/:id/cancel", subject: "claim" },
  ...["", "/cancel", "/guest"].map((action) => ({
    matcher: `/admin/orders/:id/transfer${action}`,
    subject: "order" as const,
  })),
  ...["request", "accept", "cancel", "decline"].map((action) => ({
    matcher: `/store/orders/:id/transfer/${action}`,
    subject: "order" as const,
  })),
]

/** Those that take a change back. */
const ENDS: readonly { matcher: string; subject: OrderSubject }[] = [
  { matcher: "/admin/order-edits/:id", subject: "order" },
  { matcher: "/admin/returns/:id/request", subject: "return" },
  { matcher: "/admin/returns/:id/receive", subject: "return" },
  { matcher: "/admin/exchanges/:id/request", subject: "exchange" },
  { matcher: "/admin/claims/:id/request", subject: "claim" },
]

const CANCEL_ORDER = "/admin/orders/:id/cancel"

/** Those that begin a change, with the order's id in the body. */
const BEGINNINGS = [
  "/admin/order-edits",
  "/admin/returns",
  "/admin/exchanges",
  "/admin/claims",
]

const orderIn = (body: unknown): string =>
  typeof body === "object" &&
  body !== null &&
  "order_id" in body &&
  typeof body.order_id === "string"
    ? body.order_id
    : ""

const orderOf = ({ params }: MedusaRequest) => ({
  subject: "order" as const,
  id: params.id ?? "",
})

export const ONE_AT_A_TIME_PER_ORDER = [
  {
    matcher: CANCEL_ORDER,
    methods: ["POST" as const],
    middlewares: [oneAtATime(orderOf, refuseToCancel)],
  },
  ...ENDS.map(({ matcher, subject }) => ({
    matcher,
    methods: ["DELETE" as const],
    middlewares: [
      oneAtATime(({ params }) => ({ subject, id: params.id ?? "" })),
    ],
  })),
  ...ROUTES.map(({ matcher, subject }) => ({
    matcher,
    methods: ["POST" as const],
    middlewares: [
      oneAtATime(({ params }) => ({ subject, id: params.id ?? "" })),
    ],
  })),
  ...BEGINNINGS.map((matcher) => ({
    matcher,
    methods: ["POST" as const],
    middlewares: [
      oneAtATime(({ body }) => ({ subject: "order", id: orderIn(body) })),
    ],
  })),
]

/**
 * Medusa releases an order's holds before it finds out that it cannot cancel the order, because a change of it is open (core-flows, cancel-order
 * workflow): the order would go on to say that its money is held.
 */
async function refuseToCancel(
  bpc: BpcModuleService,
  orderId: string
): Promise<MedusaError | undefined> {
  const change = await bpc.queries.openChangeOf(orderId)
  return change
    ? new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        orderIsChanging("cancel", change).merchant
      )
    : undefined
}

function oneAtATime(
  subjectOf: (req: MedusaRequest) => { subject: OrderSubject; id: string },
  refusal?: typeof refuseToCancel
) {
  return async (
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    try {
      const bpc = req.scope.resolve<BpcModuleService>(BPC_MODULE)
      const { subject, id } = subjectOf(req)
      const orderId = await bpc.queries.ourOrderOf(subject, id)
      if (!orderId) {
        next()
        return
      }
      const lease = await bpc.leases.take([`order:${orderId}`])
      const refused = await refusal?.(bpc, orderId)
      if (refused) {
        await lease.release()
        next(refused)
        return
      }
      untilAnswered(res, next, lease, () => {
        // What was refunded while a change was open is credited as soon as it ends.
        void bpc.ledger.checkOpenCreditOf(orderId).catch(() => undefined)
      })
    } catch (error) {
      if (error instanceof BusyError) {
        next(error)
        return
      }
      // Whatever keeps us from looking, Medusa's own work goes on; what differs afterwards is found by the job.
      req.scope
        .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
        .warn(
          `[bpc] ${req.method} ${req.path} runs without our own lock: ${String(error)}`
        )
      next()
    }
  }
}
