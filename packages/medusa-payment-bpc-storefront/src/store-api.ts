/** Where the store API is, and the key it asks for. */
export type StoreApi = {
  /** Address of the Medusa backend, such as `https://api.shop.example`. */
  backendUrl?: string
  publishableKey?: string
}

/**
 * - `unreachable`: no connection to the shop
 * - `refused`: the shop said no; `message` is its sentence for the shopper, in English
 * - `not_found`: the shop does not know this payment (any more)
 * - `failed`: anything else
 */
export type BpcErrorCode = "unreachable" | "refused" | "not_found" | "failed"

/** What kept a payment from being started or asked about. In every case nothing was charged by the call. */
export class BpcPaymentError extends Error {
  constructor(
    readonly code: BpcErrorCode,
    message: string = code
  ) {
    super(message)
  }
}

/** @throws BpcPaymentError */
export async function callStore<Answer>(
  { backendUrl = "", publishableKey = "" }: StoreApi,
  path: string,
  { body, signal }: { body?: object; signal?: AbortSignal }
): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(`${backendUrl.replace(/\/+$/, "")}/store/${path}`, {
      method: body ? "POST" : "GET",
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": publishableKey,
      },
      body: JSON.stringify(body),
      signal,
    })
  } catch (error) {
    throw signal?.aborted ? error : new BpcPaymentError("unreachable")
  }
  const answer = await response.json().catch(() => ({}))
  if (response.ok) {
    return answer
  }
  const { status } = response
  throw new BpcPaymentError(
    status === 404
      ? "not_found"
      : status < 500 && status !== 429 && answer.message
        ? "refused"
        : "failed",
    answer.message
  )
}
