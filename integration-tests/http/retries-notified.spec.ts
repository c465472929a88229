import {
  type IOrderModuleService,
  type IPaymentModuleService,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  expectPromiseKept,
  inState,
  ledgerOf,
  ordersOf,
  pageOf,
  settled,
} from "../support/books"
import { reconcileWorkflow } from "../../src/workflows"
import { Clerk } from "../support/clerk"
import { OrderChanges } from "../support/order-changes"
import { makeLink } from "../support/owing-orders"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/*
 * Every retry has an end and an ear: whatever the job cannot bring to an end is told to a person within the hour, once, and taken back by
 * itself when it is solved. A test for each loop; those of a parcel's capture are in capture-on-shipment.spec.ts.
 */

jest.setTimeout(180_000)

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore({ environment: { BPC_CAPTURE_METHOD: "manual" } })
  clerk = await Clerk.logIn(store)
})
beforeEach(async () => {
  store.sandbox.control.reset()
  store.sandbox.control.setFaults({ partialCapture: "keeps_rest" })
  // The gateway begins anew and has forgotten what other tests paid.
  await store.sql(
    `update bpc_session set next_check_at = null, failing = null, failing_since = null, failing_notified_at = null,
       created_at = created_at - interval '100 days'`
  )
  await store.sql(`delete from notification`)
})
afterEach(async () => {
  restore.splice(0).forEach((undo) => undo())
  await expectPromiseKept(store)
})
afterAll(() => store.close())

const gateway = () => store.sandbox.control
const restore: (() => void)[] = []

/** Every call of one of a service's methods fails, until the test is over or the answer is called. */
function broken<Service extends object>(
  service: Service,
  method: keyof Service & string
): () => void {
  const own = Object.getOwnPropertyDescriptor(service, method)
  Object.assign(service, {
    [method]: () => Promise.reject(new Error("the disk is full")),
  })
  const mend = () => {
    Reflect.deleteProperty(service, method)
    if (own) {
      Object.defineProperty(service, method, own)
    }
  }
  restore.push(mend)
  return mend
}

const payments = () =>
  store.container.resolve<IPaymentModuleService>(Modules.PAYMENT)

async function sale({ captured }: { captured: boolean }) {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  await gateway().pay(shopper.gatewaySessionId)
  const { order_id, id } = await settled(store, shopper)
  const orderId = order_id!
  const { id: paymentId } = await clerk.payment(orderId)
  if (captured) {
    expect((await clerk.capture(paymentId)).status).toBe(200)
    await inState(store, shopper, ["paid"])
  }
  await gateway().idle()
  return { id, shopper, orderId, paymentId, page: shopper.gatewaySessionId }
}

type Row = {
  attempts: number
  checks: number
  failing: string | null
  failing_notified_at: Date | null
  reason: string | null
  next_in: number | null
}

async function rowOf(id: string): Promise<Row> {
  const [row] = await store.sql<Row>(
    `select attempts, checks, failing, failing_notified_at, reason, extract(epoch from next_check_at - now())::float as next_in
     from bpc_session where id = $1`,
    [id]
  )
  return row!
}

const due = (id: string) =>
  store.sql(`update bpc_session set next_check_at = now() where id = $1`, [id])

/** The job comes by now. */
const tick = () => reconcileWorkflow(store.container).run({})

/** The job comes by, again and again, until it is so. */
async function looked(id: string, good: (row: Row) => boolean): Promise<Row> {
  return eventually(
    async () => {
      const row = await rowOf(id)
      if (good(row)) {
        return row
      }
      await due(id)
      await tick()
      return rowOf(id)
    },
    good,
    40_000
  )
}

/** Time passes for what fails, in minutes. */
const passes = (minutes: number) =>
  store.sql(
    `update bpc_session set failing_since = failing_since - make_interval(mins => $1)`,
    [minutes]
  )

