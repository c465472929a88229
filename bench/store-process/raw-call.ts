import { Agent, request } from "node:http"
import { type Caller } from "./caller"

/** The cheapest call that Node can make and understand: a kept-alive connection, a body, the answer's JSON. */
export function rawCaller(
  port: number,
  paths: { create: string; read: string; contentType: string; body: string }
): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const call = (method: "GET" | "POST", path: string, body?: string) =>
    new Promise<unknown>((resolve, reject) => {
      const outgoing = request(
        {
          agent,
          host: "127.0.0.1",
          port,
          method,
          path,
          headers: body
            ? {
                "Content-Type": paths.contentType,
                "Content-Length": Buffer.byteLength(body),
              }
            : {},
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on("data", (chunk: Buffer) => chunks.push(chunk))
          response.on("end", () =>
            resolve(JSON.parse(Buffer.concat(chunks).toString("utf8")))
          )
        }
      )
      outgoing.on("error", reject)
      outgoing.end(body)
    })
  return {
    initiatePayment: () => call("POST", paths.create, paths.body),
    getPaymentStatus: () => call("GET", paths.read),
  }
}
