import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { storeBytes } from "../../../../../store-process/limit-route"

/** The bare insert once more, as a route of Medusa's: what its middleware costs by itself. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  storeBytes(
    req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION),
    req,
    res
  )
}
