import { createServer, type Server } from "node:http"
import { type AddressInfo } from "node:net"
import { ADMIN } from "../support/admin"
import { adminRoutes } from "../support/admin-routes"
import { expectPromiseKept } from "../support/books"
import { Clerk } from "../support/clerk"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

const EVIL = "https://evil.example"
const ADMIN_ELSEWHERE = "https://admin.shop.example"

let store: Store
let clerk: Clerk
let cookie: string

beforeAll(async () => {
  store = await startStore({
    environment: {
      BPC_ENCRYPTION_KEY: Buffer.alloc(32, 9).toString("base64"),
      BPC_API_URL: "",
      BPC_API_KEY: "",
      BPC_WEBHOOK_SECRET: "",
      ADMIN_CORS: ADMIN_ELSEWHERE,
    },
  })
  clerk = await Clerk.logIn(store)
  cookie = await sessionCookie()
  await clerk.call("POST", "/admin/bpc/accounts", {
    name: "Main",
    mode: "test",
    api_url: store.sandbox.apiUrl,
    api_key: store.sandbox.apiKey,
    webhook_secret: store.sandbox.webhookSecret,
    api_login: "shop-api",
    api_password: "a password",
  })
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())

/** What an admin's browser keeps. */
async function sessionCookie(): Promise<string> {
  const login = await fetch(`${store.url}/auth/user/emailpass`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ADMIN),
  })
  const { token } = (await login.json()) as { token: string }
  const session = await fetch(`${store.url}/auth/session`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
  })
  return session.headers.getSetCookie()[0]?.split(";", 1)[0] ?? ""
}

/** Everything that an admin can change here. */
async function configuration(): Promise<unknown> {
  const rows: unknown[] = []
  for (const table of ["account", "setting", "audit", "payment_link"]) {
    rows.push(await store.sql(`select * from bpc_${table} order by 1`))
  }
  return rows
}

async function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string
): Promise<{ status: number; message: string; headers: Headers }> {
  const response = await fetch(store.url + path, {
    method,
    headers: { cookie, ...headers },
    body,
  })
  const text = await response.text()
  const { message = "" } = JSON.parse(text || "{}") as { message?: string }
  return { status: response.status, message, headers: response.headers }
}

const JSON_TYPE = { "content-type": "application/json" }
const changing = adminRoutes().filter(({ method }) => method !== "GET")
const named = changing.map(({ method, path }) => [method, path] as const)

describe("every admin route that changes something", () => {
  it("is known to this test", () => {
    expect(changing).toEqual(
      expect.arrayContaining([
        { method: "POST", path: "/admin/bpc/settings" },
        { method: "POST", path: "/admin/bpc/accounts" },
        { method: "DELETE", path: "/admin/bpc/accounts/nobody" },
        { method: "POST", path: "/admin/bpc/accounts/nobody/test" },
        { method: "POST", path: "/admin/bpc/sessions/nobody/refund" },
      ])
    )
  })

  it.each(named)(
    "%s %s answers 415 to every form that a page can send unasked",
    async (method, path) => {
      const before = await configuration()
      const forms = [
        ["application/x-www-form-urlencoded", "mode=live&late_payment=hold"],
        ["multipart/form-data; boundary=x", "--x--"],
        ["text/plain", '{"late_payment":"hold"}'],
        ["", '{"late_payment":"hold"}'],
      ] as const
      for (const [type, body] of forms) {
        const { status, message } = await send(
          method,
          path,
          { "content-type": type },
          body
        )
        expect([type, status]).toEqual([type, 415])
        expect(message).toMatch(/application\/json.*Nothing was changed\.$/)
      }
      expect(await configuration()).toEqual(before)
    }
  )

  it.each(named)(
    "%s %s answers 403 to a page of a stranger, whatever the cookie",
    async (method, path) => {
      const before = await configuration()
      const strangers: Record<string, string>[] = [
        { origin: EVIL },
        { origin: "null" },
        { origin: EVIL, "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" },
        { origin: `${store.url}.evil.example` },
      ]
      for (const stranger of strangers) {
        const { status, message } = await send(
          method,
          path,
          { ...JSON_TYPE, ...stranger },
          '{"late_payment":"hold"}'
        )
        expect([stranger, status]).toEqual([stranger, 403])
        expect(message).toMatch(/another origin.*Nothing was changed\.$/)
      }
      expect(await configuration()).toEqual(before)
    }
  )

  it.each(named)(
    "%s %s lets in its own page, an admin in ADMIN_CORS, and a server that says nothing",
    async (method, path) => {
      const own: Record<string, string>[] = [
        { origin: store.url, "sec-fetch-site": "same-origin" },
        { origin: store.url },
        { origin: ADMIN_ELSEWHERE, "sec-fetch-site": "cross-site" },
        {},
      ]
      for (const sender of own) {
        // Nothing in it that a route knows: each refuses it in its own words, behind the door.
        const { status } = await send(
          method,
          path,
          { ...JSON_TYPE, ...sender },
          method === "DELETE" ? undefined : '{"nothing":"known"}'
        )
        expect([403, 415]).not.toContain(status)
      }
    }
  )

  it.each(named)(
    "%s %s asks for a login before all that",
    async (method, path) => {
      const { status } = await send(method, path, {
        cookie: "",
        origin: EVIL,
        "content-type": "text/plain",
      })
      expect(status).toBe(401)
    }
  )
})

