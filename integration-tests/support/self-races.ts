import { type IPromotionModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createCustomerGroupsWorkflow,
  createPriceListsWorkflow,
  linkCustomersToCustomerGroupWorkflow,
} from "@medusajs/medusa/core-flows"
import { expectPromiseKept, ordersOf } from "./books"
import { interleavingOf } from "./interleave"
import { Shopper } from "./shopper"
import { type Store } from "./store"

/*
 * A shopper against themselves: one request changes what the cart costs while another starts, pays or completes it, with the change held
 * before each of its steps in turn. Whatever comes of it, no order may ask for more than was paid.
 */

const PROMOTION = "TENTH"

/** Orders that asked for another amount, when they were placed, than was paid for them. */
function mispaidOrders(store: Store): Promise<unknown[]> {
  return store.sql(
    `select oc.order_id, o.currency_code, os.totals -> 'current_order_total' as total, p.amount::float as paid, p.currency_code as paid_in
     from order_cart oc join "order" o on o.id = oc.order_id
     join order_summary os on os.order_id = oc.order_id and os.version = 1
     join order_payment_collection opc on opc.order_id = oc.order_id
     join payment p on p.payment_collection_id = opc.payment_collection_id and p.deleted_at is null
     where o.currency_code <> p.currency_code
       or abs((os.totals ->> 'pending_difference')::numeric + (os.totals ->> 'transaction_total')::numeric - p.amount) > 0.001`
  )
}

export async function lineOf(shopper: Shopper): Promise<string> {
  const { cart } = await shopper.ok<{ cart: { items: { id: string }[] } }>(
    "GET",
    `/store/carts/${shopper.cart!.id}?fields=*items`
  )
  return cart.items[0]!.id
}

type Change = {
  name: string
  /** Makes the request ready, so that nothing but itself is held. */
  ready: (shopper: Shopper, store: Store) => Promise<() => Promise<unknown>>
}

export const post = (shopper: Shopper, path: string, body: unknown) =>
  shopper.call("POST", `/store/carts/${shopper.cart!.id}${path}`, body)

async function variantOf(shopper: Shopper, sku: string): Promise<string> {
  const { products } = await shopper.ok<{
    products: { variants: { id: string; sku: string }[] }[]
  }>("GET", `/store/products?limit=50&fields=*variants`)
  const variant = products
    .flatMap(({ variants }) => variants)
    .find((one) => one.sku === sku)
  return variant!.id
}

const CHANGES: Change[] = [
  {
    name: "a quantity",
    ready: async (shopper) => {
      const id = await lineOf(shopper)
      return () => post(shopper, `/line-items/${id}`, { quantity: 9 })
    },
  },
  {
    name: "what is in the cart",
    ready: async (shopper) => {
      const variant_id = await variantOf(shopper, "MUG-CHALK")
      return () => post(shopper, "/line-items", { variant_id, quantity: 3 })
    },
  },
  {
    name: "a promotion that is taken off",
    ready: async (shopper) => {
      await post(shopper, "/promotions", { promo_codes: [PROMOTION] })
      return () =>
        shopper.call("DELETE", `/store/carts/${shopper.cart!.id}/promotions`, {
          promo_codes: [PROMOTION],
        })
    },
  },
  {
    name: "a promotion that is added",
    ready: async (shopper) => () =>
      post(shopper, "/promotions", { promo_codes: [PROMOTION] }),
  },
  {
    name: "the shipping method",
    ready: async (shopper) => {
      const { shipping_options } = await shopper.ok<{
        shipping_options: { id: string; amount: number }[]
      }>("GET", `/store/shipping-options?cart_id=${shopper.cart!.id}`)
      const [dearest] = shipping_options.sort((a, b) => b.amount - a.amount)
      return () =>
        post(shopper, "/shipping-methods", { option_id: dearest!.id })
    },
  },
  {
    name: "the region, and the currency with it",
    ready: async (shopper) => {
      const { regions } = await shopper.ok<{
        regions: { id: string; currency_code: string }[]
      }>("GET", "/store/regions")
      const other = regions.find(({ currency_code }) => currency_code === "usd")
      return () => post(shopper, "", { region_id: other!.id })
    },
  },
  {
    name: "the address",
    ready: async (shopper) => () =>
      post(shopper, "", {
        shipping_address: { country_code: "fr", postal_code: "75001" },
      }),
  },
  {
    name: "the customer, and the group's prices with them",
    ready: async (shopper, store) => {
      const variant_id = await variantOf(shopper, "MUG-EMBER")
      const token = await customerWithPrice(store, variant_id)
      return () =>
        fetch(`${store.url}/store/carts/${shopper.cart!.id}/customer`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            "x-publishable-api-key": store.publishableKey,
            authorization: `Bearer ${token}`,
          },
          body: "{}",
        })
    },
  },
  {
    name: "store credit, which Medusa does not tell the payment collection",
    ready: async (shopper, store) => () =>
      store.container.resolve<CreditLines>(Modules.CART).createCreditLines({
        cart_id: shopper.cart!.id,
        amount: 5,
        reference: "store_credit",
        reference_id: "credit_1",
      }),
  },
]

