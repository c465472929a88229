import { randomBytes } from "node:crypto"
import { type Sandbox, startSandbox } from "../../packages/bpc-sandbox/src"
import { pageOf, settled } from "../support/books"
import { Clerk } from "../support/clerk"
import {
  type ServerProcess,
  startServerProcess,
} from "../support/server-process"
import { Shopper } from "../support/shopper"
import { type Surroundings, prepareSurroundings } from "../support/surroundings"

/* A shop goes live by changing its environment: what was begun with the test account stays the test account's. */

jest.setTimeout(400_000)

let surroundings: Surroundings
let server: ServerProcess | undefined
let liveGateway: Sandbox

beforeAll(async () => {
  surroundings = await prepareSurroundings({
    environment: { BPC_ENCRYPTION_KEY: randomBytes(32).toString("base64") },
  })
  liveGateway = await startSandbox({ apiKey: "live-key-of-the-shop" })
})
afterAll(async () => {
  await server?.stop()
  await liveGateway?.close()
  await surroundings?.close()
})

async function startServer(environment: Record<string, string> = {}) {
  await server?.stop()
  server = await startServerProcess(environment)
  surroundings.url = server.url
}

it("an open test page is not handed out again, and a test sale is refunded where it was made", async () => {
  await startServer()
  const waiting = new Shopper(surroundings)
  await waiting.startCheckout()
  const testPage = waiting.paymentSession?.data.paymentUrl
  const bought = new Shopper(surroundings)
  await bought.startCheckout()
  await surroundings.sandbox.control.pay(bought.gatewaySessionId)
  const { success } = pageOf(surroundings, bought).redirects
  await bought.visit(surroundings.url + new URL(success).pathname)
  const { order_id } = await settled(surroundings, bought)

  await startServer({
    BPC_MODE: "live",
    BPC_API_URL: liveGateway.apiUrl,
    BPC_API_KEY: liveGateway.apiKey,
  })
  const again = await waiting.choosePayment()
  expect(again.data).toMatchObject({ mode: "live" })
  expect(again.data.paymentUrl).not.toBe(testPage)
  expect(liveGateway.control.listSessions()).toHaveLength(1)

  const clerk = await Clerk.logIn(surroundings)
  const payment = await clerk.payment(order_id ?? "")
  const refund = () =>
    clerk.call<{ message?: string }>(
      "POST",
      `/admin/payments/${payment.id}/refund`,
      { amount: 5 }
    )
  liveGateway.control.clearRequests()
  const refused = await refund()
  expect(refused.status).toBe(400)
  expect(refused.body.message).toMatch(/test merchant account .* no longer set/)
  expect(liveGateway.control.requests()).toEqual([])

  // The same account, entered in the admin: recognised by its mode and host.
  const added = await clerk.call("POST", "/admin/bpc/accounts", {
    name: "The old one",
    mode: "test",
    api_url: surroundings.sandbox.apiUrl,
    api_key: surroundings.sandbox.apiKey,
    webhook_secret: surroundings.sandbox.webhookSecret,
  })
  expect(added).toMatchObject({ status: 200 })
  expect((await refund()).status).toBe(200)
  expect(pageOf(surroundings, bought).refunded).toBe(500)
  expect(
    liveGateway.control.requests().map(({ operation }) => operation)
  ).not.toContain("createRefund")
})
