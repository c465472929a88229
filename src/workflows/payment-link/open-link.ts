import { setTimeout as pause } from "node:timers/promises"
import { type Logger, type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sameMoney } from "../../gateway"
import { BPC_MODULE } from "../../modules/bpc"
import { type LedgerRow } from "../../modules/bpc/ledger"
import { MINIMUM_LIFE_SECONDS, publicData } from "../../modules/bpc/pages"
import { type OrderBooks } from "../../modules/bpc/core-tables"
import { linkStateOf, type PaymentLink } from "../../modules/bpc/payment-links"
import type BpcModuleService from "../../modules/bpc/service"
import { settle } from "../settle-session/settle"
import { obstacleTo, obstacleToLink } from "./create-link"
import { underOrderLock } from "./order-lock"
import { startPage } from "./start-page"
import { logText } from "../error-text"

/** A shopper does not look at an empty window for longer; settling goes on. */
const PATIENCE_MS = 8_000

export type OpenLinkInput = {
  linkId: string
  /** The shopper's language, for the gateway's page. */
  language: string
}

/** What whoever opens the link is shown. */
export type LinkVisit =
  /** To the gateway's page, or to our own return page if the money is there already. */
  | { kind: "pay"; url: string }
  | {
      kind:
        | "paid"
        | "revoked"
        | "expired"
        | "nothing"
        | "held"
        | "not_served"
        | "unavailable"
    }

/**
 * Starts or resumes the hosted page of what the order owes now. A page that is open is asked about first: whoever paid in
 * another tab, or before a webhook came, must not be asked again.
 */
export async function openLink(
  container: MedusaContainer,
  { linkId, language }: OpenLinkInput
): Promise<LinkVisit> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  const link = await bpc.paymentLinks.find(linkId)
  const state = link ? linkStateOf(link, new Date()) : "expired"
  if (!link || state !== "open") {
    return { kind: state === "open" ? "expired" : state }
  }
  await settleUndecided(container, bpc, link.orderId)
  return underOrderLock(container, link.orderId, () =>
    visit(container, bpc, { link, language })
  )
}

async function settleUndecided(
  container: MedusaContainer,
  bpc: BpcModuleService,
  orderId: string
): Promise<void> {
  const pages = await bpc.ledger.undecidedOf(orderId)
  const settling = Promise.all(
    pages.map(({ id }) =>
      settle(container, { id, trigger: { door: "return" } }).catch(
        (error: unknown) => {
          warn(container, `settling ${id} before its link is opened`, error)
        }
      )
    )
  )
  const timer = new AbortController()
  await Promise.race([
    settling,
    pause(PATIENCE_MS, undefined, { signal: timer.signal }).catch(
      () => undefined
    ),
  ])
  timer.abort()
}

async function visit(
  container: MedusaContainer,
  bpc: BpcModuleService,
  { link: { id }, language }: { link: PaymentLink; language: string }
): Promise<LinkVisit> {
  const link = await bpc.paymentLinks.find(id)
  const state = link ? linkStateOf(link, new Date()) : "expired"
  if (!link || state !== "open") {
    return { kind: state === "open" ? "expired" : state }
  }
  const order = await bpc.queries.orderBooks(link.orderId)
  if (!order || obstacleTo(order)) {
    return { kind: "nothing" }
  }
  const pages = await bpc.ledger.undecidedOf(order.id)
  if (pages.some((page) => page.state === "held")) {
    return { kind: "held" }
  }
  const paid = pages.find((page) => page.claimsCollection)
  if (paid) {
    return pay(bpc, paid)
  }
  for (const page of pages) {
    if (await canBePaid(bpc, page, order)) {
      return pay(bpc, page)
    }
  }
  const obstacle = await obstacleToLink(bpc, order)
  if (obstacle) {
    warn(container, `opening the payment link ${link.id}`, obstacle.message)
    return { kind: "not_served" }
  }
  try {
    const page = await startPage(container, bpc, { order, link, language })
    return await pay(bpc, page)
  } catch (error) {
    warn(container, `opening the payment link ${link.id}`, error)
    return { kind: "unavailable" }
  }
}

async function pay(bpc: BpcModuleService, page: LedgerRow): Promise<LinkVisit> {
  const { backendUrl } = await bpc.configuration.settings()
  const { paymentUrl } = publicData(page, { backendUrl })
  return paymentUrl ? { kind: "pay", url: paymentUrl } : { kind: "unavailable" }
}

/** An open page is used again if it asks for what the order owes now and Medusa still has its payment session. */
async function canBePaid(
  bpc: BpcModuleService,
  page: LedgerRow,
  { next }: OrderBooks
): Promise<boolean> {
  const fits =
    page.state === "open" &&
    !page.retiredAt &&
    !page.closing &&
    next !== null &&
    sameMoney(page.amount, next.amount) &&
    page.paymentCollectionId === next.collection?.id &&
    page.expiresAt !== null &&
    page.expiresAt.getTime() > Date.now() + MINIMUM_LIFE_SECONDS * 1000
  // A page of the test account is no page of a shop that went live meanwhile.
  const { mode } = await bpc.configuration.settings()
  if (!fits || page.mode !== mode) {
    return false
  }
  const now = await bpc.situation(page.id)
  return now?.situation.paymentSession?.id === page.paymentSessionId
}

function warn(container: MedusaContainer, doing: string, error: unknown): void {
  container
    .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
    .warn(`[bpc] ${doing}: ${logText(error)}`)
}
