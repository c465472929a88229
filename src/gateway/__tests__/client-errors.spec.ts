import { inspect } from "node:util"
import {
  type GatewayClient,
  type GatewayClientOptions,
  createGatewayClient,
} from "../index"
import { KEY, failure, refund, start } from "./client-support"
import {
  type FakeServer,
  type Handler,
  halfABody,
  json,
  reset,
  silence,
  startFakeServer,
  text,
} from "./fake-server"

const CARD = "4111 1111 1111 1111"

describe("the texts of an error", () => {
  let server: FakeServer
  let client: GatewayClient

  const connect = (options: Partial<GatewayClientOptions> = {}) => {
    client?.close()
    client = createGatewayClient({
      apiUrl: server.url,
      apiKey: KEY,
      allowInsecure: true,
      sleep: async () => undefined,
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
    connect()
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
