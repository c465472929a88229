import { createServer, type Server } from "node:http"
import { type AddressInfo } from "node:net"
import { testWebhook } from "../../src/modules/bpc/inbox"
import { Clerk } from "../support/clerk"
import { expectPromiseKept, ordersOf, settled } from "../support/books"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

const ENCRYPTION_KEY = Buffer.alloc(32, 7).toString("base64")
const API_KEY = "sandbox_key"
const SECRET = "whsec_sandbox"

let store: Store
let clerk: Clerk

beforeAll(async () => {
  // Nothing but the encryption key: everything else is configured in the admin.
  store = await startStore({
    environment: {
      BPC_ENCRYPTION_KEY: ENCRYPTION_KEY,
      BPC_API_URL: "",
      BPC_API_KEY: "",
      BPC_WEBHOOK_SECRET: "",
      BPC_MODE: "",
      BPC_CAPTURE_METHOD: "",
      BPC_STOREFRONT_URL: "",
    },
  })
  clerk = await Clerk.logIn(store)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())

type Settings = Record<string, unknown>
type SettingsAnswer = {
  settings: Settings
  locked: Record<string, string>
  meta: Settings
  message?: string
}
type Account = Record<string, unknown> & { id: string }
type AccountAnswer = { account: Account; notes: string[]; message?: string }
type Health = {
  ok: boolean
  problems: { code: string; message: string; action: string }[]
}

const get = <Body>(path: string) => clerk.call<Body>("GET", `/admin/bpc${path}`)
const post = <Body>(path: string, body: unknown = {}) =>
  clerk.call<Body>("POST", `/admin/bpc${path}`, body)
const problems = async () =>
  (await get<Health>("/health")).body.problems.map(({ code }) => code)

const goodAccount = () => ({
  name: "Main",
  mode: "test",
  api_url: store.sandbox.apiUrl,
  api_key: API_KEY,
  webhook_secret: SECRET,
})

describe("a person who is not logged in", () => {
  it.each([
    ["GET", "/settings"],
    ["POST", "/settings"],
    ["GET", "/accounts"],
    ["POST", "/accounts"],
    ["POST", "/accounts/x"],
    ["DELETE", "/accounts/x"],
    ["POST", "/accounts/x/test"],
    ["POST", "/webhooks/test"],
    ["GET", "/health"],
    ["GET", "/audit"],
    ["GET", "/sessions"],
    ["GET", "/sessions/x"],
    ["POST", "/sessions/x/check"],
    ["POST", "/sessions/x/refund"],
    ["POST", "/sessions/x/resolve"],
    ["GET", "/events"],
    ["GET", "/events/x"],
    ["POST", "/events/x/retry"],
  ])("gets 401 at %s %s", async (method, path) => {
    const { status } = await fetch(`${store.url}/admin/bpc${path}`, { method })
    expect(status).toBe(401)
  })
})

describe("a shop that is configured in the admin alone", () => {
  it("refuses checkout with a plain sentence and says in its health what is missing", async () => {
    const shopper = new Shopper(store)
    await shopper.fillCart()
    const refused = await shopper.tryPayment()
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(
      /not set up for this shop.*You have not been charged/
    )
    expect(await problems()).toContain("no_account")
  })

  it("sells as soon as an account is saved, without a restart; secrets never come back", async () => {
    const created = await post<AccountAnswer>("/accounts", {
      ...goodAccount(),
      api_key: ` ${API_KEY} `,
    })
    expect(created.status).toBe(200)
    expect(created.body.notes).toEqual([
      "The API key had spaces around it; they were removed.",
    ])
    expect(created.body.account).toMatchObject({
      name: "Main",
      mode: "test",
      api_key_last4: "_key",
      webhook_secret_last4: "dbox",
      currencies: null,
      api_key_set_by: "admin@example.com",
      source: "admin",
      readable: true,
    })
    const listed = await get("/accounts")
    for (const secret of [API_KEY, SECRET]) {
      expect(
        JSON.stringify(created.body) + JSON.stringify(listed.body)
      ).not.toContain(secret)
    }
    expect(
      JSON.stringify(await store.sql(`select * from bpc_account`))
    ).not.toContain(API_KEY)

    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await settled(store, shopper)
    expect(await ordersOf(store, shopper)).toHaveLength(1)
    expect(await problems()).not.toContain("no_account")
  })

  it("tells what is wrong with an account, by name", async () => {
    const { body } = await get<{ accounts: Account[] }>("/accounts")
    const id = body.accounts[0]!.id
    expect((await post(`/accounts/${id}/test`)).body).toMatchObject({
      ok: true,
      cause: "ok",
    })

    const html = await serverThatAnswers((_, res) =>
      res.setHeader("content-type", "text/html").end("<html>")
    )
    const json404 = await serverThatAnswers((_, res) =>
      res
        .writeHead(404, { "content-type": "application/json" })
        .end('{"message":"Not found"}')
    )
    const blocked = await serverThatAnswers((_, res) =>
      res.writeHead(412).end("<html>")
    )
    const cases = [
      {
        api_url: store.sandbox.apiUrl,
        api_key: "wrong_key_123",
        cause: "wrong_key",
      },
      {
        api_url: "http://127.0.0.1:1/api2",
        api_key: API_KEY,
        cause: "unreachable",
      },
      { api_url: html.url, api_key: API_KEY, cause: "not_the_gateway" },
      { api_url: json404.url, api_key: API_KEY, cause: "not_the_gateway" },
      { api_url: blocked.url, api_key: API_KEY, cause: "blocked" },
      {
        api_url: store.sandbox.apiUrl.replace("http:", "https:"),
        api_key: API_KEY,
        cause: "tls",
      },
    ]
    for (const { cause, ...input } of cases) {
      const { body: test } = await post<{ cause: string; message: string }>(
        "/accounts/new/test",
        input
      )
      expect({ ...input, cause: test.cause }).toEqual({ ...input, cause })
      expect(test.message).not.toContain(input.api_key)
    }
    for (const server of [html, json404, blocked]) {
      server.close()
    }
  })

  it("keeps a secret that is left blank, and rotates the webhook secret without losing an event", async () => {
    const { body } = await get<{ accounts: Account[] }>("/accounts")
    const id = body.accounts[0]!.id
    await post(`/accounts/${id}`, {
      name: "Renamed",
      api_key: "",
      webhook_secret: "",
    })
    expect((await post(`/accounts/${id}/test`)).body).toMatchObject({
      cause: "ok",
    })

    await post(`/accounts/${id}`, { next_webhook_secret: "whsec_the_next_one" })
    store.sandbox.control.setWebhook({ secret: "whsec_the_next_one" })
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await settled(store, shopper)
    await store.sandbox.control.idle()
    expect(
      store.sandbox.control
        .deliveries()
        .flatMap(({ tries }) => tries.slice(-1))
        .map(({ status }) => status)
    ).not.toContain(401)

    const promoted = await post<AccountAnswer>(`/accounts/${id}`, {
      promote_next_webhook_secret: true,
    })
    expect(promoted.body.account).toMatchObject({
      next_webhook_secret_last4: null,
      webhook_secret_last4: "_one",
    })
    await post(`/accounts/${id}`, { webhook_secret: SECRET })
    store.sandbox.control.setWebhook({ secret: SECRET })
  })

  it("proves that webhooks can come in, and names what is in the way", async () => {
    expect((await post("/webhooks/test")).body).toMatchObject({
      ok: true,
      cause: "ok",
      status: 200,
    })
    const ways = [
      { answer: 301, headers: { location: "/" }, cause: "redirect" },
      { answer: 403, cause: "forbidden" },
      { answer: 404, cause: "not_found" },
      { answer: 401, cause: "body_changed" },
      { answer: 502, cause: "server_error" },
      { answer: 200, cause: "wrong_host" },
    ]
    for (const way of ways) {
      const server = await serverThatAnswers((_, res) =>
        res.writeHead(way.answer, way.headers).end("{}")
      )
      expect(
        await testWebhook({
          url: server.url,
          secret: SECRET,
          allowInsecure: true,
        })
      ).toMatchObject({ ok: false, cause: way.cause })
      server.close()
    }
    expect(
      await testWebhook({
        url: "http://no-such-host.invalid/webhooks/bpc",
        secret: SECRET,
        allowInsecure: true,
      })
    ).toMatchObject({ cause: "wrong_host" })
    expect(
      await testWebhook({
        url: "http://127.0.0.1:1/",
        secret: SECRET,
        allowInsecure: true,
      })
    ).toMatchObject({ cause: "unreachable" })
    expect(
      await testWebhook({
        url: store.url,
        secret: undefined,
        allowInsecure: true,
      })
    ).toMatchObject({ cause: "no_secret" })
  })
})

describe("wrong input", () => {
  const accounts = [
    {
      change: { api_url: "ftp://gateway.example" },
      says: /^api_url is refused/,
    },
    {
      change: { api_url: "http://169.254.169.254/api2" },
      says: /^api_url is refused/,
    },
    { change: { api_url: "nonsense" }, says: /^api_url is refused/ },
    {
      change: { api_key: "two words" },
      says: /^api_key must not have a space/,
    },
    { change: { mode: "prod" }, says: /^mode must be "test" or "live"/ },
    { change: { name: " " }, says: /^name must not be empty/ },
    { change: { currencies: ["EUR", "XXQ"] }, says: /^currencies holds "XXQ"/ },
    { change: { api_key: undefined }, says: /^api_key is needed/ },
    { change: { secret: "x" }, says: /^secret is not known here/ },
    {
      change: {},
      says: /^currencies must be listed, because the account "Renamed" serves every currency/,
    },
  ]
  it.each(accounts)(
    "of an account gets a sentence that names the field: $says",
    async ({ change, says }) => {
      const refused = await post<{ message: string }>("/accounts", {
        ...goodAccount(),
        ...change,
      })
      expect(refused.status).toBe(400)
      expect(refused.body.message).toMatch(says)
      expect(refused.body.message).not.toContain(API_KEY)
    }
  )

  const settings = [
    {
      change: { storefront_url: "https://shop.example/path" },
      says: /^storefront_url must be an origin without a path/,
    },
    {
      change: { success_template: "{storefront}/thanks" },
      says: /^success_template must contain \{order_id\}/,
    },
    {
      change: { success_template: "https://evil.example/{order_id}" },
      says: /^success_template leads to an origin/,
    },
    {
      change: { failure_template: "{storefront}/{oops}/{reason}" },
      says: /^failure_template knows only/,
    },
    {
      change: { allowed_return_origins: ["javascript:alert(1)"] },
      says: /^allowed_return_origins.0 must be origins/,
    },
    {
      change: { late_payment: "burn" },
      says: /^late_payment must be "refund" or "hold"/,
    },
    { change: { locale: "xx" }, says: /^locale must be null/ },
    { change: { contact: "one\ntwo" }, says: /^contact must be one line/ },
    {
      change: { contact: "x".repeat(201) },
      says: /^contact must be 200 characters or fewer/,
    },
    {
      change: { webhook_tolerance_seconds: -1 },
      says: /^webhook_tolerance_seconds must be 0 or more/,
    },
    {
      change: { capture_warning_days: 2.5 },
      says: /^capture_warning_days must be a whole number/,
    },
    { change: { colour: "red" }, says: /^colour is not known here/ },
    {
      change: { backend_url: "https://other.example" },
      says: /^backend_url is set in the environment/,
    },
  ]
  it.each(settings)(
    "of a setting gets a sentence that names the field: $says",
    async ({ change, says }) => {
      const refused = await post<{ message: string }>("/settings", change)
      expect(refused.status).toBe(400)
      expect(refused.body.message).toMatch(says)
    }
  )

  it("leaves every setting as it was", async () => {
    const { body } = await get<SettingsAnswer>("/settings")
    expect(body.settings).toMatchObject({
      late_payment: "refund",
      mode: "test",
      locale: null,
    })
    expect(body.locked).toEqual({ backend_url: "environment" })
  })
})

describe("settings", () => {
  it("apply to the next checkout and are written down with who changed what", async () => {
    const saved = await post<SettingsAnswer>("/settings", {
      capture_method: "manual",
      late_payment: "hold",
      storefront_url: "https://shop.example",
      success_template: "shopapp://order/{order_id}",
      allowed_return_origins: ["shopapp://order"],
    })
    expect(saved.body.message).toBeUndefined()
    expect(saved.body.settings).toMatchObject({
      capture_method: "manual",
      late_payment: "hold",
    })
    expect(saved.body.meta.previews).toMatchObject({
      success: "shopapp://order/order_01",
    })

    const shopper = new Shopper(store)
    await shopper.startCheckout()
    expect(
      store.sandbox.control.getSession(shopper.gatewaySessionId).captureMethod
    ).toBe("manual")
    const { redirectUrl } = await store.sandbox.control.pay(
      shopper.gatewaySessionId
    )
    const row = await settled(store, shopper)
    expect((await shopper.visit(redirectUrl!)).location).toBe(
      `shopapp://order/${row.order_id}`
    )

    const { body } = await get<{
      entries: { actor: string; field: string; to: string }[]
    }>("/audit?limit=100")
    expect(
      body.entries.find(({ field }) => field === "capture_method")
    ).toMatchObject({
      actor: "admin@example.com",
      to: "manual",
    })
    expect(body.entries.find(({ field }) => field === "api_key")).toMatchObject(
      { to: "set" }
    )
    expect(JSON.stringify(body)).not.toContain(API_KEY)
    await post("/settings", {
      capture_method: "automatic",
      late_payment: "refund",
    })
  })

  it("refuses to delete an account that payments still need, and deletes it afterwards", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    const { body } = await get<{ accounts: Account[] }>("/accounts")
    const { id } = body.accounts[0]!
    const refused = await clerk.call<{ message: string }>(
      "DELETE",
      `/admin/bpc/accounts/${id}`
    )
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(/still has \d+ open payments?/)
    expect(
      (await clerk.call("DELETE", "/admin/bpc/accounts/nobody")).status
    ).toBe(404)
  })
})

async function serverThatAnswers(
  answer: Parameters<typeof createServer>[1] & object
): Promise<{ url: string; close: () => void }> {
  const server: Server = createServer(answer)
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/api2`, close: () => server.close() }
}
