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

/*
 * Captures and refunds whose answer never came: unknown is shown as unknown, nothing is sent on top of a doubt, and the job
 * finds out what became of them.
 */

jest.setTimeout(180_000)

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore()
  clerk = await Clerk.logIn(store)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => store.sandbox.control.reset())

const gateway = () => store.sandbox.control

async function paidOrder() {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  await gateway().pay(shopper.gatewaySessionId)
  const { order_id, id } = await settled(store, shopper)
  const payment = await clerk.payment(order_id!)
  await gateway().idle()
  return { id, shopper, orderId: order_id!, paymentId: payment.id }
}

const refundsOf = async (orderId: string) =>
  (await clerk.payment(orderId)).refunds.map(({ amount }) =>
    Math.round(amount * 100)
  )

const operationsOf = (id: string) =>
  store.sql<{ kind: string; state: string; amount: string; reference: string }>(
    `select kind, state, amount, reference from bpc_operation where session_id = $1 order by created_at`,
    [id]
  )

/** As if a minute had passed since it was sent, and the job came by. */
async function aMinuteLater(id: string): Promise<void> {
  await store.sql(
    `update bpc_operation set created_at = created_at - interval '2 minutes' where session_id = $1`,
    [id]
  )
  await store.sql(
    `update refund set created_at = created_at - interval '2 minutes'`
  )
  await store.sql(
    `update bpc_session set next_check_at = now() where id = $1`,
    [id]
  )
}

describe("a refund that the gateway never answered", () => {
  const silent = () =>
    gateway().setFaults({
      api: [
        {
          operation: "createRefund",
          kind: "timeout_after_commit",
          times: 1,
          delayMs: 100,
        },
        { operation: "readSession", kind: "status", status: 503, skip: 1 },
      ],
    })

  /** The gateway answers again, and the job finds the refund in its books. */
  async function bookedByTheJob(id: string, orderId: string): Promise<void> {
    gateway().setFaults({ api: [] })
    await store.sql(
      `update bpc_session set next_check_at = now() where id = $1`,
      [id]
    )
    await eventually(
      () => refundsOf(orderId),
      (refunds) => refunds.length === 1
    )
  }

  it("is unknown, not failed and not done, and booked by the job once the gateway's books show it", async () => {
    const { id, shopper, orderId, paymentId } = await paidOrder()
    silent()
    const answer = await clerk.refund(paymentId, 3)
    expect(answer.body.message).toMatch(
      /not known whether this refund of 3.00 EUR/
    )
    expect(await operationsOf(id)).toMatchObject([
      { kind: "refund", state: "unknown", amount: "300" },
    ])
    expect(await refundsOf(orderId)).toEqual([])

    await bookedByTheJob(id, orderId)
    expect(await refundsOf(orderId)).toEqual([300])
    expect(pageOf(store, shopper).refunds).toHaveLength(1)
    await eventually(
      () => ledgerOf(store, shopper),
      ({ refunded }) => refunded === "300"
    )
  })

  it("and was booked by its webhook just before the clerk tried again is not made twice", async () => {
    const { id, shopper, orderId, paymentId } = await paidOrder()
    silent()
    expect((await clerk.refund(paymentId, 3)).status).toBe(500)
    await bookedByTheJob(id, orderId)

    const again = await clerk.refund(paymentId, 3)
    expect(again.status).not.toBe(200)
    expect(again.body.message).toMatch(
      /The refund of 3.00 EUR whose outcome was not known was carried out after all/
    )
    expect(await refundsOf(orderId)).toEqual([300])
    expect(pageOf(store, shopper).refunds).toHaveLength(1)

    expect((await clerk.refund(paymentId, 2)).status).toBe(200)
    await store.sql(
      `update bpc_timeline set at = at - interval '2 minutes' where session_id = $1`,
      [id]
    )
    expect((await clerk.refund(paymentId, 3)).status).toBe(200)
    expect(await refundsOf(orderId)).toEqual([300, 200, 300])
    expect(pageOf(store, shopper).refunded).toBe(800)
  })

  it("lets nothing be sent on top of it, and can be tried again once it is known that it did not happen", async () => {
    const { id, shopper, orderId, paymentId } = await paidOrder()
    gateway().setFaults({
      api: [{ operation: "createRefund", kind: "reset", times: 1 }],
    })
    expect((await clerk.refund(paymentId, 3)).status).toBe(500)
    gateway().clearRequests()
    const second = await clerk.refund(paymentId, 5)
    expect(second.status).not.toBe(200)
    expect(second.body.message).toMatch(
      /not known yet whether the last refund of 3.00 EUR/
    )
    expect(
      gateway()
        .requests()
        .filter(({ operation }) => operation === "createRefund")
    ).toHaveLength(0)

    await aMinuteLater(id)
    await eventually(
      () => operationsOf(id),
      ([operation]) => operation?.state === "lost"
    )
    expect(await refundsOf(orderId)).toEqual([])
    expect((await clerk.refund(paymentId, 5)).status).toBe(200)
    expect(pageOf(store, shopper)).toMatchObject({ refunded: 500 })
  })
})