const bell = async () =>
  (
    await clerk.call<{
      notifications: { data: { title: string; description: string } }[]
    }>("GET", "/admin/notifications?channel=feed")
  ).body.notifications.map(({ data }) => `${data.title}. ${data.description}`)

const rings = (words: RegExp) =>
  eventually(
    async () => {
      await tick()
      return bell()
    },
    (messages) => messages.some((message) => words.test(message)),
    30_000
  )

const problems = async () =>
  (
    await clerk.call<{ problems: { code: string; message: string }[] }>(
      "GET",
      "/admin/bpc/health"
    )
  ).body.problems

const codes = async () => (await problems()).map(({ code }) => code)

const timelineOf = async (id: string, kind: string) =>
  store.sql(`select id from bpc_timeline where session_id = $1 and kind = $2`, [
    id,
    kind,
  ])

/** As if seven tries had been in vain, which takes some twenty minutes. */
async function afterSevenTries(id: string): Promise<void> {
  await store.sql(`update bpc_session set attempts = 7 where id = $1`, [id])
}

describe("what cannot be brought together", () => {
  const cases: {
    what: string
    captured: boolean
    broken: "capturePayment" | "refundPayment" | "cancelPayment"
    portal: (page: string) => Promise<unknown>
    after: string
  }[] = [
    {
      what: "a capture of the portal",
      captured: false,
      broken: "capturePayment",
      portal: (page) => gateway().portalCapture(page),
      after: "paid",
    },
    {
      what: "a refund of the portal",
      captured: true,
      broken: "refundPayment",
      portal: (page) => gateway().portalRefund(page, 100),
      after: "paid",
    },
    {
      what: "a release in the portal",
      captured: false,
      broken: "cancelPayment",
      portal: (page) => gateway().portalVoid(page),
      after: "canceled",
    },
  ]
  it.each(cases)(
    "$what: is told after eight tries and taken back once it is booked",
    async ({ captured, broken: method, portal, after }) => {
      const { id, shopper, page } = await sale({ captured })
      await afterSevenTries(id)
      const mend = broken(payments(), method)
      await portal(page)
      const row = await looked(id, ({ reason }) => reason === "booking_failed")
      expect(row.next_in).toBeLessThanOrEqual(3600)
      await rings(/An order and the gateway's books differ.*48|26/)
      expect(await codes()).toContain("order_payments_differ")

      mend()
      await looked(id, ({ reason }) => reason === null)
      await inState(store, shopper, [after])
      expect(await codes()).not.toContain("order_payments_differ")
      expect(await bell()).toHaveLength(1)
    }
  )

  it("a booking that was done and is not in Medusa's books any more is done again", async () => {
    const { id, orderId, page } = await sale({ captured: true })
    await gateway().portalRefund(page, 100)
    await eventually(
      () => clerk.payment(orderId),
      ({ refunds }) => refunds.length === 1,
      30_000
    )
    await gateway().idle()
    await store.sql(
      `delete from order_transaction where order_id = $1 and reference = 'refund'`,
      [orderId]
    )
    await store.sql(
      `delete from refund where payment_id = (select payment_id from refund limit 1)`
    )
    await store.sql(
      `update bpc_operation set updated_at = updated_at - interval '5 minutes' where session_id = $1`,
      [id]
    )
    await due(id)
    await eventually(
      () => clerk.payment(orderId),
      ({ refunds }) => refunds.length === 1,
      30_000
    )
  })

  it.each([
    ["capture", false],
    ["refund", true],
  ] as const)(
    "a %s of Medusa's that never got to the gateway: both amounts are told, and no more once it is there",
    async (kind, captured) => {
      const { id, shopper, paymentId } = await sale({ captured })
      await afterSevenTries(id)
      gateway().setFaults({
        api: [
          { operation: "createRefund", kind: "status", status: 503 },
          { operation: "capturePayment", kind: "status", status: 503 },
        ],
      })
      await store.sql(
        `insert into ${kind} (id, amount, raw_amount, payment_id, created_at)
         values ('killed_${kind}', 4, '{"value":"4","precision":20}', $1, now() - interval '2 minutes')`,
        [paymentId]
      )
      await looked(id, ({ reason }) => reason === `${kind}_failed`)
      const { body } = await clerk.call<{
        session: { expected: string; found: string }
      }>("GET", `/admin/bpc/sessions/${id}`)
      expect(body.session).toMatchObject({
        expected: "4.00 EUR",
        found: "0.00 EUR",
      })
      await rings(/books differ/)

      gateway().setFaults({ api: [] })
      await looked(id, ({ reason }) => reason === null)
      const page = pageOf(store, shopper)
      expect(kind === "refund" ? page.refunded : page.captured).toBe(400)
      expect(await codes()).not.toContain("order_payments_differ")
      expect(await bell()).toHaveLength(1)
    }
  )

  it("a hold of a cancelled order that cannot be released: one reason, told once", async () => {
    const { id, shopper, orderId, page } = await sale({ captured: false })
    await afterSevenTries(id)
    gateway().setFaults({
      api: [{ operation: "cancelPayment", kind: "status", status: 400 }],
    })
    expect((await clerk.cancelOrder(orderId)).status).toBe(200)
    await looked(id, ({ reason }) => reason === "order_canceled")
    await rings(/A canceled order still has money/)
    await looked(id, ({ reason }) => reason === "order_canceled")
    expect(await timelineOf(id, "books_differ")).toHaveLength(1)

    gateway().setFaults({ api: [] })
    await gateway().portalVoid(page)
    await inState(store, shopper, ["canceled"])
    expect((await rowOf(id)).reason).toBeNull()
    expect(await bell()).toHaveLength(1)
  })

  it("money that no order can take and that cannot go back is held, and no more once it is back", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    const { id } = await ledgerOf(store, shopper)
    await afterSevenTries(id)
    gateway().setFaults({
      api: [{ operation: "cancelPayment", kind: "status", status: 400 }],
    })
    await store.sql(`update cart set deleted_at = now() where id = $1`, [
      shopper.cart!.id,
    ])
    await gateway().pay(shopper.gatewaySessionId)
    await looked(id, ({ reason }) => reason === "refund_failed")
    await inState(store, shopper, ["held"])
    await rings(/A card payment is held/)
    expect(await codes()).toContain("held_payments")

    gateway().setFaults({ api: [] })
    const resolved = await clerk.call(
      "POST",
      `/admin/bpc/sessions/${id}/resolve`,
      { action: "refund", note: "It works again" }
    )
    expect(resolved.status).toBe(200)
    expect(await codes()).not.toContain("held_payments")
  })
})

