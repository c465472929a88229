import { failingProblems } from "./health-failing"
import {
  type Look,
  type Problem,
  SETTINGS_PAGE,
  accountsInMode,
  inMemoryLocking,
  localEventBus,
} from "./health-problem"

const RECONCILE_SILENT_SECONDS = 3 * 60
const CLOCK_TOLERANCE_SECONDS = 120
/** So long after the last one that was refused, a webhook in another layout is no problem any more. */
const LAYOUT_REFUSED_SECONDS = 24 * 3_600

/** What has gone wrong, or is about to, with payments and with what works on them. */
export function operationProblems(look: Look): Problem[] {
  return [
    ...moneyProblems(look),
    ...shipmentProblems(look),
    ...failingProblems(look),
    ...eventProblems(look),
    ...runProblems(look),
  ]
}

function moneyProblems({ facts, settings }: Look): Problem[] {
  const problems: Problem[] = []
  if (facts.held > 0) {
    problems.push({
      code: "held_payments",
      severity: "error",
      message: `${facts.held} ${facts.held === 1 ? "payment is" : "payments are"} held: money was taken that neither became an order nor was given back.`,
      action: "Look at each and decide.",
      link: "/bpc-payments?state=held",
    })
  }
  if (facts.orders_differ > 0) {
    problems.push({
      code: "order_payments_differ",
      severity: "error",
      message: `${facts.orders_differ} ${facts.orders_differ === 1 ? "order shows" : "orders show"} other amounts than the gateway has, such as a refund that failed there later.`,
      action: "Look at each payment and decide.",
      link: "/bpc-payments?state=differs",
    })
  }
  if (facts.charged_back > 0) {
    problems.push({
      code: "charged_back",
      severity: "error",
      message: `${facts.charged_back} ${facts.charged_back === 1 ? "payment was" : "payments were"} taken back by the bank (chargeback). Their orders still show them as paid.`,
      action:
        "Answer the bank before its deadline, in the gateway's portal, and write down at each payment what was done.",
      link: "/bpc-payments?state=charged_back",
    })
  }
  if (facts.refunds_failing > 0) {
    problems.push({
      code: "refunds_failing",
      severity: "warning",
      message: `${facts.refunds_failing} automatic ${facts.refunds_failing === 1 ? "refund has" : "refunds have"} not gone through yet. They are tried again.`,
      action:
        "Check in the gateway's portal that refunds are allowed for this merchant.",
      link: "/bpc-payments?state=paid",
    })
  }
  if (facts.old_authorizations > 0) {
    problems.push({
      code: "old_authorizations",
      severity: "warning",
      message: `${facts.old_authorizations} authorised ${facts.old_authorizations === 1 ? "payment is" : "payments are"} older than ${settings.captureWarningDays} days. The bank may release the hold, and then the money cannot be captured any more.`,
      action: "Capture them on their orders, or cancel the orders.",
      link: "/bpc-payments?state=authorized",
    })
  }
  return problems
}

function shipmentProblems(look: Look): Problem[] {
  const { shipped_uncaptured, shipped_unpaid, shipped_unpaid_order } =
    look.facts
  const problems: Problem[] = []
  if (shipped_uncaptured > 0) {
    problems.push({
      code: "shipped_uncaptured",
      severity: "error",
      message: `${shipped_uncaptured} ${shipped_uncaptured === 1 ? "payment is" : "payments are"} held for orders that have left, and could not be captured. It is tried again; once the bank releases the hold, the money is lost.`,
      action: "Look at each payment, read why, and capture it on its order.",
      link: "/bpc-payments?state=differs",
    })
  }
  if (shipped_unpaid > 0) {
    problems.push({
      code: "shipped_unpaid",
      severity: "error",
      message: `${shipped_unpaid} ${shipped_unpaid === 1 ? "order has" : "orders have"} left, and not all of what left is held or paid.`,
      action:
        "Send the shopper a payment link, or mark the order as paid if you have the money.",
      link: `/orders/${shipped_unpaid_order}`,
    })
  }
  const releasing = accountsInMode(look).filter(({ id }) =>
    look.restReleasedBy.includes(id)
  )
  if (look.settings.captureOnShipment === "parcel" && releasing.length > 0) {
    problems.push({
      code: "parcel_rest_released",
      severity: "error",
      message: `Orders are captured parcel by parcel, but the gateway of ${releasing.map(({ name }) => `"${name}"`).join(", ")} releases the rest of a held amount with the first capture. Later parcels leave unpaid.`,
      action: "Choose to capture the whole order with its first parcel.",
      link: SETTINGS_PAGE,
    })
  }
  return problems
}

