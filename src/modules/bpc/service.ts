import { type ConfigModule, type Logger } from "@medusajs/framework/types"
import { type BpcOptions, resolveOptions } from "../../config/options"
import {
  type DecimalInput,
  type GatewaySession,
  type Money,
  type Result,
  type GatewayError,
} from "../../gateway"
import { AccountStore } from "./accounts"
import { AuditLog } from "./audit"
import { CircuitBreaker } from "./circuit-breaker"
import { Configuration } from "./configuration"
import { readSituation } from "./core-tables"
import { type Database, poolSize } from "./database"
import { isDeployed } from "./deployment"
import { Encryption, EncryptionError } from "./encryption"
import { FailingPayments } from "./failing-payments"
import { GatewayClients } from "./gateway-clients"
import { GatewayWatch } from "./gateway-watch"
import { WebhookInbox } from "./inbox"
import { SessionLedger } from "./ledger"
import { JobRest } from "./job-rest"
import { type LedgerRow } from "./ledger-row"
import { cancelAtGateway } from "./cancel"
import { captureAtGateway } from "./capture"
import { settleDoubts } from "./doubts"
import { type Access, accessTo, paymentOf, readSession } from "./gateway-books"
import { Operations } from "./operations"
import { Queries } from "./queries"
import { giveEverythingBack, refundAtGateway, refundMissing } from "./refund"
import { type OpenPageInput, openPage } from "./open-page"
import { Leases, type LeaseKey } from "./leases"
import { Turns } from "./local-queue"
import { PaymentLinks } from "./payment-links"
import { type PublicData, publicData } from "./public-data"
import { accountGone, accountUnreadable, notOurs } from "./refusals"
import { parseReturnToken, type ReturnSide, tokenFits } from "./return-token"
import { SettingStore } from "./setting-store"
import { SignatureMemory } from "./signature-memory"
import { type Sign, SignsOfLife } from "./signs-of-life"
import { judge } from "./verdict"
import { addToTimeline, type TimelineEntry } from "./timeline"
import {
  SIGNATURE_TEXT,
  receiveWebhook,
  type WebhookReceipt,
} from "./webhook-door"

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
  readonly failing: FailingPayments
  readonly operations: Operations
  readonly inbox: WebhookInbox
  readonly accounts: AccountStore
  readonly settingStore: SettingStore
  readonly signatureMemory: SignatureMemory
  readonly audit: AuditLog
  readonly signs: SignsOfLife
  readonly jobRest: JobRest
  readonly gatewayWatch: GatewayWatch
  readonly paymentLinks: PaymentLinks
  readonly queries: Queries
  readonly leases: Leases
  /** Settlements and completions of carts at once: each may keep one connection while it needs another. */
  readonly turns: Turns
  private readonly database: Database
  private readonly logger: Logger
  private readonly clients: GatewayClients
  private readonly breaker = new CircuitBreaker()

  constructor(
    container: ModuleContainer,
    { database: _medusas, ...options }: BpcOptions & { database?: unknown } = {}
  ) {
    const resolved = resolveOptions(options)
    this.database = container.__pg_connection__
    this.logger = container.logger
    this.ledger = new SessionLedger(this.database)
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
    this.turns = new Turns(Math.max(1, Math.floor(poolSize(this.database) / 2)))
    this.signs = new SignsOfLife(this.database)
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
      heard: (accountId, result) => this.gatewayWatch.heard(accountId, result),
    })
  }

  /** Medusa calls these hooks by name. */
  __hooks = {
    onApplicationStart: async () => {
      // Before its migrations have run, the plugin has nowhere to write this; the start goes on.
      await this.signs.show("started").catch(() => undefined)
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
  async noteBadWebhook({
    reason,
    news,
  }: Extract<WebhookReceipt, { outcome: "bad_signature" }>): Promise<void> {
    if (reason === "layout" && news) {
      await this.noteWebhook(
        "other_layout",
        reason,
        'webhooks are refused with 401: they are signed in another layout than the one that their account\'s gateway has signed in before. If the gateway has changed it, press "Forget the layout" at the account under Settings -> BPC Payments. Payments are settled by the job meanwhile.'
      )
    }
    await this.noteWebhook(
      "bad_webhook",
      reason,
      `webhooks are refused with 401: the signature is ${SIGNATURE_TEXT[reason]}. Compare the webhook secret with the gateway's portal; nothing was changed by them.`
    )
  }

  /** The same for webhooks that nobody can verify. @param left what lies in `req.body` instead of the bytes */
  async noteUnreadableWebhook(left: string): Promise<void> {
    await this.noteWebhook(
      "body_read",
      left,
      `webhooks are answered with 503: a middleware or body parser of this store has read the request's body before the plugin, and left ${left} instead of its bytes, so the signature cannot be checked. Let it leave out /webhooks/bpc, or keep the bytes in req.rawBody. Payments are settled by the job meanwhile.`
    )
  }

  private async noteWebhook(
    sign: Sign,
    detail: string,
    line: string
  ): Promise<void> {
    try {
      if (await this.signs.show(sign, detail)) {
        this.logger.warn(`[bpc] ${line}`)
      }
    } catch {
      // The database is away: a refused webhook is not worth an error of its own.
    }
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
    return this.withAccess(row, (access, id) => readSession(access, row, id))
  }

  /** Seconds that the job leaves an account's gateway alone, because it does not answer or has asked for it; 0: none. */
  pauseOf(row: LedgerRow): number {
    return this.breaker.pauseOf(row.accountId)
  }

  async expireAtGateway(
    row: LedgerRow
  ): Promise<Result<GatewaySession, GatewayError>> {
    return this.withAccess(row, ({ client }, id) => client.expireSession(id))
  }

  /** Captures what Medusa's capture row says, unless the gateway's books contain it already. @throws GatewayError */
  async capture(
    gatewaySessionId: string,
    captureId: string | undefined
  ): Promise<LedgerRow> {
    return this.withSession(gatewaySessionId, (row) =>
      captureAtGateway(this.money, row, captureId)
    )
  }

  /** Refunds what Medusa's refund row says, unless the gateway's books contain it already. @throws GatewayError */
  async refund(
    gatewaySessionId: string,
    refundId: string,
    amount: DecimalInput
  ): Promise<LedgerRow> {
    return this.withSession(gatewaySessionId, (row) =>
      refundAtGateway(this.money, row, refundId, amount)
    )
  }

  /** @throws GatewayError, also when the money was captured */
  async cancel(gatewaySessionId: string): Promise<LedgerRow> {
    return this.withSession(gatewaySessionId, (row) =>
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

  /** Gives back all that was taken; false while the refund is pending at the gateway. The caller holds the lock. @throws GatewayError */
  async giveEverythingBack(
    row: LedgerRow,
    allowed?: { mismatched: boolean }
  ): Promise<boolean> {
    return giveEverythingBack(this.money, row, allowed)
  }

  /** Sends again what Medusa shows as given back and the gateway has not. The caller holds the lock. @throws GatewayError */
  async refundMissing(row: LedgerRow, promised: Money): Promise<void> {
    return refundMissing(this.money, row, promised)
  }

  /**
   * Finds out what became of captures, refunds and releases whose outcome was not known. The caller holds the lock.
   *
   * @returns how many are still open
   */
  async settleDoubts(row: LedgerRow, answer: GatewaySession): Promise<number> {
    const account = await this.configuration.accountOf(row)
    if (!account) {
      return 0
    }
    const open = await settleDoubts(this.money, row, {
      ...accessTo(this.clients, account),
      payment: paymentOf(row, answer),
      answer,
      verdict: judge(row, answer),
    })
    return open.length
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
    for (;;) {
      const before = await this.ledger.find(id)
      if (!before) {
        return undefined
      }
      const keys = await this.leasesOf(before)
      const done = await this.leases.during(
        keys,
        async () => {
          const row = await this.ledger.find(id)
          const needed = row ? await this.leasesOf(row) : []
          return row && needed.every((key) => keys.includes(key))
            ? { value: await job(row) }
            : undefined
        },
        options
      )
      if (done) {
        return done.value
      }
    }
  }

  /**
   * Whose money it is, or will be: the order's, or the cart's while we know of no order; and the payment itself. A cart whose completion was
   * interrupted has its order already, which others may pay for.
   */
  private async leasesOf(row: LedgerRow): Promise<LeaseKey[]> {
    const known = row.orderId ?? row.forOrderId
    const orderId =
      known ?? (row.cartId && (await this.queries.orderOfCart(row.cartId))?.id)
    return [
      ...(orderId ? [`order:${orderId}` as const] : []),
      ...(!known && row.cartId ? [`cart:${row.cartId}` as const] : []),
      `payment:${row.id}`,
    ]
  }

  private async withSession(
    gatewaySessionId: string,
    job: (row: LedgerRow) => Promise<void>
  ): Promise<LedgerRow> {
    const known = await this.ledger.findByGatewaySession(gatewaySessionId)
    if (!known) {
      throw notOurs(`The gateway session ${gatewaySessionId || "(none)"}`)
    }
    const row = await this.exclusively(known.id, async (current) => {
      await job(current)
      return (await this.ledger.find(known.id)) ?? current
    })
    return row ?? known
  }

  private async withAccess(
    row: LedgerRow,
    call: (
      access: Access,
      id: NonNullable<LedgerRow["gatewaySessionId"]>
    ) => Promise<Result<GatewaySession, GatewayError>>
  ): Promise<Result<GatewaySession, GatewayError>> {
    const account = await this.accountOf(row)
    if (account instanceof EncryptionError) {
      return { ok: false, error: accountUnreadable(account.message) }
    }
    if (!account) {
      return { ok: false, error: accountGone(row.mode) }
    }
    if (!row.gatewaySessionId) {
      return { ok: false, error: notOurs(`The gateway's id of ${row.id}`) }
    }
    const result = await call(
      accessTo(this.clients, account),
      row.gatewaySessionId
    )
    this.breaker.heard(row.accountId, result)
    return result
  }

  private async accountOf(row: LedgerRow) {
    try {
      return await this.configuration.accountOf(row)
    } catch (error) {
      if (error instanceof EncryptionError) {
        return error
      }
      throw error
    }
  }

  private get money() {
    return {
      database: this.database,
      ledger: this.ledger,
      operations: this.operations,
      configuration: this.configuration,
      clients: this.clients,
      signs: this.signs,
    }
  }
}