describe("what is written down after the money has moved", () => {
  it("is told if the order's count of a refund that is through cannot be repaired, and no more once it is", async () => {
    const { id, shopper, orderId, paymentId } = await sale({ captured: true })
    gateway().setFaults({ webhooks: { drop: true } })
    expect((await clerk.refund(paymentId)).status).toBe(200)
    await inState(store, shopper, ["refunded"])
    await store.sql(
      `delete from order_transaction where order_id = $1 and reference = 'refund'`,
      [orderId]
    )
    for (const table of ["bpc_operation", "refund"]) {
      await store.sql(
        `update ${table} set created_at = created_at - interval '5 minutes'`
      )
    }
    const mend = broken(
      store.container.resolve<IOrderModuleService>(Modules.ORDER),
      "addOrderTransactions"
    )
    await looked(id, ({ failing }) => failing === "work")
    expect(await codes()).not.toContain("payments_stuck")
    await passes(31)
    await rings(/A payment cannot be settled.*the disk is full/)
    expect(await codes()).toContain("payments_stuck")

    mend()
    await looked(id, ({ failing }) => failing === null)
    const { total } = shopper.cart!
    expect(await ordersOf(store, shopper)).toEqual([
      { order_id: orderId, paid: total, refunded: total },
    ])
    expect(await codes()).not.toContain("payments_stuck")
    expect(await timelineOf(id, "recovered")).toHaveLength(1)
    expect(await bell()).toHaveLength(1)
  })
})

