import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { type CaptureSessionInput, captureSession } from "./capture"

const captureSessionStep = createStep(
  "bpc-capture-session",
  async (input: CaptureSessionInput, { container }) => {
    await captureSession(container, input)
    return new StepResponse(input.id)
  }
)

/** Captures what is held for a payment from its own page in the admin. */
export const captureSessionWorkflow = createWorkflow(
  "bpc-capture-session",
  (input: WorkflowData<CaptureSessionInput>) =>
    new WorkflowResponse(captureSessionStep(input))
)
