import {
  type GatewayClient,
  type GatewayClientOptions,
  createGatewayClient,
} from "../index"
import { KEY, SESSION, failure, read, refund, start } from "./client-support"
import {
  type FakeServer,
  json,
  reset,
  silence,
  startFakeServer,
  text,
} from "./fake-server"

describe("repeating calls", () => {
  let server: FakeServer
  let client: GatewayClient
  let pauses: number[]

  const connect = (options: Partial<GatewayClientOptions> = {}) => {
    client?.close()
    client = createGatewayClient({
      apiUrl: server.url,
      apiKey: KEY,
      allowInsecure: true,
      sleep: async (ms) => {
        pauses.push(ms)
      },
      random: () => 0.5,
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
    pauses = []
    connect()
  })

  it("repeats a read until it succeeds, with growing pauses, and stops after that", async () => {
    server.answer(reset, json(502, {}), json(200, SESSION))
    expect((await read(client)).ok).toBe(true)
    expect(server.received).toHaveLength(3)
    expect(pauses).toEqual([187.5, 375])
  })

  it("does not repeat a read that was told not to", async () => {
    server.answer(json(502, {}))
    await read(connect({ readRetries: 0 }))
    expect(server.received).toHaveLength(1)
  })

  it("waits as long as the gateway asks, in seconds or until a date", async () => {
    const date = new Date(Date.now() + 10_000).toUTCString()
    server.answer(
      json(429, {}, { "Retry-After": "7" }),
      json(503, {}, { "Retry-After": date }),
      json(200, SESSION)
    )
    expect((await read(client)).ok).toBe(true)
    expect(pauses[0]).toBe(7000)
    expect(pauses[1]).toBeGreaterThan(1000)
    expect(pauses[1]).toBeLessThanOrEqual(10_000)
  })

  it("gives up at once when the gateway asks for more time than there is, and says how much", async () => {
    server.answer(json(429, {}, { "Retry-After": "3600" }))
    expect(failure(await read(client))).toMatchObject({
      kind: "throttled",
      retryAfterMs: 3_600_000,
    })
    expect(pauses).toEqual([])
    expect(server.received).toHaveLength(1)
  })

  it("does not follow a redirect, so the key goes to nobody else", async () => {
    server.answer(text(302, "", { Location: `${server.url}/other` }))
    await read(client)
    expect(server.received.map(({ url }) => url)).toEqual([
      "/api2/sessions/ps_1",
    ])
  })

  it("ends silence after the total time, repeats included", async () => {
    server.answer(silence)
    const patient = connect({ totalTimeoutMs: 150 })
    expect(failure(await read(patient))).toMatchObject({
      kind: "timeout",
      retryable: true,
      outcomeUnknown: false,
    })
    expect(server.received).toHaveLength(1)
    expect(failure(await refund(patient))).toMatchObject({
      kind: "timeout",
      outcomeUnknown: true,
    })
    expect(failure(await start(patient))).toMatchObject({
      kind: "timeout",
      outcomeUnknown: true,
    })
    expect(server.received).toHaveLength(3)
  })

  it("does not repeat a money call on a connection that dies when it is used again", async () => {
    server.answer(json(200, SESSION), reset)
    const before = server.connections()
    await read(client)
    expect(failure(await refund(client))).toMatchObject({
      kind: "transport",
      outcomeUnknown: true,
    })
    expect(server.connections() - before).toBe(1)
    expect(server.received).toHaveLength(2)
  })
})
