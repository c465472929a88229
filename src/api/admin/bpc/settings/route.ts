import {
  type AuthenticatedMedusaRequest,
  type MedusaRequest,
} from "@medusajs/framework/http"
import { type settingsAnswer } from "../../../../api-schemas/settings"
import { saveSettings, settingsView } from "../../../../modules/bpc/settings"
import { actorOf, answer, type Answering, bpcOf, refuse } from "../answers"

export async function GET(
  req: MedusaRequest,
  res: Answering<typeof settingsAnswer>
): Promise<void> {
  answer(res, await settingsView(bpcOf(req)))
}

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Answering<typeof settingsAnswer>
): Promise<void> {
  const saved = await saveSettings(bpcOf(req), req.body, await actorOf(req))
  if (!saved.ok) {
    refuse(saved.error)
  }
  answer(res, await settingsView(bpcOf(req)))
}