let customers = 0

/** Signs up a customer whose group pays 3.00 for a variant. @returns the token that they are logged in with */
async function customerWithPrice(
  store: Store,
  variantId: string
): Promise<string> {
  const email = `customer-${++customers}-${Date.now()}@example.com`
  const post = async <Body>(path: string, body: object, token?: string) => {
    const answer = await fetch(store.url + path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": store.publishableKey,
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as Body
  }
  const login = { email, password: "a-long-password" }
  const auth = "/auth/customer/emailpass"
  const signUp = await post<{ token: string }>(`${auth}/register`, login)
  const { customer } = await post<{ customer: { id: string } }>(
    "/store/customers",
    { email },
    signUp.token
  )
  const {
    result: [group],
  } = await createCustomerGroupsWorkflow(store.container).run({
    input: { customersData: [{ name: email }] },
  })
  await linkCustomersToCustomerGroupWorkflow(store.container).run({
    input: { id: group!.id, add: [customer.id] },
  })
  await createPriceListsWorkflow(store.container).run({
    input: {
      price_lists_data: [
        {
          title: email,
          description: "For the group",
          status: "active",
          rules: { "customer.groups.id": [group!.id] },
          prices: [{ variant_id: variantId, amount: 3, currency_code: "eur" }],
        },
      ],
    },
  })
  return (await post<{ token: string }>(auth, login)).token
}

/** What Medusa's cart module has for every model of its own; its published interface lists it for some. */
type CreditLines = { createCreditLines(line: object): Promise<unknown> }

/** `BPC_EVERY_STEP=1` takes all of them, which takes minutes; without it, some that lie evenly between the first and the last. */
const MOST_STEPS = process.env.BPC_EVERY_STEP ? Infinity : 3

function spread(indexes: number[]): number[] {
  const every = Math.max(1, (indexes.length - 1) / (MOST_STEPS - 1))
  return indexes.filter(
    (_, at) =>
      Math.floor(at / every) * every > at - 1 || MOST_STEPS >= indexes.length
  )
}

const changing = (steps: string[]) =>
  steps.flatMap((name, index) =>
    /\.(create|update|add|set|upsert|delete|softDelete|acquire|release)/.test(
      name
    )
      ? [index]
      : []
  )

/** Starts a payment of the collection as it is known by now, pays the page that comes of it, and completes the cart. */
async function startAndPay(
  store: Store,
  shopper: Shopper,
  collectionId: string
): Promise<void> {
  const { body } = await shopper.call<{
    payment_collection?: { payment_sessions?: { data: { id: string } }[] }
  }>("POST", `/store/payment-collections/${collectionId}/payment-sessions`, {
    provider_id: "pp_bpc_bpc",
  })
  const id = body.payment_collection?.payment_sessions?.at(-1)?.data.id
  if (id) {
    await store.sandbox.control.pay(id).catch(() => undefined)
  }
  await shopper.complete()
}

/** Declares the races of every change, or of the first few, against the store that `storeOf` has by the time they run. */
export function declareSelfRaces(
  storeOf: () => Store,
  { changes = CHANGES.length } = {}
): void {
  beforeAll(() =>
    storeOf()
      .container.resolve<IPromotionModuleService>(Modules.PROMOTION)
      .createPromotions({
        code: PROMOTION,
        type: "standard",
        status: "active",
        application_method: {
          type: "percentage",
          target_type: "order",
          allocation: "across",
          value: 10,
          currency_code: "eur",
        },
      })
  )

  describe.each(CHANGES.slice(0, changes))("$name changes", ({ ready }) => {
    const everyStep = async (
      prepare: (shopper: Shopper) => Promise<() => Promise<unknown>>
    ) => {
      const store = storeOf()
      const interleaving = interleavingOf(store)
      const alone = new Shopper(store)
      await alone.fillCart()
      await prepare(alone)
      const steps = await interleaving.stepsOf(await ready(alone, store))
      const indexes = spread(changing(steps))
      expect(indexes.length).toBeGreaterThan(0)
      for (const index of indexes) {
        const shopper = new Shopper(store)
        await shopper.fillCart()
        const rival = await prepare(shopper)
        await interleaving.run(index, await ready(shopper, store), rival)
        await shopper.complete()
        expect({
          step: steps[index],
          orders: await mispaidOrders(store),
        }).toEqual({
          step: steps[index],
          orders: [],
        })
        expect((await ordersOf(store, shopper)).length).toBeLessThanOrEqual(1)
      }
      await expectPromiseKept(store)
    }

    it("while a payment is started, paid and completed: no order for another total", () =>
      everyStep(async (shopper) => {
        const { id } = await shopper.openCollection()
        return () => startAndPay(storeOf(), shopper, id)
      }))

    it("while the page that is open is paid and the cart completed: no order for another total", () =>
      everyStep(async (shopper) => {
        await shopper.choosePayment()
        return async () => {
          await storeOf()
            .sandbox.control.pay(shopper.gatewaySessionId)
            .catch(() => undefined)
          await shopper.complete()
        }
      }))
  })
}
