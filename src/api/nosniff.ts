import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"

/** What we answer is what we say it is: no browser may take an answer for a script or a page because of what it holds. */
export function forbidSniffing(
  _req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  res.set("X-Content-Type-Options", "nosniff")
  next()
}
