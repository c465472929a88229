import {
  expectPromiseKept,
  inState,
  ledgerOf,
  ordersOf,
  pageOf,
  settled,
} from "../support/books"
import { Clerk } from "../support/clerk"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore()
  clerk = await Clerk.logIn(store)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => store.sandbox.control.reset())

type Session = Record<string, unknown> & {
  id: string
  state: string
  order_display_id: number | null
  timeline: { kind: string; details: Record<string, unknown> }[]
  events: { id: string; type: string; state: string }[]
}
type List = {
  sessions: Session[]
  next_cursor: string | null
  message?: string
}

const get = <Body>(path: string) => clerk.call<Body>("GET", `/admin/bpc${path}`)
const post = <Body>(path: string, body: unknown = {}) =>
  clerk.call<Body>("POST", `/admin/bpc${path}`, body)
const list = async (query: string) =>
  (await get<List>(`/sessions${query}`)).body
const detail = async (id: string) =>
  (await get<{ session: Session }>(`/sessions/${id}`)).body.session

async function paid(
  market?: ConstructorParameters<typeof Shopper>[1]
): Promise<{ shopper: Shopper; id: string }> {
  const shopper = new Shopper(store, market)
  await shopper.startCheckout()
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const { id } = await settled(store, shopper)
  return { shopper, id }
}

async function held(
  tamper: object = { amount: 100 }
): Promise<{ shopper: Shopper; id: string }> {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  store.sandbox.control.setFaults({
    tamper: { [shopper.gatewaySessionId]: tamper },
  })
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const { id } = await inState(store, shopper, ["held"])
  return { shopper, id }
}

describe("the list of payments", () => {
  it("shows the contract's fields, amounts in minor units of the currency", async () => {
    const { shopper, id } = await paid("kwd")
    const [session] = (await list(`?q=${id}`)).sessions
    expect(session).toMatchObject({
      id,
      gateway_session_id: shopper.gatewaySessionId,
      payment_session_id: shopper.paymentSession?.id,
      cart_id: shopper.cart?.id,
      mode: "test",
      state: "paid",
      reason: null,
      amount: pageOf(store, shopper).amount,
      captured: pageOf(store, shopper).amount,
      refunded: 0,
      currency_code: "KWD",
      exponent: 3,
      email: "guest@example.com",
    })
    expect(JSON.stringify(session)).not.toContain("return_secret")
  })

  it("is found by order number, e-mail, cart, order and every id of the gateway", async () => {
    const { shopper, id } = await paid()
    const session = await detail(id)
    for (const word of [
      String(session.order_display_id),
      `%23${session.order_display_id}`,
      session.order_id,
      shopper.cart?.id,
      shopper.gatewaySessionId,
      session.gateway_payment_id,
      shopper.paymentSession?.id,
      id,
      "GUEST@example.com",
    ]) {
      const found = (await list(`?q=${String(word)}`)).sessions.map(
        (one) => one.id
      )
      expect({ word, found: found.includes(id) }).toEqual({ word, found: true })
    }
    expect((await list(`?q=nobody@example.com`)).sessions).toHaveLength(0)
    expect((await list(`?q=%25`)).sessions).toHaveLength(0)
    expect(
      (await list(`?order_id=${String(session.order_id)}`)).sessions.map(
        (one) => one.id
      )
    ).toEqual([id])
  })

  it("is filtered, newest first, and paged by a cursor without gaps or repeats", async () => {
    for (let count = 0; count < 5; count++) {
      await new Shopper(store).startCheckout()
    }
    const all = (await list("?limit=100")).sessions.map(({ id }) => id)
    const paged: string[] = []
    let cursor: string | null = ""
    while (cursor !== null) {
      const page: List = await list(`?limit=2&cursor=${cursor}`)
      paged.push(...page.sessions.map(({ id }) => id))
      cursor = page.next_cursor
    }
    expect(paged).toEqual(all)
    expect(
      (await list("?state=open&limit=100")).sessions.every(
        ({ state }) => state === "open"
      )
    ).toBe(true)
    expect((await list("?mode=live")).sessions).toHaveLength(0)
    expect((await list(`?to=2020-01-01`)).sessions).toHaveLength(0)
    expect(
      (await list(`?from=2020-01-01&limit=100`)).sessions.map(({ id }) => id)
    ).toEqual(all)
    for (const wrong of [
      "?state=odd",
      "?mode=x",
      "?undecided=perhaps",
      "?from=yesterday",
      "?limit=0",
      "?limit=1000",
    ]) {
      expect((await get(`/sessions${wrong}`)).status).toBe(400)
    }
    expect((await get("/sessions/bpcses_nobody")).status).toBe(404)
  })
})

