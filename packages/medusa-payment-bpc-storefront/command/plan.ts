import { cartCookie } from "./patches/cart-cookie"
import { cartDropdown } from "./patches/cart-dropdown"
import { paymentMethod } from "./patches/payment-method"
import { paymentStep } from "./patches/payment-step"
import { placeOrder } from "./patches/place-order"
import { rootLayout } from "./patches/root-layout"
import { type Patch } from "./patch"
import { type Change } from "./shop"

/** In the order in which a shopper meets them. */
export const PATCHES: readonly Patch[] = [
  paymentMethod,
  placeOrder,
  paymentStep,
  cartCookie,
  rootLayout,
  cartDropdown,
]

export const MANIFEST = "package.json"

/** One thing that patching or undoing is about; `changed` is false when there was nothing to do. */
export type Step = { path: string; does: string; changed: boolean }

/** What stands in the way, and what a person would add instead. */
export type Obstacle = { path: string; reason: string; byHand?: string }

/** With an obstacle, none of the changes is to be made. */
export type Plan = {
  steps: Step[]
  changes: Change[]
  obstacles: Obstacle[]
  /** Files that go on using the package after everything was taken back. */
  kept: string[]
}