describe("a refund that takes the gateway hours", () => {
  async function pendingRefund() {
    const sale = await paidOrder()
    gateway().setFaults({ refunds: "pending" })
    expect((await clerk.refund(sale.paymentId, 3)).status).toBe(200)
    expect(await operationsOf(sale.id)).toMatchObject([{ state: "pending" }])
    const [refund] = pageOf(store, sale.shopper).refunds
    return { ...sale, refundId: refund!.id }
  }

  it("is pending until the gateway is done, whether its webhook comes or not", async () => {
    const { id, shopper, orderId, refundId } = await pendingRefund()
    gateway().setFaults({ webhooks: { drop: true } })
    await gateway().settleRefund(refundId, "succeeded")
    await store.sql(
      `update bpc_session set next_check_at = now() where id = $1`,
      [id]
    )
    await eventually(
      () => operationsOf(id),
      ([operation]) => operation?.state === "done"
    )
    expect(await refundsOf(orderId)).toEqual([300])
    expect(await ledgerOf(store, shopper)).toMatchObject({
      reason: null,
      refunded: "300",
    })
  })

  it("is counted once by an order that was cancelled meanwhile", async () => {
    const { id, shopper, orderId } = await pendingRefund()
    expect((await clerk.cancelOrder(orderId)).status).toBe(200)
    await aMinuteLater(id)
    for (const refund of pageOf(store, shopper).refunds) {
      await gateway().settleRefund(refund.id, "succeeded")
    }
    await inState(store, shopper, ["refunded"])
    const { total } = shopper.cart!
    expect(await ordersOf(store, shopper)).toEqual([
      { order_id: orderId, paid: total, refunded: total },
    ])
  })

  it("that fails in the end is reported to a person, who can send it again", async () => {
    const { id, shopper, orderId, refundId } = await pendingRefund()
    await gateway().settleRefund(refundId, "failed")
    const row = await eventually(
      () => ledgerOf(store, shopper),
      ({ reason }) => reason === "refund_failed"
    )
    expect(row).toMatchObject({ state: "paid", order_id: orderId })

    gateway().setFaults({ refunds: "instant" })
    const resolved = await clerk.call(
      "POST",
      `/admin/bpc/sessions/${id}/resolve`,
      {
        action: "refund",
        note: "Sent again",
      }
    )
    expect(resolved.status).toBe(200)
    expect(pageOf(store, shopper).refunded).toBe(300)
    await clerk.call("POST", `/admin/bpc/sessions/${id}/check`, {})
    expect(await ledgerOf(store, shopper)).toMatchObject({
      reason: null,
      refunded: "300",
    })
  })

  it("that was all of it and failed leaves no room for a cent more", async () => {
    const { id, shopper, paymentId } = await paidOrder()
    gateway().setFaults({ refunds: "pending" })
    expect((await clerk.refund(paymentId, shopper.cart!.total)).status).toBe(
      200
    )
    const [refund] = pageOf(store, shopper).refunds
    await gateway().settleRefund(refund!.id, "failed")
    await eventually(
      () => ledgerOf(store, shopper),
      ({ reason }) => reason === "refund_failed"
    )

    const more = await clerk.refund(paymentId, 0.01)
    expect(more.status).not.toBe(200)
    expect(more.body.message).toContain("only 26.90 EUR was captured")
    expect(pageOf(store, shopper).refunds).toHaveLength(1)
    gateway().setFaults({ refunds: "instant" })
    await clerk.call("POST", `/admin/bpc/sessions/${id}/resolve`, {
      action: "refund",
      note: "Sent again",
    })
    await inState(store, shopper, ["refunded"])
  })

  it("that was all of a cancelled order and failed needs nobody any more once it was sent again", async () => {
    const { id, shopper, orderId } = await paidOrder()
    gateway().setFaults({ refunds: "pending" })
    expect((await clerk.cancelOrder(orderId)).status).toBe(200)
    const [refund] = pageOf(store, shopper).refunds
    await gateway().settleRefund(refund!.id, "failed")
    await eventually(
      () => ledgerOf(store, shopper),
      ({ reason }) => reason === "refund_failed"
    )

    gateway().setFaults({ refunds: "instant" })
    await clerk.call("POST", `/admin/bpc/sessions/${id}/resolve`, {
      action: "refund",
      note: "Sent again",
    })
    expect(await ledgerOf(store, shopper)).toMatchObject({
      state: "refunded",
      reason: null,
    })
  })
})

