import { expectPromiseKept, settled } from "../support/books"
import { Clerk } from "../support/clerk"
import { OrderChanges } from "../support/order-changes"
import { linksOf } from "../support/owing-orders"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/*
 * A refund while goods are expected back. Medusa owes the shopper what comes back from the moment the return is requested, in all that it
 * shows and in what its refund works with, while its stored summary counts the goods until they are received: the credit line beside the
 * refund must be the one that leaves nothing owed to either side in the end.
 */

jest.setTimeout(180_000)

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore()
  clerk = await Clerk.logIn(store)
})
beforeEach(() => store.sandbox.control.reset())
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())

const MUG = 22

/** An order of 26.90 whose mug has left. */
async function shipped() {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const { id, order_id } = await settled(store, shopper)
  const orderId = order_id!
  const orderChanges = new OrderChanges(store, clerk, orderId)
  await orderChanges.ship()
  const payment = await clerk.payment(orderId)
  return { id, shopper, orderId, orderChanges, paymentId: payment.id }
}

const credits = async (orderId: string) =>
  (
    await store.sql<{ amount: number }>(
      `select amount::float from order_credit_line where order_id = $1 and deleted_at is null`,
      [orderId]
    )
  ).map(({ amount }) => amount)

/** Nothing is asked for by a link of ours; and once all is received nothing is owed to either side by Medusa's own books. */
async function square(
  orderId: string,
  { received }: { received: boolean }
): Promise<void> {
  if (received) {
    await eventually(
      async () => (await clerk.order(orderId)).summary.pending_difference,
      (pending) => Math.abs(pending) < 0.001,
      30_000
    )
  }
  await eventually(
    async () => (await linksOf(clerk, orderId)).outstanding.amount,
    (amount) => amount === 0,
    30_000
  )
}

/** Medusa was killed after the money went back; minutes later the job comes by. */
async function killedThen(id: string, orderId: string): Promise<void> {
  await store.sql(
    `delete from order_transaction where order_id = $1 and reference = 'refund'`,
    [orderId]
  )
  for (const table of ["bpc_operation", "refund"]) {
    await store.sql(
      `update ${table} set created_at = created_at - interval '5 minutes'`
    )
  }
  await store.sql(
    `update bpc_session set next_check_at = now() where id = $1`,
    [id]
  )
}

const counted = (orderId: string) =>
  store.sql<{ amount: number }>(
    `select amount::float from order_transaction where order_id = $1 and reference = 'refund' and deleted_at is null`,
    [orderId]
  )

it("of all that comes back needs no credit line, and we expect none", async () => {
  const { id, orderId, orderChanges, paymentId } = await shipped()
  await orderChanges.requestReturn("MUG-EMBER")
  expect((await clerk.refund(paymentId, MUG)).status).toBe(200)
  const [operation] = await store.sql<{ credit_due: number }>(
    `select credit_due::float from bpc_operation where session_id = $1 and kind = 'refund'`,
    [id]
  )
  expect(await credits(orderId)).toEqual([])
  expect(operation?.credit_due).toBe(0)
  await square(orderId, { received: false })
  await orderChanges.receiveAll("MUG-EMBER")
  await square(orderId, { received: true })
})

it("of more than what comes back is credited by the rest alone", async () => {
  const { id, orderId, orderChanges, paymentId } = await shipped()
  await orderChanges.requestReturn("MUG-EMBER")
  expect((await clerk.refund(paymentId, MUG + 3)).status).toBe(200)
  const [operation] = await store.sql<{ credit_due: number }>(
    `select credit_due::float from bpc_operation where session_id = $1 and kind = 'refund'`,
    [id]
  )
  expect(await credits(orderId)).toEqual([3])
  expect(operation?.credit_due).toBe(3)
  await orderChanges.receiveAll("MUG-EMBER")
  await square(orderId, { received: true })
})

it("that Medusa was killed before counting is counted without a credit that the shopper would get once more", async () => {
  const { id, orderId, orderChanges, paymentId } = await shipped()
  await orderChanges.requestReturn("MUG-EMBER")
  store.sandbox.control.setFaults({ webhooks: { drop: true } })
  expect((await clerk.refund(paymentId, MUG)).status).toBe(200)
  await killedThen(id, orderId)
  await eventually(
    () => counted(orderId),
    ([one]) => one?.amount === -MUG,
    30_000
  )
  await square(orderId, { received: false })
  await orderChanges.receiveAll("MUG-EMBER")
  await square(orderId, { received: true })
  expect(await credits(orderId)).toEqual([])
})

it("of the portal while the return is begun is not credited once the return is requested", async () => {
  const { shopper, orderId, orderChanges } = await shipped()
  await orderChanges.beginReturn("MUG-EMBER")
  await store.sandbox.control.portalRefund(shopper.gatewaySessionId, MUG * 100)
  await eventually(
    () => counted(orderId),
    ([one]) => one?.amount === -MUG,
    30_000
  )
  await orderChanges.requestBegunReturn()
  await eventually(
    () =>
      store.sql<{ open: boolean }>(
        `select coalesce(bool_or(credit_open), false) as open from bpc_operation o join bpc_session s on s.id = o.session_id
         where s.order_id = $1`,
        [orderId]
      ),
    ([row]) => row?.open === false,
    30_000
  )
  await square(orderId, { received: false })
  await orderChanges.receiveAll("MUG-EMBER")
  await square(orderId, { received: true })
  expect(await credits(orderId)).toEqual([])
})
