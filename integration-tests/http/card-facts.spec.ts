import { type LoggedRequest } from "../../packages/bpc-sandbox/src/request-log"
import { expectPromiseKept, ledgerOf, pageOf, settled } from "../support/books"
import { Clerk } from "../support/clerk"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/*
 * What support and bookkeeping ask of a payment: which card, why it was refused, and whether the bank took it back. An account with a
 * second channel; what the gateway tells there is told to the clerk, and nothing of it costs the checkout a call.
 */

jest.setTimeout(180_000)

const CARD = "4111111111111111"
const STOLEN = "4000000000001059"
const TOO_POOR = "4000000000001000"

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore({
    sandbox: { apiLogin: "shop-api", apiPassword: "of-the-shop" },
    environment: {
      BPC_API_LOGIN: "shop-api",
      BPC_API_PASSWORD: "of-the-shop",
    },
  })
  clerk = await Clerk.logIn(store)
})
beforeEach(() => store.sandbox.control.reset())
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())

type Session = {
  id: string
  state: string
  decline_class: string | null
  charged_back_at: string | null
  chargeback_noted_at: string | null
  card: Record<string, string | null> | null
  attempts: { outcome: string; class: string | null; code: string | null }[]
  timeline: { kind: string }[]
}

async function atGateway(): Promise<Shopper> {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  return shopper
}

async function sale(card = CARD, paymentWay?: string): Promise<Shopper> {
  const shopper = await atGateway()
  await store.sandbox.control.pay(shopper.gatewaySessionId, {
    card,
    ...(paymentWay && { paymentWay }),
  })
  await settled(store, shopper)
  return shopper
}

async function shown(shopper: Shopper): Promise<Session> {
  const { id } = await ledgerOf(store, shopper)
  const { body } = await clerk.call<{ session: Session }>(
    "GET",
    `/admin/bpc/sessions/${id}`
  )
  return body.session
}

/** Lets the job look at a payment now, as it would some time later. */
async function look(shopper: Shopper): Promise<void> {
  const { id } = await ledgerOf(store, shopper)
  const checks = async () =>
    (
      await store.sql<{ checks: number }>(
        "select checks from bpc_session where id = $1",
        [id]
      )
    )[0]!.checks
  const before = await checks()
  await store.sql(
    "update bpc_session set next_check_at = now() where id = $1",
    [id]
  )
  await eventually(checks, (now) => now > before)
}

const listed = async (query: string) =>
  (
    await clerk.call<{ sessions: { id: string }[] }>(
      "GET",
      `/admin/bpc/sessions?${query}`
    )
  ).body.sessions.map(({ id }) => id)

const calls = (shopper: Shopper) =>
  store.sandbox.control
    .requests()
    .filter(
      ({ sessionId }: LoggedRequest) => sessionId === shopper.gatewaySessionId
    )
    .map(({ operation }) => operation)

const refusedBack = async (shopper: Shopper) =>
  new URL(
    (await shopper.visit(pageOf(store, shopper).redirects.failure)).location!
  ).searchParams.get("payment_error")

