import { BlockList, isIP, isIPv6 } from "node:net"
import { type GatewayError, configurationError } from "./errors"
import { err, ok, type Result } from "./result"

type EgressOptions = { allowInsecure: boolean }

/** Cloud metadata services and neighbours on the link: they hand out credentials, so no setting opens them. */
const ALWAYS_V4: readonly [string, number][] = [
  ["169.254.0.0", 16],
  ["168.63.129.16", 32],
  ["100.100.100.200", 32],
  ["224.0.0.0", 4],
  ["255.255.255.255", 32],
]
const ALWAYS_V6: readonly [string, number][] = [
  ["fe80::", 10],
  ["fd00:ec2::254", 128],
  ["ff00::", 8],
]
const PRIVATE_V4: readonly [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["240.0.0.0", 4],
]
const PRIVATE_V6: readonly [string, number][] = [
  ["::", 128],
  ["::1", 128],
  ["fc00::", 7],
  ["fec0::", 10],
  // Teredo and 6to4 carry an IPv4 address inside.
  ["2001::", 32],
  ["2002::", 16],
]

/** Each IPv4 range also in its NAT64 form; the mapped form (::ffff:a.b.c.d) is covered by `BlockList` itself. */
function blockList(
  v4: readonly [string, number][],
  v6: readonly [string, number][]
): BlockList {
  const list = new BlockList()
  for (const [address, prefix] of v4) {
    list.addSubnet(address, prefix, "ipv4")
    list.addSubnet(`64:ff9b::${address}`, 96 + prefix, "ipv6")
  }
  for (const [address, prefix] of v6) {
    list.addSubnet(address, prefix, "ipv6")
  }
  return list
}

const always = blockList(ALWAYS_V4, ALWAYS_V6)
const internal = blockList(PRIVATE_V4, PRIVATE_V6)

const ALWAYS_HOSTS = new Set([
  "metadata",
  "metadata.google.internal",
  "metadata.goog",
  "instance-data",
])

/**
 * Whether an address must not be called: link-local and metadata addresses never, private and loopback ones only with
 * `allowInsecure`. What is not an IP address at all is forbidden.
 */
export function isForbiddenAddress(
  ip: string,
  options: EgressOptions
): boolean {
  const address = ip.split("%", 1)[0] ?? ""
  if (isIP(address) === 0) {
    return true
  }
  const family = isIPv6(address) ? "ipv6" : "ipv4"
  return (
    always.check(address, family) ||
    (!options.allowInsecure && internal.check(address, family))
  )
}

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
  const host = parsed.hostname.replace(/^\[|\]$/g, "").replace(/\.+$/, "")
  if (
    ALWAYS_HOSTS.has(host) ||
    isForbiddenHost(host, { allowInsecure: true })
  ) {
    return refuse(
      "The gateway's address points to a link-local or metadata service, which is never allowed."
    )
  }
  if (isForbiddenHost(host, options)) {
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

function isForbiddenHost(host: string, options: EgressOptions): boolean {
  if (host === "") {
    return true
  }
  if (isIP(host) !== 0) {
    return isForbiddenAddress(host, options)
  }
  const local = host === "localhost" || host.endsWith(".localhost")
  return local && !options.allowInsecure
}