describe("an order that Medusa cancelled while the gateway could not be reached", () => {
  /** Medusa logs what its provider throws, and cancels the order all the same. */
  async function canceledInVain(sale: { id: string; orderId: string }) {
    gateway().setFaults({
      api: [
        { operation: "createRefund", kind: "status", status: 400 },
        { operation: "cancelPayment", kind: "status", status: 400 },
      ],
    })
    expect((await clerk.cancelOrder(sale.orderId)).status).toBe(200)
    return sale
  }
  const again = (id: string) =>
    store.sql(`update bpc_session set next_check_at = now() where id = $1`, [
      id,
    ])
  const orderShows = async (orderId: string) =>
    (
      await clerk.call<{ order: { payment_status: string; status: string } }>(
        "GET",
        `/admin/orders/${orderId}?fields=status,payment_status`
      )
    ).body.order

  it("gives its money back by itself as soon as it can", async () => {
    const { shopper, orderId } = await paidOrder().then((sale) =>
      canceledInVain(sale).then(() => sale)
    )
    expect(pageOf(store, shopper)).toMatchObject({ refunded: 0 })
    gateway().setFaults({ api: [] })
    await inState(store, shopper, ["refunded"])
    const { total } = shopper.cart!
    expect(await ordersOf(store, shopper)).toEqual([
      { order_id: orderId, paid: total, refunded: total },
    ])
    // The ledger says so as soon as the gateway does; Medusa's own tables follow.
    await eventually(
      () => orderShows(orderId),
      ({ status, payment_status }) =>
        status === "canceled" && payment_status === "refunded"
    )
    expect(pageOf(store, shopper).refunds).toHaveLength(1)
  })

  it("tells a person when it cannot, who can give the money back with a click later", async () => {
    const sale = await paidOrder()
    await store.sql(`update bpc_session set attempts = 7 where id = $1`, [
      sale.id,
    ])
    await canceledInVain(sale)
    const row = await eventually(
      async () => {
        await again(sale.id)
        return ledgerOf(store, sale.shopper)
      },
      ({ reason }) => reason === "order_canceled"
    )
    expect(row).toMatchObject({ state: "paid", order_id: sale.orderId })
    const resolve = () =>
      clerk.call<{ message?: string }>(
        "POST",
        `/admin/bpc/sessions/${sale.id}/resolve`,
        { action: "refund", note: "The bank allows it again" }
      )
    const refused = await resolve()
    expect(refused.status).not.toBe(200)
    expect(refused.body.message).toMatch(/The gateway refused the request/)

    gateway().setFaults({ api: [] })
    expect((await resolve()).status).toBe(200)
    expect(await ledgerOf(store, sale.shopper)).toMatchObject({
      state: "refunded",
      reason: null,
    })
    expect(await refundsOf(sale.orderId)).toEqual([
      Math.round(sale.shopper.cart!.total * 100),
    ])
  })

  it("can be given back in part from the payment's own page, and its order counts that", async () => {
    const { id, shopper, orderId } = await paidOrder()
    await store.sql(`update bpc_session set attempts = 8 where id = $1`, [id])
    await canceledInVain({ id, orderId })
    gateway().setFaults({ api: [] })
    const refund = (amount: number) =>
      clerk.call("POST", `/admin/bpc/sessions/${id}/refund`, { amount })
    expect((await refund(500)).status).toBe(200)
    expect(await refundsOf(orderId)).toEqual([500])
    const total = Math.round(shopper.cart!.total * 100)
    expect((await refund(total - 500)).status).toBe(200)
    await inState(store, shopper, ["refunded"])
    expect(await ordersOf(store, shopper)).toEqual([
      { order_id: orderId, paid: total / 100, refunded: total / 100 },
    ])
    expect(pageOf(store, shopper).refunded).toBe(total)
  })

  it("counts what went back once, where a refund in the portal was booked while Medusa counted its own that failed", async () => {
    const { id, shopper, orderId, paymentId } = await paidOrder()
    const { total } = shopper.cart!
    await gateway().portalRefund(shopper.gatewaySessionId, 300)
    await eventually(
      () => refundsOf(orderId),
      (refunds) => refunds.length === 1
    )
    await canceledInVain({ id, orderId })
    // As if the cancelling had read the payment before that refund was booked.
    await store.sql(
      `update order_transaction set amount = -$2::numeric where order_id = $1 and reference_id = $3`,
      [orderId, total, paymentId]
    )
    gateway().setFaults({ api: [] })
    await again(id)
    await inState(store, shopper, ["refunded"])
    expect(await ordersOf(store, shopper)).toEqual([
      { order_id: orderId, paid: total, refunded: total + 3 },
    ])

    await aMinuteLater(id)
    await eventually(
      () => ordersOf(store, shopper),
      ([order]) => order?.refunded === total
    )
    expect(pageOf(store, shopper).refunded).toBe(Math.round(total * 100))
  })

  it("books a refund that was made in the portal meanwhile", async () => {
    const { id, shopper, orderId } = await paidOrder()
    await store.sql(`update bpc_session set attempts = 8 where id = $1`, [id])
    await canceledInVain({ id, orderId })
    gateway().setFaults({ api: [] })
    await gateway().portalRefund(shopper.gatewaySessionId)
    await again(id)
    await inState(store, shopper, ["refunded"])
    const { total } = shopper.cart!
    expect(await ordersOf(store, shopper)).toEqual([
      { order_id: orderId, paid: total, refunded: total },
    ])
  })
})