it("the form that made a stranger's account the shop's own changes nothing", async () => {
  const before = await configuration()
  const form = new URLSearchParams({
    name: "Stranger",
    mode: "test",
    api_url: "https://gateway.evil.example/api2",
    api_key: "key_of_the_stranger",
    "currencies[]": "EUR",
  })
  for (const [path, body] of [
    ["/admin/bpc/accounts", form],
    ["/admin/bpc/settings", new URLSearchParams({ late_payment: "hold" })],
  ] as const) {
    const { status } = await send(
      "POST",
      path,
      { "content-type": "application/x-www-form-urlencoded", origin: EVIL },
      body.toString()
    )
    expect(status).toBe(415)
  }
  expect(await configuration()).toEqual(before)
})

it("a page is not sent unasked what has no body: that takes a key, DELETE or JSON", async () => {
  expect(
    (await send("POST", "/admin/bpc/events/nobody/retry", {})).status
  ).toBe(415)
  expect(
    (await send("POST", "/admin/bpc/events/nobody/retry", JSON_TYPE)).status
  ).toBe(404)
  expect((await send("DELETE", "/admin/bpc/accounts/nobody", {})).status).toBe(
    404
  )
})

describe("an account whose address changes", () => {
  it("needs the secrets that go there again, and names the field and why", async () => {
    const { id } = await account()
    const elsewhere = await listening()
    const v1 = `${elsewhere.url}/rest`
    const api = elsewhere.url
    const wanted = [
      [{ api_url: api }, "api_key"],
      [{ api_url: api, api_key: "" }, "api_key"],
      [{ api_url: api, api_key: "another_key" }, "api_login"],
      [
        { api_url: api, api_key: "another_key", api_login: "x" },
        "api_password",
      ],
      [{ v1_api_url: v1 }, "api_login"],
      [{ v1_api_url: v1, api_login: "x" }, "api_password"],
      [{ v1_api_url: v1, api_password: "x" }, "api_login"],
    ] as const
    const before = await configuration()
    for (const [change, field] of wanted) {
      const { status, body } = await clerk.call<{ message: string }>(
        "POST",
        `/admin/bpc/accounts/${id}`,
        change
      )
      expect(status).toBe(400)
      expect(body.message).toMatch(
        new RegExp(`^${field} is needed again, because the address now leads`)
      )
    }
    expect(await configuration()).toEqual(before)
    await clerk.call("POST", `/admin/bpc/accounts/${id}/test`, {
      v1_api_url: v1,
    })
    expect(elsewhere.requests()).toEqual([])
    await elsewhere.close()
  })

  it("keeps its secrets as long as the server stays the same", async () => {
    const { id, api_url } = await account()
    const saved = await clerk.call("POST", `/admin/bpc/accounts/${id}`, {
      api_url: `${api_url}/`,
      v1_api_url: `${new URL(api_url).origin}/elsewhere/rest`,
    })
    expect(saved.status).toBe(200)
    expect(await tested(id)).toMatchObject({ cause: "ok" })
    await clerk.call("POST", `/admin/bpc/accounts/${id}`, { v1_api_url: null })
  })

  it("takes the new address with the new secrets, and with none where the old ones go", async () => {
    const { id, api_url } = await account()
    const localhost = api_url.replace("127.0.0.1", "localhost")
    const moved =
      localhost === api_url
        ? api_url.replace("localhost", "127.0.0.1")
        : localhost
    const login = { api_login: "shop-api", api_password: "a password" }
    const saved = await clerk.call("POST", `/admin/bpc/accounts/${id}`, {
      api_url: moved,
      api_key: store.sandbox.apiKey,
      ...login,
    })
    expect(saved.status).toBe(200)
    expect(await tested(id)).toMatchObject({ cause: "ok" })
    const back = await clerk.call("POST", `/admin/bpc/accounts/${id}`, {
      api_url,
      api_key: store.sandbox.apiKey,
      api_login: null,
      api_password: null,
    })
    expect(back.status).toBe(200)
    await clerk.call("POST", `/admin/bpc/accounts/${id}`, login)
  })

  it("by the database alone opens nothing: no call is made, checkout is refused, and health says so", async () => {
    const { id, api_url } = await account()
    const thief = await listening()
    await store.sql(`update bpc_account set api_url = $1 where id = $2`, [
      thief.url,
      id,
    ])
    store.bpc.configuration.forget()

    const shopper = new Shopper(store)
    await shopper.fillCart()
    const refused = await shopper.tryPayment()
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(/You have not been charged/)
    const { status, body } = await clerk.call<{ message: string }>(
      "POST",
      `/admin/bpc/accounts/${id}/test`,
      {}
    )
    expect(status).toBe(400)
    expect(body.message).toMatch(/Nothing was sent to that address\./)
    const health = await clerk.call<{
      problems: { code: string; action: string }[]
    }>("GET", "/admin/bpc/health")
    expect(
      health.body.problems.find(({ code }) => code === "account_unreadable")
    ).toMatchObject({
      action: expect.stringMatching(/Check the account's addresses first/),
    })
    expect(thief.requests()).toEqual([])

    await store.sql(`update bpc_account set api_url = $1 where id = $2`, [
      api_url,
      id,
    ])
    await store.sql(`update bpc_account set v1_api_url = $1 where id = $2`, [
      thief.url,
      id,
    ])
    store.bpc.configuration.forget()
    await clerk.call("POST", `/admin/bpc/accounts/${id}/test`, {})
    expect(thief.requests()).toEqual([])

    await store.sql(`update bpc_account set v1_api_url = null where id = $1`, [
      id,
    ])
    store.bpc.configuration.forget()
    expect(await tested(id)).toMatchObject({ cause: "ok" })
    await thief.close()
  })
})

describe("a change that cannot be written into the history", () => {
  beforeAll(() =>
    store.sql(
      `alter table bpc_audit add constraint nobody_writes check (actor = 'nobody') not valid`
    )
  )
  afterAll(() =>
    store.sql(`alter table bpc_audit drop constraint nobody_writes`)
  )

  it("is not made: settings, an account's addition, change and deletion", async () => {
    const { id } = await account()
    const before = await configuration()
    const changes = [
      ["POST", "/admin/bpc/settings", { late_payment: "hold" }],
      [
        "POST",
        "/admin/bpc/accounts",
        {
          name: "Second",
          mode: "live",
          api_url: store.sandbox.apiUrl,
          api_key: "a_key_of_live",
        },
      ],
      [
        "POST",
        `/admin/bpc/accounts/${id}`,
        { name: "Renamed", api_key: "another_key" },
      ],
      ["DELETE", `/admin/bpc/accounts/${id}`, undefined],
    ] as const
    for (const [method, path, body] of changes) {
      expect((await clerk.call(method, path, body)).status).toBe(500)
      expect(await configuration()).toEqual(before)
    }
  })
})

describe("X-Content-Type-Options: nosniff", () => {
  it.each(adminRoutes().map(({ method, path }) => [method, path] as const))(
    "is sent with %s %s",
    async (method, path) => {
      const { headers } = await send(method, path, JSON_TYPE)
      expect(headers.get("x-content-type-options")).toBe("nosniff")
    }
  )

  it.each([
    ["GET", "/bpc/return/nobody"],
    ["GET", "/bpc/pay/nobody"],
    ["GET", "/store/bpc/status/nobody"],
    ["POST", "/webhooks/bpc"],
    ["POST", "/hooks/payment/bpc_bpc"],
    ["POST", "/hooks/payment/pp_bpc_bpc"],
  ])("is sent with %s %s", async (method, path) => {
    const response = await fetch(store.url + path, {
      method,
      headers: { "x-publishable-api-key": store.publishableKey },
    })
    await response.text()
    expect(response.headers.get("x-content-type-options")).toBe("nosniff")
  })
})

async function account(): Promise<{ id: string; api_url: string }> {
  const { body } = await clerk.call<{
    accounts: { id: string; api_url: string }[]
  }>("GET", "/admin/bpc/accounts")
  return body.accounts[0]!
}

async function tested(id: string): Promise<unknown> {
  return (await clerk.call("POST", `/admin/bpc/accounts/${id}/test`, {})).body
}

/** A server that somebody would like to see our secrets at. */
async function listening() {
  const requests: string[] = []
  const server: Server = createServer((req, res) => {
    requests.push(`${req.method} ${req.url}`)
    res.end("{}")
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/api2`,
    requests: () => requests,
    close: () =>
      new Promise((done) => {
        server.close(done)
        server.closeAllConnections()
      }),
  }
}
