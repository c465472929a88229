import { setTimeout as pause } from "node:timers/promises"
import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BPC_MODULE } from "../../../../modules/bpc"
import { type LedgerRow } from "../../../../modules/bpc/ledger"
import {
  type CartOrder,
  type ReturnAnswer,
  type ReturnSide,
  backToShop,
  returnAnswer,
} from "../../../../modules/bpc/return-address"
import type BpcModuleService from "../../../../modules/bpc/service"
import { type ShopperPage } from "../../../../shopper-pages/page"
import { settleSessionWorkflow } from "../../../../workflows"
import { about, paymentOf } from "../../about"
import { orderPage } from "../../order-page"
import { languageFor, leadTo, showPage } from "../../shopper-answer"
import { logText } from "../../../../workflows/error-text"

/** A shopper does not look at an empty window for longer; settling goes on and the page asks again. */
const PATIENCE_MS = 8_000
/** What is read before and after it takes milliseconds, where there is a database. */
const WHATEVER_IS_DOWN_MS = PATIENCE_MS + 500
/** After this many refreshes the page says that it takes long, and asks less often. */
const QUICK_REFRESHES = 10

type Reply =
  | { redirect: string }
  | {
      status: number
      page: ShopperPage
      row?: LedgerRow
      shopUrl?: string
      about?: Awaited<ReturnType<typeof about>>
    }

/**
 * The shopper comes back from the gateway: ask it, settle, and lead them on. Nothing in the URL but the token counts. Whatever is down,
 * somebody who may have just paid is told that it is being checked.
 */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const bpc = req.scope.resolve<BpcModuleService>(BPC_MODULE)
  const refreshes = Math.min(Number(req.query.n) || 0, 1000)
  const checking: Reply = {
    status: 200,
    page: checkingPage(refreshes),
    shopUrl: bpc.configuration.options.storefrontUrl,
  }
  const reply = await inTime(
    replyTo(req, bpc, refreshes).catch((error: unknown) => {
      const logger = req.scope.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      logger.error(
        `[bpc] a shopper's return could not be answered yet: ${logText(error)}`
      )
      return checking
    }),
    WHATEVER_IS_DOWN_MS,
    checking
  )
  if ("redirect" in reply) {
    leadTo(res, reply.redirect)
    return
  }
  showPage(res, reply.page, {
    status: reply.status,
    language: languageFor(req, reply.row?.locale ?? null),
    shopUrl: reply.shopUrl,
    about: reply.about,
  })
}

async function replyTo(
  req: MedusaRequest,
  bpc: BpcModuleService,
  refreshes: number
): Promise<Reply> {
  const found = await bpc.findByReturnToken(req.params.token ?? "")
  const settings = await bpc.configuration.settings()
  if (!found) {
    return {
      status: 404,
      page: { kind: "invalid" },
      shopUrl: settings.storefrontUrl,
      about: await about(req.scope, settings, null),
    }
  }
  const { row, answer } = await settled(req, bpc, found, (current, cartOrder) =>
    returnAnswer(current, found.side, settings, cartOrder)
  )
  const show = async (
    page: ShopperPage,
    shopUrl = backToShop(row, settings)
  ): Promise<Reply> => ({
    status: 200,
    page,
    row,
    shopUrl,
    about: await about(req.scope, settings, paymentOf(row)),
  })
  if (answer.kind === "redirect") {
    return refreshes > 0 && !/^https?:/.test(answer.url)
      ? show({ kind: "back", url: answer.url })
      : { redirect: answer.url }
  }
  if (answer.kind === "held") {
    return show({ kind: "held" })
  }
  if (answer.kind === "paid_twice") {
    return show(answer, answer.url)
  }
  return show(
    answer.kind === "checking"
      ? checkingPage(refreshes)
      : await orderPage(bpc, row, answer)
  )
}

function checkingPage(refreshes: number): ShopperPage {
  const slow = refreshes >= QUICK_REFRESHES
  return {
    kind: "checking",
    refreshSeconds: slow ? 15 : 2,
    refreshUrl: `?n=${refreshes + 1}`,
    slow,
  }
}

/** Some banks send the shopper back with a form. Nothing in it counts either. */
export const POST = GET

async function settled(
  req: MedusaRequest,
  bpc: BpcModuleService,
  { row, side }: { row: LedgerRow; side: ReturnSide },
  answerOf: (row: LedgerRow, cartOrder: CartOrder | undefined) => ReturnAnswer
): Promise<{ row: LedgerRow; answer: ReturnAnswer }> {
  const settling = settleSessionWorkflow(req.scope)
    .run({
      input: {
        id: row.id,
        trigger: { door: "return", refused: side === "failure" },
      },
    })
    .catch((error: unknown) => {
      const logger = req.scope.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      logger.error(
        `[bpc] settling ${row.id} on the shopper's return: ${logText(error)}`
      )
    })
  await inTime(settling, PATIENCE_MS, undefined)
  const current = (await bpc.ledger.find(row.id)) ?? row
  return {
    row: current,
    answer: answerOf(
      current,
      await (current.cartId && !current.orderId
        ? bpc.queries.orderOfCart(current.cartId)
        : undefined)
    ),
  }
}

/** What comes first: the answer, or the end of the patience. */
async function inTime<Value>(
  answer: Promise<Value>,
  patienceMs: number,
  otherwise: Value
): Promise<Value> {
  const timer = new AbortController()
  try {
    return await Promise.race([
      answer,
      pause(patienceMs, otherwise, { signal: timer.signal }).catch(
        () => otherwise
      ),
    ])
  } finally {
    timer.abort()
  }
}
