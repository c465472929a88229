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
  async (input: { fulfillmentId: string }, { container }) =>
    new StepResponse(await captureShippedOrder(container, input.fulfillmentId))
)

/** Captures what is still held for an order whose parcel left, if the shop has chosen so. */
export const captureShippedOrderWorkflow = createWorkflow(
  "bpc-capture-shipped-order",
  (input: WorkflowData<{ fulfillmentId: string }>) =>
    new WorkflowResponse(captureShippedOrderStep(input))
)
