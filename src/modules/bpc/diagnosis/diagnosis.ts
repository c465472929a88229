import { type Account, listAccountViews } from "../accounts"
import {
  type Health,
  type HealthParts,
  type Surroundings,
  readHealth,
} from "../health"
import { type ListedEvent } from "../inbox"
import { type DetailedSession } from "../ledger"
import { type Operation } from "../money"
import { type SettingsParts, settingsView } from "../settings"
import { redacted } from "./redacted"
import { type Versions, versions } from "./versions"

type Parts = HealthParts &
  SettingsParts & {
    operations: { of(sessionId: string): Promise<Operation[]> }
    queries: {
      session(id: string): Promise<DetailedSession | undefined>
      card(id: string): Promise<object | undefined>
      timeline(id: string): Promise<object[]>
      events(
        filter: { sessionId?: string },
        page: { limit: number }
      ): Promise<ListedEvent[]>
    }
  }

/** What somebody who helps needs to see, fit to be sent by e-mail. */
export type Diagnosis = {
  made_at: string
  versions: Versions
  surroundings: Surroundings
  health: Health | string
  settings: unknown
  accounts: unknown
  /** The last hundred webhook events, without their contents. */
  events: unknown
  /** The payment that the question is about. */
  payment: unknown
}

const EVENTS = 100

/**
 * Settings without secrets, versions, health, the outcomes of the last events, and the story of one payment. Secrets are removed by name and
 * by value, e-mail addresses and payable addresses are left out. What cannot be read says why: a bundle is made of a store that is ill.
 *
 * @param sessionId ours; none when the question is about no payment
 */
export async function readDiagnosis(
  bpc: Parts,
  surroundings: Surroundings,
  sessionId: string | undefined
): Promise<Diagnosis> {
  const secrets = (await bpc.configuration.accounts().catch(() => [])).flatMap(
    secretsOf
  )
  const [health, settings, accounts, events, payment] = await Promise.all([
    told(readHealth(bpc, surroundings)),
    told(settingsView(bpc)),
    told(listAccountViews(bpc)),
    told(bpc.queries.events({}, { limit: EVENTS })),
    sessionId ? told(paymentOf(bpc, sessionId)) : null,
  ])
  return {
    made_at: new Date().toISOString(),
    versions: versions(),
    surroundings,
    health,
    settings: redacted(settings, secrets),
    accounts: redacted(accounts, secrets),
    events: redacted(events, secrets),
    payment: redacted(payment, secrets),
  }
}

async function paymentOf(
  { queries, operations }: Parts,
  id: string
): Promise<object | string> {
  const session = await queries.session(id)
  if (!session) {
    return "There is no such payment."
  }
  const { email: _email, payment_url: _url, ...facts } = session
  const [card, timeline, sent, events] = await Promise.all([
    queries.card(id),
    queries.timeline(id),
    operations.of(id),
    queries.events({ sessionId: id }, { limit: EVENTS }),
  ])
  return { ...facts, card: card ?? null, timeline, operations: sent, events }
}

function secretsOf({ apiKey, webhookSecrets, v1 }: Account): string[] {
  return [apiKey, ...webhookSecrets, v1?.login ?? "", v1?.password ?? ""]
}

/** Whatever is broken must not keep the rest from being told. */
async function told<Value>(work: Promise<Value>): Promise<Value | string> {
  try {
    return await work
  } catch (error) {
    return `Could not be read: ${error instanceof Error ? error.message : "unknown"}`
  }
}
