import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { answerWebhook } from "./answer-webhook"
import { readRawBody } from "./raw-body"

export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const rawBody = await readRawBody(req)
  if (!rawBody) {
    res
      .set("Connection", "close")
      .status(413)
      .json({ message: "The body is over 256 KiB." })
    return
  }
  await answerWebhook(req, res, rawBody)
}
