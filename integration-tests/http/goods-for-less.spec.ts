import {
  type ICartModuleService,
  type IPaymentModuleService,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import {
  expectPromiseKept,
  inState,
  ledgerOf,
  ordersOf,
} from "../support/books"
import { Clerk } from "../support/clerk"
import { declareSelfRaces, lineOf, post } from "../support/self-races"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/* Nobody gets goods for less: what the gateway holds is compared with what an order asks at the moment at which the two meet. */

jest.setTimeout(600_000)

let store: Store

beforeAll(async () => {
  store = await startStore()
})
beforeEach(() => store.sandbox.control.reset())
afterAll(() => store.close())

declareSelfRaces(() => store)

describe("a payment that was authorised before the cart became dearer", () => {
  /** As a store's own code may do it: Medusa asks our provider nothing more when the cart is completed then. */
  async function authorizedTooEarly(): Promise<Shopper> {
    store.sandbox.control.setFaults({ webhooks: { drop: true } })
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await store.container
      .resolve<IPaymentModuleService>(Modules.PAYMENT)
      .authorizePaymentSession(shopper.paymentSession!.id, {})
    await store.container
      .resolve<ICartModuleService>(Modules.CART)
      .updateLineItems(await lineOf(shopper), { quantity: 9 })
    return shopper
  }

  it("is given back when the cart is completed by Medusa's route: nobody gets nine for one", async () => {
    const shopper = await authorizedTooEarly()
    const { body } = await shopper.complete()
    expect(body.type).not.toBe("order")
    await inState(store, shopper, ["refunded"])
    expect(await ledgerOf(store, shopper)).toMatchObject({
      reason: "cart_changed",
      order_id: null,
    })
    expect(await ordersOf(store, shopper)).toEqual([])
    await expectPromiseKept(store)
  })

  it("is told to a person when a store's own code completes the cart all the same, until the order owes nothing", async () => {
    const clerk = await Clerk.logIn(store)
    const shopper = await authorizedTooEarly()
    await completeCartWorkflow(store.container).run({
      input: { id: shopper.cart!.id },
    })
    await store.sql(
      `update bpc_session set next_check_at = now() where gateway_session_id = $1`,
      [shopper.gatewaySessionId]
    )
    const row = await eventually(
      () => ledgerOf(store, shopper),
      ({ reason }) => reason === "order_total_differs"
    )
    const { body } = await clerk.call<{ problems: { code: string }[] }>(
      "GET",
      "/admin/bpc/health"
    )
    expect(body.problems.map(({ code }) => code)).toContain(
      "order_payments_differ"
    )
    await eventually(
      async () =>
        JSON.stringify(
          (await clerk.call<object>("GET", "/admin/notifications")).body
        ),
      (bell) => bell.includes("An order and the gateway's books differ")
    )

    await clerk.cancelOrder(row.order_id!)
    await inState(store, shopper, ["refunded"])
    await store.sql(
      `update bpc_session set next_check_at = now() where gateway_session_id = $1`,
      [shopper.gatewaySessionId]
    )
  })
})

it("closes the page of a payment that was started while the cart changed, within 20 seconds", async () => {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  // What the race leaves behind: the collection asks for more, and its session was not deleted.
  await store.container
    .resolve<IPaymentModuleService>(Modules.PAYMENT)
    .updatePaymentCollections((await shopper.openCollection()).id, {
      amount: 500,
    })
  await post(shopper, "", { metadata: { changed: "yes" } })
  await eventually(
    async () =>
      store.sandbox.control.getSession(shopper.gatewaySessionId).status,
    (status) => status === "expired",
    20_000
  )
})
