import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { reconcile } from "./reconcile"

const reconcileStep = createStep(
  "bpc-reconcile",
  async (_: Record<string, never>, { container }) =>
    new StepResponse(await reconcile(container))
)

/** Takes up what is due: stored events whose work was not finished, and sessions that the gateway must be asked about. */
export const reconcileWorkflow = createWorkflow(
  "bpc-reconcile",
  () => new WorkflowResponse(reconcileStep({}))
)
