import { randomUUID } from "node:crypto"
import {
  type SignWebhookInput,
  signWebhook,
} from "../../packages/bpc-sandbox/src"
import { Clerk } from "../support/clerk"
import { expectPromiseKept, ordersOf, settled } from "../support/books"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/* What somebody can do who has recorded a real delivery, and does not have the secret. */

jest.setTimeout(300_000)

const SECRET = "whsec_sandbox"

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore()
  clerk = await Clerk.logIn(store)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(async () => {
  store.sandbox.control.reset()
  await store.sql(`delete from bpc_event`)
  await store.sql(`delete from bpc_event_key`)
  await store.sql(`delete from bpc_heartbeat`)
  await forgetLayout()
})

const accountId = () => store.bpc.configuration.optionsAccount()?.id ?? ""

type Delivery = { body: string; signature: string }

const news = (type = "session.completed") =>
  JSON.stringify({
    created: new Date().toISOString(),
    type,
    data: { object: { id: `ps_${randomUUID()}`, status: "completed" } },
  })

const signed = (
  body: string,
  how: Partial<SignWebhookInput> = {}
): Delivery => ({
  body,
  signature: signWebhook({ rawBody: body, secret: SECRET, ...how }),
})

async function deliver(
  { body, signature }: Delivery,
  requestId = `req_${randomUUID()}`
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${store.url}/webhooks/bpc`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-signature": signature,
      "api-request-id": requestId,
    },
    body,
  })
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
  }
}

const statusOf = async (delivery: Delivery) => (await deliver(delivery)).status

const stored = async () =>
  (await store.sql<{ id: string }>(`select id from bpc_event`)).length

async function layouts(): Promise<string[]> {
  const rows = await store.sql<{ layout: string }>(
    `select layout from bpc_signature_layout order by layout`
  )
  return rows.map(({ layout }) => layout)
}

async function forgetLayout(): Promise<void> {
  const { status } = await clerk.call(
    "DELETE",
    `/admin/bpc/accounts/${accountId()}/signature-layout`
  )
  expect(status).toBe(200)
}

async function forgetOldEvents(): Promise<void> {
  await store.sql(
    `update bpc_event set state = 'done', received_at = now() - interval '31 days'`
  )
  expect(await store.bpc.inbox.prune()).toBeGreaterThan(0)
  expect(await stored()).toBe(0)
}

type HealthAnswer = { problems: { code: string; action: string }[] }

async function problems(): Promise<string[]> {
  const { body } = await clerk.call<HealthAnswer>("GET", "/admin/bpc/health")
  return body.problems.map(({ code }) => code)
}

describe("one signed delivery, sent again", () => {
  it("is one event under twenty request ids", async () => {
    const delivery = signed(news())
    const answers = []
    for (let index = 0; index < 20; index++) {
      answers.push(await deliver(delivery))
    }
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(answers.filter(({ body }) => body.duplicate)).toHaveLength(19)
    expect(await stored()).toBe(1)
  })

  it("is one event under twenty request ids in the same instant", async () => {
    const delivery = signed(news())
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => deliver(delivery))
    )
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(await stored()).toBe(1)
  })

  it("is one event when the gateway signs its own repetition at another time", async () => {
    const body = news()
    expect(await statusOf(signed(body))).toBe(200)
    const again = signed(body, { timestamp: new Date(Date.now() - 60_000) })
    expect((await deliver(again)).body).toMatchObject({ duplicate: true })
    expect(await stored()).toBe(1)
  })

  it("is two events where the gateway tells two things under one request id", async () => {
    const requestId = `req_${randomUUID()}`
    await deliver(signed(news()), requestId)
    await deliver(signed(news()), requestId)
    expect(await stored()).toBe(2)
  })

  it("is refused by its age once its event was forgotten", async () => {
    const body = news()
    const recorded = signed(body, {
      timestamp: new Date(Date.now() - 290_000),
    })
    expect(await statusOf(recorded)).toBe(200)
    await forgetOldEvents()
    const replayed = signed(body, {
      timestamp: new Date(Date.now() - 31 * 86_400_000),
    })
    expect(await statusOf(replayed)).toBe(401)
    expect(await stored()).toBe(0)
  })
})

describe("a delivery whose signature covers no time", () => {
  it.each<[string, Partial<SignWebhookInput>]>([
    ["a bare digest", { layout: "bare" }],
    ["a time that is not signed", { text: "body" }],
  ])("is not taken again after its event was forgotten: %s", async (_, how) => {
    const recorded = signed(news(), how)
    expect(await statusOf(recorded)).toBe(200)
    await forgetOldEvents()

    expect((await deliver(recorded)).body).toMatchObject({ duplicate: true })
    expect(await stored()).toBe(0)
  })

  it("is not taken again under a time that a stranger writes beside it", async () => {
    const body = news()
    const recorded = signed(body, { text: "body" })
    expect(await statusOf(recorded)).toBe(200)
    await forgetOldEvents()

    const digest = recorded.signature.split("v1=")[1] ?? ""
    for (const header of [
      digest,
      `sha256=${digest}`,
      `v1=${digest}`,
      `t=${Math.floor(Date.now() / 1000)},v1=${digest}`,
      `t=soon,v1=${digest.toUpperCase()}`,
    ]) {
      const { status, body: answer } = await deliver({
        body,
        signature: header,
      })
      expect([status, answer]).toEqual([
        200,
        { received: true, duplicate: true },
      ])
    }
    expect(await stored()).toBe(0)
  })

  it("is not taken again after the layout was forgotten too", async () => {
    const recorded = signed(news(), { layout: "bare" })
    expect(await statusOf(recorded)).toBe(200)
    await forgetOldEvents()
    await forgetLayout()
    await deliver(recorded)
    expect(await stored()).toBe(0)
    expect(await layouts()).toEqual([])
  })

  it("is not taken again while the age check is switched off", async () => {
    await clerk.call("POST", "/admin/bpc/settings", {
      webhook_tolerance_seconds: 0,
    })
    const recorded = signed(news(), { timestamp: new Date(0) })
    expect(await statusOf(recorded)).toBe(200)
    await forgetOldEvents()
    await deliver(recorded)
    expect(await stored()).toBe(0)
    await clerk.call("POST", "/admin/bpc/settings", {
      webhook_tolerance_seconds: 300,
    })
  })
})

describe("the layout of the signature", () => {
  type Accounts = {
    accounts: { signature_layout: string | null; signature_layout_at: string }[]
  }
  const shown = async () =>
    (await clerk.call<Accounts>("GET", "/admin/bpc/accounts")).body.accounts[0]
  const FOREIGN: Partial<SignWebhookInput>[] = [
    { text: "t.body" },
    { text: "body" },
    { layout: "bare" },
    { encoding: "base64" },
    { encoding: "base64url" },
  ]

  it("is learned from the first real event, shown at the account, and others are refused from then on", async () => {
    expect((await shown())?.signature_layout).toBeNull()
    expect(await statusOf(signed(news()))).toBe(200)
    expect(await shown()).toMatchObject({
      signature_layout: "body.t/hex",
      signature_layout_at: expect.any(String),
    })
    for (const how of FOREIGN) {
      const { status, body } = await deliver(signed(news(), how))
      expect([status, body.message]).toEqual([
        401,
        "The signature is in another layout than the one known of its account.",
      ])
    }
    expect(await statusOf(signed(news(), { encoding: "HEX" }))).toBe(200)
    expect(await stored()).toBe(2)
  })

  it("is one of base64 for both of its alphabets", async () => {
    expect(await statusOf(signed(news(), { encoding: "base64" }))).toBe(200)
    for (let index = 0; index < 5; index++) {
      const how = { encoding: "base64url" } as const
      expect(await statusOf(signed(news(), how))).toBe(200)
    }
    expect(await layouts()).toEqual(["body.t/base64"])
  })

  it("is obeyed by a process that has not heard of it yet", async () => {
    await store.bpc.configuration.accounts()
    await store.sql(
      `insert into bpc_signature_layout (account_id, api_origin, layout) values ($2, $1, 't.body/hex')`,
      [new URL(store.sandbox.apiUrl).origin, accountId()]
    )
    expect(await statusOf(signed(news()))).toBe(401)
    expect(await stored()).toBe(0)
    expect(await statusOf(signed(news(), { text: "t.body" }))).toBe(200)
  })

  it("is not taught by a replay, of a forged event or of one in another writing", async () => {
    const recorded = signed(news())
    expect(await statusOf(recorded)).toBe(200)
    await forgetLayout()

    const digest = recorded.signature.split("v1=")[1] ?? ""
    const rewritten = recorded.signature.replace(
      digest,
      Buffer.from(digest, "hex").toString("base64")
    )
    expect(await statusOf({ ...recorded, signature: rewritten })).toBe(200)
    expect(
      await statusOf({ ...recorded, signature: "v1=" + "0".repeat(64) })
    ).toBe(401)
    expect(await statusOf(recorded)).toBe(200)
    expect(await layouts()).toEqual([])
    expect(await stored()).toBe(1)
  })

  it("is taken back in the admin, with an entry in the history, and the next event sets it anew", async () => {
    expect(await statusOf(signed(news()))).toBe(200)
    const next = signed(news(), { text: "t.body" })
    expect(await statusOf(next)).toBe(401)
    expect(await problems()).toContain("webhook_layout_refused")

    await forgetLayout()
    expect(await problems()).not.toContain("webhook_layout_refused")
    expect((await shown())?.signature_layout).toBeNull()
    const { body } = await clerk.call<{
      entries: Record<string, unknown>[]
    }>("GET", "/admin/bpc/audit?limit=1")
    expect(body.entries[0]).toMatchObject({
      actor: "admin@example.com",
      field: "signature_layout",
      from: "body.t/hex",
      to: "forgotten",
    })

    expect(await statusOf(next)).toBe(200)
    expect(await layouts()).toEqual(["t.body/hex"])
  })

  it("writes no history where there was nothing to forget", async () => {
    const entries = async () =>
      (await store.sql(`select id from bpc_audit`)).length
    const before = await entries()
    await forgetLayout()
    expect(await entries()).toBe(before)
    const { status } = await clerk.call(
      "DELETE",
      "/admin/bpc/accounts/bpcacc_nobody/signature-layout"
    )
    expect(status).toBe(404)
  })

  it("is no news to health when a recorded event comes back in another writing", async () => {
    const recorded = signed(news())
    expect(await statusOf(recorded)).toBe(200)
    const digest = recorded.signature.split("v1=")[1] ?? ""
    const rewritten = recorded.signature.replace(
      digest,
      Buffer.from(digest, "hex").toString("base64")
    )
    expect(await statusOf({ ...recorded, signature: rewritten })).toBe(401)
    expect(await problems()).not.toContain("webhook_layout_refused")
  })

  it("is neither taught by the admin's round trip nor in its way", async () => {
    const roundTrip = async () =>
      (await clerk.call("POST", "/admin/bpc/webhooks/test", {})).body
    expect(await roundTrip()).toMatchObject({ ok: true })
    expect(await layouts()).toEqual([])

    expect(await statusOf(signed(news(), { layout: "bare" }))).toBe(200)
    expect(await roundTrip()).toMatchObject({ ok: true })
    // As a server signs it that has not heard of the layout yet.
    expect(await statusOf(signed(news("bpc.webhook.test")))).toBe(200)
    expect(await layouts()).toEqual(["body/hex"])
  })

  it("is what a setting says, where one does", async () => {
    const pin = (webhook_signature_variant: string | null) =>
      clerk.call("POST", "/admin/bpc/settings", { webhook_signature_variant })
    expect(await statusOf(signed(news()))).toBe(200)
    await pin("t.body/base64")
    const pinned = { text: "t.body", encoding: "base64" } as const
    expect(await statusOf(signed(news(), pinned))).toBe(200)
    expect(await statusOf(signed(news()))).toBe(401)
    expect(
      (await clerk.call("POST", "/admin/bpc/webhooks/test", {})).body
    ).toMatchObject({ ok: true })
    await pin(null)
    expect(await layouts()).toEqual(["body.t/hex"])
    expect(await statusOf(signed(news()))).toBe(200)
  })

  it("does not keep a payment from its order while its webhooks are refused", async () => {
    expect(await statusOf(signed(news(), { text: "t.body" }))).toBe(200)
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await store.sql(
      `update bpc_session set next_check_at = now() where gateway_session_id = $1`,
      [shopper.gatewaySessionId]
    )
    await settled(store, shopper)
    expect(await ordersOf(store, shopper)).toHaveLength(1)
    expect(await problems()).toContain("webhook_layout_refused")
  })
})
