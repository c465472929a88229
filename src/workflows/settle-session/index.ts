import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { type Trigger } from "./needs-asking"
import { settle } from "./settle"

export type SettleSessionInput = { id: string; trigger: Trigger }

export type SettledSession = {
  id: string
  state: string
  reason: string | null
  orderId: string | null
}

/** Settling has no compensation on purpose: what the gateway has taken cannot be untaken, only settled again. */
const settleSessionStep = createStep(
  "bpc-settle-session",
  async (input: SettleSessionInput, { container }) => {
    const row = await settle(container, input)
    const settled: SettledSession | null = row
      ? {
          id: row.id,
          state: row.state,
          reason: row.reason,
          orderId: row.orderId,
        }
      : null
    return new StepResponse(settled)
  }
)

/** Ends a gateway session's money in one order, one refund or one held payment, as far as it can be decided now. */
export const settleSessionWorkflow = createWorkflow(
  "bpc-settle-session",
  (input: WorkflowData<SettleSessionInput>) =>
    new WorkflowResponse(settleSessionStep(input))
)
