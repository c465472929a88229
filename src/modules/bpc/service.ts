import {
  type ConfigModule,
  type ILockingModule,
  type Logger,
} from "@medusajs/framework/types"
import { type BpcOptions, resolveOptions } from "../../config/options"
import {
  type DecimalInput,
  type GatewayClient,
  type GatewaySession,
  type Result,
  type GatewayError,
} from "../../gateway"
import { AccountStore } from "./accounts"
import { Configuration } from "./configuration"
import { readSituation } from "./core-tables"
import { type Database } from "./database"
import { Encryption } from "./encryption"
import { GatewayClients } from "./gateway-clients"
import { WebhookInbox } from "./inbox"
import { SessionLedger } from "./ledger"
import { type LedgerRow } from "./ledger-row"
import { cancelAtGateway } from "./cancel"
import { captureAtGateway } from "./capture"
import { giveEverythingBack, refundAtGateway } from "./refund"
import { type OpenPageInput, openPage } from "./open-page"
import { type PublicData, publicData } from "./public-data"
import { accountGone, notOurs } from "./refusals"
import { parseReturnToken, type ReturnSide, tokenFits } from "./return-token"
import { addToTimeline, type TimelineEntry } from "./timeline"
import { receiveWebhook, type WebhookReceipt } from "./webhook-door"

type ModuleContainer = {
  __pg_connection__: Database
  logger: Logger
  configModule: ConfigModule
}

/** Longer than a gateway call may take (30 s), so that whoever waits for a busy session gets its turn. */
const LOCK_TIMEOUT_SECONDS = 45

/**
 * What this plugin remembers, and the calls to the gateway that belong to it: ledger, inbox, accounts. Rules about what
 * happens with money live in the settle-session workflow.
 */
export default class BpcModuleService {
  readonly configuration: Configuration
  readonly ledger: SessionLedger
  readonly inbox: WebhookInbox
  readonly accounts: AccountStore
  private readonly database: Database
  private readonly clients: GatewayClients

  constructor(
    container: ModuleContainer,
    { database: _medusas, ...options }: BpcOptions & { database?: unknown } = {}
  ) {
    const resolved = resolveOptions(options)
    this.database = container.__pg_connection__
    this.ledger = new SessionLedger(this.database)
    this.inbox = new WebhookInbox(this.database)
    this.accounts = new AccountStore(
      this.database,
      new Encryption(resolved.encryptionKeys)
    )
    this.configuration = new Configuration(
      resolved,
      container.configModule,
      this.accounts
    )
    this.clients = new GatewayClients({
      allowInsecure: resolved.allowInsecureGateway,
    })
  }

  /** Medusa calls these hooks by name. */
  __hooks = {
    onApplicationShutdown: async () => {
      this.clients.closeAll()
    },
  }

  /** @throws GatewayError */
  async openPage(input: OpenPageInput): Promise<LedgerRow> {
    return openPage(this.money, input)
  }

  publicData(row: LedgerRow, answer?: GatewaySession): PublicData {
    return publicData(row, {
      backendUrl: this.configuration.settings().backendUrl,
      answer,
    })
  }

  /** Verifies and stores a webhook. @throws when it could not be stored */
  async receiveWebhook(
    input: Parameters<typeof receiveWebhook>[1]
  ): Promise<WebhookReceipt> {
    return receiveWebhook(this, input)
  }

  /** The ledger row that a return URL's token opens; undefined for a token that is malformed, altered or someone else's. */
  async findByReturnToken(
    token: string
  ): Promise<{ row: LedgerRow; side: ReturnSide } | undefined> {
    const parsed = parseReturnToken(token)
    const row = parsed && (await this.ledger.find(parsed.id))
    return parsed && row && tokenFits(parsed, row.returnSecret)
      ? { row, side: parsed.side }
      : undefined
  }

  async situation(id: string): ReturnType<typeof readSituation> {
    return readSituation(this.database, id)
  }

  async note(id: string, entry: TimelineEntry): Promise<void> {
    await addToTimeline(this.database, id, entry)
  }

  /** Asks the gateway about a session. Never rejects for a fault of the gateway. */
  async readAtGateway(
    row: LedgerRow
  ): Promise<Result<GatewaySession, GatewayError>> {
    return this.withClient(row, (client, id) => client.readSession(id))
  }

  async expireAtGateway(
    row: LedgerRow
  ): Promise<Result<GatewaySession, GatewayError>> {
    return this.withClient(row, (client, id) => client.expireSession(id))
  }

  /** Captures what Medusa's capture row says, unless the gateway's books contain it already. @throws GatewayError */
  async capture(
    gatewaySessionId: string,
    captureId: string | undefined,
    locking: ILockingModule | undefined
  ): Promise<LedgerRow> {
    return this.withSession(gatewaySessionId, locking, (row) =>
      captureAtGateway(this.money, row, captureId)
    )
  }

  /** Refunds what Medusa's refund row says, unless the gateway's books contain it already. @throws GatewayError */
  async refund(
    gatewaySessionId: string,
    refundId: string,
    amount: DecimalInput,
    locking: ILockingModule | undefined
  ): Promise<LedgerRow> {
    return this.withSession(gatewaySessionId, locking, (row) =>
      refundAtGateway(this.money, row, refundId, amount)
    )
  }

  /** @throws GatewayError, also when the money was captured */
  async cancel(
    gatewaySessionId: string,
    locking: ILockingModule | undefined
  ): Promise<LedgerRow> {
    return this.withSession(gatewaySessionId, locking, (row) =>
      cancelAtGateway(this.money, row)
    )
  }

  /** Gives back all that was taken; false while the refund is pending at the gateway. The caller holds the lock. @throws GatewayError */
  async giveEverythingBack(row: LedgerRow): Promise<boolean> {
    return giveEverythingBack(this.money, row)
  }

  /** Runs `job` while no other door works on the same session. */
  async locked<Value>(
    id: string,
    locking: ILockingModule | undefined,
    job: () => Promise<Value>
  ): Promise<Value> {
    return locking
      ? locking.execute([`bpc:${id}`], job, { timeout: LOCK_TIMEOUT_SECONDS })
      : job()
  }

  private async withSession(
    gatewaySessionId: string,
    locking: ILockingModule | undefined,
    job: (row: LedgerRow) => Promise<void>
  ): Promise<LedgerRow> {
    const known = await this.ledger.findByGatewaySession(gatewaySessionId)
    if (!known) {
      throw notOurs(`The gateway session ${gatewaySessionId || "(none)"}`)
    }
    return this.locked(known.id, locking, async () => {
      const row = (await this.ledger.find(known.id)) ?? known
      await job(row)
      return (await this.ledger.find(known.id)) ?? row
    })
  }

  private async withClient(
    row: LedgerRow,
    call: (
      client: GatewayClient,
      id: NonNullable<LedgerRow["gatewaySessionId"]>
    ) => Promise<Result<GatewaySession, GatewayError>>
  ): Promise<Result<GatewaySession, GatewayError>> {
    const account = await this.configuration.account(row.accountId)
    if (!account) {
      return { ok: false, error: accountGone(row.mode) }
    }
    if (!row.gatewaySessionId) {
      return { ok: false, error: notOurs(`The gateway's id of ${row.id}`) }
    }
    return call(this.clients.for(account), row.gatewaySessionId)
  }

  private get money() {
    return {
      database: this.database,
      ledger: this.ledger,
      configuration: this.configuration,
      clients: this.clients,
    }
  }
}
