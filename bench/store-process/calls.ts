import { randomUUID } from "node:crypto"
import { type MedusaContainer } from "@medusajs/framework/types"
import {
  createGatewayClient,
  gatewaySessionId,
  merchantReference,
  moneyOf,
  parseCurrency,
} from "../../src/gateway"
import { type Caller, type What } from "./caller"
import { providerOf } from "./providers"
import { rawCaller } from "./raw-call"
import { type StatementCounter } from "./statements"

export const CALLERS = [
  "rawToBpc",
  "bpcClient",
  "bpcProvider",
  "rawToStripe",
  "stripeProvider",
] as const
export type Who = (typeof CALLERS)[number]

export type CallOrder = { who: Who; what: What; calls: number; port: number }

export type Measured = {
  /** Microseconds of each call. */
  wall: number[]
  /** Microseconds of processor per call, user and system, of the whole process. */
  cpu: number
  /** Microseconds per call that were spent waiting for PostgreSQL. */
  database: number
}

const API_KEY = "bench"

/** The same two questions to a mock gateway: bare, through our client, and through the providers that Medusa calls. */
export function callers(
  container: MedusaContainer,
  port: number
): Record<Who, Caller> {
  known ??= {
    rawToBpc: rawCaller(port, {
      create: "/api2/sessions",
      read: "/api2/sessions/ps_mock1",
      contentType: "application/json",
      body: JSON.stringify({
        amount: 4210,
        currency: "EUR",
        successUrl: `https://shop.example/bpc/return/${randomUUID()}`,
        failureUrl: `https://shop.example/bpc/return/${randomUUID()}`,
        merchantReferenceId: newSession(),
        paymentData: { captureMethod: "automatic" },
      }),
    }),
    rawToStripe: rawCaller(port, {
      create: "/v1/payment_intents",
      read: "/v1/payment_intents/pi_mock1?expand[0]=payment_method",
      contentType: "application/x-www-form-urlencoded",
      body: `amount=4210&currency=eur&metadata[session_id]=${newSession()}&capture_method=automatic&expand[0]=payment_method`,
    }),
    bpcClient: clientCaller(port),
    bpcProvider: providerCaller(container, "pp_bpc_bpc"),
    stripeProvider: providerCaller(container, "pp_stripe_stripe"),
  }
  return known
}

let known: Record<Who, Caller> | undefined

const newSession = () => `payses_${randomUUID().replaceAll("-", "").slice(6)}`

function clientCaller(port: number): Caller {
  const client = createGatewayClient({
    apiUrl: `http://127.0.0.1:${port}/api2`,
    apiKey: API_KEY,
    allowInsecure: true,
  })
  const currency = parseCurrency("EUR")
  if (!currency) {
    throw new Error("EUR is a currency")
  }
  return {
    initiatePayment: () =>
      client.createSession({
        amount: moneyOf(4210, currency),
        successUrl: "https://shop.example/bpc/return/success",
        failureUrl: "https://shop.example/bpc/return/failure",
        merchantReferenceId: merchantReference(newSession()),
        captureMethod: "automatic",
      }),
    getPaymentStatus: () => client.readSession(gatewaySessionId("ps_mock1")),
  }
}

function providerCaller(container: MedusaContainer, id: string): Caller {
  const provider = providerOf(container, id)
  let data: Record<string, unknown> | undefined
  const initiatePayment = async () => {
    const sessionId = newSession()
    const started = await provider.initiatePayment({
      amount: 42.1,
      currency_code: "eur",
      data: { session_id: sessionId },
      context: { idempotency_key: sessionId },
    })
    data ??= started.data
  }
  return {
    initiatePayment,
    getPaymentStatus: async () => {
      if (!data) {
        await initiatePayment()
      }
      return provider.getPaymentStatus({ data })
    },
  }
}

/** One call after the other, each timed. */
export async function measureCalls(
  caller: Caller,
  { what, calls }: CallOrder,
  statements: StatementCounter
): Promise<Measured> {
  const wall: number[] = []
  statements.start()
  const before = process.cpuUsage()
  for (let call = 0; call < calls; call++) {
    const start = performance.now()
    await caller[what]()
    wall.push((performance.now() - start) * 1000)
  }
  const { user, system } = process.cpuUsage(before)
  const waited = statements
    .stop()
    .reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  return {
    wall,
    cpu: (user + system) / calls,
    database: (waited * 1000) / calls,
  }
}

/** So many calls, so many at once. */
export async function runCalls(
  caller: Caller,
  { what, calls, atOnce }: CallOrder & { atOnce: number }
): Promise<void> {
  let left = calls
  const worker = async () => {
    while (left-- > 0) {
      await caller[what]()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
