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
 * Answers 503 with a sentence within seconds where an answer takes longer or is an error of the store's. Medusa's own check of the publishable
 * key comes before all middlewares of a plugin: where that asks a database that is away, Medusa's pool decides how long it takes
 * (`acquireConnectionTimeout`, a minute by default).
 */
export const answerWithin =
  (patienceMs: number) =>
  (
    _req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ): void => {
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
    }, patienceMs)
    res.once("close", () => clearTimeout(timer))
    Object.assign(res, {
      json: (body: unknown) =>
        res.statusCode >= 500 ? unavailable() : json(body),
    })
    next()
  }

export const answerInTime = answerWithin(PATIENCE_MS)

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
