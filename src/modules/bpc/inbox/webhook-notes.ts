import { type Logger } from "@medusajs/framework/types"
import { type Heartbeat, type Heartbeats } from "../watch"
import { SIGNATURE_TEXT, type WebhookReceipt } from "./webhook-door"

/** Tells log and health page of webhooks that are refused. */
export class WebhookNotes {
  constructor(
    private readonly heartbeats: Heartbeats,
    private readonly logger: Logger
  ) {}

  /** Says at most twice a minute that webhooks are refused, in the log and for the health page; never rejects. */
  async badSignature({
    reason,
    news,
  }: Extract<WebhookReceipt, { outcome: "bad_signature" }>): Promise<void> {
    if (reason === "layout" && news) {
      await this.note(
        "other_layout",
        reason,
        'webhooks are refused with 401: they are signed in another layout than the one that their account\'s gateway has signed in before. If the gateway has changed it, press "Forget the layout" at the account under Settings -> BPC Payments. Payments are settled by the job meanwhile.'
      )
    }
    await this.note(
      "bad_webhook",
      reason,
      `webhooks are refused with 401: the signature is ${SIGNATURE_TEXT[reason]}. Compare the webhook secret with the gateway's portal; nothing was changed by them.`
    )
  }

  /** The same for webhooks that nobody can verify. @param left what lies in `req.body` instead of the bytes */
  async unreadable(left: string): Promise<void> {
    await this.note(
      "body_read",
      left,
      `webhooks are answered with 503: a middleware or body parser of this store has read the request's body before the plugin, and left ${left} instead of its bytes, so the signature cannot be checked. Let it leave out /webhooks/bpc, or keep the bytes in req.rawBody. Payments are settled by the job meanwhile.`
    )
  }

  private async note(
    heartbeat: Heartbeat,
    detail: string,
    line: string
  ): Promise<void> {
    try {
      if (await this.heartbeats.beat(heartbeat, detail)) {
        this.logger.warn(`[bpc] ${line}`)
      }
    } catch {
      // The database is away: a refused webhook is not worth an error of its own.
    }
  }
}
