import {
  type GatewayClient,
  type GatewayClientOptions,
  type GatewayError,
  createGatewayClient,
} from "../index"
import { KEY, SESSION, failure, read, refund, start } from "./client-support"
import {
  type FakeServer,
  type Handler,
  halfABody,
  json,
  noHttp,
  reset,
  startFakeServer,
  tenMegabytes,
  text,
} from "./fake-server"

const HTML = "<html><body>Access denied by the firewall</body></html>"

describe("an answer of the gateway that is no success", () => {
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
})
