import {
  type CreateSessionInput,
  type GatewayClient,
  type GatewayError,
  type Result,
  gatewayPaymentId,
  gatewaySessionId,
  merchantReference,
  moneyOf,
  parseCurrency,
} from "../index"

const euro = parseCurrency("EUR")
if (euro === undefined) {
  throw new Error("ISO 4217 has the euro")
}
export const EUR = euro

export const KEY = "k3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3y1"
export const ID = gatewaySessionId("ps_1")
export const PAYMENT = gatewayPaymentId("pay_1")
export const SESSION = {
  id: "ps_1",
  status: "open",
  paymentStatus: "unpaid",
  amount: 1000,
  currency: "EUR",
  paymentUrl: "http://127.0.0.1/pay?mdOrder=1",
}
export const INPUT: CreateSessionInput = {
  amount: moneyOf(1000, EUR),
  successUrl: "https://shop.example/ok",
  failureUrl: "https://shop.example/no",
  merchantReferenceId: merchantReference("payses_1"),
  captureMethod: "manual",
}

export const start = (client: GatewayClient) =>
  client.createSession({
    ...INPUT,
    customer: { email: "ada@shop.example", lastName: "Lovelace" },
  })
export const read = (client: GatewayClient) => client.readSession(ID)
export const refund = (client: GatewayClient) =>
  client.createRefund({
    paymentId: PAYMENT,
    amount: moneyOf(250, EUR),
    merchantReferenceId: merchantReference("ref_1"),
    idempotencyKey: "k1",
  })

export function failure(result: Result<unknown, GatewayError>): GatewayError {
  if (result.ok) {
    throw new Error("expected a failure")
  }
  return result.error
}
