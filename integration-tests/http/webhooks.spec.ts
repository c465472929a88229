import { signWebhook } from "../../packages/bpc-sandbox/src"
import {
  expectPromiseKept,
  ledgerOf,
  ordersOf,
  settled,
} from "../support/books"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

let store: Store

beforeAll(async () => {
  store = await startStore()
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => store.sandbox.control.reset())

const SECRET = "whsec_sandbox"
const DOORS = [
  "/webhooks/bpc",
  "/hooks/payment/bpc_bpc",
  "/hooks/payment/pp_bpc_bpc",
]

function eventAbout(
  id: string,
  type = "session.completed",
  extra: object = {}
): string {
  return JSON.stringify({
    created: new Date().toISOString(),
    type,
    data: {
      object: { id, status: "completed", paymentStatus: "paid", ...extra },
    },
  })
}

async function send(
  body: string | Buffer,
  options: {
    door?: string
    signature?: string | null
    headers?: Record<string, string>
  } = {}
): Promise<number> {
  const signature =
    options.signature === undefined
      ? signWebhook({ rawBody: body, secret: SECRET })
      : options.signature
  const response = await fetch(store.url + (options.door ?? DOORS[0]), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(signature !== null && { "x-signature": signature }),
      ...options.headers,
    },
    body: new Uint8Array(Buffer.from(body)),
  })
  await response.text()
  return response.status
}

const events = () =>
  store.sql<{ type: string; state: string; outcome: string; payload: unknown }>(
    `select * from bpc_event order by received_at`
  )

async function shopperAtGateway(): Promise<Shopper> {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  return shopper
}

describe.each(DOORS)("the door %s", (door) => {
  it("stores a signed event and answers 200, and 200 again without storing it twice", async () => {
    const body = eventAbout(`ps_nobody_${door.length}`)
    const before = (await events()).length
    expect(await send(body, { door })).toBe(200)
    expect(await send(body, { door })).toBe(200)
    expect(await events()).toHaveLength(before + 1)
  })

  it("refuses a missing, wrong or foreign signature with 401 and stores nothing", async () => {
    const body = eventAbout("ps_forged")
    const before = (await events()).length
    for (const signature of [
      null,
      "",
      "t=1,v1=",
      "nonsense",
      signWebhook({ rawBody: body, secret: "whsec_other" }),
      signWebhook({ rawBody: body + " ", secret: SECRET }),
    ]) {
      expect(await send(body, { door, signature })).toBe(401)
    }
    expect(await events()).toHaveLength(before)
  })

  it("refuses what is not an event with 400, though it is signed", async () => {
    for (const body of [
      '{"data":{"object":{"id":"x"}}}',
      '{"type":"session.completed"}',
      '{"type":"a","data":{"object":3}}',
      "[]",
    ]) {
      expect(await send(body, { door })).toBe(400)
    }
  })
})

describe("bad deliveries", () => {
  it("refuses signed bytes that are not JSON with 400", async () => {
    expect(await send("<html>")).toBe(400)
    expect(await send("")).toBe(400)
  })

  it("refuses a body over 256 KiB, and one of 10 MB, with 413", async () => {
    expect(await send(Buffer.alloc(256 * 1024 + 1, "x"))).toBe(413)
    expect(await send(Buffer.alloc(10 * 1024 * 1024, "x"))).toBe(413)
  })

  it("takes a body of any content type, since the signature is over its bytes", async () => {
    const body = eventAbout("ps_content_type")
    expect(
      await send(body, {
        headers: { "content-type": "application/octet-stream" },
      })
    ).toBe(200)
  })

  it("refuses a valid event that comes hours late, but acknowledges one that it has already", async () => {
    const late = (body: string) =>
      signWebhook({
        rawBody: body,
        secret: SECRET,
        timestamp: new Date(Date.now() - 86_400_000),
      })
    const unknown = eventAbout("ps_too_late")
    expect(await send(unknown, { signature: late(unknown) })).toBe(401)

    const known = eventAbout("ps_replayed")
    expect(await send(known)).toBe(200)
    expect(await send(known, { signature: late(known) })).toBe(200)
  })

  it("answers 503 when the event cannot be stored, and takes it when it is sent again", async () => {
    const shopper = await shopperAtGateway()
    await store.sql(`alter table bpc_event rename to bpc_event_away`)
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await store.sandbox.control.idle()
    const tries = store.sandbox.control
      .deliveries()
      .flatMap((delivery) => delivery.tries)
    expect(tries.map(({ status }) => status)).toContain(503)
    await store.sql(`alter table bpc_event_away rename to bpc_event`)

    await settled(store, shopper)
    expect(await ordersOf(store, shopper)).toHaveLength(1)
  })

  it("keeps an event about a session that nobody knows, and settles nothing", async () => {
    expect(await send(eventAbout("ps_unknown_to_us"))).toBe(200)
    const event = await eventually(
      async () => (await events()).at(-1),
      (last) => last?.state === "done"
    )
    expect(event?.outcome).toBe("unknown session")
  })

  it("takes only the gateway's word: a signed event that says paid makes no order while the page is unpaid", async () => {
    const shopper = await shopperAtGateway()
    expect(await send(eventAbout(shopper.gatewaySessionId))).toBe(200)
    await eventually(
      async () => (await events()).at(-1),
      (last) => last?.state === "done"
    )
    expect(await ordersOf(store, shopper)).toHaveLength(0)
    expect((await ledgerOf(store, shopper)).state).toBe("open")
  })

  it("keeps no personal data and no card data of an event", async () => {
    await send(
      eventAbout("ps_private", "payment.succeeded", {
        customerDetails: {
          email: "ana@example.com",
          address: { line1: "Hauptstrasse 1" },
        },
        paymentMethod: {
          card: { pan: "4111111111111111", cardholderName: "ANA IONESCU" },
        },
      })
    )
    const stored = JSON.stringify((await events()).at(-1)?.payload)
    for (const secret of [
      "ana@example.com",
      "Hauptstrasse",
      "4111111111111111",
      "IONESCU",
    ]) {
      expect(stored).not.toContain(secret)
    }
  })
})

