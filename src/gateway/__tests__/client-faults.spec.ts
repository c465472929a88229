import dns from "node:dns"
import * as https from "node:https"
import * as net from "node:net"
import { inspect } from "node:util"
import {
  type GatewayClient,
  type GatewayClientOptions,
  type GatewayError,
  type Result,
  createGatewayClient,
  gatewayPaymentId,
  gatewaySessionId,
  isTlsFailure,
  merchantReference,
  moneyOf,
  parseCurrency,
} from "../index"
import { createTransport } from "../transport"
import {
  type FakeServer,
  type Handler,
  json,
  listen,
  reset,
  silence,
  startFakeServer,
  text,
} from "./fake-server"
import { cert, key } from "./tls-fixture"

const EUR = parseCurrency("EUR")
if (EUR === undefined) {
  throw new Error("no euro")
}

const KEY = "k3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3y1"
const ID = gatewaySessionId("ps_1")
const SESSION = {
  id: "ps_1",
  status: "open",
  paymentStatus: "unpaid",
  paymentUrl: "http://127.0.0.1/pay",
}

const HTML = "<html><body>Access denied by the firewall</body></html>"
const CARD = "4111 1111 1111 1111"

const start = (client: GatewayClient) =>
  client.createSession({
    amount: moneyOf(1000, EUR),
    successUrl: "https://shop.example/ok",
    failureUrl: "https://shop.example/no",
    merchantReferenceId: merchantReference("payses_1"),
    captureMethod: "automatic",
    customer: { email: "ada@shop.example", lastName: "Lovelace" },
  })
const read = (client: GatewayClient) => client.readSession(ID)
const refund = (client: GatewayClient) =>
  client.createRefund({
    paymentId: gatewayPaymentId("pay_1"),
    amount: moneyOf(250, EUR),
    merchantReferenceId: merchantReference("ref_1"),
    idempotencyKey: "k1",
  })

function failure(result: Result<unknown, GatewayError>): GatewayError {
  if (result.ok) {
    throw new Error("expected a failure")
  }
  return result.error
}

