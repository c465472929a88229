import { lookup as resolve, type LookupAddress } from "node:dns"
import * as http from "node:http"
import * as https from "node:https"
import { type LookupFunction } from "node:net"
import { type HttpsProxyAgent } from "https-proxy-agent"
import { isForbiddenAddress } from "./address"
import {
  ConnectionError,
  FORBIDDEN_ADDRESS,
  destroyUnless,
} from "./connection-error"
import { proxyAgentFor } from "./proxy-agent"

/**
 * How long an idle connection is kept, in milliseconds (the HTTP client lifts it while a call is under way; a shorter
 * `Keep-Alive: timeout=` of the gateway wins). Shorter than the usual 60 s of load balancers, because a POST on a
 * connection that the other side is just closing fails with an outcome that nobody knows.
 */
const IDLE_MS = 15_000

export type AgentOptions = {
  /** The gateway's address: calls to it go through the outgoing proxy that the environment names for it. Left out: never. */
  proxiedTo?: string
  connectTimeoutMs: number
  maxSockets: number
  allowInsecure: boolean
}

export type Agents = {
  http: http.Agent
  https: https.Agent | HttpsProxyAgent<string>
  /** Closes idle connections now and each busy one when its answer is there: a money call in flight keeps its answer. */
  close(): void
}

/**
 * Keep-alive agents with a limit on connecting (name, TCP and TLS together), on sockets, and on where they connect to.
 *
 * @throws GatewayError of kind `configuration` when the environment names an outgoing proxy that is none
 */
export function createAgents(options: AgentOptions): Agents {
  const common = {
    keepAlive: true,
    keepAliveMsecs: 10_000,
    maxSockets: options.maxSockets,
    maxFreeSockets: options.maxSockets,
    timeout: IDLE_MS,
    scheduling: "lifo" as const,
    lookup: guardedLookup(options.allowInsecure),
  }
  const plain = new http.Agent(common)
  const tls = {
    // Stated because NODE_TLS_REJECT_UNAUTHORIZED=0 in a shop's environment would switch the check off for the key as well.
    rejectUnauthorized: true,
    minVersion: "TLSv1.2" as const,
  }
  const { lookup: _guard, ...unguarded } = common
  const proxied =
    options.proxiedTo === undefined
      ? undefined
      : proxyAgentFor(
          options.proxiedTo,
          { ...unguarded, ...tls },
          options.connectTimeoutMs
        )
  const secure = proxied ?? new https.Agent({ ...common, ...tls })
  const agents = [plain, secure]
  for (const agent of agents) {
    if (agent !== proxied) {
      limitConnecting(agent, options.connectTimeoutMs)
    }
  }
  return {
    http: plain,
    https: secure,
    close: () => {
      for (const agent of agents) {
        agent.maxFreeSockets = 0
        for (const socket of Object.values(agent.freeSockets).flat()) {
          socket?.destroy()
        }
      }
    },
  }
}

function limitConnecting(agent: http.Agent, connectTimeoutMs: number): void {
  const connect = agent.createConnection.bind(agent)
  agent.createConnection = (options, callback) => {
    const socket = connect(options, callback)
    if (socket) {
      const ready = agent instanceof https.Agent ? "secureConnect" : "connect"
      destroyUnless(socket, ready, connectTimeoutMs)
    }
    return socket
  }
}

/** Resolves a name and refuses addresses that the settings check would have refused: a name can change after the check. */
function guardedLookup(allowInsecure: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, [])
        return
      }
      const forbidden = addresses.some(({ address }: LookupAddress) =>
        isForbiddenAddress(address, { allowInsecure })
      )
      const first = addresses[0]
      if (forbidden || first === undefined) {
        callback(
          new ConnectionError(
            FORBIDDEN_ADDRESS,
            "the name resolves to an address that must not be called"
          ),
          []
        )
        return
      }
      if (options.all) {
        callback(null, addresses)
      } else {
        callback(null, first.address, first.family)
      }
    })
  }
}
