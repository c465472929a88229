import {
  type GatewayClient,
  type GatewayClientOptions,
  createGatewayClient,
  gatewayRefundId,
  gatewaySessionId,
  merchantReference,
  moneyOf,
} from "../index"
import { EUR, ID, INPUT, KEY, PAYMENT, SESSION } from "./client-support"
import { type FakeServer, json, startFakeServer } from "./fake-server"

describe("what the gateway client sends", () => {
  let server: FakeServer
  let client: GatewayClient

  const connect = (options: Partial<GatewayClientOptions> = {}) => {
    client?.close()
    client = createGatewayClient({
      apiUrl: server.url,
      apiKey: KEY,
      allowInsecure: true,
      ...options,
    })
    return client
  }

  beforeAll(async () => {
    server = await startFakeServer()
  })
  afterAll(async () => {
    client.close()
    await server.close()
  })
  beforeEach(() => {
    server.received.length = 0
    connect()
  })

  it("creates a session as the documents say", async () => {
    server.answer(json(201, SESSION))
    const result = await client.createSession({
      ...INPUT,
      locale: "en-GB",
      customer: {
        email: "ada@shop.example",
        firstName: "<b>Ada</b>",
        phone: "none",
      },
      metadata: { shop: "1" },
    })
    expect(result).toMatchObject({
      ok: true,
      value: {
        id: "ps_1",
        paymentUrl: SESSION.paymentUrl,
        mdOrder: "1",
        phase: "open",
      },
    })
    const [request] = server.received
    expect(request).toMatchObject({ method: "POST", url: "/api2/sessions" })
    expect(request?.headers).toMatchObject({
      "x-api-key": KEY,
      "x-version": "2023-10-31",
      accept: "application/json",
      "content-type": "application/json",
      "user-agent": "Mozilla/5.0 (compatible; medusa-payment-bpc)",
    })
    expect(JSON.parse(request?.body ?? "")).toEqual({
      amount: 1000,
      currency: "EUR",
      successUrl: "https://shop.example/ok",
      failureUrl: "https://shop.example/no",
      merchantReferenceId: "payses_1",
      paymentData: { captureMethod: "manual" },
      locale: "en",
      customerDetails: { email: "ada@shop.example", firstName: "b Ada /b" },
      metadata: { shop: "1" },
    })
  })

  it("sends nothing optional that it was not given", async () => {
    server.answer(json(200, SESSION))
    await client.createSession(INPUT)
    expect(Object.keys(JSON.parse(server.received[0]?.body ?? ""))).toEqual([
      "amount",
      "currency",
      "successUrl",
      "failureUrl",
      "merchantReferenceId",
      "paymentData",
    ])
  })

  it("uses the headers of its settings, and leaves an empty version out", async () => {
    server.answer(json(200, SESSION))
    await connect({
      userAgent: "Shop/1.0\r\nX-Evil: 1",
      apiVersion: "",
      apiKey: ` ${KEY}\n`,
    }).readSession(ID)
    const headers = server.received[0]?.headers
    expect(headers).toMatchObject({
      "user-agent": "Shop/1.0X-Evil: 1",
      "x-api-key": KEY,
    })
    expect(headers).not.toHaveProperty("x-version")
    expect(headers).not.toHaveProperty("x-evil")
  })

  it.each<
    [
      string,
      (client: GatewayClient) => Promise<unknown>,
      Record<string, unknown>,
    ]
  >([
    [
      "reads a session",
      (c) => c.readSession(ID),
      { method: "GET", url: "/api2/sessions/ps_1", body: "" },
    ],
    [
      "escapes an id",
      (c) => c.readSession(gatewaySessionId("../a b?c#d")),
      { method: "GET", url: "/api2/sessions/..%2Fa%20b%3Fc%23d" },
    ],
    [
      "expires a session without a body",
      (c) => c.expireSession(ID),
      { method: "POST", url: "/api2/sessions/ps_1/expire", body: "" },
    ],
    [
      "reads a payment",
      (c) => c.readPayment(PAYMENT),
      { method: "GET", url: "/api2/payments/pay_1" },
    ],
    [
      "captures an amount",
      (c) =>
        c.capturePayment({
          paymentId: PAYMENT,
          amount: moneyOf(400, EUR),
          idempotencyKey: "k1",
        }),
      {
        method: "POST",
        url: "/api2/payments/pay_1/capture",
        body: '{"amount":400}',
      },
    ],
    [
      "cancels a payment without a body",
      (c) => c.cancelPayment({ paymentId: PAYMENT, idempotencyKey: "k1" }),
      { method: "POST", url: "/api2/payments/pay_1/cancel", body: "" },
    ],
    [
      "refunds an amount",
      (c) =>
        c.createRefund({
          paymentId: PAYMENT,
          amount: moneyOf(250, EUR),
          merchantReferenceId: merchantReference("ref_1"),
          idempotencyKey: "k1",
        }),
      {
        method: "POST",
        url: "/api2/refunds",
        body: '{"paymentId":"pay_1","amount":250,"merchantReferenceId":"ref_1"}',
      },
    ],
    [
      "reads a refund",
      (c) => c.readRefund(gatewayRefundId("re_1")),
      { method: "GET", url: "/api2/refunds/re_1" },
    ],
    [
      "lists refunds",
      (c) => c.listRefunds(PAYMENT),
      { method: "GET", url: "/api2/refunds?paymentId=pay_1" },
    ],
  ])("%s", async (_, call, expected) => {
    server.answer(json(200, {}))
    await call(client)
    const [request] = server.received
    const headers = request?.headers ?? {}
    expect(request).toMatchObject(expected)
    const keyed = /capture|cancel|refunds$/.test(String(expected.url))
      ? "k1"
      : undefined
    expect(headers["idempotency-key"]).toBe(keyed)
    expect(headers["content-type"]).toBe(
      String(expected.body ?? "") === "" ? undefined : "application/json"
    )
  })

  it("understands payments, refunds and lists, in the currency that the caller knows", async () => {
    const amount = moneyOf(400, EUR)
    server.answer(
      json(200, { id: "pay_1", status: "succeeded", amountCaptured: 400 })
    )
    expect(
      await client.capturePayment({
        paymentId: PAYMENT,
        amount,
        idempotencyKey: "k",
      })
    ).toEqual({
      ok: true,
      value: {
        id: "pay_1",
        status: "succeeded",
        rawStatus: "succeeded",
        captured: amount,
      },
    })
    expect(await client.readPayment(PAYMENT, { currency: EUR })).toMatchObject({
      value: { captured: amount },
    })
    server.answer(
      json(200, {
        id: "re_1",
        paymentId: "pay_1",
        amount: 400,
        status: "pending",
      })
    )
    expect(
      await client.createRefund({
        paymentId: PAYMENT,
        amount,
        merchantReferenceId: merchantReference("ref_1"),
        idempotencyKey: "k",
      })
    ).toMatchObject({
      ok: true,
      value: { id: "re_1", amount, status: "pending" },
    })
    server.answer(
      json(200, {
        data: [
          { id: "re_1", amount: 400, currency: "EUR", status: "succeeded" },
        ],
      })
    )
    expect(await client.listRefunds(PAYMENT)).toMatchObject({
      ok: true,
      value: [{ id: "re_1", amount }],
    })
  })
})
