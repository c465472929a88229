import { type ChapterReport } from "../report"
import { type Site } from "../site"
import { floods } from "./floods"
import { largeLedger } from "./large-ledger"
import { overhead } from "./overhead"
import { start } from "./start"
import { statements } from "./statements"
import { webhookRate } from "./webhook-rate"
import { webhookToOrder } from "./webhook-to-order"
import { weight } from "./weight"

type Chapter = { title: string; run: (site: Site) => Promise<ChapterReport> }

export const CHAPTERS = {
  rate: { title: "Webhooks a second", run: webhookRate },
  order: { title: "From webhook to order", run: webhookToOrder },
  overhead: { title: "Provider calls", run: overhead },
  statements: { title: "Statements and gateway calls", run: statements },
  ledger: { title: "A large ledger", run: largeLedger },
  floods: { title: "Floods and memory", run: floods },
  start: { title: "Starting Medusa", run: start },
  weight: { title: "Weight of the package", run: weight },
} satisfies Record<string, Chapter>

export type ChapterName = keyof typeof CHAPTERS
