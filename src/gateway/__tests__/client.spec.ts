import {
  type CallRecord,
  type GatewayClient,
  type GatewayClientOptions,
  GatewayError,
  createGatewayClient,
  merchantReference,
  moneyOf,
} from "../index"
import { EUR, ID, INPUT, KEY, PAYMENT, SESSION } from "./client-support"
import { type FakeServer, json, startFakeServer } from "./fake-server"

describe("the gateway client", () => {
  let server: FakeServer
  let client: GatewayClient
  let calls: CallRecord[]

  const connect = (options: Partial<GatewayClientOptions> = {}) => {
    client?.close()
    client = createGatewayClient({
      apiUrl: server.url,
      apiKey: KEY,
      allowInsecure: true,
      onCall: (call) => calls.push(call),
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
    calls = []
    connect()
  })

  it.each<[string, Record<string, unknown>]>([
    ["no id", { paymentUrl: SESSION.paymentUrl }],
    ["no payment page", { id: "ps_1" }],
    [
      "a payment page with a script for an address",
      { id: "ps_1", paymentUrl: "javascript:alert(1)" },
    ],
  ])(
    "does not take an answer with %s for a session that can be paid",
    async (_, answer) => {
      server.answer(json(200, answer))
      expect(await client.createSession(INPUT)).toMatchObject({
        ok: false,
        error: { kind: "protocol", outcomeUnknown: true, retryable: false },
      })
      expect(server.received).toHaveLength(1)
    }
  )

  it("never sends an amount of zero, which may mean all of it", async () => {
    const amount = moneyOf(0, EUR)
    const results = [
      await client.createSession({ ...INPUT, amount }),
      await client.capturePayment({
        paymentId: PAYMENT,
        amount,
        idempotencyKey: "k",
      }),
      await client.createRefund({
        paymentId: PAYMENT,
        amount,
        merchantReferenceId: merchantReference("ref_1"),
        idempotencyKey: "k",
      }),
    ]
    for (const result of results) {
      expect(result).toMatchObject({
        ok: false,
        error: { kind: "rejected", retryable: false, outcomeUnknown: false },
      })
    }
    expect(server.received).toEqual([])
  })

  it("does not apply an answer about another object", async () => {
    server.answer(json(200, { ...SESSION, id: "ps_2" }))
    expect(await client.readSession(ID)).toMatchObject({
      ok: false,
      error: { kind: "protocol" },
    })
    server.answer(json(200, { id: "pay_2", status: "succeeded" }))
    expect(await client.readPayment(PAYMENT)).toMatchObject({
      ok: false,
      error: { kind: "protocol" },
    })
  })

  it("tells the watcher about each attempt, and survives its exceptions", async () => {
    server.answer(
      json(503, {}),
      json(200, { data: [] }, { "API-Request-Id": "req_1" })
    )
    await connect({ sleep: async () => undefined }).listRefunds(PAYMENT)
    const ms = expect.any(Number)
    expect(calls).toEqual([
      {
        method: "GET",
        path: "/refunds",
        ms,
        status: 503,
        outcome: "transport",
      },
      {
        method: "GET",
        path: "/refunds",
        ms,
        status: 200,
        requestId: "req_1",
        outcome: "ok",
      },
    ])
    server.answer(json(200, SESSION))
    const watched = connect({
      onCall: () => {
        throw new Error("watcher")
      },
    })
    expect((await watched.readSession(ID)).ok).toBe(true)
  })

  it("keeps its connections: a hundred calls need no more sockets than allowed", async () => {
    const before = server.connections()
    server.answer((_, response) => {
      setImmediate(() => json(200, SESSION)(_, response, response.socket!))
    })
    const limited = connect({ maxSockets: 4 })
    const results = await Promise.all(
      Array.from({ length: 100 }, () => limited.readSession(ID))
    )
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(server.connections() - before).toBeLessThanOrEqual(4)
    await limited.readSession(ID)
    expect(server.connections() - before).toBeLessThanOrEqual(4)
  })

  it("lets a call under way finish when it is closed", async () => {
    let release = () => {}
    const arrived = new Promise<void>((resolve) => {
      server.answer((request, response, socket) => {
        release = () => json(200, SESSION)(request, response, socket)
        resolve()
      })
    })
    const pending = client.readSession(ID)
    await arrived
    client.close()
    release()
    expect((await pending).ok).toBe(true)
  })

  it.each<[string, Partial<GatewayClientOptions>]>([
    ["an address that is none", { apiUrl: "dev.bpcbt.com" }],
    [
      "http without permission",
      { apiUrl: "http://gateway.example/api2", allowInsecure: false },
    ],
    ["a metadata address", { apiUrl: "http://169.254.169.254/" }],
    ["no key", { apiKey: "  " }],
    ["a key with a line break", { apiKey: "abc\ndef" }],
    ["a key with a letter of another script", { apiKey: "abcД" }],
  ])("is not made with %s", (_, options) => {
    const make = () =>
      createGatewayClient({
        apiUrl: server.url,
        apiKey: KEY,
        allowInsecure: true,
        ...options,
      })
    expect(make).toThrow(GatewayError)
    expect(make).toThrow(
      expect.objectContaining({ kind: "configuration", retryable: false })
    )
  })
})
