import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { createLink, type CreateLinkInput } from "./create-link"
import { openLink, type OpenLinkInput } from "./open-link"
import { revokeLink, type RevokeLinkInput } from "./revoke-link"

const createLinkStep = createStep(
  "bpc-create-payment-link",
  async (input: CreateLinkInput, { container }) => {
    const { id } = await createLink(container, input)
    return new StepResponse({ id })
  }
)

/** Makes a link that asks for what an order owes whenever it is opened. */
export const createPaymentLinkWorkflow = createWorkflow(
  "bpc-create-payment-link",
  (input: WorkflowData<CreateLinkInput>) =>
    new WorkflowResponse(createLinkStep(input))
)

const openLinkStep = createStep(
  "bpc-open-payment-link",
  async (input: OpenLinkInput, { container }) =>
    new StepResponse(await openLink(container, input))
)

/** Finds out what a link has to show: the gateway's page, or why there is nothing to pay. */
export const openPaymentLinkWorkflow = createWorkflow(
  "bpc-open-payment-link",
  (input: WorkflowData<OpenLinkInput>) =>
    new WorkflowResponse(openLinkStep(input))
)

const revokeLinkStep = createStep(
  "bpc-revoke-payment-link",
  async (input: RevokeLinkInput, { container }) => {
    await revokeLink(container, input)
    return new StepResponse(input.id)
  }
)

/** Revokes a link and closes its order's open pages. */
export const revokePaymentLinkWorkflow = createWorkflow(
  "bpc-revoke-payment-link",
  (input: WorkflowData<RevokeLinkInput>) =>
    new WorkflowResponse(revokeLinkStep(input))
)
