import dns from "node:dns"
import * as https from "node:https"
import * as net from "node:net"
import {
  type GatewayClient,
  type GatewayClientOptions,
  createGatewayClient,
  isTlsFailure,
} from "../index"
import { createAgents } from "../agents"
import { createTransport } from "../transport"
import { KEY, failure, read, refund, start } from "./client-support"
import { type FakeServer, listen, startFakeServer } from "./fake-server"
import { cert, key } from "./tls-fixture"

describe("connecting to the gateway", () => {
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

  it("refuses a certificate that nobody vouches for, and sends nothing", async () => {
    let requests = 0
    const secure = https.createServer({ cert, key }, (_, response) => {
      requests += 1
      response.end("{}")
    })
    const port = await listen(secure)
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
      secure.closeAllConnections()
      await new Promise((resolve) => secure.close(resolve))
    }
  })

  it("states that certificates are checked, so that the environment cannot switch it off", () => {
    const agents = createAgents({
      connectTimeoutMs: 1000,
      maxSockets: 1,
      allowInsecure: true,
    })
    expect(agents.https.options.rejectUnauthorized).toBe(true)
    agents.close()
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
})
