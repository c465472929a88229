import { type ConfigModule, type Logger } from "@medusajs/framework/types"
import { type BpcOptions, resolveOptions } from "../../config/options"
import {
  type DecimalInput,
  type GatewaySession,
  type Money,
  type Result,
  type GatewayError,
} from "../../gateway"
import {
  AccountStore,
  Encryption,
  GatewayClients,
  SignatureMemory,
} from "./accounts"
import { AuditLog } from "./changes"
import { Configuration, isDeployed, SettingStore } from "./settings"
import { CHANGED_PAGES, orderMark, readSituation } from "./core-tables"
import { type Database, poolSize } from "./database"
import { FailingPayments, GatewayWatch, JobRest, Heartbeats } from "./watch"
import {
  WebhookInbox,
  receiveWebhook,
  type WebhookReceipt,
  WebhookNotes,
} from "./inbox"
import {
  FactsLedger,
  SessionLedger,
  type LedgerRow,
  addToTimeline,
  type TimelineEntry,
} from "./ledger"
import {
  cancelAtGateway,
  captureAtGateway,
  settleDoubtsBy,
  type MoneyDeps,
  type Purpose,
  GatewayReader,
  Operations,
  refundInFull,
  refundAtGateway,
  refundMissing,
} from "./money"
import { findByReturnToken } from "./return-address"
import { Queries } from "./queries"
import {
  type OpenPageInput,
  openPage,
  type PublicData,
  publicData,
} from "./pages"
import { Leases, Semaphore, PaymentLock } from "./locks"
import { PaymentLinks } from "./payment-links"

type ModuleContainer = {
  __pg_connection__: Database
  logger: Logger
  configModule: ConfigModule
}

/**
 * What this plugin remembers, and the calls to the gateway that belong to it: ledger, inbox, accounts. Rules about what
 * happens with money live in the settle-session workflow.
 */
export default class BpcModuleService {
  readonly configuration: Configuration
  readonly ledger: SessionLedger
  readonly facts: FactsLedger
  readonly failing: FailingPayments
  readonly operations: Operations
  readonly inbox: WebhookInbox
  readonly accounts: AccountStore
  readonly settingStore: SettingStore
  readonly signatureMemory: SignatureMemory
  readonly audit: AuditLog
  readonly heartbeats: Heartbeats
  readonly jobRest: JobRest
  readonly gatewayWatch: GatewayWatch
  readonly paymentLinks: PaymentLinks
  readonly queries: Queries
  readonly leases: Leases
  /** Settlements and completions of carts at once: each may keep one connection while it needs another. */
  readonly concurrency: Semaphore
  private readonly database: Database
  private readonly clients: GatewayClients
  private readonly lock: PaymentLock
  private readonly reader: GatewayReader
  private readonly webhookNotes: WebhookNotes

  constructor(
    container: ModuleContainer,
    { database: _medusas, ...options }: BpcOptions & { database?: unknown } = {}
  ) {
    const resolved = resolveOptions(options)
    this.database = container.__pg_connection__
    this.ledger = new SessionLedger(this.database, {
      of: orderMark,
      changedPages: CHANGED_PAGES,
    })
    this.facts = new FactsLedger(this.database)
    this.failing = new FailingPayments(this.database)
    this.operations = new Operations(this.database)
    this.inbox = new WebhookInbox(this.database)
    this.accounts = new AccountStore(
      this.database,
      new Encryption(resolved.encryptionKeys)
    )
    this.settingStore = new SettingStore(this.database)
    this.signatureMemory = new SignatureMemory(this.database)
    this.audit = new AuditLog(this.database)
    this.paymentLinks = new PaymentLinks(this.database)
    this.queries = new Queries(this.database)
    this.leases = new Leases(this.database)
    this.concurrency = new Semaphore(
      Math.max(1, Math.floor(poolSize(this.database) / 2))
    )
    this.heartbeats = new Heartbeats(this.database)
    this.jobRest = new JobRest(this.database, resolved.idlePauseSeconds * 1_000)
    this.configuration = new Configuration(
      resolved,
      container.configModule,
      this.accounts,
      this.settingStore,
      this.signatureMemory
    )
    this.gatewayWatch = new GatewayWatch(this.database)
    this.clients = new GatewayClients({
      allowInsecure: resolved.allowInsecureGateway,
      onResult: (accountId, result) =>
        this.gatewayWatch.record(accountId, result),
    })
    this.lock = new PaymentLock(this.database, this.ledger, this.leases)
    this.reader = new GatewayReader({
      configuration: this.configuration,
      clients: this.clients,
    })
    this.webhookNotes = new WebhookNotes(this.heartbeats, container.logger)
  }

  /** Medusa calls these hooks by name. */
  __hooks = {
    onApplicationStart: async () => {
      // Before its migrations have run, the plugin has nowhere to write this; the start goes on.
      await this.heartbeats.beat("started").catch(() => undefined)
    },
    onApplicationShutdown: async () => {
      this.clients.closeAll()
    },
  }

  /** @throws GatewayError */
  async openPage(input: OpenPageInput): Promise<LedgerRow> {
    return openPage(this.money, input)
  }

