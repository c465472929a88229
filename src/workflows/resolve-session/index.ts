import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { type ResolveInput, resolveSession } from "./resolve"

export { RESOLUTIONS } from "../../api-schemas/vocabulary"
export { type ResolveInput } from "./resolve"

const resolveSessionStep = createStep(
  "bpc-resolve-session",
  async (input: ResolveInput, { container }) => {
    await resolveSession(container, input)
    return new StepResponse(input.id)
  }
)

/** Ends a held payment as a person decided. */
export const resolveSessionWorkflow = createWorkflow(
  "bpc-resolve-session",
  (input: WorkflowData<ResolveInput>) =>
    new WorkflowResponse(resolveSessionStep(input))
)
