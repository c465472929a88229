import { z } from "zod"
import { WEBHOOK_CAUSES } from "./vocabulary"

export const webhookTestBody = z.object({
  /** Whose secret signs; left out, that of the first account in the shop's mode. */
  account_id: z.unknown(),
})

export const webhookTestAnswer = z.object({
  ok: z.boolean(),
  cause: z.enum(WEBHOOK_CAUSES),
  message: z.string(),
  url: z.string(),
  /** Null if nothing answered. */
  status: z.number().nullable(),
})
export type WebhookTest = z.input<typeof webhookTestAnswer>
