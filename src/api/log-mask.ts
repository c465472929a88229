import { type MedusaRequest } from "@medusajs/framework/http"

/**
 * Keeps the secret of a return address or a payment link out of Medusa's request log, and off the page that Express shows for a method
 * or a path that has no route: both write the address as the request has it when it ends. The id before the secret stays,
 * so that support finds the payment. To be mounted with `app.use`, at the path before the token.
 */
export function maskToken(
  req: Pick<MedusaRequest, "path" | "baseUrl" | "originalUrl">,
  _res: unknown,
  next: () => void
): void {
  // Under `app.use` the path is what follows the mount point: the token, and whatever somebody wrote behind it.
  const id = /^\/(bpc[a-z]+_[0-9A-Za-z]{1,40})\./.exec(req.path)?.[1]
  const query = req.originalUrl.indexOf("?")
  req.originalUrl = `${req.baseUrl}/${id ? `${id}.` : ""}***${query < 0 ? "" : req.originalUrl.slice(query)}`
  next()
}
