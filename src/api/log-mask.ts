import { type MedusaRequest } from "@medusajs/framework/http"

/**
 * Keeps the secret of a return address or a payment link out of what Medusa writes: the request log and the page that Express shows for a
 * method without a route write `originalUrl`, the log of a route's error writes `path` (framework, http/middlewares/error-handler).
 * The id before the secret stays, so that support finds the payment. Routing goes by `url`, which stays as it is. To be mounted
 * with `app.use`, at the path before the token.
 */
export function maskToken(
  req: Pick<MedusaRequest, "path" | "baseUrl" | "originalUrl">,
  _res: unknown,
  next: () => void
): void {
  // Under `app.use` the path is what follows the mount point: the token, and whatever somebody wrote behind it.
  const id = /^\/(bpc[a-z]+_[0-9A-Za-z]{1,40})\./.exec(req.path)?.[1]
  const masked = `${req.baseUrl}/${id ? `${id}.` : ""}***`
  const query = req.originalUrl.indexOf("?")
  req.originalUrl = `${masked}${query < 0 ? "" : req.originalUrl.slice(query)}`
  // Express computes it from `url`; it has no setter.
  Object.defineProperty(req, "path", { value: masked, configurable: true })
  next()
}
