import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { processEvent } from "./process-event"

const processWebhookEventStep = createStep(
  "bpc-process-webhook-event",
  async (input: { id: string }, { container }) =>
    new StepResponse(await processEvent(container, input.id))
)

/** Does the work of one stored webhook event; its row in the inbox says what became of it. */
export const processWebhookEventWorkflow = createWorkflow(
  "bpc-process-webhook-event",
  (input: WorkflowData<{ id: string }>) =>
    new WorkflowResponse(processWebhookEventStep(input))
)
