import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type ConfigModule } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  parseCorsOrigins,
} from "@medusajs/framework/utils"

const READING = ["GET", "HEAD", "OPTIONS"]

/** What of a request tells whose page sent it. A page can set none of these headers but the content type. */
export type Sender = {
  method: string
  contentType: string | undefined
  hasBody: boolean
  authorization: string | undefined
  origin: string | undefined
  /** `Sec-Fetch-Site`. */
  site: string | undefined
  /** Names under which the browser may have reached us. */
  hosts: readonly string[]
  secure: boolean
}

export type Refusal = { status: 403 | 415; type: string; message: string }

/**
 * Why a request that would change something is refused; undefined when it may pass. A browser sends an admin's cookie along with
 * whatever a stranger's page makes it send, so two things are asked of each request, either of which keeps strangers out:
 *
 * - JSON, which a page of another origin may send only after CORS allowed it. No body needs no type where a stranger's page could not
 *   have sent the request either: DELETE, or an `Authorization` header.
 * - A page of our own, or of an origin in `adminCors`. Servers and command lines send neither header and pass.
 *
 * @param adminCors origins and patterns, as Medusa's CORS reads them
 */
export function refusalOf(
  sender: Sender,
  adminCors: readonly (string | RegExp)[]
): Refusal | undefined {
  if (READING.includes(sender.method)) {
    return undefined
  }
  if (!isJson(sender)) {
    return {
      status: 415,
      type: "unsupported_media_type",
      message:
        "This address takes application/json only: send the header Content-Type: application/json. Nothing was changed.",
    }
  }
  return isForeign(sender, adminCors)
    ? {
        status: 403,
        type: "forbidden",
        message: `This request comes from a page of another origin${sender.origin ? ` (${sender.origin})` : ""}, which may not change payments here. If your admin lies there, list its origin in ADMIN_CORS (projectConfig.http.adminCors). Nothing was changed.`,
      }
    : undefined
}

function isJson({
  method,
  contentType,
  hasBody,
  authorization,
}: Sender): boolean {
  return contentType === undefined
    ? !hasBody && (method === "DELETE" || authorization !== undefined)
    : contentType.split(";", 1)[0]?.trim().toLowerCase() === "application/json"
}

function isForeign(
  { origin, site, hosts, secure }: Sender,
  adminCors: readonly (string | RegExp)[]
): boolean {
  if (origin !== undefined && isListed(origin, adminCors)) {
    return false
  }
  // The browser's own word, which holds behind a proxy that changes the host's name as well.
  if (site === "same-origin") {
    return false
  }
  // "same-site" is another origin too: a shop's blog or storefront beside its backend.
  if (site !== undefined && site !== "none") {
    return true
  }
  return origin !== undefined && !isOwn(origin, hosts, secure)
}

function isListed(
  origin: string,
  adminCors: readonly (string | RegExp)[]
): boolean {
  return adminCors.some((one) =>
    one instanceof RegExp ? one.test(origin) : one === origin
  )
}

/** `null`, which a browser sends for a page without an origin, is nobody's own. */
function isOwn(
  origin: string,
  hosts: readonly string[],
  secure: boolean
): boolean {
  if (!URL.canParse(origin)) {
    return false
  }
  const { protocol, host } = new URL(origin)
  if (!/^https?:$/.test(protocol) || (secure && protocol === "http:")) {
    return false
  }
  return hosts.some((own) => {
    const url = `${protocol}//${own}`
    return URL.canParse(url) && new URL(url).host === host
  })
}

/** Keeps strangers' pages away from every admin route of ours that changes something. */
export function refuseForeignRequests(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const { projectConfig } = req.scope.resolve<ConfigModule>(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const refusal = refusalOf(
    senderOf(req),
    parseCorsOrigins(projectConfig.http.adminCors)
  )
  if (refusal) {
    const { status, ...body } = refusal
    res.status(status).set("Cache-Control", "no-store").json(body)
    return
  }
  next()
}

function senderOf(req: MedusaRequest): Sender {
  return {
    method: req.method,
    contentType: req.get("content-type"),
    hasBody:
      req.get("transfer-encoding") !== undefined ||
      Number(req.get("content-length") ?? 0) > 0,
    authorization: req.get("authorization"),
    origin: req.get("origin"),
    site: req.get("sec-fetch-site")?.toLowerCase(),
    hosts: [
      req.get("host"),
      req.get("x-forwarded-host")?.split(",", 1)[0]?.trim(),
    ].filter((host) => host !== undefined),
    secure: req.secure,
  }
}