it("a refund that Medusa booked and that we were killed before sending is sent by the job, once", async () => {
  const { id, shopper, orderId, paymentId } = await paidOrder()
  await store.sql(
    `insert into refund (id, amount, raw_amount, payment_id, created_at)
     values ('ref_killed', 4, '{"value":"4","precision":20}', $1, now() - interval '2 minutes')`,
    [paymentId]
  )
  await store.sql(
    `update bpc_session set next_check_at = now() where id = $1`,
    [id]
  )
  await eventually(
    async () => pageOf(store, shopper).refunded,
    (refunded) => refunded === 400
  )
  expect(pageOf(store, shopper).refunds).toMatchObject([
    { merchantReferenceId: "ref_killed" },
  ])
  expect(await refundsOf(orderId)).toEqual([400])
})

it("two clerks who refund the rest at once give it back once", async () => {
  const { shopper, paymentId } = await paidOrder()
  const total = shopper.cart!.total
  const answers = await Promise.all([
    clerk.refund(paymentId, total),
    clerk.refund(paymentId, total),
  ])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  await inState(store, shopper, ["refunded"])
  expect(pageOf(store, shopper).refunded).toBe(pageOf(store, shopper).amount)
})

it("two refunds at once, of which Medusa counts one with the other's amount, are counted anew by the job", async () => {
  const { id, shopper, orderId, paymentId } = await paidOrder()
  const { total } = shopper.cart!
  for (const amount of [3, 5]) {
    expect((await clerk.refund(paymentId, amount)).status).toBe(200)
  }
  // Its workflow counts every refund that it finds, each with its own amount (core-flows, refund-payment workflow).
  await store.sql(
    `update order_transaction set amount = -3 where order_id = $1 and amount = -5`,
    [orderId]
  )
  expect(await ordersOf(store, shopper)).toEqual([
    { order_id: orderId, paid: total, refunded: 6 },
  ])
  await aMinuteLater(id)
  await eventually(
    () => ordersOf(store, shopper),
    ([order]) => order?.refunded === 8
  )
  expect(await refundsOf(orderId)).toEqual([300, 500])
})

describe("a refund that Medusa was killed before counting on its order", () => {
  /** The gateway has it, Medusa's payment has it, and the last step of Medusa's workflow never ran. */
  async function neverCounted(orderId: string): Promise<void> {
    await store.sql(
      `delete from order_transaction where order_id = $1 and reference = 'refund'`,
      [orderId]
    )
  }

  it.each([
    ["part", 3, "paid"],
    ["all", undefined, "refunded"],
  ])("is counted by the job: %s of the money", async (_, part, state) => {
    const { shopper, orderId, paymentId } = await paidOrder()
    const { total } = shopper.cart!
    const amount = part ?? total
    // The news of it would have this payment looked at all the same.
    gateway().setFaults({ webhooks: { drop: true } })
    expect((await clerk.refund(paymentId, amount)).status).toBe(200)
    const row = await inState(store, shopper, [state])
    expect(await secondsUntilCheck(row.id)).toBeLessThanOrEqual(75)
    await neverCounted(orderId)
    expect(await ordersOf(store, shopper)).toEqual([
      { order_id: orderId, paid: total, refunded: 0 },
    ])

    await aMinuteLater(row.id)
    await eventually(
      () => ordersOf(store, shopper),
      ([order]) => order?.refunded === amount
    )
    await eventually(
      () => secondsUntilCheck(row.id),
      (seconds) => seconds === null || seconds > 3600
    )
    expect(pageOf(store, shopper).refunds).toHaveLength(1)
  })

  async function secondsUntilCheck(id: string): Promise<number | null> {
    const [row] = await store.sql<{ seconds: number | null }>(
      `select extract(epoch from next_check_at - now())::float as seconds from bpc_session where id = $1`,
      [id]
    )
    return row?.seconds ?? null
  }
})
