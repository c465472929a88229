import { z } from "zod"
import { type Asked, queryText } from "./query"

/** `GET /admin/bpc/diagnosis`: JSON to be saved and sent; its contents may change with any version. */
export const diagnosisQuery = z.object({
  /** The payment that the question is about. */
  session_id: queryText,
})
export type DiagnosisRequest = Asked<typeof diagnosisQuery>
