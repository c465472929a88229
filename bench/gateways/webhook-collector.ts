import { type IncomingHttpHeaders, createServer } from "node:http"
import { type AddressInfo } from "node:net"

/** A webhook as the sandbox sent it, to be delivered when, and as often as, a measurement wants it. */
export type Delivery = {
  type: string
  body: string
  headers: Record<string, string>
}

export type WebhookCollector = {
  url: string
  /** Everything that came since the last time it was collected. */
  collect(): Delivery[]
  close(): Promise<void>
}

/** Takes the sandbox's webhooks in the store's place and keeps them. */
export async function startWebhookCollector(): Promise<WebhookCollector> {
  let deliveries: Delivery[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8")
      const { type } = JSON.parse(body) as { type: string }
      deliveries.push({ type, body, headers: keptHeaders(request.headers) })
      response.writeHead(200).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    collect: () => {
      const collected = deliveries
      deliveries = []
      return collected
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function keptHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === "string" &&
      !/^(host|connection|content-length)$/.test(name)
        ? [[name, value]]
        : []
    )
  )
}

/** @throws Error when the answer is not 200 */
export async function deliver(url: string, delivery: Delivery): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: delivery.headers,
    body: delivery.body,
  })
  await response.arrayBuffer()
  if (response.status !== 200) {
    throw new Error(`A webhook was answered ${response.status}`)
  }
}
