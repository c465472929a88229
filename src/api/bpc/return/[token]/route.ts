import { setTimeout as pause } from "node:timers/promises"
import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BPC_MODULE } from "../../../../modules/bpc"
import { type LedgerRow } from "../../../../modules/bpc/ledger-row"
import {
  type ReturnAnswer,
  backToShop,
  returnAnswer,
} from "../../../../modules/bpc/return-answer"
import type BpcModuleService from "../../../../modules/bpc/service"
import { type ShopperPage } from "../../../../shopper-pages/page"
import { settleSessionWorkflow } from "../../../../workflows"
import { about, paymentOf } from "../../about"
import { orderPage } from "../../order-page"
import { PAGE_HEADERS, languageFor, showPage } from "../../shopper-answer"

/** A shopper does not look at an empty window for longer; settling goes on and the page asks again. */
const PATIENCE_MS = 8_000
/** After this many refreshes the page says that it takes long, and asks less often. */
const QUICK_REFRESHES = 10

/** The shopper comes back from the gateway: ask it, settle, and lead them on. Nothing in the URL but the token counts. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const bpc = req.scope.resolve<BpcModuleService>(BPC_MODULE)
  const settings = await bpc.configuration.settings()
  const found = await bpc.findByReturnToken(req.params.token ?? "")
  const show = async (
    status: number,
    page: ShopperPage,
    row: LedgerRow | undefined
  ) =>
    showPage(res, page, {
      status,
      language: languageFor(req, row?.locale ?? null),
      shopUrl: row ? backToShop(row, settings) : settings.storefrontUrl,
      about: await about(req.scope, settings, paymentOf(row)),
    })
  if (!found) {
    await show(404, { kind: "invalid" }, undefined)
    return
  }

  const { row, answer } = await settled(req, bpc, found.row, (current) =>
    returnAnswer(current, found.side, settings)
  )
  const refreshes = Math.min(Number(req.query.n) || 0, 1000)
  if (answer.kind === "redirect") {
    if (refreshes > 0 && !/^https?:/.test(answer.url)) {
      await show(200, { kind: "back", url: answer.url }, row)
      return
    }
    res.set(PAGE_HEADERS).redirect(303, answer.url)
    return
  }
  if (answer.kind === "held") {
    await show(200, { kind: "held" }, row)
    return
  }
  if (answer.kind !== "checking") {
    await show(200, await orderPage(bpc, row, answer), row)
    return
  }
  const slow = refreshes >= QUICK_REFRESHES
  await show(
    200,
    {
      kind: "checking",
      refreshSeconds: slow ? 15 : 2,
      refreshUrl: `?n=${refreshes + 1}`,
      slow,
    },
    row
  )
}

/** Some banks send the shopper back with a form. Nothing in it counts either. */
export const POST = GET

async function settled(
  req: MedusaRequest,
  bpc: BpcModuleService,
  row: LedgerRow,
  answerOf: (row: LedgerRow) => ReturnAnswer
): Promise<{ row: LedgerRow; answer: ReturnAnswer }> {
  const settling = settleSessionWorkflow(req.scope)
    .run({ input: { id: row.id, trigger: { door: "return" } } })
    .catch((error: unknown) => {
      const logger = req.scope.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      logger.error(
        `[bpc] settling ${row.id} on the shopper's return: ${error instanceof Error ? error.message : String(error)}`
      )
    })
  const timer = new AbortController()
  await Promise.race([
    settling,
    pause(PATIENCE_MS, undefined, { signal: timer.signal }).catch(
      () => undefined
    ),
  ])
  timer.abort()
  const current = (await bpc.ledger.find(row.id)) ?? row
  return { row: current, answer: answerOf(current) }
}
