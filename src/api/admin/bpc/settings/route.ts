import {
  type AuthenticatedMedusaRequest,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { saveSettings, settingsView } from "../../../../modules/bpc/settings"
import { actorOf, answer, bpcOf, refuse } from "../answers"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  answer(res, await settingsView(bpcOf(req)))
}

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const saved = await saveSettings(bpcOf(req), req.body, await actorOf(req))
  if (!saved.ok) {
    refuse(saved.error)
  }
  answer(res, await settingsView(bpcOf(req)))
}