function eventProblems({ facts, heartbeats }: Look): Problem[] {
  const problems: Problem[] = []
  if (facts.parked > 0) {
    problems.push({
      code: "parked_events",
      severity: "warning",
      message: `${facts.parked} webhook ${facts.parked === 1 ? "event" : "events"} could not be handled after ten attempts. The payments themselves are still followed by the job.`,
      action: "Open the payments concerned and retry the events.",
      link: "/bpc-payments",
    })
  }
  if (
    facts.found_without_webhook > 0 &&
    facts.found_without_webhook * 2 >= facts.sold
  ) {
    problems.push({
      code: "webhooks_not_arriving",
      severity: "warning",
      message: `Your webhooks are not arriving: ${facts.found_without_webhook} of the last ${facts.sold} payments were found by the job only, so orders come later than they could.`,
      action:
        "Check the webhook URL in the gateway's portal and run the round-trip test.",
      link: SETTINGS_PAGE,
    })
  }
  const unread = heartbeats.body_read
  if (unread && unread.at.getTime() > (facts.last_good?.getTime() ?? 0)) {
    problems.push({
      code: "webhook_body_read",
      severity: "warning",
      message: `Webhooks cannot be verified: a middleware or body parser of this store reads their body first and leaves ${unread.detail ?? "nothing"} instead of its bytes. They are answered with 503. Orders still come, by the job, but later.`,
      action:
        "Let your own middleware leave out /webhooks/bpc, or keep the bytes in req.rawBody; then run the round-trip test.",
      link: SETTINGS_PAGE,
    })
  }
  const refused = heartbeats.other_layout
  if (refused && refused.ageSeconds < LAYOUT_REFUSED_SECONDS) {
    problems.push({
      code: "webhook_layout_refused",
      severity: "warning",
      message:
        "Webhooks that carry the right secret are refused, because they are signed in another layout than before. Orders still come, by the job, but later.",
      action:
        'If the gateway has changed how it signs, press "Forget the layout" at the account. If it has not, change the webhook secret.',
      link: SETTINGS_PAGE,
    })
  }
  return problems
}

function runProblems({
  heartbeats,
  surroundings,
  jobPauseSeconds,
}: Look): Problem[] {
  const problems: Problem[] = []
  const lastRun = heartbeats.reconcile?.at
  // A store that has just been started is given the same time for the first run, also after a long stop.
  const silentFor = Math.min(
    heartbeats.reconcile?.ageSeconds ?? Infinity,
    heartbeats.started?.ageSeconds ?? Infinity
  )
  if (silentFor > RECONCILE_SILENT_SECONDS + jobPauseSeconds) {
    problems.push({
      code: "reconcile_silent",
      severity: "error",
      message: lastRun
        ? "The job that looks after payments has not run for several minutes. Payments whose webhook got lost would stay without an order."
        : "The job that looks after payments has never run yet.",
      action: "Run at least one Medusa process in worker or shared mode.",
    })
  }
  const local = [
    inMemoryLocking(surroundings) && "locks",
    localEventBus(surroundings) && "events",
  ].filter(Boolean)
  if (surroundings.workerMode !== "shared" && local.length > 0) {
    problems.push({
      code: "in_memory_modules",
      severity: "error",
      message: `Medusa runs in several processes, but its ${local.join(" and ")} live in the memory of one. Webhooks may be worked on late, and carts completed twice.`,
      action:
        "Add Medusa's Redis event bus and a Redis or PostgreSQL locking provider.",
    })
  }
  const skew = skewOf(heartbeats)
  if (skew !== null && Math.abs(skew) > CLOCK_TOLERANCE_SECONDS) {
    problems.push({
      code: "clock_skew",
      severity: "warning",
      message: `This server's clock is ${Math.round(Math.abs(skew))} seconds ${skew > 0 ? "ahead of" : "behind"} the gateway's. Beyond five minutes webhooks are refused.`,
      action: "Let the server set its clock by NTP.",
    })
  }
  const shared = heartbeats.shared_address
  if (shared && shared.ageSeconds < SHARED_ADDRESS_SECONDS) {
    problems.push({
      code: "shared_visitor_address",
      severity: "warning",
      message: `All shoppers arrive with one address (${shared.detail}), so that they share one limit and may be asked to wait. No money depends on it.`,
      action:
        "Medusa trusts one proxy, and there are two in front of it. Limit in the outer one and set publicRequestsPerMinute to 0, or let the inner one pass the shopper's address as the last entry of X-Forwarded-For.",
    })
  }
  return problems
}

/** What was seen longer ago may have been put right. */
const SHARED_ADDRESS_SECONDS = 24 * 3_600

/** Seconds that this server's clock was ahead of the gateway's when it last spoke with it. */
export function skewOf({ clock }: Look["heartbeats"]): number | null {
  return clock?.detail ? Number(clock.detail) : null
}
