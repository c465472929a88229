import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { captureShippedOrder } from "./capture"

const captureShippedOrderStep = createStep(
  "bpc-capture-shipped-order",
  async (input: { orderId: string }, { container }) =>
    new StepResponse(await captureShippedOrder(container, input.orderId))
)

/** Captures what is due of an order by what of it has left, as the shop has chosen. Run again, it captures nothing twice. */
export const captureShippedOrderWorkflow = createWorkflow(
  "bpc-capture-shipped-order",
  (input: WorkflowData<{ orderId: string }>) =>
    new WorkflowResponse(captureShippedOrderStep(input))
)