describe("a credit line that waits for a change of the order", () => {
  it("is told within the hour while nobody ends that change, and no more once it is written", async () => {
    const { id, orderId, page } = await sale({ captured: true })
    const edit = await clerk.call("POST", "/admin/order-edits", {
      order_id: orderId,
    })
    expect(edit.status).toBe(200)
    await gateway().portalRefund(page, 100)
    await looked(id, ({ failing }) => failing === "work")
    expect(await bell()).toHaveLength(0)
    await passes(31)
    await rings(
      /A payment cannot be settled.* 1 EUR .*\(edit\)\. Confirm or cancel it on the order's page/
    )
    expect(await codes()).toContain("payments_stuck")

    await clerk.call("DELETE", `/admin/order-edits/${orderId}`)
    await looked(id, ({ failing }) => failing === null)
    expect((await clerk.order(orderId)).summary.pending_difference).toBe(0)
    expect(await codes()).not.toContain("payments_stuck")
    expect(await bell()).toHaveLength(1)
  })
})

describe("a gateway that gives no answer about a payment", () => {
  const unreadable = (status: number) =>
    gateway().setFaults({
      api: [{ operation: "readSession", kind: "status", status }],
      webhooks: { drop: true },
    })

  it("is told once for all payments, within the hour, and no more once it answers", async () => {
    const three = [
      await sale({ captured: true }),
      await sale({ captured: true }),
      await sale({ captured: false }),
    ]
    unreadable(500)
    for (const { id } of three) {
      await looked(id, ({ failing }) => failing === "read")
    }
    expect(await codes()).not.toContain("payments_unreadable")
    await passes(31)
    const messages = await rings(
      /Payments cannot be read at the gateway.* and 2 more/
    )
    expect(messages).toHaveLength(1)
    expect(await problems()).toContainEqual(
      expect.objectContaining({
        code: "payments_unreadable",
        message: expect.stringMatching(/^3 payments/) as string,
      })
    )

    gateway().setFaults({ api: [] })
    for (const { id } of three) {
      await looked(id, ({ failing }) => failing === null)
    }
    expect(await codes()).not.toContain("payments_unreadable")
  })

  it("and that has forgotten it is asked ever less often, and not for ever", async () => {
    const paid = await sale({ captured: true })
    const authorized = await sale({ captured: false })
    const held = await sale({ captured: true })
    await store.sql(
      `update bpc_session set state = 'held', reason = 'amount_mismatch' where id = $1`,
      [held.id]
    )
    const orderless = await sale({ captured: true })
    await store.sql(`update bpc_session set order_id = null where id = $1`, [
      orderless.id,
    ])
    const all = [paid, authorized, held, orderless]
    unreadable(404)
    for (const { id } of all) {
      await store.sql(
        `update bpc_session set expires_at = now() - interval '2 days' where id = $1`,
        [id]
      )
      const first = await looked(
        id,
        ({ failing, next_in }) => failing === "read" && (next_in ?? 0) > 1
      )
      expect(first.next_in).toBeGreaterThan(50)
      expect(first.next_in).toBeLessThan(91)
    }
    await passes(120)
    for (const { id } of all) {
      const { checks } = await rowOf(id)
      const later = await looked(
        id,
        (row) => row.checks > checks && (row.next_in ?? 0) > 100
      )
      expect(later.next_in).toBeGreaterThan(7000)
      expect(await timelineOf(id, "gateway_error")).toHaveLength(1)
    }
    await rings(/Payments cannot be read/)
    expect(
      (await codes()).filter((code) => code === "payments_unreadable")
    ).toHaveLength(1)

    await passes(31 * 24 * 60)
    for (const { id } of all) {
      await due(id)
      await eventually(
        () => rowOf(id),
        ({ failing, next_in }) => failing === null && next_in === null,
        30_000
      )
      expect(await timelineOf(id, "gave_up")).toHaveLength(1)
    }
    expect(await codes()).not.toContain("payments_unreadable")
    expect((await bell()).filter((one) => /read/.test(one))).toHaveLength(1)
    const end = await ledgerOf(store, orderless.shopper)
    expect(end).toMatchObject({ state: "held", reason: "unknown_to_gateway" })
    await rings(/A card payment is held/)
    await store.sql(
      `update bpc_session set state = 'paid', reason = null,
         order_id = case id when $2 then $3 else order_id end where id in ($1, $2)`,
      [held.id, orderless.id, orderless.orderId]
    )
  })
})

