import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { exportQuery } from "../../../../api-schemas/export"
import { csvOf } from "../../../../modules/bpc/reports"
import { logText } from "../../../../workflows/error-text"
import { bpcOf } from "../answers"
import { queryOf } from "../requests"
import { filterOf } from "../sessions/filter"

/** A file of payments, or of captures and refunds: a stream, cut off rather than ended when something fails on the way. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { kind, layout, ...filters } = queryOf(req, exportQuery)
  const source = bpcOf(req).queries.export(kind, filterOf(filters))
  res
    .status(200)
    .set("Cache-Control", "no-store")
    .set("Content-Type", "text/csv; charset=utf-8")
    .set("Content-Disposition", `attachment; filename="bpc-${kind}.csv"`)
  await pipeline(Readable.from(csvOf(source, layout)), res).catch(
    (error: unknown) => {
      // Whoever asked has gone, or has a broken file and knows it: the answer's end is missing.
      req.scope
        .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
        .warn(`[bpc] an export was cut off: ${logText(error)}`)
    }
  )
}
