import { type Account } from "../../../../modules/bpc/accounts"
import {
  type Health,
  type Problem,
  type ProblemCode,
} from "../../../../modules/bpc/health"
import { type OfferingRegion } from "../../../../modules/bpc/core-tables"
import { type Settings } from "../../../../modules/bpc/settings"
import { type Check, checkOf } from "../../report"

type Place = {
  accounts: Account[]
  settings: Settings
  regions: OfferingRegion[]
  /** No server runs at the backend's address, and it is this machine's. */
  stopped: boolean
}
type Part = {
  check: string
  title: string
  codes: ProblemCode[]
  /** What is said when none of these problems is there; undefined: nothing. */
  fine: (health: Health, place: Place) => string | undefined
}

const CONFIGURATION: Part[] = [
  {
    check: "mode",
    title: "Mode",
    codes: ["test_mode"],
    fine: ({ mode }) =>
      mode === "live"
        ? "Live: real money is taken."
        : "Test: orders are placed, but no real money is taken.",
  },
  {
    check: "encryption",
    title: "Encryption key",
    codes: ["no_encryption_key", "account_unreadable"],
    fine: () => "BPC_ENCRYPTION_KEY is set, and what is stored can be read.",
  },
  {
    check: "accounts",
    title: "Accounts",
    codes: ["no_account", "no_webhook_secret", "options_account_wins"],
    fine: (health, place) => {
      const accounts = usable(health, place).map(
        ({ name, currencies }) =>
          `"${name}" for ${currencies?.length ? currencies.join(", ") : "every currency"}`
      )
      return accounts.length > 0 ? `${accounts.join("; ")}.` : undefined
    },
  },
  {
    check: "regions",
    title: "Regions",
    codes: ["region_without_account", "provider_gone"],
    fine: (health, place) =>
      place.regions.length > 0 && usable(health, place).length > 0
        ? `Offered in ${place.regions.map(({ name, currency }) => `${name} (${currency})`).join(", ")}, each with an account for its currency.`
        : undefined,
  },
]

const ADDRESSES: Part[] = [
  {
    check: "addresses",
    title: "Addresses",
    codes: [
      "backend_url_insecure",
      "backend_url_local",
      "storefront_url_insecure",
      "storefront_url_local",
    ],
    fine: (_, { settings }) =>
      `Backend ${settings.backendUrl}, storefront ${settings.storefrontUrl}.`,
  },
]

const OPERATION: Part[] = [
  {
    check: "last_calls",
    title: "Last calls",
    codes: [
      "gateway_key_refused",
      "gateway_blocked",
      "gateway_down",
      "checkouts_failing",
    ],
    fine: () => "The gateway answered when it was called last.",
  },
  {
    check: "deliveries",
    title: "Webhooks received",
    codes: [
      "webhooks_not_arriving",
      "webhook_body_read",
      "webhook_layout_refused",
      "parked_events",
    ],
    fine: ({ webhooks }) =>
      webhooks.last_good_at
        ? `The last good one came at ${webhooks.last_good_at.toISOString()}${badWords(webhooks)}.`
        : `None has come yet${badWords(webhooks)}.`,
  },
  {
    check: "payments",
    title: "Payments",
    codes: [
      "held_payments",
      "shipped_uncaptured",
      "shipped_unpaid",
      "parcel_rest_released",
      "released_unpaid",
      "payments_unreadable",
      "payments_stuck",
      "money_in_doubt",
      "charged_back",
      "refunds_failing",
      "old_authorizations",
      "order_payments_differ",
    ],
    fine: () => "None waits for a person.",
  },
  {
    check: "job",
    title: "Job",
    codes: ["reconcile_silent"],
    fine: ({ reconcile }) =>
      reconcile.last_run_at
        ? `The job that looks after payments ran last at ${reconcile.last_run_at.toISOString()}.`
        : "The store has just been started; the job that looks after payments runs within seconds.",
  },
  {
    check: "visitors",
    title: "Visitors' addresses",
    codes: ["shared_visitor_address"],
    fine: () => "Shoppers are not seen to share one address.",
  },
  {
    check: "clock",
    title: "Clock",
    codes: ["clock_skew"],
    fine: ({ clock_skew_seconds: skew }) =>
      skew === null
        ? "It is compared with the gateway's whenever a payment starts; none has yet."
        : `It was ${Math.abs(skew)} seconds from the gateway's when a payment was started last.`,
  },
  {
    check: "processes",
    title: "Locks and events",
    codes: ["in_memory_modules"],
    fine: () => undefined,
  },
]

/** Everything that the admin's health shows, and what is fine besides. */
export function healthChecks(
  health: Health,
  place: Place
): Record<"configuration" | "addresses" | "operation", Check[]> {
  const checksFor = (parts: Part[]) =>
    parts.flatMap((part) => checksOf(part, health, place))
  return {
    configuration: checksFor(CONFIGURATION),
    addresses: checksFor(ADDRESSES),
    operation: checksFor(OPERATION),
  }
}

/** Every code of the health check belongs to one part; the test of this file holds it to that. */
export const CHECKED_CODES = [
  ...CONFIGURATION,
  ...ADDRESSES,
  ...OPERATION,
].flatMap(({ codes }) => codes)

function checksOf(part: Part, health: Health, place: Place): Check[] {
  const { ok } = checkOf(part.check, part.title)
  const problems = health.problems.filter(({ code }) =>
    part.codes.includes(code)
  )
  const fine = problems.length === 0 ? part.fine(health, place) : undefined
  return fine === undefined
    ? problems.map((problem) => checkOfProblem(part, problem, place))
    : [ok(fine)]
}

function checkOfProblem(
  { check, title }: Part,
  { code, severity, message, action }: Problem,
  { stopped }: Place
): Check {
  const { problem, warning } = checkOf(check, title)
  return severity === "error" && !(stopped && code === "reconcile_silent")
    ? problem(message, action)
    : warning(message, action)
}

function usable({ mode }: Health, { accounts }: Place): Account[] {
  return accounts.filter((account) => account.mode === mode)
}

function badWords(webhooks: Health["webhooks"]): string {
  return webhooks.last_bad_at
    ? `; one was refused at ${webhooks.last_bad_at.toISOString()} (${webhooks.last_bad_reason ?? "no reason noted"})`
    : ""
}
