import { execFile } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import * as http from "node:http"
import * as https from "node:https"
import * as net from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type GatewayClient, createGatewayClient } from "../index"
import { KEY, SESSION, failure, read, refund } from "./client-support"
import { listen } from "./fake-server"
import { cert, key } from "./tls-fixture"

/** What the outgoing proxy does with a tunnel that is asked for. */
type Manners = "tunnels" | "refuses" | "is silent"

let gateway: https.Server
let proxy: http.Server
let manners: Manners
let asked: string[]
let client: GatewayClient | undefined
let requests: number
let gatewayUrl: string
let proxyUrl: string
const sockets = new Set<net.Socket>()
const before = { ...process.env }

beforeAll(async () => {
  gateway = https.createServer({ cert, key }, (_, response) => {
    requests += 1
    response.setHeader("Content-Type", "application/json")
    response.end(JSON.stringify(SESSION))
  })
  proxy = http.createServer()
  proxy.on("connect", (request: http.IncomingMessage, socket: net.Socket) => {
    sockets.add(socket)
    asked.push(request.url ?? "")
    if (manners === "is silent") {
      return
    }
    if (manners === "refuses") {
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Type: application/json\r\n\r\n{"id":"ps_1"}'
      )
      return
    }
    const port = Number(request.url?.split(":").at(-1))
    const onward = net.connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n")
      onward.pipe(socket).pipe(onward)
    })
    sockets.add(onward)
  })
  gatewayUrl = `https://localhost:${await listen(gateway)}/api2`
  proxyUrl = `http://user:pa%40ss@127.0.0.1:${await listen(proxy)}`
})
beforeEach(() => {
  asked = []
  requests = 0
  manners = "tunnels"
  process.env.HTTPS_PROXY = proxyUrl
})
afterEach(() => {
  client?.close()
  process.env = { ...before }
})
afterAll(async () => {
  sockets.forEach((socket) => socket.destroy())
  gateway.closeAllConnections()
  await Promise.all(
    [gateway, proxy].map((server) => new Promise((end) => server.close(end)))
  )
})

const connect = (connectTimeoutMs = 5_000) =>
  (client = createGatewayClient({
    apiUrl: gatewayUrl,
    apiKey: KEY,
    allowInsecure: true,
    readRetries: 0,
    connectTimeoutMs,
  }))

describe("behind an outgoing proxy", () => {
  it("calls go through its tunnel, and the gateway's certificate is checked there too", async () => {
    const error = failure(await refund(connect()))
    expect(asked[0]).toBe(new URL(gatewayUrl).host)
    expect(error).toMatchObject({ kind: "transport", outcomeUnknown: false })
    expect(error.merchant).toContain("NODE_EXTRA_CA_CERTS")
    expect(requests).toBe(0)
  })

  it("not even an environment that switches certificates off gets a call past one that is wrong", async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"
    expect(failure(await read(connect())).networkCode).toMatch(/SELF_SIGNED/)
    expect(asked).toHaveLength(1)
    expect(requests).toBe(0)
  })

  it("an authority that NODE_EXTRA_CA_CERTS names is known, and the call arrives", async () => {
    const directory = await mkdtemp(join(tmpdir(), "bpc-ca-"))
    const authority = join(directory, "authority.pem")
    await writeFile(authority, cert)
    const script = `
      const { createGatewayClient, gatewaySessionId } = require("./src/gateway")
      const client = createGatewayClient({ apiUrl: ${JSON.stringify(gatewayUrl)}, apiKey: "key", allowInsecure: true })
      client.readSession(gatewaySessionId("ps_1")).then((answer) => {
        client.close()
        console.log(JSON.stringify(answer.ok ? answer.value.id : answer.error.merchant))
      })`
    try {
      const said = await new Promise<string>((resolve, reject) =>
        execFile(
          process.execPath,
          ["-r", "ts-node/register/transpile-only", "-e", script],
          {
            env: { ...process.env, NODE_EXTRA_CA_CERTS: authority },
            timeout: 60_000,
          },
          (error, output) => (error ? reject(error) : resolve(output))
        )
      )
      expect(JSON.parse(said)).toBe("ps_1")
      expect(asked).toEqual([new URL(gatewayUrl).host])
      expect(requests).toBe(1)
    } finally {
      await rm(directory, { recursive: true })
    }
  }, 90_000)

  it("a tunnel that is refused is the proxy's answer and not the gateway's: nothing was sent", async () => {
    manners = "refuses"
    const error = failure(await refund(connect()))
    expect(error).toMatchObject({
      kind: "transport",
      outcomeUnknown: false,
      networkCode: "GATEWAY_PROXY_REFUSED",
    })
    expect(error.merchant).toContain("HTTPS_PROXY")
    expect(JSON.stringify(error)).not.toContain("pa%40ss")
    expect(JSON.stringify(error)).not.toContain("pa@ss")
  })

  it("a proxy that is silent costs no more than the time for connecting, and nothing was sent", async () => {
    manners = "is silent"
    expect(failure(await refund(connect(200)))).toMatchObject({
      kind: "timeout",
      outcomeUnknown: false,
    })
  })

  it("a variable that is no proxy's address is named, and nothing is sent", () => {
    process.env.HTTPS_PROXY = "socks5://127.0.0.1:1080"
    expect(() => connect()).toThrow(/HTTPS_PROXY is not the address/)
  })

  it("a host that NO_PROXY lists is called directly", async () => {
    process.env.NO_PROXY = "localhost"
    expect(failure(await read(connect())).networkCode).toMatch(/SELF_SIGNED/)
    expect(asked).toEqual([])
  })
})
