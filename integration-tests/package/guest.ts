import type Medusa from "@medusajs/js-sdk"
import { type HttpTypes } from "@medusajs/framework/types"

const PROVIDER = "pp_bpc_bpc"
const ADDRESS = {
  first_name: "Ana",
  last_name: "Ionescu",
  address_1: "Hauptstrasse 1",
  city: "Berlin",
  postal_code: "10115",
  country_code: "de",
  phone: "+4930123456",
}

export type Checkout = {
  cart: HttpTypes.StoreCart
  paymentSession: HttpTypes.StorePaymentSession
}

/** A guest's checkout up to the gateway's page, through the client that Medusa gives to storefronts. */
export async function checkOut(sdk: Medusa, sku: string): Promise<Checkout> {
  const { regions } = await sdk.store.region.list()
  const region = found(
    regions.find(({ currency_code }) => currency_code === "eur"),
    "region"
  )
  const { products } = await sdk.store.product.list({
    region_id: region.id,
    fields: "*variants",
  })
  const variant = found(
    products
      .flatMap(({ variants }) => variants ?? [])
      .find((one) => one.sku === sku),
    "product"
  )
  const { cart: filled } = await sdk.store.cart.create({
    region_id: region.id,
    email: "guest@example.com",
    shipping_address: ADDRESS,
    billing_address: ADDRESS,
    items: [{ variant_id: variant.id, quantity: 2 }],
  })
  const { shipping_options } = await sdk.store.fulfillment.listCartOptions({
    cart_id: filled.id,
  })
  const { cart } = await sdk.store.cart.addShippingMethod(filled.id, {
    option_id: found(shipping_options[0], "shipping option").id,
  })
  const { payment_collection } = await sdk.store.payment.initiatePaymentSession(
    cart,
    { provider_id: PROVIDER }
  )
  const paymentSession = found(
    payment_collection.payment_sessions?.find(
      ({ provider_id }) => provider_id === PROVIDER
    ),
    "payment session"
  )
  return { cart, paymentSession }
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) {
    throw new Error(`The fresh store offers no ${what}.`)
  }
  return value
}
