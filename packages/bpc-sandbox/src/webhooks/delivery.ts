export type DeliveryState =
  "waiting" | "retrying" | "delivered" | "failed" | "dropped" | "no_target"

/** One event on its way to the shop. Times are milliseconds since 1970. */
export type Delivery = {
  id: string
  type: string
  sessionId: string
  requestId: string | null
  body: string
  createdAt: number
  state: DeliveryState
  nextTryAt?: number
  tries: DeliveryTry[]
}

export type DeliveryTry = {
  at: number
  /** The moment that the signature names, on the machine's clock: a receiver compares it with its own. */
  signedAt: number
  url: string
  headers: Record<string, string>
  /** HTTP status, or null when no answer came. */
  status: number | null
  error?: string
  durationMs: number
  manual: boolean
}
