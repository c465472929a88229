import { type HttpTypes } from "@medusajs/types"
import { isMissing } from "./error-text"
import { memory } from "./memory"
import { sdk } from "./sdk"

export type Cart = HttpTypes.StoreCart
export type CartChanges = HttpTypes.StoreUpdateCart

const FIELDS = {
  fields: "+shipping_methods.name,+items.total,*payment_collection",
}

/** The cart of an earlier visit; one that has become an order, or is gone, is forgotten. */
export async function recallCart(): Promise<Cart | undefined> {
  const id = memory.cartId()
  if (!id) {
    return undefined
  }
  try {
    const cart = await fetchCart(id)
    if (!isCompleted(cart)) {
      return cart
    }
  } catch (error) {
    if (!isMissing(error)) {
      throw error
    }
  }
  memory.keepCartId(undefined)
  return undefined
}

export async function fetchCart(id: string): Promise<Cart> {
  const { cart } = await sdk.store.cart.retrieve(id, FIELDS)
  return inOrder(cart)
}

export async function createCart(regionId: string): Promise<Cart> {
  const { cart } = await sdk.store.cart.create({ region_id: regionId }, FIELDS)
  memory.keepCartId(cart.id)
  return cart
}

export async function changeCart(
  id: string,
  changes: CartChanges
): Promise<Cart> {
  const { cart } = await sdk.store.cart.update(id, changes, FIELDS)
  return inOrder(cart)
}

export async function addItem(
  id: string,
  variantId: string,
  quantity: number
): Promise<Cart> {
  const { cart } = await sdk.store.cart.createLineItem(
    id,
    { variant_id: variantId, quantity },
    FIELDS
  )
  return inOrder(cart)
}

/** Quantity 0 takes the item out. */
export async function changeQuantity(
  id: string,
  itemId: string,
  quantity: number
): Promise<Cart> {
  if (quantity === 0) {
    await sdk.store.cart.deleteLineItem(id, itemId)
    return fetchCart(id)
  }
  const { cart } = await sdk.store.cart.updateLineItem(
    id,
    itemId,
    { quantity },
    FIELDS
  )
  return inOrder(cart)
}

export async function chooseDelivery(
  id: string,
  optionId: string
): Promise<Cart> {
  const { cart } = await sdk.store.cart.addShippingMethod(
    id,
    { option_id: optionId },
    FIELDS
  )
  return inOrder(cart)
}

export function itemCount(cart: Cart | undefined): number {
  return (cart?.items ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
}

/** Medusa leaves the order of the lines open; ours is that in which they came into the basket. */
function inOrder(cart: Cart): Cart {
  const time = (date: string | Date | undefined) =>
    new Date(date ?? 0).getTime()
  return {
    ...cart,
    items: cart.items?.sort(
      (one, other) => time(one.created_at) - time(other.created_at)
    ),
  }
}

function isCompleted(cart: Cart & { completed_at?: string | Date | null }) {
  return cart.completed_at != null
}
