import {
  type ILockingModule,
  type IOrderModuleService,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { expectPromiseKept, ordersOf, settled } from "../support/books"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/*
 * A store whose locks exclude nobody: those in memory, seen from two processes, or those in PostgreSQL, which let two in that come
 * in the same instant (src/modules/bpc/locks/leases.ts).
 */

jest.setTimeout(180_000)

let store: Store

beforeAll(async () => {
  store = await startStore()
  const locking = store.container.resolve<ILockingModule>(Modules.LOCKING)
  Object.assign(locking, {
    execute: (_keys: string[], job: () => Promise<unknown>) => job(),
    acquire: () => Promise.resolve(),
    release: () => Promise.resolve(true),
  })
})
beforeEach(() => store.sandbox.control.reset())
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())

/** Of the orders that are created from now on, the first one takes so long that the next ones overtake it. */
function delayNextOrder(milliseconds: number): void {
  const orders = store.container.resolve<IOrderModuleService>(Modules.ORDER)
  const create = orders.createOrders.bind(orders)
  Object.assign(orders, {
    createOrders: async (...input: Parameters<typeof create>) => {
      Object.assign(orders, { createOrders: create })
      await new Promise((later) => setTimeout(later, milliseconds))
      return create(...input)
    },
  })
}

it("sells each cart once all the same, with its webhooks, the return and two completions all at once", async () => {
  const { control } = store.sandbox
  control.setFaults({
    webhooks: { duplicate: 2, together: true, requestId: "per_try" },
  })
  for (let round = 0; round < 4; round++) {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    delayNextOrder(1_000)
    const { redirectUrl } = await control.pay(shopper.gatewaySessionId)
    const [, ...answers] = await Promise.all([
      shopper.visit(redirectUrl!),
      shopper.complete(),
      shopper.complete(),
    ])
    const { order_id } = await settled(store, shopper)
    expect(await ordersOf(store, shopper)).toHaveLength(1)
    expect(answers).toMatchObject(
      [1, 2].map(() => ({
        status: 200,
        body: { type: "order", order: { id: order_id } },
      }))
    )
  }
})

it("lets a completion wait for one that is under way elsewhere, and answers with the same order", async () => {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  const lease = await store.bpc.leases.take([`cart:${shopper.cart!.id}`])
  const { redirectUrl } = await store.sandbox.control.pay(
    shopper.gatewaySessionId
  )
  const both = Promise.all([shopper.complete(), shopper.visit(redirectUrl!)])
  await new Promise((later) => setTimeout(later, 1_500))
  expect(await ordersOf(store, shopper)).toEqual([])
  await lease.release()
  const [answer] = await both
  const { order_id } = await settled(store, shopper)
  expect(answer.body).toMatchObject({ type: "order", order: { id: order_id } })
})

it("goes on after a process that was killed while it completed the cart", async () => {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  const lease = await store.bpc.leases.take([`cart:${shopper.cart!.id}`])
  lease.abandon()
  await store.sql(`update bpc_lease set until = now() where key = $1`, [
    `cart:${shopper.cart!.id}`,
  ])
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  await settled(store, shopper)
  expect(await ordersOf(store, shopper)).toHaveLength(1)
  await eventually(
    () => store.sql(`select * from bpc_lease`),
    ({ length }) => length === 0
  )
})

it("asks nothing of carts that are paid in another way", async () => {
  const other = new Shopper(store)
  await other.fillCart()
  await other.choosePayment("pp_system_default")
  const lease = await store.bpc.leases.take([`cart:${other.cart!.id}`])
  expect((await other.complete()).body.type).toBe("order")
  await lease.release()
})
