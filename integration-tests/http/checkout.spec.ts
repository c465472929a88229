import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(120_000)

let store: Store

beforeAll(async () => {
  store = await startStore()
})
afterAll(() => store.close())

type OrderRow = { order_id: string; cart_id: string }

const ordersOf = (cartId: string) =>
  store.sql<OrderRow>(`select order_id, cart_id from order_cart where cart_id = $1 and deleted_at is null`, [cartId])

describe("paying on the gateway's page", () => {
  it("places one paid order from the webhook alone, with the shopper's window closed", async () => {
    const shopper = new Shopper(store)
    const session = await shopper.startCheckout()
    expect(session.status).toBe("pending")
    await store.sandbox.control.pay(shopper.gatewaySessionId)

    const { body } = await eventually(
      () => shopper.status(),
      ({ body }) => body.order_id !== undefined
    )
    expect(body.status).toBe("paid")
    expect(await ordersOf(shopper.cart!.id)).toHaveLength(1)
  })
})
