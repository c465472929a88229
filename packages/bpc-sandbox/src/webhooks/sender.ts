import type { Clock } from "../clock"
import type { FaultDesk } from "../fault-desk"
import { newRequestId } from "../ids"
import type { Delivery, DeliveryTry } from "./delivery"
import { post } from "./post"
import { signatureHeader } from "./signature"

export type WebhookTarget = { url?: string; secret: string }

type Parts = {
  clock: Clock
  desk: FaultDesk
  target: WebhookTarget
  timeoutMs: number
}

/** Makes one try to deliver an event: signs it, posts it, and writes down what came of it. */
export class WebhookSender {
  private readonly abort = new AbortController()

  constructor(private readonly parts: Parts) {}

  async send(
    delivery: Delivery,
    url: string,
    manual: boolean
  ): Promise<DeliveryTry> {
    const { clock, desk, timeoutMs } = this.parts
    const at = clock.now()
    const kept = desk.current.signature.retryKeepsTimestamp
      ? delivery.tries[0]?.signedAt
      : undefined
    const signedAt = kept ?? clock.real()
    const headers = this.headers(delivery, signedAt)
    const started = performance.now()
    const outcome = await post({
      url,
      body: delivery.body,
      headers,
      timeoutMs,
      signal: this.abort.signal,
    }).then(
      (status) => ({ status }),
      (error: unknown) => ({ status: null, error: reasonOf(error) })
    )
    const durationMs = Math.round(performance.now() - started)
    return { at, signedAt, url, headers, manual, durationMs, ...outcome }
  }

  /** Cuts short what is on its way; nothing can be sent afterwards. */
  stop(): void {
    this.abort.abort()
  }

  /** The headers of reference, section 8.1. */
  private headers(
    delivery: Delivery,
    signedAt: number
  ): Record<string, string> {
    const { desk, target } = this.parts
    const signature = signatureHeader({
      body: delivery.body,
      secret: target.secret,
      now: signedAt,
      style: desk.current.signature,
    })
    const fresh = desk.current.webhooks.requestId === "per_try"
    const requestId = fresh ? newRequestId() : delivery.requestId
    return {
      "Content-Type": "application/json",
      "X-Version": "2023-11-15",
      ...(signature !== undefined && { "X-Signature": signature }),
      ...(requestId !== null && { "API-Request-Id": requestId }),
    }
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  return code === "ECONNREFUSED"
    ? "Connection refused: nothing listens there"
    : message || code || String(error)
}
