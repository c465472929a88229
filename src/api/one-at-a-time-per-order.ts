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
import { BusyError } from "../modules/bpc/locks"
import { ORDER_CANCELED, orderIsChanging } from "../modules/bpc/refusals"
import type BpcModuleService from "../modules/bpc/service"
import { BEGINNINGS, ENDS, ROUTES } from "./order-routes"
import { untilAnswered } from "./until-answered"
import { logText } from "../workflows/error-text"

const CANCEL_ORDER = "/admin/orders/:id/cancel"
const CAPTURE_PAYMENT = "/admin/payments/:id/capture"
const REFUND_PAYMENT = "/admin/payments/:id/refund"

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

const paymentOf = ({ params }: MedusaRequest) => ({
  subject: "payment" as const,
  id: params.id ?? "",
})

export const ONE_AT_A_TIME_PER_ORDER = [
  {
    matcher: CAPTURE_PAYMENT,
    methods: ["POST" as const],
    middlewares: [oneAtATime(paymentOf, refuseToCapture)],
  },
  {
    matcher: REFUND_PAYMENT,
    methods: ["POST" as const],
    middlewares: [oneAtATime(paymentOf, refuseToRefund)],
  },
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

/** What a cancelled order held is released, by its cancelling or by the job after it. */
async function refuseToCapture(
  bpc: BpcModuleService,
  orderId: string
): Promise<MedusaError | undefined> {
  return (await bpc.queries.isOrderCanceled(orderId))
    ? new MedusaError(MedusaError.Types.NOT_ALLOWED, ORDER_CANCELED.capture)
    : undefined
}

/** Medusa refuses it after the money went, and a second try would send it again (core-flows, create-order-refund-credit-lines workflow). */
async function refuseToRefund(
  bpc: BpcModuleService,
  orderId: string
): Promise<MedusaError | undefined> {
  return (await bpc.queries.isOrderCanceled(orderId))
    ? new MedusaError(MedusaError.Types.NOT_ALLOWED, ORDER_CANCELED.refund)
    : undefined
}

type Refusal = (
  bpc: BpcModuleService,
  orderId: string
) => Promise<MedusaError | undefined>

function oneAtATime(
  subjectOf: (req: MedusaRequest) => { subject: OrderSubject; id: string },
  refusal?: Refusal
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
          `[bpc] ${req.method} ${req.path} runs without our own lock: ${logText(error)}`
        )
      next()
    }
  }
}
