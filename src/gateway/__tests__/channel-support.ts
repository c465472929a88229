import {
  type SandboxOptions,
  type SessionReport,
  type Sandbox,
  startSandbox,
} from "../../../packages/bpc-sandbox/src"
import {
  type CurrencyCode,
  type MoneyChannel,
  type PaymentHandle,
  createGatewayClient,
  createV1Client,
  gatewayPaymentId,
  gatewaySessionId,
  merchantReference,
  moneyChannelOf,
  moneyOf,
  parseCurrency,
} from "../index"

export type Shop = {
  sandbox: Sandbox
  channel: MoneyChannel
  /** A payment that a shopper made, as the plugin addresses it. */
  pay(
    amount: number,
    options?: { hold?: boolean; currency?: string }
  ): Promise<{
    payment: PaymentHandle
    currency: CurrencyCode
    /** The sandbox's own books: what is true. */
    books(): SessionReport
  }>
}

const started: (() => Promise<void> | void)[] = []

export async function closeShops(): Promise<void> {
  await Promise.all(started.splice(0).map((close) => close()))
}

/** A sandbox and a channel to it: over API V2 alone, or with the second channel as well. */
export async function shopWith(
  name: "v1" | "v2",
  options: SandboxOptions = {},
  login: { password?: string } = {}
): Promise<Shop> {
  const sandbox = await startSandbox(options)
  const common = { allowInsecure: true, sleep: () => Promise.resolve() }
  const client = createGatewayClient({
    ...common,
    apiUrl: sandbox.apiUrl,
    apiKey: sandbox.apiKey,
  })
  const v1 = createV1Client({
    ...common,
    apiUrl: sandbox.v1ApiUrl,
    login: sandbox.apiLogin,
    password: login.password ?? sandbox.apiPassword,
  })
  started.push(
    () => client.close(),
    () => v1.close(),
    () => sandbox.close()
  )
  let payments = 0
  return {
    sandbox,
    channel: moneyChannelOf({ client, v1: name === "v1" ? v1 : undefined }),
    pay: async (amount, { hold = false, currency: code = "EUR" } = {}) => {
      const currency = currencyOf(code)
      payments += 1
      const created = await client.createSession({
        amount: moneyOf(amount, currency),
        successUrl: "https://shop.example/ok",
        failureUrl: "https://shop.example/no",
        merchantReferenceId: merchantReference(`payses_${payments}`),
        captureMethod: hold ? "manual" : "automatic",
      })
      if (!created.ok) {
        throw created.error
      }
      const { session } = await sandbox.control.pay(created.value.id)
      return {
        currency,
        payment: {
          sessionId: gatewaySessionId(created.value.id),
          mdOrder: created.value.mdOrder ?? null,
          paymentId: gatewayPaymentId(session.payments[0]?.id ?? ""),
        },
        books: () => sandbox.control.getSession(created.value.id),
      }
    },
  }
}

export function currencyOf(code: string): CurrencyCode {
  const currency = parseCurrency(code)
  if (currency === undefined) {
    throw new Error(`${code} is no currency`)
  }
  return currency
}

/** What a clerk's refund looks like after its caller has read the books. */
export const refundOf = (
  { payment, currency, books }: Awaited<ReturnType<Shop["pay"]>>,
  amount: number,
  reference: string
) => ({
  payment,
  reference,
  amount: moneyOf(amount, currency),
  deposited: moneyOf(books().captured - books().refunded, currency),
})
