import {
  call,
  closeAll,
  createSession,
  errorCode,
  errorMessage,
  FAILURE_URL,
  sandboxFor,
  sessionBody,
  SUCCESS_URL,
} from "./support"
import { sessionIdOf } from "../ids"

afterEach(closeAll)

describe("POST /sessions", () => {
  it("answers with the whole open session of the documents", async () => {
    const sandbox = await sandboxFor()
    const { status, body, headers } = await call(
      sandbox,
      "POST",
      "/sessions",
      sessionBody({ merchantReferenceId: "payses_1", locale: "de" }),
      { "X-Version": "2023-10-31" }
    )
    expect(status).toBe(200)
    const mdOrder = new URL(String(body["paymentUrl"])).searchParams.get(
      "mdOrder"
    )
    expect(body).toEqual({
      id: sessionIdOf(mdOrder ?? ""),
      amount: 10000,
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      currency: "EUR",
      customerDetails: {},
      expiresAt: expect.any(String),
      failureUrl: FAILURE_URL,
      locale: "DE",
      merchantReferenceId: "payses_1",
      metadata: {},
      paymentData: { captureMethod: "automatic" },
      paymentStatus: "unpaid",
      paymentUrl: `${sandbox.url}/payment/merchants/ecom/payment.html?mdOrder=${mdOrder}&language=de`,
      status: "open",
      successUrl: SUCCESS_URL,
    })
    const life =
      Date.parse(String(body["expiresAt"])) -
      Date.parse(String(body["created"]))
    expect(life).toBe(1_200_000)
    expect(headers.get("x-version")).toBe("2023-10-31")
    expect(headers.get("api-request-id")).toMatch(/^req_/)
  })

  it("makes up a reference when none is sent, and takes lower-case currencies", async () => {
    const sandbox = await sandboxFor()
    const { object } = await createSession(sandbox, { currency: "jpy" })
    expect(object).toMatchObject({
      currency: "JPY",
      merchantReferenceId: "4000",
      locale: "EN",
    })
  })

  it("echoes what else was sent", async () => {
    const sandbox = await sandboxFor()
    const sent = {
      customerDetails: { email: "a@b.example", address: { city: "Bonn" } },
      metadata: { cart: "cart_1" },
      merchantCustomerId: "customer_1",
      setupFutureUsage: { category: "unscheduled" },
      paymentData: { captureMethod: "manual" },
      successUrl: "sdk://done",
    }
    const { object } = await createSession(sandbox, sent)
    expect(object).toMatchObject(sent)
  })

  it.each([
    ["no amount", { amount: undefined }, "amount"],
    ["a zero amount", { amount: 0 }, "amount"],
    ["a negative amount", { amount: -1 }, "amount"],
    ["a broken amount", { amount: 1.5 }, "amount"],
    ["an amount as text", { amount: "100" }, "amount"],
    ["an amount of 13 digits", { amount: 1_000_000_000_000 }, "amount"],
    ["an unknown currency", { currency: "XXQ" }, "Unknown currency"],
    ["a numeric currency", { currency: "978" }, "Unknown currency"],
    ["no success URL", { successUrl: undefined }, "successUrl"],
    ["a relative URL", { failureUrl: "/failure" }, "failureUrl"],
    [
      "a URL with a script",
      { successUrl: "javascript://%0aalert(1)" },
      "successUrl",
    ],
    [
      "a URL of 513 characters",
      { successUrl: "https://a.example/".padEnd(513, "x") },
      "successUrl",
    ],
    [
      "a URL with markup",
      { successUrl: "https://a.example/<script>" },
      "successUrl",
    ],
    ["an empty reference", { merchantReferenceId: "" }, "merchantReferenceId"],
    [
      "a reference of 37 characters",
      { merchantReferenceId: "r".repeat(37) },
      "merchantReferenceId",
    ],
    ["a locale with a region", { locale: "en-US" }, "locale"],
    [
      "an unknown capture method",
      { paymentData: { captureMethod: "later" } },
      "captureMethod",
    ],
    ["metadata that is no text", { metadata: { a: 1 } }, "metadata"],
    [
      "eleven metadata entries",
      { metadata: Object.fromEntries([..."abcdefghijk"].map((k) => [k, k])) },
      "metadata",
    ],
    [
      "a short customer id",
      { merchantCustomerId: "short" },
      "merchantCustomerId",
    ],
    ["an end in the past", { expiresAt: "2020-01-01T00:00:00Z" }, "expiresAt"],
  ])("refuses %s with 400 and names it", async (_what, change, named) => {
    const sandbox = await sandboxFor()
    const answer = await call(sandbox, "POST", "/sessions", sessionBody(change))
    expect(answer.status).toBe(400)
    expect(errorMessage(answer)).toContain(named)
    expect(sandbox.control.listSessions()).toEqual([])
  })

  it("takes a reference of 36 characters and a URL of 512", async () => {
    const sandbox = await sandboxFor()
    const change = {
      merchantReferenceId: "r".repeat(36),
      successUrl: "https://a.example/".padEnd(512, "x"),
    }
    expect((await createSession(sandbox, change)).object).toMatchObject(change)
  })

  it("refuses a currency that the merchant does not take", async () => {
    const sandbox = await sandboxFor({ currencies: ["eur", "USD"] })
    await createSession(sandbox, { currency: "USD" })
    const answer = await call(
      sandbox,
      "POST",
      "/sessions",
      sessionBody({ currency: "JPY" })
    )
    expect(answer.status).toBe(400)
    expect(errorMessage(answer)).toBe("Unknown currency")
  })

  it("accepts a reference twice, and with the switch refuses it", async () => {
    const sandbox = await sandboxFor()
    const body = sessionBody({ merchantReferenceId: "payses_1" })
    await createSession(sandbox, body)
    await createSession(sandbox, body)
    sandbox.control.setFaults({ duplicateReference: "refuse" })
    const answer = await call(sandbox, "POST", "/sessions", body)
    expect(answer.status).toBe(400)
    expect(errorCode(answer)).toBe("duplicate_reference")
  })
})

