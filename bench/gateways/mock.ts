import {
  type IncomingMessage,
  type ServerResponse,
  createServer,
} from "node:http"
import { type AddressInfo } from "node:net"
import { gatewayAnswer } from "./bpc-answers"
import { stripeAnswer } from "./stripe-answers"

export type MockGateways = {
  port: number
  /** Base URL of the API that speaks as BPC's gateway does. */
  apiUrl: string
  /** Connections taken since the start. */
  connections(): number
  close(): Promise<void>
}

/** Both gateways as one server that knows nothing and answers at once: what a call costs then is the caller's own work. */
export async function startMockGateways(): Promise<MockGateways> {
  let connections = 0
  const server = createServer((request, response) => {
    void answer(request, response)
  })
  server.keepAliveTimeout = 60_000
  server.on("connection", () => connections++)
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const { port } = server.address() as AddressInfo
  return {
    port,
    apiUrl: `http://127.0.0.1:${port}/api2`,
    connections: () => connections,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const { url = "/", method = "GET" } = request
  const body = await bodyOf(request)
  const object = url.startsWith("/v1/")
    ? stripeAnswer(method, url, body)
    : gatewayAnswer(method, url, body)
  const json = JSON.stringify(object)
  response.writeHead(200, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(json),
  })
  response.end(json)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString("utf8")
}
