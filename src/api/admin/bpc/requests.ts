import { type MedusaRequest } from "@medusajs/framework/http"
import { type z } from "zod"
import { firstComplaint } from "../../../modules/bpc/changes"
import { notFound, refuse } from "./answers"

/** @throws MedusaError 400 that names the field */
export function bodyOf<Schema extends z.ZodType>(
  req: MedusaRequest,
  schema: Schema
): z.output<Schema> {
  return read(schema, req.body ?? {})
}

/** @throws MedusaError 400 that names the field */
export function queryOf<Schema extends z.ZodType>(
  req: MedusaRequest,
  schema: Schema
): z.output<Schema> {
  return read(schema, req.query)
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown
): z.output<Schema> {
  const parsed = schema.safeParse(given)
  return parsed.success ? parsed.data : refuse(firstComplaint(parsed.error))
}

/**
 * For routes whose last segment is `test`: Medusa's compiler leaves out every folder of that name, so the segment is a
 * parameter. @throws MedusaError 404 for any other word
 */
export function onlyTest(req: MedusaRequest): void {
  if (req.params.action !== "test") {
    notFound("action")
  }
}
