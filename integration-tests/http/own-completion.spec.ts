import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import { type ICartModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { expectPromiseKept, inState, pageOf } from "../support/books"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/* A store whose own workflow makes orders of carts, and this plugin does not know of it. */

jest.setTimeout(180_000)

let store: Store

/** Makes an order and marks the cart, and links neither of them with the other. */
async function sellWithoutLinks(cartId: string): Promise<string> {
  const carts = store.container.resolve<ICartModuleService>(Modules.CART)
  const cart = await carts.retrieveCart(cartId, { relations: ["items"] })
  const { result } = await createOrderWorkflow(store.container).run({
    input: {
      region_id: cart.region_id,
      sales_channel_id: cart.sales_channel_id,
      email: cart.email,
      currency_code: cart.currency_code,
      items: cart.items?.map(({ title, quantity, unit_price }) => ({
        title,
        quantity: Number(quantity),
        unit_price,
      })),
    },
  })
  await carts.updateCarts([{ id: cart.id, completed_at: new Date() }])
  return result.id
}

const orders = () =>
  store.sql<{ id: string }>(`select id from "order" where deleted_at is null`)

beforeAll(async () => {
  store = await startStore()
})
afterAll(() => store.close())

it.each(["webhook", "return"])(
  "has its order already: no second one, the money is held and a person is told (%s)",
  async (door) => {
    store.sandbox.control.reset()
    store.sandbox.control.setFaults({ webhooks: { drop: door === "return" } })
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await sellWithoutLinks(shopper.cart!.id)
    const before = await orders()
    const { redirectUrl } = await store.sandbox.control.pay(
      shopper.gatewaySessionId
    )
    if (door === "return") {
      await shopper.visit(redirectUrl!)
    }
    expect(await inState(store, shopper, ["held"])).toMatchObject({
      reason: "completed_elsewhere",
      order_id: null,
    })
    expect(await orders()).toEqual(before)
    expect(pageOf(store, shopper).refunded).toBe(0)
    await expectPromiseKept(store)
  }
)
