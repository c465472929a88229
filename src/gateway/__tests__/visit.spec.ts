import type * as dns from "node:dns"
import * as https from "node:https"
import { type VisitOptions, visit } from "../visit"
import {
  type FakeServer,
  type Handler,
  listen,
  noHttp,
  reset,
  silence,
  startFakeServer,
  text,
} from "./fake-server"
import * as tls from "./tls-fixture"

const LEADS_INSIDE = "mock-name.example"

jest.mock("node:dns", () => {
  const real = jest.requireActual<typeof dns>("node:dns")
  return {
    ...real,
    lookup: (
      name: string,
      options: dns.LookupAllOptions,
      done: (error: Error | null, addresses: dns.LookupAddress[]) => void
    ) =>
      name === "mock-name.example"
        ? done(null, [
            { address: "203.0.113.7", family: 4 },
            { address: "127.0.0.1", family: 4 },
          ])
        : real.lookup(name, options, done),
  }
})

let server: FakeServer

beforeEach(async () => {
  server = await startFakeServer()
})
afterEach(() => server.close())

const inDevelopment = (change: Partial<VisitOptions> = {}) =>
  visit(server.url, { allowInsecure: true, ...change })

/** Sends as long as somebody listens. */
const endless: Handler = (_, response, socket) => {
  response.writeHead(200)
  const pour = () => {
    if (!socket.destroyed) {
      response.write("x".repeat(16 * 1024), pour)
    }
  }
  pour()
}

const aBeginningOnly: Handler = (_, response) => {
  response.writeHead(200)
  response.write("hello")
}

describe("a visit", () => {
  it("answers with status, headers and text", async () => {
    server.answer(text(404, "Nothing here", { "X-Kind": "test" }))
    const answer = await inDevelopment({
      method: "POST",
      headers: { "X-Signature": "t=1" },
      body: Buffer.from("what we say"),
    })
    expect(answer).toMatchObject({
      ok: true,
      status: 404,
      text: "Nothing here",
      headers: { "x-kind": "test" },
    })
    expect(server.received).toMatchObject([
      {
        method: "POST",
        body: "what we say",
        headers: { "x-signature": "t=1", "content-length": "11" },
      },
    ])
  })

  it.each([301, 302, 303, 307, 308])(
    "follows no redirect (%i)",
    async (status) => {
      const inside = await startFakeServer()
      server.answer(text(status, "", { Location: inside.url }))
      expect(await inDevelopment()).toMatchObject({ ok: true, status })
      expect(server.received).toHaveLength(1)
      expect(inside.received).toHaveLength(0)
      await inside.close()
    }
  )

  it("reads the beginning of an endless answer, and hangs up", async () => {
    server.answer(endless)
    const answer = await inDevelopment({ maxBytes: 1000 })
    expect(answer).toMatchObject({ ok: true, status: 200 })
    expect(answer.ok && answer.text).toHaveLength(1000)
  })

  it("does not wait for an answer that does not end", async () => {
    server.answer(aBeginningOnly)
    expect(await inDevelopment({ timeoutMs: 2_000 })).toMatchObject({
      ok: true,
      status: 200,
      text: "hello",
    })
  })

  it.each<[string, Handler]>([
    ["never answers", silence],
    ["breaks off", reset],
    ["speaks another protocol", noHttp],
    [
      "changes the protocol unasked",
      (_, response) =>
        response
          .writeHead(101, { Connection: "Upgrade", Upgrade: "ghost" })
          .end(),
    ],
  ])("is told of a server that %s", async (_, handler) => {
    server.answer(handler)
    expect(await inDevelopment({ timeoutMs: 300 })).toEqual({
      ok: false,
      reason: "silent",
    })
  })

  it("uses no proxy of the environment", async () => {
    const proxy = await startFakeServer()
    const before = process.env.http_proxy
    process.env.http_proxy = proxy.url
    server.answer(text(200, "direct"))
    expect(await inDevelopment()).toMatchObject({ text: "direct" })
    expect(proxy.received).toHaveLength(0)
    if (before === undefined) {
      delete process.env.http_proxy
    } else {
      process.env.http_proxy = before
    }
    await proxy.close()
  })
})

describe("where a visit goes", () => {
  it("in production, only over https", async () => {
    expect(await visit(server.url, { allowInsecure: false })).toEqual({
      ok: false,
      reason: "not_https",
    })
    expect(server.connections()).toBe(0)
  })

  it.each([
    "https://localhost:$port/",
    "https://127.0.0.1:$port/",
    "https://[::1]:$port/",
    "https://[::ffff:7f00:1]:$port/",
    "https://0.0.0.0:$port/",
    "https://10.0.0.1:$port/",
  ])("in production, not inside: %s", async (pattern) => {
    const url = pattern.replace("$port", new URL(server.url).port)
    expect(await visit(url, { allowInsecure: false })).toEqual({
      ok: false,
      reason: "inner_address",
    })
    expect(server.connections()).toBe(0)
  })

  it.each([
    ["http://169.254.169.254/latest/meta-data/", "inner_address"],
    ["http://[fe80::1]/", "inner_address"],
    ["http://metadata.google.internal/", "inner_address"],
    ["http://no-such-host.invalid/", "unknown_host"],
    ["http://127.0.0.1:1/", "refused"],
    ["file:///etc/passwd", "not_https"],
    ["ftp://127.0.0.1/", "not_https"],
    ["nonsense", "unknown_host"],
  ])("even in development, not to %s: %s", async (url, reason) => {
    expect(await visit(url, { allowInsecure: true })).toEqual({
      ok: false,
      reason,
    })
  })

  it("in production, not to a harmless name that resolves inside at the moment of calling", async () => {
    const { port } = new URL(server.url)
    expect(
      await visit(`https://${LEADS_INSIDE}:${port}/`, { allowInsecure: false })
    ).toEqual({ ok: false, reason: "inner_address" })
    expect(server.connections()).toBe(0)
  })

  it("only where the certificate is accepted, whatever the environment says", async () => {
    const self = https.createServer({ cert: tls.cert, key: tls.key })
    const port = await listen(self)
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"
    expect(
      await visit(`https://localhost:${port}/`, { allowInsecure: true })
    ).toEqual({ ok: false, reason: "certificate" })
    if (before === undefined) {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
    } else {
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = before
    }
    await new Promise((done) => self.close(done))
  })
})
