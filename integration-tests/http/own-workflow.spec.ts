import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { expectPromiseKept, ordersOf, settled } from "../support/books"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/* A store whose options name the workflow of its own that makes orders of carts. */

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