  async publicData(
    row: LedgerRow,
    answer?: GatewaySession
  ): Promise<PublicData> {
    const { backendUrl } = await this.configuration.settings()
    return publicData(row, { backendUrl, answer })
  }

  /** Verifies and stores a webhook. @throws when it could not be stored */
  async receiveWebhook(
    input: Parameters<typeof receiveWebhook>[1]
  ): Promise<WebhookReceipt> {
    return receiveWebhook(this, input)
  }

  /** Says at most twice a minute that webhooks are refused, in the log and for the health page; never rejects. */
  async noteBadWebhook(
    receipt: Parameters<WebhookNotes["badSignature"]>[0]
  ): Promise<void> {
    await this.webhookNotes.badSignature(receipt)
  }

  /** The same for webhooks that nobody can verify. @param left what lies in `req.body` instead of the bytes */
  async noteUnreadableWebhook(left: string): Promise<void> {
    await this.webhookNotes.unreadable(left)
  }

  /** The ledger row that a return URL's token opens; undefined for a token that is malformed, altered or someone else's. */
  async findByReturnToken(token: string): ReturnType<typeof findByReturnToken> {
    return findByReturnToken(this.ledger, token)
  }

  async situation(id: string): ReturnType<typeof readSituation> {
    return readSituation(this.database, id)
  }

  async note(id: string, entry: TimelineEntry): Promise<void> {
    await addToTimeline(this.database, id, entry)
  }

  /** Asks the gateway about a session. Never rejects for a fault of the gateway. */
  async readAtGateway(
    row: LedgerRow,
    purpose?: Purpose
  ): Promise<Result<GatewaySession, GatewayError>> {
    return this.reader.read(row, purpose)
  }

  /** Seconds that the job leaves an account's gateway alone, because it does not answer or has asked for it; 0: none. */
  pauseOf(row: LedgerRow): number {
    return this.reader.pauseOf(row)
  }

  async expireAtGateway(
    row: LedgerRow
  ): Promise<Result<GatewaySession, GatewayError>> {
    return this.reader.expire(row)
  }

  /** Captures what Medusa's capture row says, unless the gateway's books contain it already. @throws GatewayError */
  async capture(
    gatewaySessionId: string,
    captureId: string | undefined
  ): Promise<LedgerRow> {
    return this.lock.onGatewaySession(gatewaySessionId, (row) =>
      captureAtGateway(this.money, row, captureId)
    )
  }

  /** Refunds what Medusa's refund row says, unless the gateway's books contain it already. @throws GatewayError */
  async refund(
    gatewaySessionId: string,
    refundId: string,
    amount: DecimalInput
  ): Promise<LedgerRow> {
    return this.lock.onGatewaySession(gatewaySessionId, (row) =>
      refundAtGateway(this.money, row, refundId, amount)
    )
  }

  /** @throws GatewayError, also when the money was captured */
  async cancel(gatewaySessionId: string): Promise<LedgerRow> {
    return this.lock.onGatewaySession(gatewaySessionId, (row) =>
      cancelAtGateway(this.money, row)
    )
  }

  get allowsInsecureGateway(): boolean {
    return this.configuration.options.allowInsecureGateway
  }

  /** Whether the shop's own addresses may be http ones and inner ones: on a developer's machine they are. */
  get allowsLocalShop(): boolean {
    return this.allowsInsecureGateway || !isDeployed()
  }

  /** Refunds all that was taken; false while the refund is pending at the gateway. The caller holds the lock. @throws GatewayError */
  async refundInFull(
    row: LedgerRow,
    allowed?: { mismatched: boolean }
  ): Promise<boolean> {
    return refundInFull(this.money, row, allowed)
  }

  /** Sends again what Medusa shows as refunded and the gateway has not. The caller holds the lock. @throws GatewayError */
  async refundMissing(row: LedgerRow, promised: Money): Promise<void> {
    return refundMissing(this.money, row, promised)
  }

  /**
   * Finds out what became of captures, refunds and releases whose outcome was not known. The caller holds the lock.
   *
   * @returns how many are still open
   */
  async settleDoubts(row: LedgerRow, answer: GatewaySession): Promise<number> {
    return settleDoubtsBy(this.money, row, answer)
  }

  /**
   * The one way to act on a payment: takes the leases of its order or cart and its own, reads it again, and runs `job` with what is
   * true now. Whoever holds them already goes straight in: Medusa's workflows call our provider from inside a settlement.
   *
   * @returns undefined if there is no such payment
   * @throws BusyError, and what `job` throws
   */
  async exclusively<Value>(
    id: string,
    job: (row: LedgerRow) => Promise<Value>,
    options?: { waitMs?: number }
  ): Promise<Value | undefined> {
    return this.lock.exclusively(id, job, options)
  }

  private get money(): MoneyDeps & { heartbeats: Heartbeats } {
    return {
      database: this.database,
      ledger: this.ledger,
      operations: this.operations,
      configuration: this.configuration,
      clients: this.clients,
      heartbeats: this.heartbeats,
    }
  }
}
