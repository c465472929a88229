import { expectPromiseKept, ordersOf } from "../support/books"
import { Interleaving } from "../support/interleave"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/*
 * A shopper against themselves: one request changes what the cart costs while another starts, pays or completes it, with the change held
 * before each of its steps in turn. Whatever comes of it, no order may ask for more than was paid.
 */

jest.setTimeout(600_000)

let store: Store
let interleaving: Interleaving

beforeAll(async () => {
  store = await startStore()
  interleaving = new Interleaving(store)
})
beforeEach(() => store.sandbox.control.reset())
afterAll(() => store.close())

/** Orders that asked for another amount than was paid for them when they were placed. */
function ordersForLess(): Promise<unknown[]> {
  return store.sql(
    `select oc.order_id, os.totals -> 'current_order_total' as asked, p.amount as paid
     from order_cart oc join order_summary os on os.order_id = oc.order_id and os.version = 1
     join order_payment_collection opc on opc.order_id = oc.order_id
     join payment p on p.payment_collection_id = opc.payment_collection_id and p.deleted_at is null
     where abs((os.totals ->> 'pending_difference')::numeric + (os.totals ->> 'transaction_total')::numeric - p.amount) > 0.01`
  )
}

const line = async (shopper: Shopper) => {
  const { cart } = await shopper.ok<{ cart: { items: { id: string }[] } }>(
    "GET",
    `/store/carts/${shopper.cart!.id}?fields=*items`
  )
  return cart.items[0]!.id
}

type Change = {
  name: string
  prepare?: (shopper: Shopper) => Promise<unknown>
  make: (shopper: Shopper) => Promise<() => Promise<unknown>>
}

const post = (shopper: Shopper, path: string, body: unknown) =>
  shopper.call("POST", `/store/carts/${shopper.cart!.id}${path}`, body)

const CHANGES: Change[] = [
  {
    name: "a quantity",
    make: async (shopper) => {
      const id = await line(shopper)
      return () => post(shopper, `/line-items/${id}`, { quantity: 9 })
    },
  },
  {
    name: "one more variant",
    make: async (shopper) => () =>
      shopper.addToCart("TIN-SENCHA").catch(() => undefined),
  },
]

const inUse = (steps: string[]) =>
  steps.flatMap((name, index) =>
    /\.(create|update|add|set|upsert|delete|softDelete|acquire|release)/.test(
      name
    )
      ? [index]
      : []
  )

describe.each(CHANGES)("$name changes", ({ make }) => {
  it("while a payment is started, paid and completed: never an order for another total", async () => {
    const first = new Shopper(store)
    await first.fillCart()
    await first.choosePayment()
    const steps = await interleaving.stepsOf(await make(first))
    const indexes = inUse(steps)
    expect(indexes.length).toBeGreaterThan(2)
    for (const index of indexes) {
      const shopper = new Shopper(store)
      await shopper.fillCart()
      const collection = await shopper.openCollection()
      await interleaving.run(index, await make(shopper), async () => {
        const { body } = await shopper.call<{
          payment_collection?: {
            payment_sessions?: { id: string; data: { id: string } }[]
          }
        }>(
          "POST",
          `/store/payment-collections/${collection.id}/payment-sessions`,
          { provider_id: "pp_bpc_bpc" }
        )
        const gatewayId = body.payment_collection?.payment_sessions?.at(-1)
          ?.data.id
        if (gatewayId) {
          await store.sandbox.control.pay(gatewayId).catch(() => undefined)
        }
        await shopper.complete()
      })
      await shopper.complete()
      expect({ step: steps[index], less: await ordersForLess() }).toEqual({
        step: steps[index],
        less: [],
      })
      const pages = await store.sql<{ gateway_session_id: string }>(
        `select gateway_session_id from bpc_session where cart_id = $1`,
        [shopper.cart!.id]
      )
      expect(pages.length).toBeLessThanOrEqual(2)
      expect((await ordersOf(store, shopper)).length).toBeLessThanOrEqual(1)
    }
    await eventually(
      () => store.sql(`select id from bpc_session where state = 'open'`),
      ({ length }) => length <= 1,
      60_000
    )
    await expectPromiseKept(store)
  })
})