describe("a payment's page", () => {
  it("tells the whole story in order, with the webhooks that came", async () => {
    const { id } = await paid()
    await store.sandbox.control.idle()
    const session = await eventually(
      () => detail(id),
      ({ events }) =>
        events.length >= 2 && events.every(({ state }) => state === "done")
    )
    expect(session.timeline.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        "created",
        "page_opened",
        "verified",
        "order_placed",
        "webhook",
      ])
    )
    expect(session.events.map(({ type }) => type).sort()).toEqual([
      "payment.succeeded",
      "session.completed",
    ])
    const { body } = await get<{ event: { payload: unknown } }>(
      `/events/${session.events[0]?.id}`
    )
    expect(JSON.stringify(body.event.payload)).not.toContain(
      "guest@example.com"
    )
    expect((await post(`/events/${session.events[0]?.id}/retry`)).status).toBe(
      200
    )
  })

  it("checks now: a payment whose webhook got lost becomes an order", async () => {
    store.sandbox.control.setFaults({ webhooks: { drop: true } })
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    const { id } = await ledgerOf(store, shopper)
    const checked = await post<{ session: Session }>(`/sessions/${id}/check`)
    expect(checked.body.session).toMatchObject({ state: "paid" })
    expect(await ordersOf(store, shopper)).toHaveLength(1)
  })

  it("refunds in part through the order's books, and refuses more than there is", async () => {
    const { shopper, id } = await paid()
    const refunded = await post<{ session: Session }>(
      `/sessions/${id}/refund`,
      { amount: 250 }
    )
    expect(refunded.body.session).toMatchObject({
      state: "paid",
      refunded: 250,
    })
    expect(pageOf(store, shopper).refunded).toBe(250)
    for (const amount of [0, -1, 1.5, 10_000_000, "5"]) {
      const refused = await post<{ message: string }>(
        `/sessions/${id}/refund`,
        { amount }
      )
      expect(refused.status).toBe(400)
      expect(refused.body.message).toMatch(/^amount /)
    }
    expect(pageOf(store, shopper).refunded).toBe(250)
    const rest = await post<{ session: Session }>(`/sessions/${id}/refund`)
    expect(rest.body.session).toMatchObject({ state: "refunded" })
  })
})

describe("a held payment", () => {
  it("is counted in the health, with both numbers in its timeline", async () => {
    const { id } = await held()
    const health = (
      await get<{ held: number; problems: { code: string }[] }>("/health")
    ).body
    expect(health.held).toBeGreaterThan(0)
    expect(health.problems.map(({ code }) => code)).toContain("held_payments")
    const entry = (await detail(id)).timeline.find(
      ({ kind }) => kind === "held"
    )
    expect(entry?.details).toMatchObject({
      reason: "amount_mismatch",
      found: "1.00 EUR",
    })
    expect((await list("?state=held&undecided=true")).sessions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id,
          expected: entry?.details.expected,
          found: "1.00 EUR",
        }),
      ])
    )
  })

  it("needs a note to be resolved, and refunds what the gateway has when a person says so", async () => {
    const { shopper, id } = await held()
    expect(
      (await post(`/sessions/${id}/resolve`, { action: "refund" })).status
    ).toBe(400)
    expect(
      (await post(`/sessions/${id}/resolve`, { action: "burn", note: "x" }))
        .status
    ).toBe(400)
    const resolved = await post<{ session: Session }>(
      `/sessions/${id}/resolve`,
      { action: "refund", note: "Customer called" }
    )
    expect(resolved.status).toBe(200)
    expect(resolved.body.session).toMatchObject({ state: "refunded" })
    expect(resolved.body.session.timeline.at(-1)).toMatchObject({
      kind: "resolved",
      details: { note: "Customer called", by: "admin@example.com" },
    })
    expect(pageOf(store, shopper).refunded).toBe(
      pageOf(store, shopper).captured
    )
  })

  it("refuses to make an order of money that differs, and can be kept with a note", async () => {
    const { id } = await held()
    const before = (await get<{ held: number }>("/health")).body.held
    const refused = await post<{ message: string }>(`/sessions/${id}/resolve`, {
      action: "place_order",
      note: "try",
    })
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(
      /1\.00 EUR was paid where .* was registered/
    )
    const kept = await post<{ session: Session }>(`/sessions/${id}/resolve`, {
      action: "keep",
      note: "Settled by phone",
    })
    expect(kept.body.session.state).toBe("held")
    expect((await list("?undecided=true&limit=100")).sessions).not.toEqual(
      expect.arrayContaining([expect.objectContaining({ id })])
    )
    expect((await list("?state=held&undecided=false")).sessions).toEqual(
      expect.arrayContaining([expect.objectContaining({ id })])
    )
    expect((await get<{ held: number }>("/health")).body.held).toBe(before - 1)
  })

  it("becomes an order when the gateway's answer is right again", async () => {
    const { shopper, id } = await held()
    store.sandbox.control.setFaults({ tamper: {} })
    const resolved = await post<{ session: Session }>(
      `/sessions/${id}/resolve`,
      { action: "place_order", note: "BPC corrected it" }
    )
    expect(resolved.body.session).toMatchObject({ state: "paid" })
    expect(await ordersOf(store, shopper)).toHaveLength(1)
  })
})
