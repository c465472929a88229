import { createServer, request as forward } from "node:http"
import { type AddressInfo } from "node:net"

export type RoundRobin = { url: string; close(): Promise<void> }

/** A load balancer without stickiness: each request goes to the next server. */
export async function startRoundRobin(
  servers: readonly string[],
  port = 0
): Promise<RoundRobin> {
  let turn = 0
  const balancer = createServer((incoming, answer) => {
    const target = new URL(servers[turn++ % servers.length]!)
    const outgoing = forward(
      {
        host: target.hostname,
        port: target.port,
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
      },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers)
        response.pipe(answer)
      }
    )
    outgoing.once("error", () => answer.writeHead(502).end())
    incoming.pipe(outgoing)
  })
  await new Promise<void>((ready) => balancer.listen(port, ready))
  const { port: actual } = balancer.address() as AddressInfo
  return {
    url: `http://localhost:${actual}`,
    close: () =>
      new Promise((done) => {
        balancer.close(() => done())
        balancer.closeAllConnections()
      }),
  }
}
