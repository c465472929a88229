import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { type StoredEvent } from "../../modules/bpc/inbox"
import { processEvent } from "./process-event"

const processWebhookEventStep = createStep(
  "bpc-process-webhook-event",
  async (input: { event: StoredEvent }, { container }) =>
    new StepResponse(await processEvent(container, input.event))
)

/** Does the work of one stored webhook event; its row in the inbox says what became of it. */
export const processWebhookEventWorkflow = createWorkflow(
  "bpc-process-webhook-event",
  (input: WorkflowData<{ event: StoredEvent }>) =>
    new WorkflowResponse(processWebhookEventStep(input))
)
