import { expectPromiseKept } from "../support/books"
import { Clerk } from "../support/clerk"
import { OrderChanges } from "../support/order-changes"
import {
  boughtOrder,
  linksOf,
  makeLink,
  ok,
  phoneOrder,
  raiseTotal,
} from "../support/owing-orders"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

let store: Store
let clerk: Clerk
let shopper: Shopper

beforeAll(async () => {
  store = await startStore()
  clerk = await Clerk.logIn(store)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => {
  store.sandbox.control.reset()
  shopper = new Shopper(store)
})

const page = (id: string) => store.sandbox.control.getSession(id)

async function openPage(url: string): Promise<string> {
  const { location } = await shopper.visit(url)
  const found = store.sandbox.control
    .listSessions()
    .find(({ paymentUrl }) => paymentUrl === location)
  if (!found) {
    throw new Error(`${location} is no page of the gateway`)
  }
  return found.id
}

async function payAndBook(id: string, orderId: string): Promise<void> {
  await store.sandbox.control.pay(id)
  await eventually(
    () =>
      store.sql<{ order_id: string | null }>(
        `select order_id from bpc_session where gateway_session_id = $1`,
        [id]
      ),
    ([row]) => row?.order_id === orderId,
    60_000
  )
}

/** Medusa's collections that ask for money, in cents. */
async function unpaid(
  orderId: string
): Promise<{ id: string; cents: number }[]> {
  return store.sql(
    `select pc.id, round(pc.amount * 100)::int as cents from payment_collection pc
     join order_payment_collection opc on opc.payment_collection_id = pc.id
     where opc.order_id = $1 and pc.status in ('not_paid', 'awaiting')`,
    [orderId]
  )
}

async function exchanged(): Promise<OrderChanges> {
  const orderChanges = new OrderChanges(store, clerk, await boughtOrder(store))
  await orderChanges.ship()
  await orderChanges.exchange("MUG-EMBER", "OOLONG-125")
  return orderChanges
}

describe("a link of an order that is exchanged in part", () => {
  it("asks for the difference, through the collection that Medusa made and as Medusa made it", async () => {
    const orderChanges = await exchanged()
    const { orderId } = orderChanges
    const made = await unpaid(orderId)
    expect(made).toMatchObject([{ cents: 950 }])
    const { url } = await makeLink(clerk, orderId)
    const id = await openPage(url)
    expect(page(id).amount).toBe(950)
    expect(await unpaid(orderId)).toEqual(made)

    await payAndBook(id, orderId)
    expect((await shopper.visit(url)).text).toContain("this order is paid")
    await orderChanges.receiveAll("MUG-EMBER")
    expect(await clerk.order(orderId)).toMatchObject({
      summary: { pending_difference: 0 },
    })
    expect((await linksOf(clerk, orderId)).outstanding.amount).toBe(0)
  })
})

describe("a claim", () => {
  it("gets no link for what it sends, and the clerk reads why", async () => {
    const orderChanges = new OrderChanges(
      store,
      clerk,
      await boughtOrder(store)
    )
    await orderChanges.ship()
    await orderChanges.claim("replace", "MUG-EMBER", {
      comesBack: false,
      sent: "MUG-CHALK",
    })
    const { status, body } = await clerk.call<{ message: string }>(
      "POST",
      "/admin/bpc/payment-links",
      { order_id: orderChanges.orderId }
    )
    expect(status).toBe(400)
    expect(body.message).toContain("what a claim sends is free")
    expect(await linksOf(clerk, orderChanges.orderId)).toMatchObject({
      outstanding: { amount: 0 },
      obstacle_code: "sent_for_free",
    })
  })
})

describe("an open page of an order that changes", () => {
  /** Its own time to be asked about is far away, so only the change can bring the job to it. */
  async function pageThatNobodyLooksAt(orderId: string): Promise<string> {
    const id = await openPage((await makeLink(clerk, orderId)).url)
    await store.sql(
      `update bpc_session set next_check_at = now() + interval '1 hour' where gateway_session_id = $1`,
      [id]
    )
    return id
  }

  const changes: [string, (orderChanges: OrderChanges) => Promise<unknown>][] =
    [
      [
        "an edit",
        (orderChanges) => raiseTotal(store, clerk, orderChanges.orderId),
      ],
      ["store credit", (orderChanges) => orderChanges.creditLine(5)],
      [
        "cancelling",
        (orderChanges) => ok(clerk.cancelOrder(orderChanges.orderId)),
      ],
    ]
  it.each(changes)("is closed after %s", async (_change, change) => {
    const orderChanges = new OrderChanges(
      store,
      clerk,
      await phoneOrder(store, clerk)
    )
    const id = await pageThatNobodyLooksAt(orderChanges.orderId)
    await change(orderChanges)
    await eventually(
      async () => page(id).status,
      (status) => status === "expired",
      60_000
    )
  })

  it("gives back what was paid on it before it was closed, when store credit had made it too much", async () => {
    const orderChanges = new OrderChanges(
      store,
      clerk,
      await phoneOrder(store, clerk)
    )
    const { url } = await makeLink(clerk, orderChanges.orderId)
    const id = await openPage(url)
    await orderChanges.creditLine(5)
    await store.sandbox.control.pay(id, { late: true })
    await eventually(
      async () => page(id).refunded,
      (refunded) => refunded === page(id).amount,
      60_000
    )
    const next = await openPage(url)
    expect(page(next).amount).toBe(1700)
    await payAndBook(next, orderChanges.orderId)
    expect(await clerk.order(orderChanges.orderId)).toMatchObject({
      summary: { pending_difference: 0 },
    })
  })

  it("is left alone while the order stays as it is", async () => {
    const orderId = await phoneOrder(store, clerk)
    const id = await pageThatNobodyLooksAt(orderId)
    const [before] = await store.sql<{ checks: number }>(
      `select checks from bpc_session where gateway_session_id = $1`,
      [id]
    )
    await store.bpc.ledger.takeDue(50)
    const [after] = await store.sql<{ checks: number; waits: boolean }>(
      `select checks, next_check_at > now() + interval '30 minutes' as waits from bpc_session where gateway_session_id = $1`,
      [id]
    )
    expect(after).toEqual({ checks: before?.checks, waits: true })
  })
})

describe("an accepted quote, which Medusa still marks as made from a draft", () => {
  it("is paid by link like any order", async () => {
    const orderId = await phoneOrder(store, clerk)
    await store.sql(
      `update "order" set status = 'pending', is_draft_order = true where id = $1`,
      [orderId]
    )
    const { url } = await makeLink(clerk, orderId)
    await payAndBook(await openPage(url), orderId)
    expect(await clerk.order(orderId)).toMatchObject({
      summary: { pending_difference: 0 },
    })
  })
})

describe("a link whose currency lost its account", () => {
  it("says so to the shopper and beside the order, and works again once one serves it", async () => {
    const orderId = await phoneOrder(store, clerk)
    const { url } = await makeLink(clerk, orderId)
    const account = store.bpc.configuration.options.account
    account.currencies = ["USD"]
    store.bpc.configuration.forget()
    try {
      const visit = await shopper.visit(url)
      expect(visit.status).toBe(409)
      expect(visit.text).toContain("cannot be paid by card right now")
      expect(visit.text).not.toContain("in a few minutes")
      const german = await shopper.visit(url, "de")
      expect(german.text).toContain("zurzeit nicht mit Karte bezahlt werden")
      const links = await linksOf(clerk, orderId)
      expect(links).toMatchObject({ obstacle_code: "no_account" })
      expect(links.obstacle).toContain("serves EUR")
      expect(store.sandbox.control.listSessions()).toHaveLength(0)
    } finally {
      account.currencies = undefined
      store.bpc.configuration.forget()
    }
    await openPage(url)
  })
})
