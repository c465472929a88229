import * as http from "node:http"
import { type AddressInfo, type Server, type Socket } from "node:net"

export type Received = {
  method: string
  url: string
  headers: http.IncomingHttpHeaders
  body: string
}

export type Handler = (
  request: Received,
  response: http.ServerResponse,
  socket: Socket
) => void

export type FakeServer = {
  url: string
  received: Received[]
  /** Connections accepted so far. */
  connections(): number
  /** What to do from now on: one handler for all, or one for each next request, the last one staying. */
  answer(...handlers: Handler[]): void
  close(): Promise<void>
}

export const json =
  (
    status: number,
    body: unknown,
    headers: Record<string, string> = {}
  ): Handler =>
  (_, response) => {
    response.writeHead(status, {
      "Content-Type": "application/json",
      ...headers,
    })
    response.end(JSON.stringify(body))
  }

export const text =
  (
    status: number,
    body: string,
    headers: Record<string, string> = {}
  ): Handler =>
  (_, response) => {
    response.writeHead(status, { "Content-Type": "text/html", ...headers })
    response.end(body)
  }

/** Takes the request and says nothing. */
export const silence: Handler = () => undefined

export const reset: Handler = (_, __, socket) => {
  socket.resetAndDestroy()
}

/** Breaks off in the middle of the body it announced. */
export const halfABody: Handler = (_, response, socket) => {
  response.writeHead(200, {
    "Content-Type": "application/json",
    "Content-Length": "1000",
  })
  response.write('{"id":"ps_1"', () => socket.destroy())
}

export const tenMegabytes: Handler = (_, response) => {
  response.writeHead(200, { "Content-Type": "application/json" })
  response.end(`{"id":"${"x".repeat(10 * 1024 * 1024)}"}`)
}

/** Answers in another protocol. */
export const noHttp: Handler = (_, __, socket) => {
  socket.end("SSH-2.0-OpenSSH_9.2\r\n")
}

export function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address() as AddressInfo
      resolve(address.port)
    })
  })
}

export async function startFakeServer(): Promise<FakeServer> {
  let handlers: Handler[] = [json(500, {})]
  let accepted = 0
  const received: Received[] = []
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const entry = {
        method: request.method ?? "",
        url: request.url ?? "",
        headers: request.headers,
        body: Buffer.concat(chunks).toString("utf8"),
      }
      received.push(entry)
      const handler = handlers.length > 1 ? handlers.shift() : handlers[0]
      handler?.(entry, response, request.socket)
    })
  })
  server.on("connection", () => {
    accepted += 1
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}/api2`,
    received,
    connections: () => accepted,
    answer: (...next) => {
      handlers = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
