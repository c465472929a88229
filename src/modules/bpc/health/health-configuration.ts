import { isConfigAccount } from "../accounts"
import { isDeployed, isLocalAddress } from "../settings"
import {
  type Look,
  type Problem,
  SETTINGS_PAGE,
  accountsInMode,
} from "./health-problem"

/** What is wrong with what the shop has configured. */
export function configurationProblems(look: Look): Problem[] {
  return [
    ...accountProblems(look),
    ...regionProblems(look),
    ...goneProviderProblems(look),
    ...addressProblems(look),
    ...(look.settings.mode === "test" && isDeployed()
      ? [
          {
            code: "test_mode",
            severity: "warning",
            message:
              "The shop is in test mode: orders are placed, but no real money is taken.",
            action: "Switch to live mode when you are ready to sell.",
            link: SETTINGS_PAGE,
          } as const,
        ]
      : []),
  ]
}

function accountProblems(look: Look): Problem[] {
  const { accounts, settings } = look
  const inMode = accountsInMode(look)
  const problems: Problem[] = []
  if (inMode.length === 0) {
    problems.push({
      code: "no_account",
      severity: "error",
      message: `There is no ${settings.mode} merchant account, so nobody can pay by card.`,
      action:
        "Add an account with the API URL and the API key from the gateway's portal.",
      link: SETTINGS_PAGE,
    })
  }
  for (const account of accounts.filter(({ readable }) => !readable)) {
    problems.push({
      code: "account_unreadable",
      severity: "error",
      message: `The secrets of the account "${account.name}" cannot be read, so checkout refuses its currencies. Nothing is lost.`,
      action: account.problem ?? "Enter them again.",
      link: SETTINGS_PAGE,
    })
  }
  const fixed = inMode.find(({ id }) => isConfigAccount(id))
  const overruled = inMode.filter(
    (one) =>
      one !== fixed &&
      (!fixed?.currencies?.length || isWithin(one.currencies, fixed.currencies))
  )
  if (fixed && overruled.length > 0) {
    problems.push({
      code: "options_account_wins",
      severity: "warning",
      message: `The account of options and environment serves ${fixed.currencies?.length ? fixed.currencies.join(", ") : "every currency"} and wins, so ${overruled.map(({ name }) => `"${name}"`).join(", ")} is never used for a new payment.`,
      action:
        "Take BPC_API_KEY and BPC_API_URL out of the environment (or `account` out of the options) to sell with the account of the admin; or delete that one.",
      link: SETTINGS_PAGE,
    })
  }
  if (!look.canEncrypt) {
    problems.push({
      code: "no_encryption_key",
      severity: accounts.some(({ source }) => source === "admin")
        ? "error"
        : "warning",
      message:
        "BPC_ENCRYPTION_KEY is not set, so accounts cannot be stored in the admin.",
      action:
        "Make a key with `npx medusa-payment-bpc generate-key`, set BPC_ENCRYPTION_KEY on every server and restart them.",
    })
  }
  for (const account of inMode.filter(
    (one) => one.readable && one.webhook_secret_last4 === null
  )) {
    problems.push({
      code: "no_webhook_secret",
      severity: "warning",
      message: `The account "${account.name}" has no webhook secret, so its webhooks are refused. Orders still come, by the job, but later.`,
      action:
        "Copy the webhook secret from the gateway's portal into the account.",
      link: SETTINGS_PAGE,
    })
  }
  return problems
}

/** Without any account there is one problem, not one for each region; an account that cannot be read has its own. */
function regionProblems(look: Look): Problem[] {
  const inMode = accountsInMode(look)
  const unserved = look.regions.filter(({ currency }) =>
    inMode.every(
      ({ currencies }) => currencies?.length && !currencies.includes(currency)
    )
  )
  return inMode.length === 0
    ? []
    : unserved.map(({ name, currency }) => ({
        code: "region_without_account",
        severity: "error",
        message: `The region "${name}" offers card payment, but no ${look.settings.mode} account serves its currency ${currency}, so its shoppers are refused at checkout.`,
        action: `Add ${currency} to an account's currencies or add an account for it, or switch the provider off in this region.`,
        link: SETTINGS_PAGE,
      }))
}

function goneProviderProblems({ goneProviders }: Look): Problem[] {
  return goneProviders.length === 0
    ? []
    : [
        {
          code: "provider_gone",
          severity: "error",
          message: `Orders were paid through ${goneProviders.join(", ")}, which this store no longer has: Medusa can neither capture nor refund them.`,
          action: `Put the former \`id\` back into the options of withBpcPayments, or list the provider in the payment module under that id as well (${goneProviders.map((id) => `id: "${id.replace(/^pp_bpc_/, "")}"`).join(", ")}).`,
        },
      ]
}

function addressProblems({ settings }: Look): Problem[] {
  const { backendUrl, storefrontUrl } = settings
  const isInsecure = (url: string) =>
    settings.mode === "live" && !url.startsWith("https://")
  const isLocal = (url: string) =>
    !isInsecure(url) && isDeployed() && isLocalAddress(url)
  const insecure = (name: string, url: string) => ({
    severity: "error" as const,
    message: `The ${name} is ${url}. In live mode shoppers and the gateway must reach it over https.`,
    action: `Set the public https address as the ${name}.`,
    link: SETTINGS_PAGE,
  })
  const local = (name: string, url: string, meaning: string) => ({
    severity: "warning" as const,
    message: `The ${name} is ${url}, which leads to this machine only: ${meaning}.`,
    action: `Set the public address as the ${name}.`,
    link: SETTINGS_PAGE,
  })
  const problems: Problem[] = []
  if (isInsecure(backendUrl)) {
    problems.push({
      code: "backend_url_insecure",
      ...insecure("backend URL", backendUrl),
    })
  }
  if (isLocal(backendUrl)) {
    problems.push({
      code: "backend_url_local",
      ...local(
        "backend URL",
        backendUrl,
        "webhooks and returning shoppers cannot reach it"
      ),
    })
  }
  if (isInsecure(storefrontUrl)) {
    problems.push({
      code: "storefront_url_insecure",
      ...insecure("storefront URL", storefrontUrl),
    })
  }
  if (isLocal(storefrontUrl)) {
    problems.push({
      code: "storefront_url_local",
      ...local(
        "storefront URL",
        storefrontUrl,
        "shoppers are led nowhere after they have paid"
      ),
    })
  }
  return problems
}

/** Not a developer's machine and not a test: Medusa's own words for it. */

/** Whether all that the one account serves is served by the other, too; none listed means every currency. */
function isWithin(
  one: readonly string[] | null,
  other: readonly string[] | null
): boolean {
  return Boolean(
    one?.length && other?.length && one.every((code) => other.includes(code))
  )
}