describe("a page that cannot be closed", () => {
  it("is tried ever less often and told, and no more once it is closed", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    const { id } = await ledgerOf(store, shopper)
    gateway().setFaults({
      api: [{ operation: "expireSession", kind: "status", status: 500 }],
    })
    await shopper.choosePayment("pp_system_default")
    await looked(id, ({ failing }) => failing === "close")
    await passes(8)
    const { checks } = await rowOf(id)
    await looked(id, (now) => now.checks > checks && (now.next_in ?? 0) > 400)
    await passes(23)
    await rings(/A payment page cannot be closed/)
    expect(await codes()).toContain("payments_stuck")

    gateway().setFaults({ api: [] })
    await looked(id, ({ failing }) => failing === null)
    expect(await codes()).not.toContain("payments_stuck")
    expect(await bell()).toHaveLength(1)
  })
})

describe("a refund whose outcome is not known", () => {
  it("is told when the gateway has been at it for a day, and no more once it is through", async () => {
    const { id, shopper, paymentId } = await sale({ captured: true })
    gateway().setFaults({ refunds: "pending" })
    expect((await clerk.refund(paymentId, 3)).status).toBe(200)
    await store.sql(
      `update bpc_operation set created_at = created_at - interval '25 hours' where session_id = $1`,
      [id]
    )
    await looked(id, ({ failing }) => failing === "doubt")
    await rings(/not known what became of a capture or refund/)
    expect(await codes()).toContain("money_in_doubt")

    const [refund] = pageOf(store, shopper).refunds
    await gateway().settleRefund(refund!.id, "succeeded")
    await looked(id, ({ failing }) => failing === null)
    expect(await codes()).not.toContain("money_in_doubt")
  })
})

describe("who was told of one thing", () => {
  const why = "the disk is full"
  it("is told of another payment that fails in the same way later, within the hour", async () => {
    const first = await sale({ captured: true })
    const second = await sale({ captured: true })
    for (const { id } of [first, second]) {
      await store.sql(
        `update bpc_session set next_check_at = null where id = $1`,
        [id]
      )
    }
    await store.bpc.failing.note(first.id, "work", { why })
    await passes(31)
    await rings(/A payment cannot be settled/)

    await store.bpc.failing.note(second.id, "work", { why })
    await passes(31)
    await store.sql(
      `update bpc_session set failing_notified_at = failing_notified_at - interval '31 minutes'`
    )
    await eventually(bell, ({ length }) => length === 2, 30_000)
  })
})

