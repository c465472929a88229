import { isIP } from "node:net"
import { type EgressOptions, isForbiddenAddress } from "./address"
import { type GatewayError, configurationError } from "./errors"
import { err, ok, type Result } from "./result"

const ALWAYS_HOSTS = new Set([
  "metadata",
  "metadata.google.internal",
  "metadata.goog",
  "instance-data",
])

/**
 * The gateway's base address, checked before the key is sent to it; a trailing slash is removed from its path.
 * Names are checked again when they resolve, because a harmless name may point inside.
 * @returns a `configuration` error with a sentence that names the remedy
 */
export function checkApiUrl(
  url: string,
  options: EgressOptions
): Result<URL, GatewayError> {
  const refuse = (sentence: string) => err(configurationError(sentence))
  const text = url.trim()
  if (!URL.canParse(text)) {
    return refuse(
      "The gateway's address is not a URL. Enter it with scheme and path, such as https://dev.bpcbt.com/api2."
    )
  }
  const parsed = new URL(text)
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") {
    return refuse("The gateway's address must begin with https://.")
  }
  if (parsed.username !== "" || parsed.password !== "") {
    return refuse(
      "The gateway's address must not contain a user name or password. The API key has a field of its own."
    )
  }
  if (parsed.search !== "" || parsed.hash !== "" || /[?#]/.test(text)) {
    return refuse(
      "The gateway's address must not contain a query or a fragment (? or #)."
    )
  }
  if (leadsInside(parsed, { allowInsecure: true })) {
    return refuse(
      "The gateway's address points to a link-local or metadata service, which is never allowed."
    )
  }
  if (leadsInside(parsed, options)) {
    return refuse(
      "The gateway's address points into a private network or to this machine. For a local sandbox, allow it with allowInsecureGateway."
    )
  }
  if (parsed.protocol === "http:" && !options.allowInsecure) {
    return refuse(
      "The gateway's address must begin with https://, because the API key is sent there. For a local sandbox, allow http with allowInsecureGateway."
    )
  }
  parsed.pathname = parsed.pathname.replace(/\/+$/, "")
  return ok(parsed)
}

/**
 * Whether a URL names a place that must not be called, as far as its text tells: a name is looked at again when it resolves
 * (`createAgents`).
 */
export function leadsInside(url: URL, options: EgressOptions): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.+$/, "")
  if (host === "" || ALWAYS_HOSTS.has(host)) {
    return true
  }
  if (isIP(host) !== 0) {
    return isForbiddenAddress(host, options)
  }
  const local = host === "localhost" || host.endsWith(".localhost")
  return local && !options.allowInsecure
}
