import { type HttpTypes } from "@medusajs/types"
import { FetchError } from "@medusajs/js-sdk"
import { type Order } from "./orders"
import { sdk } from "./sdk"

export type Customer = HttpTypes.StoreCustomer
export type Credentials = { email: string; password: string }

const METHOD = ["customer", "emailpass"] as const

/** The customer who signed in on an earlier visit; a token that is too old is forgotten. */
export async function recallCustomer(): Promise<Customer | undefined> {
  if (!(await sdk.client.getToken())) {
    return undefined
  }
  try {
    return (await sdk.store.customer.retrieve()).customer
  } catch (error) {
    if (error instanceof FetchError && error.status === 401) {
      await sdk.client.clearToken()
      return undefined
    }
    throw error
  }
}

export async function signIn(credentials: Credentials): Promise<Customer> {
  await sdk.auth.login(...METHOD, credentials)
  return (await sdk.store.customer.retrieve()).customer
}

export async function register({
  password,
  ...person
}: Credentials & {
  first_name: string
  last_name: string
}): Promise<Customer> {
  await sdk.auth.register(...METHOD, { email: person.email, password })
  await sdk.store.customer.create(person)
  return signIn({ email: person.email, password })
}

export async function signOut(): Promise<void> {
  await sdk.client.clearToken()
}

/** From now on the basket is the signed-in customer's, and so is the order that it becomes. */
export async function takeBasketAlong(cartId: string): Promise<void> {
  await sdk.store.cart.transferCart(cartId)
}

/** The latest first. */
export async function ordersOfCustomer(): Promise<Order[]> {
  const { orders } = await sdk.store.order.list({
    order: "-created_at",
    limit: 20,
    fields: "display_id,created_at,total,currency_code,*items",
  })
  return orders
}
