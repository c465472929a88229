import { type FaultsInput } from "../../packages/bpc-sandbox/src/faults"
import {
  expectPromiseKept,
  inState,
  ledgerOf,
  pageOf,
  settled,
} from "../support/books"
import { Clerk } from "../support/clerk"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/*
 * What is done in the gateway's portal reaches Medusa as the record that an admin's own action would have left, once.
 */

jest.setTimeout(180_000)

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore({ environment: { BPC_CAPTURE_METHOD: "manual" } })
  clerk = await Clerk.logIn(store)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => {
  store.sandbox.control.reset()
  store.sandbox.control.setFaults({ partialCapture: "keeps_rest" })
})

const portal = () => store.sandbox.control
const minor = (amount: number) => Math.round(amount * 100)

async function sale(options: { captured: boolean }) {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  await portal().pay(shopper.gatewaySessionId)
  const { order_id } = await settled(store, shopper)
  const orderId = order_id!
  const { id: paymentId } = await clerk.payment(orderId)
  if (options.captured) {
    expect((await clerk.capture(paymentId)).status).toBe(200)
  }
  return { shopper, orderId, paymentId, page: shopper.gatewaySessionId }
}

/** Lets the job ask about a payment now, as it would some day later. */
async function due(shopper: Shopper): Promise<void> {
  await store.sql(
    `update bpc_session set next_check_at = now() where gateway_session_id = $1`,
    [shopper.gatewaySessionId]
  )
}

/** Waits until Medusa's payment has these totals, in minor units. */
function booked(
  orderId: string,
  totals: { captured: number; refunded: number }
) {
  const sum = (rows: { amount: number }[]) =>
    rows.reduce((total, { amount }) => total + minor(amount), 0)
  return eventually(
    () => clerk.payment(orderId),
    (payment) =>
      sum(payment.captures) === totals.captured &&
      sum(payment.refunds) === totals.refunded,
    30_000
  )
}

/** What the bell of the admin shows. */
const feed = async () =>
  (
    await clerk.call<{ notifications: { data: { title: string } }[] }>(
      "GET",
      "/admin/notifications?channel=feed"
    )
  ).body.notifications.map(({ data }) => data.title)

const doors: { door: string; webhooks: FaultsInput["webhooks"] }[] = [
  { door: "by its webhook", webhooks: {} },
  {
    door: "by its webhook, three times over",
    webhooks: { duplicate: 2, together: true, requestId: "per_try" },
  },
  { door: "by the job, all webhooks lost", webhooks: { drop: true } },
]

describe.each(doors)("what the portal did is booked $door", ({ webhooks }) => {
  beforeEach(() => {
    portal().setFaults({ webhooks })
  })
  const news = async (shopper: Shopper) => {
    if (webhooks?.drop) {
      await due(shopper)
    }
  }

  it("a refund of a part, another part, and the rest", async () => {
    portal().setFaults({ webhooks: {} })
    const { shopper, orderId, page } = await sale({ captured: true })
    await portal().idle()
    portal().setFaults({ webhooks })
    const total = pageOf(store, shopper).amount
    for (const [amount, refunded] of [
      [250, 250],
      [100, 350],
      [total - 350, total],
    ] as const) {
      await portal().portalRefund(page, amount)
      await news(shopper)
      await booked(orderId, { captured: total, refunded })
    }
    await inState(store, shopper, ["refunded"])
    const { refunds } = await clerk.payment(orderId)
    expect(refunds.map(({ amount }) => minor(amount))).toEqual([
      250,
      100,
      total - 350,
    ])
    const order = await eventually(
      () => clerk.order(orderId),
      ({ summary }) => minor(summary.refunded_total) === total
    )
    expect(
      minor(order.summary.paid_total) - minor(order.summary.refunded_total)
    ).toBe(0)
  })

  it("a capture of a part, then of the rest", async () => {
    portal().setFaults({ webhooks: {} })
    const { shopper, orderId, page } = await sale({ captured: false })
    await portal().idle()
    portal().setFaults({ webhooks })
    const total = pageOf(store, shopper).amount
    await portal().portalCapture(page, 400)
    await news(shopper)
    await booked(orderId, { captured: 400, refunded: 0 })
    await portal().portalCapture(page, total - 400)
    await news(shopper)
    const payment = await booked(orderId, { captured: total, refunded: 0 })
    expect(payment.captures).toHaveLength(2)
    await inState(store, shopper, ["paid"])
    await eventually(
      () => clerk.order(orderId),
      ({ payment_status }) => payment_status === "captured"
    )
  })

  it("a hold that was released", async () => {
    portal().setFaults({ webhooks: {} })
    const { shopper, orderId, page } = await sale({ captured: false })
    await portal().idle()
    portal().setFaults({ webhooks })
    await portal().portalVoid(page)
    await news(shopper)
    await inState(store, shopper, ["canceled"])
    const payment = await eventually(
      () => clerk.payment(orderId),
      ({ canceled_at }) => canceled_at !== null
    )
    expect(payment.captures).toHaveLength(0)
    expect((await clerk.order(orderId)).status).toBe("pending")
  })
})

