import { type ChapterReport } from "../report"
import { type Site } from "../site"
import { overhead } from "./overhead"
import { statements } from "./statements"
import { webhookRate } from "./webhook-rate"
import { webhookToOrder } from "./webhook-to-order"

type Chapter = { title: string; run: (site: Site) => Promise<ChapterReport> }

export const CHAPTERS = {
  rate: { title: "Webhooks a second", run: webhookRate },
  order: { title: "From webhook to order", run: webhookToOrder },
  overhead: { title: "Provider calls", run: overhead },
  statements: { title: "Statements and gateway calls", run: statements },
} satisfies Record<string, Chapter>

export type ChapterName = keyof typeof CHAPTERS
