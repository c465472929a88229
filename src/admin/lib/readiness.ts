import type { HttpTypes } from "@medusajs/types"
import type { Account, Mode } from "./types"

type Region = HttpTypes.AdminRegion

/** Whether a region offers the payment provider at checkout. */
export function hasProvider(region: Region, providerId: string): boolean {
  return (region.payment_providers ?? []).some(({ id }) => id === providerId)
}

/** Whether a payment of this currency (ISO 4217, upper case) would find an account, by the provider's rule. */
export function servesCurrency(
  accounts: readonly Account[],
  mode: Mode,
  currency: string
): boolean {
  return accounts.some(
    (account) =>
      account.mode === mode &&
      (!account.currencies?.length || account.currencies.includes(currency))
  )
}
