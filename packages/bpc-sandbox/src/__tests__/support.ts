import { createServer, type IncomingHttpHeaders, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { startSandbox, type Sandbox, type SandboxOptions } from ".."

export type Json = Record<string, unknown>
export type ApiAnswer = { status: number; headers: Headers; body: Json }

export const SUCCESS_URL = "https://shop.example/success"
export const FAILURE_URL = "https://shop.example/failure"

/** What a test started; everything is ended by `closeAll`. */
const running: { close: () => Promise<void> }[] = []

export async function closeAll(): Promise<void> {
  await Promise.all(running.splice(0).map((one) => one.close()))
}

export async function sandboxFor(
  options: SandboxOptions = {}
): Promise<Sandbox> {
  const sandbox = await startSandbox(options)
  running.push(sandbox)
  return sandbox
}

export async function call(
  sandbox: Sandbox,
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  headers: Record<string, string> = {}
): Promise<ApiAnswer> {
  const answer = await fetch(sandbox.apiUrl + path, {
    method,
    headers: {
      "X-Api-Key": sandbox.apiKey,
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Json,
  }
}

export function sessionBody(change: Json = {}): Json {
  return {
    amount: 10000,
    currency: "EUR",
    successUrl: SUCCESS_URL,
    failureUrl: FAILURE_URL,
    ...change,
  }
}

export async function createSession(
  sandbox: Sandbox,
  change: Json = {}
): Promise<{ id: string; paymentUrl: string; object: Json }> {
  const { status, body } = await call(
    sandbox,
    "POST",
    "/sessions",
    sessionBody(change)
  )
  if (status !== 200) throw new Error(`No session: ${JSON.stringify(body)}`)
  return {
    id: String(body["id"]),
    paymentUrl: String(body["paymentUrl"]),
    object: body,
  }
}

/** A session with money held, and the id of its payment. */
export async function heldSession(
  sandbox: Sandbox,
  amount = 10000
): Promise<{ id: string; paymentId: string }> {
  return fundedSession(sandbox, {
    amount,
    paymentData: { captureMethod: "manual" },
  })
}

export async function fundedSession(
  sandbox: Sandbox,
  change: Json = {}
): Promise<{ id: string; paymentId: string }> {
  const { id } = await createSession(sandbox, change)
  const { session } = await sandbox.control.pay(id)
  const payment = session.payments.at(-1)
  if (!payment) throw new Error("No payment")
  return { id, paymentId: payment.id }
}

export type Received = {
  headers: IncomingHttpHeaders
  body: string
  type: string
  object: Json
}

/** A shop's webhook route that writes down what it gets and answers with the statuses it is given, then with 200. */
export async function shop(statuses: number[] = []): Promise<{
  url: string
  received: Received[]
  types: () => string[]
}> {
  const received: Received[] = []
  const server: Server = createServer((request, response) => {
    let body = ""
    request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")))
    request.on("end", () => {
      const event = JSON.parse(body) as { type: string; data: { object: Json } }
      received.push({
        headers: request.headers,
        body,
        type: event.type,
        object: event.data.object,
      })
      response.statusCode = statuses.shift() ?? 200
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  running.push({
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/webhooks/bpc`,
    received,
    types: () => received.map((one) => one.type),
  }
}

export function errorCode(answer: ApiAnswer): unknown {
  return (answer.body["error"] as Json | undefined)?.["code"]
}

export function errorMessage(answer: ApiAnswer): string {
  return String((answer.body["error"] as Json | undefined)?.["message"])
}
