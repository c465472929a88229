import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { type RefundSessionInput, refundSession } from "./refund"

const refundSessionStep = createStep(
  "bpc-refund-session",
  async (input: RefundSessionInput, { container }) => {
    await refundSession(container, input)
    return new StepResponse(input.id)
  }
)

/** Refunds a payment from its own page in the admin. */
export const refundSessionWorkflow = createWorkflow(
  "bpc-refund-session",
  (input: WorkflowData<RefundSessionInput>) =>
    new WorkflowResponse(refundSessionStep(input))
)
