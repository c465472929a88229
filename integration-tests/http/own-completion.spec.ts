import {
  completeCartWorkflow,
  createOrderWorkflow,
} from "@medusajs/medusa/core-flows"
import { type ICartModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  expectPromiseKept,
  inState,
  ordersOf,
  pageOf,
  settled,
} from "../support/books"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/* Stores whose own workflow makes orders of carts. */

jest.setTimeout(180_000)

let store: Store

const completed: string[] = []
const vendorsOf = createStep("vendors", async (order: { id: string }) => {
  completed.push(order.id)
  return new StepResponse(order.id)
})
createWorkflow("complete-cart-by-vendor", (input: { id: string }) => {
  const order = completeCartWorkflow.runAsStep({ input })
  vendorsOf(order)
  return new WorkflowResponse(order)
})

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

describe("one that this plugin does not know of", () => {
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
})

describe("one that the options name", () => {
  beforeAll(async () => {
    store = await startStore({
      environment: { BPC_COMPLETE_CART_WORKFLOW: "complete-cart-by-vendor" },
    })
  })
  afterAll(async () => {
    delete process.env.BPC_COMPLETE_CART_WORKFLOW
    await store.close()
  })

  it("completes a cart that a webhook pays, the shopper gone", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    const { order_id } = await settled(store, shopper)
    expect(completed).toEqual([order_id])
    expect(await ordersOf(store, shopper)).toEqual([
      { order_id, paid: shopper.cart!.total, refunded: 0 },
    ])
    await expectPromiseKept(store)
  })
})
