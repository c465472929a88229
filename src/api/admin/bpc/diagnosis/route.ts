import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { diagnosisQuery } from "../../../../api-schemas/diagnosis"
import {
  type Diagnosis,
  readDiagnosis,
} from "../../../../modules/bpc/diagnosis"
import { surroundingsOf } from "../../../../modules/bpc/health"
import { bpcOf } from "../answers"
import { queryOf } from "../requests"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<Diagnosis>
): Promise<void> {
  const { session_id: sessionId } = queryOf(req, diagnosisQuery)
  const diagnosis = await readDiagnosis(
    bpcOf(req),
    surroundingsOf(req.scope),
    sessionId
  )
  res
    .set("Cache-Control", "no-store")
    .set("Content-Disposition", 'attachment; filename="bpc-diagnosis.json"')
    .json(diagnosis)
}
