import { listAccountViews } from "./manage-accounts"
import type BpcModuleService from "./service"

export type Problem = {
  code: string
  severity: "error" | "warning"
  /** What is wrong, and what it means for the money. */
  message: string
  /** What to do. */
  action: string
  /** Where in the admin. */
  link?: string
}

export type Health = {
  ok: boolean
  mode: "test" | "live"
  problems: Problem[]
  webhooks: {
    last_good_at: Date | null
    last_bad_at: Date | null
    last_bad_reason: string | null
    /** Payments of the last seven days that only the job found. */
    found_without_webhook: number
  }
  reconcile: { last_run_at: Date | null }
  held: number
  clock_skew_seconds: number | null
}

const SETTINGS = "/settings/bpc"
const RECONCILE_SILENT_MS = 3 * 60_000
const CLOCK_TOLERANCE_SECONDS = 120

/** What a merchant must know, each with one sentence and one action; a fixed problem is gone with the next look. */
export async function readHealth(
  bpc: BpcModuleService,
  surroundings: {
    inMemoryLocking: boolean
    localEventBus: boolean
    workerMode: string
  }
): Promise<Health> {
  const settings = await bpc.configuration.settings()
  const [accounts, signs, facts] = await Promise.all([
    listAccountViews(bpc),
    bpc.signs.read(),
    bpc.queries.healthFacts(settings.captureWarningDays),
  ])
  const problems: Problem[] = []
  const add = (problem: Problem | false) => problem && problems.push(problem)
  const inMode = accounts.filter(({ mode }) => mode === settings.mode)

  add(
    inMode.length === 0 && {
      code: "no_account",
      severity: "error",
      message: `There is no ${settings.mode} merchant account, so nobody can pay by card.`,
      action:
        "Add an account with the API URL and the API key from the gateway's portal.",
      link: SETTINGS,
    }
  )
  for (const account of accounts.filter(({ readable }) => !readable)) {
    add({
      code: "account_unreadable",
      severity: "error",
      message: `The secrets of the account "${account.name}" cannot be read, so checkout refuses its currencies. Nothing is lost.`,
      action: account.problem ?? "Enter them again.",
      link: SETTINGS,
    })
  }
  add(
    !bpc.accounts.canEncrypt && {
      code: "no_encryption_key",
      severity: accounts.some(({ source }) => source === "admin")
        ? "error"
        : "warning",
      message:
        "BPC_ENCRYPTION_KEY is not set, so accounts cannot be stored in the admin.",
      action:
        "Make a key with `npx medusa-payment-bpc generate-key`, set BPC_ENCRYPTION_KEY on every server and restart them.",
    }
  )
  for (const account of inMode.filter(
    (one) => one.readable && one.webhook_secret_last4 === null
  )) {
    add({
      code: "no_webhook_secret",
      severity: "warning",
      message: `The account "${account.name}" has no webhook secret, so its webhooks are refused. Orders still come, by the job, but later.`,
      action:
        "Copy the webhook secret from the gateway's portal into the account.",
      link: SETTINGS,
    })
  }
  for (const [name, url] of [
    ["backend URL", settings.backendUrl],
    ["storefront URL", settings.storefrontUrl],
  ] as const) {
    add(
      settings.mode === "live" &&
        !url.startsWith("https://") && {
          code:
            name === "backend URL"
              ? "backend_url_insecure"
              : "storefront_url_insecure",
          severity: "error",
          message: `The ${name} is ${url}. In live mode shoppers and the gateway must reach it over https.`,
          action: `Set the public https address as the ${name}.`,
          link: SETTINGS,
        }
    )
  }
  add(
    settings.mode === "test" &&
      process.env.NODE_ENV === "production" && {
        code: "test_mode",
        severity: "warning",
        message:
          "The shop is in test mode: orders are placed, but no real money is taken.",
        action: "Switch to live mode when you are ready to sell.",
        link: SETTINGS,
      }
  )
  add(
    facts.held > 0 && {
      code: "held_payments",
      severity: "error",
      message: `${facts.held} ${facts.held === 1 ? "payment is" : "payments are"} held: money was taken that neither became an order nor was given back.`,
      action: "Look at each and decide.",
      link: "/bpc-payments?state=held",
    }
  )
  add(
    facts.refunds_failing > 0 && {
      code: "refunds_failing",
      severity: "warning",
      message: `${facts.refunds_failing} automatic ${facts.refunds_failing === 1 ? "refund has" : "refunds have"} not gone through yet. They are tried again.`,
      action:
        "Check in the gateway's portal that refunds are allowed for this merchant.",
      link: "/bpc-payments?state=paid",
    }
  )
  add(
    facts.old_authorizations > 0 && {
      code: "old_authorizations",
      severity: "warning",
      message: `${facts.old_authorizations} authorised ${facts.old_authorizations === 1 ? "payment is" : "payments are"} older than ${settings.captureWarningDays} days. The bank may release the hold, and then the money cannot be captured any more.`,
      action: "Capture them on their orders, or cancel the orders.",
      link: "/bpc-payments?state=authorized",
    }
  )
  add(
    facts.parked > 0 && {
      code: "parked_events",
      severity: "warning",
      message: `${facts.parked} webhook ${facts.parked === 1 ? "event" : "events"} could not be processed after ten attempts. The payments themselves are still followed by the job.`,
      action: "Open the payments concerned and retry the events.",
      link: "/bpc-payments",
    }
  )
  add(
    facts.found_without_webhook > 0 &&
      facts.found_without_webhook * 2 >= facts.sold && {
        code: "webhooks_not_arriving",
        severity: "warning",
        message: `Your webhooks are not arriving: ${facts.found_without_webhook} of the last ${facts.sold} payments were found by the job only, so orders come later than they could.`,
        action:
          "Check the webhook URL in the gateway's portal and run the round-trip test.",
        link: SETTINGS,
      }
  )
  const lastRun = signs.reconcile?.at ?? null
  add(
    (!lastRun || Date.now() - lastRun.getTime() > RECONCILE_SILENT_MS) && {
      code: "reconcile_silent",
      severity: "error",
      message: lastRun
        ? "The job that looks after payments has not run for several minutes. Payments whose webhook got lost would stay without an order."
        : "The job that looks after payments has never run yet.",
      action: "Run at least one Medusa process in worker or shared mode.",
    }
  )
  add(
    surroundings.workerMode !== "shared" &&
      (surroundings.inMemoryLocking || surroundings.localEventBus) && {
        code: "in_memory_modules",
        severity: "error",
        message: `Medusa runs in several processes, but its ${[
          surroundings.inMemoryLocking && "locks",
          surroundings.localEventBus && "events",
        ]
          .filter(Boolean)
          .join(
            " and "
          )} live in the memory of one. Webhooks may be worked on late, and carts completed twice.`,
        action:
          "Add Medusa's Redis event bus and a Redis or PostgreSQL locking provider.",
      }
  )
  const skew = signs.clock?.detail ? Number(signs.clock.detail) : null
  add(
    skew !== null &&
      Math.abs(skew) > CLOCK_TOLERANCE_SECONDS && {
        code: "clock_skew",
        severity: "warning",
        message: `This server's clock is ${Math.round(Math.abs(skew))} seconds ${skew > 0 ? "ahead of" : "behind"} the gateway's. Beyond five minutes webhooks are refused.`,
        action: "Let the server set its clock by NTP.",
      }
  )
  return {
    ok: problems.every(({ severity }) => severity !== "error"),
    mode: settings.mode,
    problems,
    webhooks: {
      last_good_at: facts.last_good,
      last_bad_at: signs.bad_webhook?.at ?? null,
      last_bad_reason: signs.bad_webhook?.detail ?? null,
      found_without_webhook: facts.found_without_webhook,
    },
    reconcile: { last_run_at: lastRun },
    held: facts.held,
    clock_skew_seconds: skew,
  }
}
