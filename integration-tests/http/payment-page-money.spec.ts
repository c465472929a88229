import {
  expectPromiseKept,
  inState,
  ledgerOf,
  pageOf,
  settled,
} from "../support/books"
import { Clerk } from "../support/clerk"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

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

type Session = {
  state: string
  captured: number
  refunded: number
  timeline: { kind: string; details: Record<string, unknown> }[]
}
type Answer = { session: Session; message: string }

const act = (id: string, action: "capture" | "refund", body: object = {}) =>
  clerk.call<Answer>("POST", `/admin/bpc/sessions/${id}/${action}`, body)

const requests = ({ timeline }: Session) =>
  timeline
    .filter(({ kind }) => kind.endsWith("_requested"))
    .map(({ kind, details }) => ({ kind, ...details }))

async function authorized(market?: ConstructorParameters<typeof Shopper>[1]) {
  const shopper = new Shopper(store, market)
  await shopper.startCheckout()
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const { id, order_id } = await settled(store, shopper)
  return { shopper, id, orderId: order_id! }
}

const captureCalls = () =>
  store.sandbox.control
    .requests()
    .filter(({ operation }) => operation === "capturePayment").length

describe("capturing on the payment's page", () => {
  it("takes a part and then the rest, books both on the order, and tells who and why", async () => {
    const { shopper, id, orderId } = await authorized()
    const total = pageOf(store, shopper).amount
    const part = await act(id, "capture", {
      amount: 400,
      note: "  The mug left today ",
    })
    expect(part.status).toBe(200)
    expect(part.body.session).toMatchObject({
      state: "authorized",
      captured: 400,
    })
    const [asked] = requests(part.body.session)
    expect(asked).toEqual({
      kind: "capture_requested",
      amount: 400,
      note: "The mug left today",
      by: "admin@example.com",
    })
    const kinds = part.body.session.timeline.map(({ kind }) => kind)
    expect(kinds.indexOf("capture_requested")).toBeLessThan(
      kinds.indexOf("captured")
    )

    const rest = await act(id, "capture")
    expect(rest.body.session).toMatchObject({ state: "paid", captured: total })
    expect(pageOf(store, shopper).captured).toBe(total)
    const payment = await clerk.payment(orderId)
    expect(
      payment.captures.map(({ amount }) => Math.round(amount * 100)).sort()
    ).toEqual([400, total - 400].sort())
    expect((await clerk.order(orderId)).payment_status).toBe("captured")
  })

  it.each(["jpy", "kwd"] as const)(
    "takes all of it at once in a currency of other digits (%s)",
    async (market) => {
      const { shopper, id } = await authorized(market)
      const { body } = await act(id, "capture")
      expect(body.session).toMatchObject({
        state: "paid",
        captured: pageOf(store, shopper).amount,
      })
    }
  )

  it("refuses more than is held, and amounts and notes that are none, with nothing sent", async () => {
    const { shopper, id } = await authorized()
    const { amount: total } = pageOf(store, shopper)
    await act(id, "capture", { amount: 400 })
    const tooMuch = await act(id, "capture", { amount: total - 399 })
    expect(tooMuch.status).toBe(400)
    expect(tooMuch.body.message).toMatch(
      /^amount must be above zero and at most .* EUR, which is what is held/
    )
    for (const amount of [0, -1, 1.5, "5"]) {
      const refused = await act(id, "capture", { amount })
      expect(refused.status).toBe(400)
      expect(refused.body.message).toMatch(/^amount /)
    }
    const longNote = await act(id, "capture", { note: "x".repeat(1001) })
    expect(longNote.body.message).toMatch(/^note must be shorter/)
    expect(captureCalls()).toBe(1)
    expect(pageOf(store, shopper).captured).toBe(400)
  })

  it("says why where nothing is authorised", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    const { id: unpaid } = await ledgerOf(store, shopper)
    expect((await act(unpaid, "capture")).body.message).toBe(
      "Nobody has paid on this page, so there is nothing to capture. Nothing was sent."
    )
    const { id } = await authorized()
    await act(id, "capture")
    const again = await act(id, "capture")
    expect(again.status).toBe(400)
    expect(again.body.message).toMatch(
      /EUR of this payment was captured already, and nothing more is held/
    )
    expect(captureCalls()).toBe(1)
    expect((await act("bpcses_nobody", "capture")).status).toBe(404)
  })

  it("takes nothing for an order that was cancelled", async () => {
    const { shopper, id, orderId } = await authorized()
    store.sandbox.control.setFaults({
      api: [
        { operation: "cancelPayment", kind: "status", status: 400, times: 1 },
      ],
    })
    await clerk.cancelOrder(orderId)
    const refused = await act(id, "capture")
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(/^The order was cancelled, so its/)
    expect(captureCalls()).toBe(0)
    await inState(store, shopper, ["canceled"])
  })
})

describe("refunding on the payment's page", () => {
  it("hands Medusa the reason and the note, and keeps both in the timeline", async () => {
    const { id, orderId } = await authorized()
    await act(id, "capture")
    const { body: made } = await clerk.call<{ refund_reason: { id: string } }>(
      "POST",
      "/admin/refund-reasons",
      { label: "Arrived broken", code: "arrived_broken" }
    )
    const refund_reason_id = made.refund_reason.id
    const refunded = await act(id, "refund", {
      amount: 250,
      refund_reason_id,
      note: "One of two cups",
    })
    expect(refunded.body.session).toMatchObject({ refunded: 250 })
    expect(requests(refunded.body.session).at(-1)).toEqual({
      kind: "refund_requested",
      amount: 250,
      refund_reason: "Arrived broken",
      note: "One of two cups",
      by: "admin@example.com",
    })
    expect((await clerk.payment(orderId)).refunds).toEqual([
      expect.objectContaining({
        amount: 2.5,
        note: "One of two cups",
        refund_reason_id,
      }),
    ])
  })

  it("refuses a reason that the store does not have, with nothing sent", async () => {
    const { shopper, id } = await authorized()
    await act(id, "capture")
    const refused = await act(id, "refund", { refund_reason_id: "refr_none" })
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(/^refund_reason_id is none of/)
    expect(pageOf(store, shopper).refunded).toBe(0)
  })
})