describe("the gateway client, when things go wrong", () => {
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

  const halfABody: Handler = (_, response, socket) => {
    response.writeHead(200, {
      "Content-Type": "application/json",
      "Content-Length": "1000",
    })
    response.write('{"id":"ps_1"', () => socket.destroy())
  }
  const tenMegabytes: Handler = (_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" })
    response.end(`{"id":"${"x".repeat(10 * 1024 * 1024)}"}`)
  }
  const noHttp: Handler = (_, __, socket) => {
    socket.end("SSH-2.0-OpenSSH_9.2\r\n")
  }

  type Row = [
    string,
    Handler,
    GatewayError["kind"],
    number | undefined,
    // retryable, outcome unknown for a POST, requests for a read
    boolean,
    boolean,
    number,
  ]
  it.each<Row>([
    [
      "400",
      json(400, { error: { code: "bad", message: "no" } }),
      "rejected",
      400,
      false,
      false,
      1,
    ],
    ["401", json(401, {}), "auth", 401, false, false, 1],
    ["401 with a page", text(401, HTML), "auth", 401, false, false, 1],
    [
      "403",
      json(403, { message: "expired key" }),
      "auth",
      403,
      false,
      false,
      1,
    ],
    ["403 with nothing", text(403, ""), "auth", 403, false, false, 1],
    [
      "403 with a firewall's page",
      text(403, HTML),
      "blocked",
      403,
      false,
      false,
      1,
    ],
    [
      "404",
      json(404, { error: "no such session" }),
      "rejected",
      404,
      false,
      false,
      1,
    ],
    ["404 with a page", text(404, HTML), "blocked", 404, false, false, 1],
    ["408", json(408, {}), "transport", 408, true, true, 3],
    ["412", text(412, ""), "blocked", 412, false, false, 1],
    [
      "412 as JSON",
      json(412, { message: "no" }),
      "blocked",
      412,
      false,
      false,
      1,
    ],
    [
      "422",
      json(422, { errors: ["amount"] }),
      "rejected",
      422,
      false,
      false,
      1,
    ],
    ["429", json(429, {}), "throttled", 429, true, false, 3],
    ["429 with a page", text(429, HTML), "throttled", 429, true, false, 3],
    ["500", json(500, { message: "oops" }), "transport", 500, true, true, 3],
    ["502 with a page", text(502, HTML), "transport", 502, true, true, 3],
    [
      "301",
      text(301, "", { Location: "/elsewhere" }),
      "blocked",
      301,
      false,
      false,
      1,
    ],
    [
      "307 to another host",
      text(307, "", { Location: "http://evil.example/" }),
      "blocked",
      307,
      false,
      false,
      1,
    ],
    ["HTML instead of JSON", text(200, HTML), "blocked", 200, false, true, 1],
    ["nothing", text(200, ""), "protocol", 200, false, true, 1],
    ["no content", text(204, ""), "protocol", 204, false, true, 1],
    ["JSON cut off", text(200, '{"id":"ps_1'), "protocol", 200, false, true, 1],
    ["a list", json(200, []), "protocol", 200, false, true, 1],
    [
      "an error with 200",
      json(200, { errorCode: "5", errorMessage: "Access denied" }),
      "rejected",
      200,
      false,
      false,
      1,
    ],
    [
      "an error with 200 and a number",
      json(200, { errorCode: 7 }),
      "rejected",
      200,
      false,
      false,
      1,
    ],
    ["half a body", halfABody, "transport", undefined, true, true, 3],
    ["a reset", reset, "transport", undefined, true, true, 3],
    ["something else than HTTP", noHttp, "transport", undefined, true, true, 3],
    ["ten megabytes", tenMegabytes, "protocol", undefined, false, true, 1],
  ])(
    "answers %s with one clear error",
    async (_, handler, kind, httpStatus, retryable, outcomeUnknown, reads) => {
      server.answer(handler)
      const ofRead = failure(await read(client))
      expect(ofRead).toMatchObject({ kind, retryable, outcomeUnknown: false })
      expect(ofRead.httpStatus).toBe(httpStatus)
      expect(server.received).toHaveLength(reads)
      for (const money of [start, refund]) {
        server.received.length = 0
        const error = failure(await money(client))
        expect(error).toMatchObject({ kind, retryable, outcomeUnknown })
        expect(server.received).toHaveLength(1)
      }
    }
  )

  it("takes a zero error code with 200 as success", async () => {
    server.answer(json(200, { ...SESSION, errorCode: "0" }))
    expect((await read(client)).ok).toBe(true)
    server.answer(json(200, { ...SESSION, errorCode: 0 }))
    expect((await read(client)).ok).toBe(true)
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

  it.each([
    ["a refused connection", "http://127.0.0.1:1/api2", "ECONNREFUSED"],
    ["a name that does not exist", "http://gateway.test/api2", "ENOTFOUND"],
    ["a name server that is away", "http://gateway.test/api2", "EAI_AGAIN"],
  ])(
    "knows that nothing was sent over %s, and starts a payment once more",
    async (_, apiUrl, networkCode) => {
      const lookup = jest
        .spyOn(dns, "lookup")
        .mockImplementation((...args: unknown[]) => {
          const callback = args.at(-1)
          if (typeof callback === "function") {
            callback(
              Object.assign(new Error("getaddrinfo failed"), {
                code: networkCode,
                syscall: "getaddrinfo",
              })
            )
          }
        })
      const calls: string[] = []
      const lost = connect({
        apiUrl,
        onCall: ({ method }) => calls.push(method),
      })
      const expected = {
        kind: "transport",
        retryable: true,
        outcomeUnknown: false,
        networkCode,
      }
      expect(failure(await start(lost))).toMatchObject(expected)
      expect(calls).toEqual(["POST", "POST"])
      expect(failure(await refund(lost))).toMatchObject(expected)
      expect(calls).toHaveLength(3)
      expect(failure(await read(lost))).toMatchObject(expected)
      expect(calls).toHaveLength(6)
      lookup.mockRestore()
    }
  )

  it("gives up connecting after its own time, with nothing sent", async () => {
    // Accepts the TCP connection and never answers the TLS greeting.
    const sockets: net.Socket[] = []
    const mute = net.createServer((socket) => sockets.push(socket))
    const port = await listen(mute)
    const calls: string[] = []
    const lost = connect({
      apiUrl: `https://127.0.0.1:${port}/api2`,
      connectTimeoutMs: 100,
      onCall: ({ method }) => calls.push(method),
    })
    expect(failure(await start(lost))).toMatchObject({
      kind: "timeout",
      retryable: true,
      outcomeUnknown: false,
    })
    expect(calls).toHaveLength(2)
    expect(failure(await refund(lost))).toMatchObject({
      kind: "timeout",
      outcomeUnknown: false,
    })
    expect(calls).toHaveLength(3)
    sockets.forEach((socket) => socket.destroy())
    await new Promise((resolve) => mute.close(resolve))
  })

  it("refuses a certificate that nobody vouches for, whatever the environment says, and sends nothing", async () => {
    let requests = 0
    const secure = https.createServer({ cert, key }, (_, response) => {
      requests += 1
      response.end("{}")
    })
    const port = await listen(secure)
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"
    try {
      const lost = connect({ apiUrl: `https://localhost:${port}/api2` })
      const error = failure(await refund(lost))
      expect(error).toMatchObject({
        kind: "transport",
        retryable: false,
        outcomeUnknown: false,
      })
      expect(isTlsFailure(error)).toBe(true)
      expect(error.merchant).toContain("certificate")
      expect(failure(await read(lost)).kind).toBe("transport")
      expect(requests).toBe(0)
    } finally {
      if (before === undefined) {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
      } else {
        process.env.NODE_TLS_REJECT_UNAUTHORIZED = before
      }
      secure.closeAllConnections()
      await new Promise((resolve) => secure.close(resolve))
    }
  })

  it("refuses a name that resolves to a forbidden address at the moment of calling", async () => {
    const transport = createTransport({
      baseUrl: server.url.replace("127.0.0.1", "localhost"),
      apiKey: KEY,
      userAgent: "test",
      apiVersion: "",
      connectTimeoutMs: 1000,
      maxSockets: 1,
      maxResponseBytes: 1000,
      allowInsecure: false,
    })
    const call = {
      method: "GET",
      path: "/sessions/1",
      purpose: "read",
    } as const
    const result = await transport.send({ call, target: "/sessions/1" }, 1000)
    expect(failure(result)).toMatchObject({
      kind: "configuration",
      outcomeUnknown: false,
    })
    expect(server.received).toHaveLength(0)
    transport.close()
  })

  it.each<[string, unknown, string | undefined, string]>([
    [
      "error.message",
      { error: { code: "E1", message: "too dear" } },
      "E1",
      "too dear",
    ],
    ["error", { error: "too dear" }, undefined, "too dear"],
    ["message", { message: "too dear", code: 17 }, "17", "too dear"],
    ["errors[0]", { errors: ["too dear"] }, undefined, "too dear"],
    [
      "errors[0].message",
      { errors: [{ code: "E2", message: "too dear" }] },
      "E2",
      "too dear",
    ],
    [
      "errorMessage",
      { errorCode: "4", errorMessage: "too dear" },
      "4",
      "too dear",
    ],
    ["detail", { detail: "too dear" }, undefined, "too dear"],
    ["nothing", { surprise: true }, undefined, "HTTP 400"],
  ])("finds the gateway's words in %s", async (_, body, code, words) => {
    server.answer(
      json(400, body, { "API-Request-Id": "req_1", "X-Version": "2023-11-15" })
    )
    const error = failure(await start(client))
    expect(error.code).toBe(code)
    expect(error.merchant).toContain(words)
    expect(error.shopper).not.toContain("too dear")
    expect(error.requestId).toBe("req_1")
    expect(error.log).toContain("POST /sessions")
    expect(error.log).toContain("request=req_1")
    expect(error.log).toContain("version=2023-11-15")
  })

  it.each<[string, Handler]>([
    [
      "an answer that repeats everything",
      json(
        400,
        {
          error: { code: KEY, message: `key ${KEY} card ${CARD}\nforged line` },
        },
        { "API-Request-Id": KEY }
      ),
    ],
    ["an answer of another kind", text(200, `${KEY} ${CARD}`)],
    ["an answer without sense", json(200, { id: 7, key: KEY, card: CARD })],
    ["a reset", reset],
    ["silence", silence],
    ["half a body", halfABody],
  ])(
    "lets no key, header, body or card into the error of %s",
    async (_, handler) => {
      server.answer(handler)
      const error = failure(await start(connect({ totalTimeoutMs: 200 })))
      const everything = [
        inspect(error, { depth: 20, showHidden: true, getters: true }),
        JSON.stringify(error),
        String(error),
        error.stack ?? "",
        error.shopper,
        error.merchant,
        error.log,
      ].join("\n")
      for (const secret of [
        KEY,
        CARD,
        "ada@shop.example",
        "Lovelace",
        "shop.example/ok",
        "X-Api-Key",
        "x-api-key",
      ]) {
        expect(everything).not.toContain(secret)
      }
      expect(error.log).not.toContain("\n")
      for (const told of [error.shopper, error.merchant, error.log]) {
        expect(told).not.toBe("")
      }
    }
  )

  it("tells the shopper about money in words, never in codes", async () => {
    server.answer(json(500, { message: "NullPointerException" }))
    const error = failure(await start(client))
    expect(error.shopper).toBe(
      "The payment page could not be opened. You have not been charged. Please try again in a moment."
    )
    expect(failure(await refund(client)).merchant).toContain(
      "The refund may have been made all the same. Check the payment at the gateway before repeating."
    )
  })
})