describe("the card that paid", () => {
  it("is read once, a minute after the sale, by a call that takes the place of another", async () => {
    const shopper = await sale(CARD, "APPLE_PAY")
    expect(calls(shopper)).not.toContain("getOrderStatusExtended")
    expect((await shown(shopper)).card).toBeNull()
    const [due] = await store.sql<{ soon: boolean }>(
      `select next_check_at < now() + interval '2 minutes' as soon from bpc_session where gateway_session_id = $1`,
      [shopper.gatewaySessionId]
    )
    expect(due).toEqual({ soon: true })

    store.sandbox.control.clearRequests()
    await look(shopper)
    expect(calls(shopper)).toEqual(["getOrderStatusExtended"])
    const [payment] = pageOf(store, shopper).payments
    expect((await shown(shopper)).card).toEqual({
      brand: "Visa",
      last4: "1111",
      wallet: "apple_pay",
      rrn: payment!.rrn,
      approval_code: payment!.approvalCode,
      three_d_secure: "full",
      issuer: "SANDBOX BANK",
      issuer_country: "RO",
    })
  })

  it("is found by its last four digits, reference number and approval code", async () => {
    const shopper = await sale()
    await look(shopper)
    const { id, card } = await shown(shopper)
    expect(await listed(`q=${card!.rrn}`)).toEqual([id])
    expect(await listed(`q=${card!.approval_code!.toLowerCase()}`)).toContain(
      id
    )
    expect(await listed("q=1111")).toContain(id)
    expect(await listed("q=2222")).not.toContain(id)
  })

  it.each([1, 2, 3, 8])(
    "of a merchant's version %i is as much as that version tells",
    async (version) => {
      store.sandbox.control.setFaults({ v1: { version } })
      const shopper = await sale()
      await look(shopper)
      const { card } = await shown(shopper)
      expect(card).toMatchObject({ last4: "1111", three_d_secure: "full" })
      expect({
        rrn: card!.rrn !== null,
        issuer: card!.issuer !== null,
        brand: card!.brand !== null,
      }).toEqual({
        rrn: version >= 2,
        issuer: version >= 3,
        brand: version >= 8,
      })
    }
  )

  it("that the gateway does not tell is asked for once", async () => {
    store.sandbox.control.setFaults({ v1: { card: "absent" } })
    const shopper = await sale()
    await look(shopper)
    expect((await shown(shopper)).card).toBeNull()
    const [row] = await store.sql<{ later: boolean }>(
      `select next_check_at > now() + interval '20 hours' as later from bpc_session where gateway_session_id = $1`,
      [shopper.gatewaySessionId]
    )
    expect(row).toEqual({ later: true })
  })

  it("waits for the second channel's next answer when that is out of order, and the sale goes on", async () => {
    const shopper = await sale()
    store.sandbox.control.setFaults({
      api: [
        { operation: "getOrderStatusExtended", kind: "status", status: 503 },
      ],
    })
    await look(shopper)
    expect((await shown(shopper)).card).toBeNull()
    store.sandbox.control.setFaults({ api: [] })
    await look(shopper)
    expect((await shown(shopper)).card).toMatchObject({ last4: "1111" })
  })

  it("that cannot be written down keeps nothing from being settled, and is read by the next look", async () => {
    const shopper = await sale()
    await store.sql("alter table bpc_card rename to bpc_card_away")
    try {
      await look(shopper)
      const [row] = await store.sql<{ failing: string | null }>(
        "select failing from bpc_session where gateway_session_id = $1",
        [shopper.gatewaySessionId]
      )
      expect(row).toEqual({ failing: null })
    } finally {
      await store.sql("alter table bpc_card_away rename to bpc_card")
    }
    await look(shopper)
    expect((await shown(shopper)).card).toMatchObject({ last4: "1111" })
  })

  it("leaves nothing but its last four digits anywhere in the store", async () => {
    const shopper = await sale()
    await look(shopper)
    const { id } = await ledgerOf(store, shopper)
    const kept = [
      await store.sql("select row_to_json(s)::text from bpc_session s"),
      await store.sql("select row_to_json(c)::text from bpc_card c"),
      await store.sql("select row_to_json(t)::text from bpc_timeline t"),
      await store.sql("select row_to_json(e)::text from bpc_event e"),
      await clerk.call("GET", `/admin/bpc/sessions/${id}`),
    ].map((part) => JSON.stringify(part))
    expect(kept.join("")).not.toMatch(/411111|SANDBOX SHOPPER|203412/)
  })
})

describe("an attempt that is refused", () => {
  it("leads the shopper back with its class, though no webhook came, and shows class and code to the clerk", async () => {
    store.sandbox.control.setFaults({ webhooks: { drop: true } })
    const shopper = await atGateway()
    await store.sandbox.control.pay(shopper.gatewaySessionId, {
      card: TOO_POOR,
    })
    expect(await refusedBack(shopper)).toBe("insufficient_funds")
    expect((await shopper.status()).body).toEqual({
      status: "pending",
      decline_class: "insufficient_funds",
    })
    const session = await shown(shopper)
    expect(session).toMatchObject({
      decline_class: "insufficient_funds",
      attempts: [
        { outcome: "refused", class: "insufficient_funds", code: "51" },
      ],
    })
    expect(await listed("decline_class=insufficient_funds")).toContain(
      session.id
    )
    expect(await listed("decline_class=limit")).not.toContain(session.id)
  })

  it("is noted once, whether the shopper or the webhook comes first", async () => {
    const shopper = await atGateway()
    const { control } = store.sandbox
    await control.pay(shopper.gatewaySessionId, { card: TOO_POOR })
    await control.idle()
    expect(await refusedBack(shopper)).toBe("insufficient_funds")
    const failed = () =>
      store.sql(
        `select 1 from bpc_event where type = 'payment.failed' and state = 'done' and gateway_session_id = $1`,
        [shopper.gatewaySessionId]
      )
    await eventually(failed, (rows) => rows.length === 1)
    expect((await shown(shopper)).attempts).toHaveLength(1)

    await control.pay(shopper.gatewaySessionId, { card: TOO_POOR })
    await eventually(failed, (rows) => rows.length === 2)
    expect((await shown(shopper)).attempts).toHaveLength(2)
  })

  it.each(["error.code", "actionCode", "errorCode", "lastError.code"] as const)(
    "is read where a payment of V2 names its code in %s",
    async (failureCode) => {
      store.sandbox.control.setFaults({ failureCode })
      const shopper = await atGateway()
      await store.sandbox.control.decline(shopper.gatewaySessionId)
      await eventually(
        () => shopper.status(),
        ({ body }) =>
          "decline_class" in body && body.decline_class === "card_data"
      )
    }
  )

  it("without a code is declined", async () => {
    store.sandbox.control.setFaults({ failureCode: "none" })
    const shopper = await atGateway()
    await store.sandbox.control.decline(shopper.gatewaySessionId)
    const session = await eventually(
      () => shown(shopper),
      ({ attempts }) => attempts.length > 0
    )
    expect(session.attempts).toMatchObject([
      { outcome: "refused", class: "declined", code: null },
    ])
  })

  it("with a stolen card is only declined to the shopper, and told in full to the clerk", async () => {
    const shopper = await atGateway()
    await store.sandbox.control.pay(shopper.gatewaySessionId, { card: STOLEN })
    expect(await refusedBack(shopper)).toBe("declined")
    expect((await shopper.status()).body).toMatchObject({
      decline_class: "declined",
    })
    expect((await shown(shopper)).decline_class).toBe("blocked")
  })

  it("and then paid is no reason any more, and stays among the attempts", async () => {
    const shopper = await atGateway()
    const { control } = store.sandbox
    await control.pay(shopper.gatewaySessionId, { card: TOO_POOR })
    await eventually(
      () => shown(shopper),
      ({ decline_class }) => decline_class !== null
    )
    await control.pay(shopper.gatewaySessionId, { card: CARD })
    await settled(store, shopper)
    const session = await shown(shopper)
    expect(session.decline_class).toBeNull()
    expect(session.attempts).toMatchObject([
      { outcome: "refused", class: "insufficient_funds" },
      { outcome: "paid", class: null },
    ])
    expect((await shopper.status()).body).not.toHaveProperty("decline_class")
  })

  it("is none where the shopper only left the page", async () => {
    const shopper = await atGateway()
    expect(await refusedBack(shopper)).toBe("not_completed")
    const session = await shown(shopper)
    expect(session).toMatchObject({ decline_class: null, attempts: [] })
  })
})

