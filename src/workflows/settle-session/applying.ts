import { type Logger, type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type GatewaySession } from "../../gateway"
import { type Situation } from "../../modules/bpc/core-tables"
import { type LedgerRow, type SessionState } from "../../modules/bpc/ledger"
import type BpcModuleService from "../../modules/bpc/service"
import { type MoneyVerdict, type Verdict } from "../../modules/bpc/money"
import { type Trigger } from "./needs-asking"
import { type Resolution } from "./resolution"

/** Everything that a decision was made from, handed to whoever carries it out. */
export type Applying = {
  container: MedusaContainer
  bpc: BpcModuleService
  row: LedgerRow
  situation: Situation
  answer: GatewaySession
  verdict: Verdict
  trigger: Trigger
  /** Whether a failure counts: only tries that were due use up the tries, whoever else looks in early. */
  spendsTry: boolean
}

/** What is left to do after a resolution was applied; a mirror or a finish runs once the session's lock is free. */
export type Applied =
  | "done"
  | "decide_again"
  | "ask_again"
  | Extract<Resolution, { kind: "mirror" | "finish" | "finish_canceling" }>

/** States that a session may still leave; "held" is left by a person, or when all of it went back. */
export const NOT_FINAL: readonly SessionState[] = [
  "creating",
  "open",
  "failed",
  "expired",
  "canceled",
  "authorized",
  "paid",
]

export function hasTotals(verdict: Verdict): verdict is MoneyVerdict {
  return verdict.kind === "paid" || verdict.kind === "authorized"
}

/** The totals of a verdict that speaks of money. */
export function totals(verdict: Verdict) {
  if (!hasTotals(verdict)) {
    throw new Error(`There are no totals in a verdict of "${verdict.kind}"`)
  }
  return { captured: verdict.captured, refunded: verdict.refunded }
}

export function logger({ container }: Applying): Logger {
  return container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
}
