import { randomUUID } from "node:crypto"
import { request } from "node:http"
import express from "express"
import { signWebhook } from "../../packages/bpc-sandbox/src"
import { Clerk } from "../support/clerk"
import { type Store, startStore } from "../support/store"

/* A store's own middleware may have read a webhook's body before it comes to us. */

jest.setTimeout(180_000)

const SECRET = "whsec_sandbox"
const DOORS = ["/webhooks/bpc", "/hooks/payment/bpc_bpc"]
const ANY = { type: () => true }

/** What leaves no bytes. */
const LOSING = ["json", "urlencoded"]
/** Whether every webhook is read as JSON first. */
let readAll = false

const readers: Record<string, express.RequestHandler> = {
  raw: express.raw(ANY),
  text: express.text(ANY),
  json: express.json(ANY),
  urlencoded: express.urlencoded({ ...ANY, extended: true }),
  json_with_raw_body: express.json({
    ...ANY,
    verify: (req, _res, bytes) => {
      Object.assign(req, { rawBody: bytes })
    },
  }),
  thrown_away: (req, _res, next) => {
    req.resume().once("end", () => next())
  },
  begun: (req, _res, next) => {
    req.once("data", () => {
      req.pause()
      next()
    })
  },
}

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore({
    before: (app) => {
      app.use((req, res, next) => {
        const all = readAll && req.path === "/webhooks/bpc"
        const reader =
          readers[all ? "json" : String(req.headers["x-test-reader"])]
        if (reader) {
          reader(req, res, next)
        } else {
          next()
        }
      })
    },
  })
  clerk = await Clerk.logIn(store)
})
afterAll(() => store.close())

const news = () =>
  JSON.stringify({
    created: new Date().toISOString(),
    type: "session.completed",
    data: { object: { id: `ps_${randomUUID()}`, shop: "Łódź ☕" } },
  })

async function send(
  door: string,
  reader: string,
  body = news(),
  signature = signWebhook({ rawBody: body, secret: SECRET })
): Promise<{ status: number; body: { code?: string; message?: string } }> {
  const response = await fetch(store.url + door, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-signature": signature,
      "x-test-reader": reader,
    },
    body,
    signal: AbortSignal.timeout(10_000),
  })
  return {
    status: response.status,
    body: (await response.json()) as { code?: string; message?: string },
  }
}

type HealthAnswer = { problems: { code: string; message: string }[] }

async function complaint(): Promise<string | undefined> {
  const { body } = await clerk.call<HealthAnswer>("GET", "/admin/bpc/health")
  return body.problems.find(({ code }) => code === "webhook_body_read")?.message
}

describe.each(DOORS)("at %s, a webhook", (door) => {
  it.each(["raw", "text", "json_with_raw_body", "none"])(
    "is verified from what a parser left of it: %s",
    async (reader) => {
      expect((await send(door, reader)).status).toBe(200)
      const forged = signWebhook({ rawBody: news(), secret: "whsec_other" })
      expect((await send(door, reader, news(), forged)).status).toBe(401)
    }
  )

  it.each(LOSING)(
    "is answered at once with 503 where its bytes are gone: %s",
    async (reader) => {
      const { status, body } = await send(door, reader)
      expect(status).toBe(503)
      expect(body).toMatchObject({ code: "body_read" })
    }
  )

  it("over 256 KiB is refused with 413 whoever has read it", async () => {
    const parser = express.raw({ ...ANY, limit: "1mb" })
    readers.large = parser
    const body = "x".repeat(256 * 1024 + 1)
    expect((await send(door, "large", body)).status).toBe(413)
  })
})

// At Medusa's own door, Medusa's body parser comes first, and fails on what was read without being parsed.
it.each(["thrown_away", "begun"])(
  "a webhook that was read without being parsed is answered at once with 503 too: %s",
  async (reader) => {
    expect((await send("/webhooks/bpc", reader)).status).toBe(503)
  }
)

describe("health", () => {
  it("says why webhooks cannot be verified, until one can be", async () => {
    await store.bpc.heartbeats.forget("body_read")
    await send("/webhooks/bpc", "json")
    expect(await complaint()).toContain(
      "reads their body first and leaves a parsed object"
    )
    expect(
      (await clerk.call("POST", "/admin/bpc/webhooks/test", {})).body
    ).toMatchObject({ ok: true })
    expect(await complaint()).toBeUndefined()
  })

  it("hears of it from the round trip, which names the cause", async () => {
    readAll = true
    const { body } = await clerk.call("POST", "/admin/bpc/webhooks/test", {})
    readAll = false
    expect(body).toMatchObject({ ok: false, cause: "body_read", status: 503 })
  })
})

describe("whoever goes away in the middle of a webhook", () => {
  it("leaves no complaint behind, and the door open", async () => {
    await store.bpc.heartbeats.forget("body_read")
    await new Promise<void>((done) => {
      const call = request(`${store.url}/webhooks/bpc`, {
        method: "POST",
        headers: { "content-length": 1000, "x-signature": "v1=x" },
      })
      call.on("error", () => done())
      call.write("half of it", () => setImmediate(() => call.destroy()))
    })
    expect((await send("/webhooks/bpc", "none")).status).toBe(200)
    expect(await complaint()).toBeUndefined()
    expect(
      await store.sql(`select name from bpc_heartbeat where name = 'body_read'`)
    ).toEqual([])
  })
})
