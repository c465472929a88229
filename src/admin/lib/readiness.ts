import type { Account } from "../../api-schemas/accounts"
import type { Mode } from "../../api-schemas/vocabulary"

/** What is asked of one of Medusa's regions. */
export type RegionFacts = {
  currency_code: string
  payment_providers?: { id: string }[] | null
}

/** Whether a region offers the payment provider at checkout. */
export function hasProvider(region: RegionFacts, providerId: string): boolean {
  return (region.payment_providers ?? []).some(({ id }) => id === providerId)
}

/** Whether a payment of this currency (ISO 4217, in any case) would find an account, by the provider's own rule. */
export function servesCurrency(
  accounts: readonly Pick<Account, "mode" | "currencies">[],
  mode: Mode,
  currency: string
): boolean {
  return accounts.some(
    (account) =>
      account.mode === mode &&
      (!account.currencies?.length ||
        account.currencies.includes(currency.toUpperCase()))
  )
}

/**
 * The account of options or environment that takes every payment which this one could have, by the provider's own rule; undefined when
 * this one is used. Health says the same as `options_account_wins`.
 */
export function overruledBy<
  A extends Pick<Account, "source" | "mode" | "currencies">,
>(account: A, accounts: readonly A[]): A | undefined {
  return account.source === "admin"
    ? accounts.find(
        ({ source, mode, currencies }) =>
          source !== "admin" &&
          mode === account.mode &&
          (!currencies?.length ||
            (Boolean(account.currencies?.length) &&
              account.currencies?.every((code) => currencies.includes(code))))
      )
    : undefined
}

export type Shop = {
  accounts: readonly Account[]
  mode: Mode
  regions: readonly RegionFacts[]
  providerId: string
  encryption: "ready" | "missing"
  lastGoodWebhook: string | null
}

export type SetupStep = {
  name: "key" | "account" | "connection" | "webhook" | "region"
  done: boolean
}

/**
 * The way from installed to selling, in the order in which it is gone.
 *
 * `account` is the one that the steps speak of; `testNow` says whether its connection has to be tried out. A shop that sells
 * has shown that it is connected and is not asked again.
 */
export function setup(
  shop: Shop,
  connected: boolean
): { steps: SetupStep[]; account: Account | undefined; testNow: boolean } {
  const { accounts, mode, regions, providerId } = shop
  const account = accounts.find((each) => each.mode === mode && each.readable)
  const webhook = Boolean(account?.webhook_secret_last4 && shop.lastGoodWebhook)
  const region = regions.some(
    (each) =>
      hasProvider(each, providerId) &&
      servesCurrency(accounts, mode, each.currency_code)
  )
  const selling = webhook && region
  return {
    account,
    testNow: account !== undefined && !selling,
    steps: [
      ...(shop.encryption === "missing" && !account
        ? [{ name: "key", done: false } as const]
        : []),
      { name: "account", done: account !== undefined },
      { name: "connection", done: selling || connected },
      { name: "webhook", done: webhook },
      { name: "region", done: region },
    ],
  }
}