it("what was made in the portal is marked as such, on the order and in the payment's own story", async () => {
  const { shopper, orderId, page } = await sale({ captured: true })
  await portal().portalRefund(page, 250)
  await booked(orderId, {
    captured: pageOf(store, shopper).amount,
    refunded: 250,
  })
  const [refund] = await store.sql<{ note: string }>(
    `select note from refund where payment_id = $1`,
    [(await clerk.payment(orderId)).id]
  )
  expect(refund?.note).toMatch(/portal/)
  const { id } = await ledgerOf(store, shopper)
  const { session } = await eventually(
    async () =>
      (
        await clerk.call<{
          session: {
            timeline: { kind: string; details: Record<string, unknown> }[]
            operations: { kind: string; origin: string; amount: number }[]
          }
        }>("GET", `/admin/bpc/sessions/${id}`)
      ).body,
    (body) => body.session.timeline.some(({ kind }) => kind === "mirrored")
  )
  expect(session.timeline).toContainEqual(
    expect.objectContaining({
      kind: "mirrored",
      details: { action: "refund", amount: 250 },
    })
  )
  expect(session.operations).toEqual([
    expect.objectContaining({ kind: "capture", origin: "medusa" }),
    expect.objectContaining({ kind: "refund", origin: "portal", amount: 250 }),
  ])
})

it("a refund in the admin and one in the portal at the same moment are both booked, and neither is sent twice", async () => {
  const { shopper, orderId, paymentId, page } = await sale({ captured: true })
  const total = pageOf(store, shopper).amount
  await Promise.all([
    clerk.refund(paymentId, 3),
    portal().portalRefund(page, 200),
  ])
  const page_ = await eventually(
    async () => pageOf(store, shopper),
    ({ refunded }) => refunded >= 200
  )
  await booked(orderId, { captured: total, refunded: page_.refunded })
})

it("money that is held is refunded here too when a person refunds it in the portal", async () => {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  portal().setFaults({ tamper: { "*": { amount: 1 } } })
  await portal().pay(shopper.gatewaySessionId)
  await inState(store, shopper, ["held"])
  await eventually(feed, (titles) => titles.includes("A card payment is held"))
  await portal().portalCapture(shopper.gatewaySessionId)
  await portal().portalRefund(shopper.gatewaySessionId)
  await inState(store, shopper, ["refunded"])
})

it("an answer that stops matching after the sale leaves the order its money and tells a person, until it matches again", async () => {
  const { shopper, orderId } = await sale({ captured: true })
  const { id } = await ledgerOf(store, shopper)
  const check = () => clerk.call("POST", `/admin/bpc/sessions/${id}/check`, {})
  portal().setFaults({ tamper: { "*": { amount: 1 } } })
  await check()
  expect(await ledgerOf(store, shopper)).toMatchObject({
    state: "paid",
    reason: "amount_mismatch",
    order_id: orderId,
  })
  const codes = async () =>
    (
      await clerk.call<{ problems: { code: string }[] }>(
        "GET",
        "/admin/bpc/health"
      )
    ).body.problems.map(({ code }) => code)
  const listed = async () =>
    (
      await clerk.call<{ sessions: { id: string }[] }>(
        "GET",
        "/admin/bpc/sessions?differs=true"
      )
    ).body.sessions.map((session) => session.id)
  expect(await codes()).toContain("order_payments_differ")
  expect(await listed()).toEqual([id])
  await eventually(feed, (titles) =>
    titles.includes("An order and the gateway's books differ")
  )

  portal().setFaults({ tamper: {} })
  await check()
  expect(await ledgerOf(store, shopper)).toMatchObject({
    state: "paid",
    reason: null,
  })
  expect(await codes()).not.toContain("order_payments_differ")
  expect(await listed()).toEqual([])
})