describe("a chargeback", () => {
  const feed = async () =>
    (
      await clerk.call<{ notifications: { data: { title: string } }[] }>(
        "GET",
        "/admin/notifications?channel=feed&limit=200"
      )
    ).body.notifications.map(({ data }) => data.title)
  const problems = async () =>
    (
      await clerk.call<{ problems: { code: string }[] }>(
        "GET",
        "/admin/bpc/health"
      )
    ).body.problems.map(({ code }) => code)

  it("is seen by the look that a sale gets anyway, told to a person, and ends with a note; Medusa's books stay", async () => {
    const shopper = await sale()
    await look(shopper)
    const { order_id } = await ledgerOf(store, shopper)
    const order = await clerk.order(order_id!)
    store.sandbox.control.chargeback(shopper.gatewaySessionId)
    store.sandbox.control.clearRequests()
    await look(shopper)

    expect(calls(shopper)).toEqual(["getOrderStatusExtended"])
    const session = await shown(shopper)
    expect(session).toMatchObject({
      state: "paid",
      charged_back_at: expect.any(String),
      chargeback_noted_at: null,
    })
    expect(session.timeline.map(({ kind }) => kind)).toContain("charged_back")
    expect(await problems()).toContain("charged_back")
    expect(await listed("charged_back=open")).toContain(session.id)
    await eventually(feed, (titles) =>
      titles.includes("A bank took a payment back")
    )
    expect((await clerk.order(order_id!)).summary).toEqual(order.summary)

    await look(shopper)
    expect(
      (await feed()).filter((title) => title === "A bank took a payment back")
    ).toHaveLength(1)

    const noted = await clerk.call<{ session: Session }>(
      "POST",
      `/admin/bpc/sessions/${session.id}/resolve`,
      { action: "note", note: "Sent the proof of delivery to the bank." }
    )
    expect(noted.body.session).toMatchObject({
      state: "paid",
      chargeback_noted_at: expect.any(String),
    })
    expect(await problems()).not.toContain("charged_back")
    expect(await listed("charged_back=open")).not.toContain(session.id)
    expect(await listed("charged_back=true")).toContain(session.id)
  })

  it("is shown at once by a clerk's check", async () => {
    const shopper = await sale()
    store.sandbox.control.chargeback(shopper.gatewaySessionId)
    const { id } = await ledgerOf(store, shopper)
    const { body } = await clerk.call<{ session: Session }>(
      "POST",
      `/admin/bpc/sessions/${id}/check`,
      {}
    )
    expect(body.session.charged_back_at).not.toBeNull()
  })

  it("that never was cannot be written about", async () => {
    const shopper = await sale()
    const { id } = await ledgerOf(store, shopper)
    const refused = await clerk.call<{ message: string }>(
      "POST",
      `/admin/bpc/sessions/${id}/resolve`,
      { action: "note", note: "Why?" }
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining("no chargeback") },
    })
  })
})

it("a refund in the portal whose webhook is lost is still found by a look at rest", async () => {
  const shopper = await sale()
  store.sandbox.control.setFaults({ webhooks: { drop: true } })
  await store.sandbox.control.portalRefund(shopper.gatewaySessionId, 100)
  await look(shopper)
  const row = await eventually(
    () => ledgerOf(store, shopper),
    ({ refunded }) => refunded === "100"
  )
  expect(row.state).toBe("paid")
})