describe("deliveries that are late, doubled, early or in another layout", () => {
  // Each test is another gateway, as it were.
  beforeEach(async () => {
    const learned = await store.sql<{ account_id: string }>(
      `select account_id from bpc_signature_layout`
    )
    for (const { account_id } of learned) {
      await store.bpc.signatureMemory.forget(account_id, "the shop's", "test")
    }
    store.bpc.configuration.forget()
  })

  it("places one order for the same webhook ten times at once", async () => {
    store.sandbox.control.setFaults({
      webhooks: { duplicate: 9, requestId: "per_try" },
    })
    const shopper = await shopperAtGateway()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await settled(store, shopper)
    await store.sandbox.control.idle()
    expect(await ordersOf(store, shopper)).toHaveLength(1)
  })

  it("places the order though events come in reverse order", async () => {
    store.sandbox.control.setFaults({ webhooks: { reorder: true } })
    const shopper = await shopperAtGateway()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await settled(store, shopper)
    expect(await ordersOf(store, shopper)).toHaveLength(1)
  })

  it("matches an event that names its session by reference alone", async () => {
    store.sandbox.control.setFaults({
      paymentBackReference: "merchantReferenceId",
      webhooks: { drop: ["session.completed"] },
    })
    const shopper = await shopperAtGateway()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await settled(store, shopper)
  })

  it("changes nothing when an expiry comes after the payment", async () => {
    const shopper = await shopperAtGateway()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await settled(store, shopper)
    expect(
      await send(
        eventAbout(shopper.gatewaySessionId, "session.expired", {
          status: "expired",
        })
      )
    ).toBe(200)
    await eventually(
      async () => (await events()).at(-1),
      (last) => last?.state === "done"
    )
    expect((await ledgerOf(store, shopper)).state).toBe("paid")
  })

  const layouts = [
    { encoding: "HEX" },
    { encoding: "base64" },
    { encoding: "base64url" },
    { text: "t.body" },
    { text: "body", layout: "bare" },
    { timestamp: "ms" },
    { timestamp: "iso" },
    { layout: "two_v1" },
  ] as const
  it.each(layouts)(
    "verifies the signature layout %j and settles at once",
    async (signature) => {
      store.sandbox.control.setFaults({ signature })
      const shopper = await shopperAtGateway()
      await store.sandbox.control.pay(shopper.gatewaySessionId)
      await settled(store, shopper)
      expect(await ordersOf(store, shopper)).toHaveLength(1)
    }
  )

  const words = [
    { completedWord: "complete" as const },
    { paymentLink: "none" as const },
    { paymentLink: "id_string" as const },
    { paymentLink: "payments_array" as const },
    { extraFields: true },
    { localeCase: "lower" as const, dateFormat: "+00:00" as const },
    { webhooks: { unknownEvents: true } },
  ]
  it.each(words)(
    "places the order when the gateway speaks like %j",
    async (faults) => {
      store.sandbox.control.setFaults(faults)
      const shopper = await shopperAtGateway()
      await store.sandbox.control.pay(shopper.gatewaySessionId)
      await settled(store, shopper)
      expect(await ordersOf(store, shopper)).toHaveLength(1)
    }
  )

  it("settles without any webhook at all, by the job", async () => {
    store.sandbox.control.setFaults({ webhooks: { drop: true } })
    const shopper = await shopperAtGateway()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await store.sql(
      `update bpc_session set next_check_at = now() where gateway_session_id = $1`,
      [shopper.gatewaySessionId]
    )
    await settled(store, shopper)
    expect(await ordersOf(store, shopper)).toHaveLength(1)
  })
})