describe("what every call is checked for", () => {
  it.each([
    ["no key", {}, 401, "invalid_request_error"],
    ["a wrong key", { "X-Api-Key": "other" }, 401, "invalid_request_error"],
    [
      "a bearer token",
      { Authorization: "Bearer sandbox_key" },
      401,
      "invalid_request_error",
    ],
    [
      "a version that is no date",
      { "X-Api-Key": "sandbox_key", "X-Version": "2" },
      400,
      "invalid_version",
    ],
  ])("%s", async (_what, headers, status, code) => {
    const sandbox = await sandboxFor()
    const answer = await fetch(`${sandbox.apiUrl}/sessions/ps_1`, { headers })
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ error: { code } })
  })

  it.each([
    ["GET", "/sessions/ps_unknown", 404],
    ["POST", "/sessions/ps_unknown/expire", 404],
    ["GET", "/payments/pay_unknown", 404],
    ["GET", "/refunds/re_unknown", 404],
    ["GET", "/refunds?paymentId=pay_unknown", 404],
    ["GET", "/refunds", 400],
    ["GET", "/nothing", 404],
    ["GET", "/sessions", 405],
  ] as const)("%s %s is answered %i in JSON", async (method, path, status) => {
    const sandbox = await sandboxFor()
    const answer = await call(sandbox, method, path)
    expect(answer.status).toBe(status)
    expect(errorMessage(answer)).not.toBe("")
  })

  it.each([
    ["text that is no JSON", "application/json", "{", 400],
    ["an array", "application/json", "[]", 400],
    ["nothing", "application/json", "", 400],
    ["a form", "application/x-www-form-urlencoded", "amount=1", 415],
    ["more than a megabyte", "application/json", " ".repeat(1_048_577), 413],
  ])("a body of %s", async (_what, type, body, status) => {
    const sandbox = await sandboxFor()
    const answer = await fetch(`${sandbox.apiUrl}/sessions`, {
      method: "POST",
      headers: { "X-Api-Key": sandbox.apiKey, "Content-Type": type },
      body,
    })
    expect(answer.status).toBe(status)
    expect(await answer.json()).toHaveProperty("error.message")
  })
})

describe("POST /sessions/{id}/expire", () => {
  it("ends an open session: no payment page, no payment any more", async () => {
    const sandbox = await sandboxFor()
    const { id } = await createSession(sandbox)
    const { status, body } = await call(
      sandbox,
      "POST",
      `/sessions/${id}/expire`
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: "expired", paymentStatus: "unpaid" })
    expect(body).not.toHaveProperty("paymentUrl")
    await expect(sandbox.control.pay(id)).rejects.toThrow("has expired")
  })

  it("is refused with 400 once the session is expired or paid", async () => {
    const sandbox = await sandboxFor()
    const expired = await createSession(sandbox)
    const paid = await createSession(sandbox)
    await sandbox.control.expire(expired.id)
    await sandbox.control.pay(paid.id)
    for (const { id } of [expired, paid]) {
      const answer = await call(sandbox, "POST", `/sessions/${id}/expire`)
      expect(answer.status).toBe(400)
      expect(errorCode(answer)).toBe("invalid_state")
    }
  })

  it("happens by itself after the session's life time, and not a moment before", async () => {
    const sandbox = await sandboxFor({ sessionLifetimeSeconds: 60 })
    const { id, object } = await createSession(sandbox)
    const left =
      Date.parse(String(object["expiresAt"])) - sandbox.control.now().getTime()
    await sandbox.control.advanceTime(left - 1000)
    expect(sandbox.control.getSession(id).status).toBe("open")
    await sandbox.control.advanceTime(1000)
    const { body } = await call(sandbox, "GET", `/sessions/${id}`)
    expect(body["status"]).toBe("expired")
  })
})

describe("the request log", () => {
  it("holds each call with its body, status and session, and never the key", async () => {
    const sandbox = await sandboxFor({ apiKey: "very_secret_key" })
    const { id } = await createSession(sandbox)
    await call(sandbox, "GET", `/sessions/${id}`, undefined, {
      "Idempotency-Key": "k1",
    })
    await call(sandbox, "POST", "/sessions", sessionBody({ amount: 0 }))
    expect(sandbox.control.requests()).toMatchObject([
      {
        operation: "createSession",
        status: 200,
        sessionId: id,
        body: { amount: 10000 },
      },
      {
        operation: "readSession",
        status: 200,
        sessionId: id,
        headers: { "idempotency-key": "k1" },
      },
      { operation: "createSession", status: 400, body: { amount: 0 } },
    ])
    expect(JSON.stringify(sandbox.control.requests())).not.toContain(
      "very_secret"
    )
    sandbox.control.clearRequests()
    expect(sandbox.control.requests()).toEqual([])
  })
})
