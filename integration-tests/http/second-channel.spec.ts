import { Clerk } from "../support/clerk"
import { expectPromiseKept, ordersOf, settled } from "../support/books"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

const LOGIN = "second-shop-api"
const PASSWORD = "corr&ct horse=battery"

let store: Store
let clerk: Clerk

beforeAll(async () => {
  // A gateway whose V2 has neither capture nor cancel nor refund.
  store = await startStore({
    environment: {
      BPC_ENCRYPTION_KEY: Buffer.alloc(32, 9).toString("base64"),
      BPC_API_URL: "",
      BPC_API_KEY: "",
      BPC_WEBHOOK_SECRET: "",
      BPC_CAPTURE_METHOD: "manual",
    },
    sandbox: {
      apiLogin: LOGIN,
      apiPassword: PASSWORD,
      faults: { v2MoneyCalls: "method_not_allowed" },
    },
  })
  clerk = await Clerk.logIn(store)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())

type Account = Record<string, unknown> & { id: string }
type Answer = { account: Account; message?: string }
type Test = {
  ok: boolean
  second_channel: { ok: boolean; cause: string; message: string } | null
}

const post = <Body = Answer>(path: string, body: unknown = {}) =>
  clerk.call<Body>("POST", `/admin/bpc${path}`, body)

let account: Account

it("an account without a second channel says so, and its payments say what to do", async () => {
  const { body } = await post("/accounts", {
    name: "Main",
    mode: "test",
    api_url: store.sandbox.apiUrl,
    api_key: store.sandbox.apiKey,
    webhook_secret: store.sandbox.webhookSecret,
  })
  account = body.account
  expect(account).toMatchObject({
    api_login_last4: null,
    api_password_last4: null,
    v1_api_url: null,
  })
  const test = await post<Test>(`/accounts/${account.id}/test`)
  expect(test.body).toMatchObject({ ok: true, second_channel: null })

  const { paymentId, shopper } = await sale()
  const refused = await clerk.capture(paymentId)
  expect(refused.status).toBe(400)
  expect(refused.body.message).toMatch(
    /does not offer to capture.*merchant portal by its order number.*API login/
  )
  expect(
    store.sandbox.control.getSession(shopper.gatewaySessionId)
  ).toMatchObject({ capturable: expect.any(Number), captured: 0 })
})

it.each([
  [{ api_login: LOGIN }, /api_password.*is needed with the API login/],
  [{ api_password: PASSWORD }, /api_login.*is needed with the API password/],
  [{ api_login: "two words", api_password: "x" }, /api_login.*space/],
  [{ v1_api_url: "ftp://bank.example" }, /v1_api_url.*is refused/],
])("%j is refused by the name of its field", async (change, complaint) => {
  const refused = await post(`/accounts/${account.id}`, change)
  expect(refused.status).toBe(400)
  expect(refused.body.message).toMatch(complaint)
  const added = await post("/accounts", {
    name: "Half",
    mode: "live",
    api_url: store.sandbox.apiUrl,
    api_key: "k",
    ...change,
  })
  expect(added.status).toBe(400)
  expect(added.body.message).toMatch(complaint)
})

it("a login is tried before it is saved, and each way to fail has its name", async () => {
  const cause = async (change: unknown) =>
    (await post<Test>(`/accounts/${account.id}/test`, change)).body
      .second_channel?.cause
  const right = { api_login: LOGIN, api_password: PASSWORD }
  expect(await cause(right)).toBe("ok")
  expect(await cause({ ...right, api_password: "wrong" })).toBe("wrong_login")
  expect(
    await cause({ ...right, v1_api_url: `${store.sandbox.url}/elsewhere` })
  ).toBe("not_the_gateway")
  expect(await cause({ ...right, v1_api_url: "http://127.0.0.1:1/rest" })).toBe(
    "unreachable"
  )
  expect(
    (
      await post<Test>("/accounts/new/test", {
        api_url: store.sandbox.apiUrl,
        api_key: store.sandbox.apiKey,
        ...right,
      })
    ).body
  ).toMatchObject({ ok: true, second_channel: { ok: true } })
})

it("once saved it is encrypted, never shown, written down, and kept by a blank field", async () => {
  const saved = await post(`/accounts/${account.id}`, {
    api_login: ` ${LOGIN} `,
    api_password: PASSWORD,
    v1_api_url: `${store.sandbox.v1ApiUrl}/`,
  })
  expect(saved.status).toBe(200)
  expect(saved.body.account).toMatchObject({
    api_login_last4: "",
    api_login_set_by: "admin@example.com",
    api_password_last4: "",
    api_password_set_by: "admin@example.com",
    v1_api_url: store.sandbox.v1ApiUrl,
  })
  await post(`/accounts/${account.id}`, { api_login: "", api_password: "" })
  const seen = [
    saved.body,
    (await clerk.call("GET", "/admin/bpc/accounts")).body,
    (await clerk.call("GET", "/admin/bpc/audit")).body,
    await store.sql("select * from bpc_account"),
  ].map((body) => JSON.stringify(body))
  for (const text of seen) {
    expect(text).not.toContain(LOGIN)
    expect(text).not.toContain(PASSWORD)
  }
  expect(seen[2]).toMatch(/"api_login".*"set"|"set".*"api_login"/)
  expect((await post<Test>(`/accounts/${account.id}/test`)).body).toMatchObject(
    {
      second_channel: { ok: true },
    }
  )
})

it("captures, refunds and releases then go through the Merchant REST API", async () => {
  const first = await sale()
  const captured = await clerk.capture(first.paymentId)
  expect(captured.status).toBe(200)
  const refunded = await clerk.refund(first.paymentId, 1)
  expect(refunded.status).toBe(200)
  expect(
    store.sandbox.control.getSession(first.shopper.gatewaySessionId)
  ).toMatchObject({ refunded: 100, capturable: 0 })

  const second = await sale()
  await clerk.cancelOrder(second.orderId)
  expect(
    store.sandbox.control.getSession(second.shopper.gatewaySessionId)
  ).toMatchObject({ captured: 0, capturable: 0 })
  expect(
    store.sandbox.control.requests().map(({ operation }) => operation)
  ).toEqual(expect.arrayContaining(["deposit", "refund", "reverse"]))
})

it("it is removed as a pair", async () => {
  const half = await post(`/accounts/${account.id}`, { api_password: null })
  expect(half.status).toBe(400)
  const removed = await post(`/accounts/${account.id}`, {
    api_login: null,
    api_password: null,
    v1_api_url: null,
  })
  expect(removed.body.account).toMatchObject({
    api_login_last4: null,
    api_login_set_at: null,
    api_password_last4: null,
    v1_api_url: null,
  })
})

async function sale(): Promise<{
  shopper: Shopper
  orderId: string
  paymentId: string
}> {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  await settled(store, shopper)
  const [order] = await ordersOf(store, shopper)
  const orderId = order?.order_id ?? ""
  const { id: paymentId } = await clerk.payment(orderId)
  return { shopper, orderId, paymentId }
}
