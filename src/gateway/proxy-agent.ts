import { type AgentOptions } from "node:https"
import { type Socket } from "node:net"
import { HttpsProxyAgent } from "https-proxy-agent"
import { getProxyForUrl } from "proxy-from-env"
import {
  ConnectionError,
  PROXY_REFUSED,
  connectTimeout,
  destroyUnless,
} from "./connection-error"
import { configurationError } from "./errors"

/**
 * The outgoing proxy that the environment names for an https address (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`), as an agent that lets it
 * tunnel: the proxy sees the gateway's name and no byte of a call. Undefined when there is none, and for a local gateway over http. The
 * proxy resolves the name, so that where it leads cannot be checked here.
 *
 * @throws GatewayError of kind `configuration` when the variable is no address of an HTTP proxy
 */
export function proxyAgentFor(
  address: string,
  options: AgentOptions,
  connectTimeoutMs: number
): HttpsProxyAgent<string> | undefined {
  const proxy = address.startsWith("https:") ? getProxyForUrl(address) : ""
  if (!proxy) {
    return undefined
  }
  if (!URL.canParse(proxy) || !/^https?:/.test(proxy)) {
    throw configurationError(
      "The environment variable HTTPS_PROXY is not the address of an HTTP proxy, such as http://proxy.example:3128. Nothing was sent."
    )
  }
  return new TunnelAgent(proxy, options, connectTimeoutMs)
}

/** A tunnel that ends in time, and in an error where the proxy refuses it: the proxy's own answer must not pass for the gateway's. */
class TunnelAgent extends HttpsProxyAgent<string> {
  constructor(
    proxy: string,
    options: AgentOptions,
    private readonly timeoutMs: number
  ) {
    super(proxy, options)
    // The library forgets them for what is behind the tunnel: certificates are checked there, and idle connections end.
    Object.assign(this.options, options)
  }

  override async connect(
    ...[request, options]: Parameters<HttpsProxyAgent<string>["connect"]>
  ): Promise<Socket> {
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(), this.timeoutMs)
    let status: number | undefined
    request.once("proxyConnect", ({ statusCode }: { statusCode: number }) => {
      status = statusCode
    })
    try {
      // Read by the library before it waits for anything.
      this.connectOpts = { ...this.connectOpts, signal: giveUp.signal }
      const socket = await super.connect(request, options)
      if (status !== 200) {
        socket.destroy()
        throw new ConnectionError(PROXY_REFUSED, `the proxy said ${status}`)
      }
      destroyUnless(socket, "secureConnect", this.timeoutMs)
      return socket
    } catch (error) {
      throw giveUp.signal.aborted ? connectTimeout(this.timeoutMs) : error
    } finally {
      clearTimeout(timer)
    }
  }
}
