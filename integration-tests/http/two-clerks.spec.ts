import { expectPromiseKept, inState, pageOf, settled } from "../support/books"
import { Clerk } from "../support/clerk"
import { Interleaving } from "../support/interleave"
import { OrderChanges } from "../support/order-changes"
import { linksOf, makeLink, raiseTotal } from "../support/owing-orders"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/*
 * Two clerks in the same instant, forced, and what a clerk asks for that cannot be: one clear sentence, nothing sent twice, and afterwards the
 * gateway, Medusa's payments and the order's own books say the same.
 */

jest.setTimeout(240_000)

let store: Store
let clerk: Clerk
let interleaving: Interleaving

beforeAll(async () => {
  store = await startStore({ environment: { BPC_CAPTURE_METHOD: "manual" } })
  clerk = await Clerk.logIn(store)
  interleaving = new Interleaving(store)
})
beforeEach(() => {
  store.sandbox.control.reset()
  store.sandbox.control.setFaults({ partialCapture: "keeps_rest" })
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())

async function held(sku?: string) {
  const shopper = new Shopper(store)
  await shopper.startCheckout(sku)
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const { id, order_id } = await settled(store, shopper)
  const orderId = order_id!
  const payment = await clerk.payment(orderId)
  await store.sandbox.control.idle()
  return { id, shopper, orderId, paymentId: payment.id }
}

type Answer = { status: number; body: { message?: string } }

const calls = (...operations: string[]) =>
  store.sandbox.control
    .requests()
    .filter(({ operation }) => operations.includes(operation ?? "")).length

/** The gateway's books, Medusa's payments and the order's own say the same; in minor units. */
async function agree(
  orderId: string,
  shopper: Shopper,
  totals: { captured: number; refunded: number }
): Promise<void> {
  expect(pageOf(store, shopper)).toMatchObject(totals)
  await eventually(
    async () => {
      const [books] = await store.sql<{
        captured: number
        refunded: number
        paid: number
        back: number
      }>(
        `select round(100 * coalesce((select sum(c.amount) from capture c where c.payment_id = p.id and c.deleted_at is null), 0))::int as captured,
           round(100 * coalesce((select sum(r.amount) from refund r where r.payment_id = p.id and r.deleted_at is null), 0))::int as refunded,
           round(100 * (os.totals ->> 'paid_total')::numeric)::int as paid, round(100 * (os.totals ->> 'refunded_total')::numeric)::int as back
         from payment p, order_summary os join "order" o on o.id = os.order_id and o.version = os.version
         where p.data ->> 'id' = $2 and p.deleted_at is null and os.order_id = $1 and os.deleted_at is null`,
        [orderId, shopper.gatewaySessionId]
      )
      return books
    },
    (books) =>
      books?.captured === totals.captured &&
      books.refunded === totals.refunded &&
      books.paid === totals.captured &&
      books.back === totals.refunded,
    30_000
  )
}

/** The number of a request's step, which is held before it. */
async function stepOf(
  request: () => Promise<unknown>,
  ...names: string[]
): Promise<number[]> {
  const steps = await interleaving.stepsOf(request)
  return names.map((name) => {
    const index = steps.lastIndexOf(name)
    expect({ name, index, steps }).toMatchObject({
      index: expect.any(Number) as number,
    })
    expect(index).toBeGreaterThanOrEqual(0)
    return index
  })
}

it("two partial captures at once are both sent once and both counted, wherever the first is held", async () => {
  const alone = await held()
  const places = await stepOf(
    () => clerk.capture(alone.paymentId, 1),
    "payment.capturePayment",
    "order.addOrderTransactions"
  )
  for (const place of places) {
    const { shopper, orderId, paymentId } = await held()
    store.sandbox.control.clearRequests()
    const answers: Answer[] = []
    const capture = async (amount: number) => {
      answers.push(await clerk.capture(paymentId, amount))
    }
    expect(
      await interleaving.run(
        place,
        () => capture(10),
        () => capture(12)
      )
    ).toBe(true)
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(calls("capturePayment")).toBe(2)
    await agree(orderId, shopper, { captured: 2200, refunded: 0 })
  }
})

describe("a capture beside an edit's confirmation", () => {
  it("that is held while it is captured: the edit waits, and the rest is asked for", async () => {
    const alone = await held()
    const [place] = await stepOf(
      () => clerk.capture(alone.paymentId),
      "order.addOrderTransactions"
    )
    const { shopper, orderId, paymentId } = await held()
    const orderChanges = new OrderChanges(store, clerk, orderId)
    await orderChanges.beginEdit()
    await orderChanges.requestEdit()
    store.sandbox.control.clearRequests()
    let captured: Answer | undefined
    const came = await interleaving.run(
      place!,
      async () => {
        captured = await clerk.capture(paymentId)
      },
      () => orderChanges.confirmEdit()
    )
    expect(came).toBe(true)
    expect(captured?.status).toBe(200)
    expect(calls("capturePayment")).toBe(1)
    expect(calls("cancelPayment")).toBe(0)
    const paid = Math.round(shopper.cart!.total * 100)
    await agree(orderId, shopper, { captured: paid, refunded: 0 })
    expect((await linksOf(clerk, orderId)).outstanding.amount).toBe(2200)
  })

  it("that comes while the edit is confirmed: one sentence, nothing is taken, and all of it is asked for", async () => {
    const alone = await held()
    const first = new OrderChanges(store, clerk, alone.orderId)
    await first.beginEdit()
    await first.requestEdit()
    const steps = await interleaving.stepsOf(() => first.confirmEdit())
    const place = steps.findIndex((name) => name.startsWith("payment.cancel"))
    expect(place).toBeGreaterThan(0)

    const { shopper, orderId, paymentId } = await held()
    const orderChanges = new OrderChanges(store, clerk, orderId)
    await orderChanges.beginEdit()
    await orderChanges.requestEdit()
    store.sandbox.control.clearRequests()
    let refused: Answer | undefined
    const came = await interleaving.run(
      place,
      () => orderChanges.confirmEdit(),
      async () => {
        refused = await clerk.capture(paymentId)
      }
    )
    expect(came).toBe(true)
    expect(refused?.status).toBe(400)
    expect(refused?.body.message).toMatch(/cancel/i)
    expect(calls("capturePayment")).toBe(0)
    await inState(store, shopper, ["canceled"])
    await agree(orderId, shopper, { captured: 0, refunded: 0 })
    expect((await linksOf(clerk, orderId)).outstanding.amount).toBe(
      Math.round(shopper.cart!.total * 100) + 2200
    )
  })
})

it("a capture of an order that was cancelled a moment ago says so, and nothing is sent, also while its hold cannot be released", async () => {
  const { id, shopper, orderId, paymentId } = await held()
  store.sandbox.control.setFaults({
    api: [
      { operation: "cancelPayment", kind: "status", status: 400, times: 1 },
    ],
  })
  store.sandbox.control.clearRequests()
  const [cancelled, refused] = await Promise.all([
    clerk.cancelOrder(orderId),
    new Promise((soon) => setTimeout(soon, 5)).then(() =>
      clerk.capture(paymentId)
    ),
  ])
  const again = await clerk.capture(paymentId)
  expect(cancelled.status).toBe(200)
  expect(again.status).toBe(400)
  expect(again.body.message).toMatch(
    /^The order was cancelled, so its money is not taken any more/
  )
  // Whichever came first: a capture that was quicker is given back by the cancelling.
  await store.sql(
    `update bpc_session set next_check_at = now() where id = $1`,
    [id]
  )
  await inState(
    store,
    shopper,
    refused.status === 200 ? ["refunded"] : ["canceled"]
  )
  const { captured, refunded } = pageOf(store, shopper)
  expect(captured).toBe(refunded)
  expect(calls("capturePayment")).toBeLessThanOrEqual(1)
})

it("a refund larger than one of two payments is refused, on the order and on the payment's page, with nothing sent", async () => {
  const { id, shopper, orderId, paymentId } = await held()
  expect((await clerk.capture(paymentId)).status).toBe(200)
  await raiseTotal(store, clerk, orderId)
  const link = await makeLink(clerk, orderId)
  await shopper.visit(link.url)
  const [second] = await store.sql<{ gateway_session_id: string }>(
    `select gateway_session_id from bpc_session where for_order_id = $1`,
    [orderId]
  )
  await store.sandbox.control.pay(second!.gateway_session_id)
  await store.sandbox.control.portalCapture(second!.gateway_session_id)
  await eventually(
    async () => (await clerk.order(orderId)).summary,
    ({ paid_total, pending_difference }) =>
      paid_total > 48 && Math.abs(pending_difference) < 0.001,
    40_000
  )
  store.sandbox.control.clearRequests()
  const onOrder = await clerk.refund(paymentId, 30)
  expect(onOrder.status).toBe(400)
  expect(onOrder.body.message).toMatch(/more than the captured amount/)
  const onPage = await clerk.call<{ message: string }>(
    "POST",
    `/admin/bpc/sessions/${id}/refund`,
    { amount: 3000 }
  )
  expect(onPage.status).toBe(400)
  expect(onPage.body.message).toMatch(/at most 26\.90 EUR.*Nothing was sent/)
  expect(calls("createRefund")).toBe(0)
  expect(pageOf(store, shopper)).toMatchObject({
    captured: 2690,
    refunded: 0,
  })
  const { summary } = await clerk.order(orderId)
  expect(summary.refunded_total).toBe(0)
})

it("a refund of a payment in a cancelled collection says where it can be made, as often as it is tried, and nothing is sent", async () => {
  const { id, shopper, orderId, paymentId } = await held()
  expect((await clerk.capture(paymentId)).status).toBe(200)
  await inState(store, shopper, ["paid"])
  store.sandbox.control.setFaults({
    api: [{ operation: "createRefund", kind: "status", status: 400 }],
  })
  // The job leaves it to a person.
  await store.sql(`update bpc_session set attempts = 8 where id = $1`, [id])
  expect((await clerk.cancelOrder(orderId)).status).toBe(200)
  const [collection] = await store.sql<{ status: string }>(
    `select pc.status from payment p join payment_collection pc on pc.id = p.payment_collection_id where p.id = $1`,
    [paymentId]
  )
  expect(collection?.status).toBe("canceled")
  store.sandbox.control.setFaults({ api: [] })
  store.sandbox.control.clearRequests()
  for (let tries = 0; tries < 2; tries++) {
    const refused = await clerk.refund(paymentId, 5)
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(
      /^The order was cancelled, and Medusa cannot count a refund.*payment's own page/
    )
  }
  expect(calls("createRefund")).toBe(0)
  const all = await clerk.call("POST", `/admin/bpc/sessions/${id}/refund`, {})
  expect(all.status).toBe(200)
  await inState(store, shopper, ["refunded"])
  await agree(orderId, shopper, { captured: 2690, refunded: 2690 })
})

describe("Medusa's routes that take the order's lease", () => {
  /** Somebody else is at work on the order; the request waits for it and does nothing before. */
  async function waits(
    orderId: string,
    request: () => Promise<Answer>,
    done: () => Promise<boolean>
  ): Promise<void> {
    const lease = await store.bpc.leases.take([`order:${orderId}`])
    const answer = request()
    await store.bpc.leases.take([`order:${orderId}`], { waitMs: 700 }).then(
      () => {
        throw new Error("The lease was free")
      },
      () => undefined
    )
    expect(await done()).toBe(false)
    await lease.release()
    expect((await answer).status).toBe(200)
    expect(await done()).toBe(true)
  }

  const changes = async (orderId: string) => {
    const [row] = await store.sql<{ count: number }>(
      `select count(*)::int as count from order_change where order_id = $1 and deleted_at is null`,
      [orderId]
    )
    return row!.count
  }

  it("a transfer to a guest", async () => {
    const { orderId } = await held()
    const before = await changes(orderId)
    const email = async () => {
      const [row] = await store.sql<{ email: string }>(
        `select email from "order" where id = $1`,
        [orderId]
      )
      return (
        row?.email === "other@example.com" || (await changes(orderId)) > before
      )
    }
    await waits(
      orderId,
      () =>
        clerk.call("POST", `/admin/orders/${orderId}/transfer/guest`, {
          email: "other@example.com",
        }),
      email
    )
  })

  it("the receipt of a return", async () => {
    const { orderId, paymentId } = await held()
    expect((await clerk.capture(paymentId)).status).toBe(200)
    const orderChanges = new OrderChanges(store, clerk, orderId)
    await orderChanges.ship()
    await orderChanges.requestReturn("MUG-EMBER")
    const [one] = await store.sql<{ id: string }>(
      `select id from "return" where order_id = $1`,
      [orderId]
    )
    const before = await changes(orderId)
    await waits(
      orderId,
      () => clerk.call("POST", `/admin/returns/${one!.id}/receive`, {}),
      async () => (await changes(orderId)) > before
    )
    const [item] = await store.sql<{ item_id: string }>(
      `select item_id from return_item where return_id = $1`,
      [one!.id]
    )
    await clerk.call("POST", `/admin/returns/${one!.id}/receive-items`, {
      items: [{ id: item!.item_id, quantity: 1 }],
    })
    await waits(
      orderId,
      () => clerk.call("POST", `/admin/returns/${one!.id}/receive/confirm`, {}),
      async () => {
        const [row] = await store.sql<{ status: string }>(
          `select status from "return" where id = $1`,
          [one!.id]
        )
        return row?.status === "received"
      }
    )
  })
})