describe("a webhook whose work fails", () => {
  it("is told after ten tries in less than an hour, tried on, and no more once it succeeds", async () => {
    const { id, page } = await sale({ captured: true })
    const mend = broken(store.bpc, "situation")
    await gateway().portalRefund(page, 100)
    const [event] = await eventually(
      () =>
        store.sql<{ id: string; attempts: number }>(
          `select id, attempts from bpc_event where state = 'received' and attempts > 0`
        ),
      (events) => events.length > 0
    )
    let waited = 0
    for (;;) {
      const [now] = await store.sql<{ state: string; next: number }>(
        `select state, extract(epoch from next_attempt_at - now())::float as next from bpc_event where id = $1`,
        [event!.id]
      )
      if (now?.state === "parked") {
        break
      }
      waited += now?.next ?? Infinity
      await store.bpc.inbox.failed(event!.id, "the disk is full")
    }
    expect(waited).toBeLessThan(3600)
    expect(await codes()).toContain("parked_events")

    mend()
    await store.sql(
      `update bpc_event set next_attempt_at = now() where id = $1`,
      [event!.id]
    )
    await eventually(codes, (now) => !now.includes("parked_events"))
    await looked(id, ({ reason }) => reason === null)
  })
})

describe("an order whose hold was released", () => {
  /** The job looks for such orders every five minutes, and in an idle store every ten. */
  const search = async () => {
    await store.bpc.heartbeats.forget("released")
    await tick()
  }
  const known = async (id: string, failing: string | null) => {
    await search()
    await eventually(
      () => rowOf(id),
      (row) => row.failing === failing,
      30_000
    )
  }

  it("in the portal is told while it owes, and no more once it is cancelled", async () => {
    const { id, shopper, orderId, page } = await sale({ captured: false })
    await gateway().portalVoid(page)
    await inState(store, shopper, ["canceled"])
    await eventually(
      () => clerk.payment(orderId),
      ({ canceled_at }) => canceled_at !== null
    )
    await known(id, "released")
    expect(await codes()).not.toContain("released_unpaid")
    await passes(31)
    const total = shopper.cart!.total.toFixed(2)
    await rings(
      new RegExp(`An order is not paid any more.*${total} EUR is owed`)
    )
    expect(await codes()).toContain("released_unpaid")

    expect((await clerk.cancelOrder(orderId)).status).toBe(200)
    await known(id, null)
    expect(await codes()).not.toContain("released_unpaid")
    expect(await bell()).toHaveLength(1)
  })

  it("by an edit is told until somebody asks for the money, and again when nobody does", async () => {
    const { id, shopper, orderId } = await sale({ captured: false })
    await new OrderChanges(store, clerk, orderId).addAt("MUG-CHALK", 1, 5)
    await inState(store, shopper, ["canceled"])
    await known(id, "released")
    await passes(31)
    const owed = (shopper.cart!.total + 5).toFixed(2)
    await rings(new RegExp(`${owed} EUR is owed`))

    const link = await makeLink(clerk, orderId)
    await known(id, null)
    expect(await codes()).not.toContain("released_unpaid")
    await clerk.call("POST", `/admin/bpc/payment-links/${link.id}/revoke`, {})
    await known(id, "released")

    const again = await makeLink(clerk, orderId)
    const { location } = await shopper.visit(again.url)
    expect(location).not.toBeNull()
    const [asked] = await store.sql<{ gateway_session_id: string }>(
      `select gateway_session_id from bpc_session where for_order_id = $1`,
      [orderId]
    )
    await gateway().pay(asked!.gateway_session_id)
    await eventually(
      () => ledgerOf(store, shopper, asked!.gateway_session_id),
      ({ order_id }) => order_id === orderId,
      30_000
    )
    await known(id, null)
    await store.sql(`update bpc_payment_link set expires_at = now()`)
    await known(id, null)
  })
})

describe("the job", () => {
  it("settles payments also while its other work fails", async () => {
    const mend = broken(store.bpc.failing, "takeUnnotified")
    const also = broken(store.bpc.ledger, "takeUnnotified")
    gateway().setFaults({ webhooks: { drop: true } })
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await gateway().pay(shopper.gatewaySessionId)
    await due((await ledgerOf(store, shopper)).id)
    await settled(store, shopper)
    mend()
    also()
  })
})
