import { type Logger, type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { BPC_MODULE } from "../../modules/bpc"
import type BpcModuleService from "../../modules/bpc/service"

/**
 * Captures each of our authorised payments of the order behind a fulfilment, through Medusa's own workflow, so that the
 * order's books follow. A capture that fails is left to a person: the order shows it, and the warning about old
 * authorisations keeps reminding.
 *
 * @returns the ids of the payments that were captured
 */
export async function captureShippedOrder(
  container: MedusaContainer,
  fulfillmentId: string
): Promise<string[]> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  const { captureOnShipment } = await bpc.configuration.settings()
  if (!captureOnShipment) {
    return []
  }
  const captured: string[] = []
  for (const paymentId of await bpc.queries.heldPaymentsOfFulfillment(
    fulfillmentId
  )) {
    try {
      await capturePaymentWorkflow(container).run({
        input: { payment_id: paymentId },
      })
      captured.push(paymentId)
    } catch (error) {
      container
        .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
        .error(
          `[bpc] the shipped order's payment ${paymentId} was not captured: ${error instanceof Error ? error.message : String(error)}`
        )
    }
  }
  return captured
}
