import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"

/** A storefront that polls is better served with an answer than with the truth a minute later. */
const PATIENCE_MS = 4_000
const RETRY_SECONDS = 5

const SENTENCE =
  "The shop cannot say at the moment what became of this payment. Nothing is lost: it is being checked. Please do not pay again; ask again in a few seconds."

/**
 * Answers 503 with a sentence within seconds, whatever is down and wherever in the chain it is waited for: Medusa's own check of the
 * publishable key comes before our routes and asks the database, too. Without a method, since only so does it come before Medusa's.
 */
export function answerInTime(
  _req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const json = res.json.bind(res)
  const unavailable = () => {
    res.status(503).set({
      "Retry-After": String(RETRY_SECONDS),
      "Cache-Control": "no-store",
    })
    return json({ type: "unavailable", message: SENTENCE })
  }
  const timer = setTimeout(() => {
    if (!res.headersSent) {
      unavailable()
      ignoreLateAnswer(res)
    }
  }, PATIENCE_MS)
  res.once("close", () => clearTimeout(timer))
  Object.assign(res, {
    json: (body: unknown) =>
      res.statusCode >= 500 ? unavailable() : json(body),
  })
  next()
}

/** Whoever comes with an answer afterwards would meet headers that are sent, and Express would break the connection. */
function ignoreLateAnswer(res: MedusaResponse): void {
  const same = () => res
  Object.assign(res, {
    status: same,
    set: same,
    setHeader: same,
    json: same,
    send: same,
    end: same,
  })
}
