import { addBooks, booksOf, type Books } from "../books"
import { invalid, notFound, wrongState } from "../errors"
import type { Faults, FaultsInput } from "../faults"
import type { Gateway } from "../gateway"
import { fundedPayment, type PaymentRecord, type SessionRecord } from "../model"
import type { LoggedRequest } from "../request-log"
import { returnUrl } from "../return-url"
import type { Happening } from "../sessions"
import { cardEntry, PLAIN_CARD, type PayChoice } from "./pay-choice"
import {
  deliveryReport,
  sessionReport,
  type DeliveryReport,
  type SessionReport,
} from "./report"

export type ShopperResult = {
  session: SessionReport
  outcome: "paid" | "declined" | "canceled"
  /** Where the shopper's browser is sent; null while the shopper stays on the page. */
  redirectUrl: string | null
}

const LONGEST_LANDING_MS = 1000

/**
 * Everything that tests and the operator do besides the API and the hosted page. A session may be named by its id, its `mdOrder`, one of
 * its payment or refund ids, or its `merchantReferenceId`. Wrong states and unknown ids are thrown as `Refusal`.
 *
 * Methods that cause webhooks resolve, as the shopper's redirect does, before the webhooks are delivered, unless `webhookOrder` is
 * `before_redirect`; `idle()` waits for them.
 */
export class SandboxControl {
  constructor(
    private readonly gateway: Gateway,
    private readonly forget: () => void
  ) {}

  listSessions(): SessionReport[] {
    return this.gateway.store
      .all()
      .reverse()
      .map((session) => this.report(session))
  }

  getSession(anyId: string): SessionReport {
    return this.report(this.find(anyId))
  }

  /** The sums over all sessions, by currency. */
  books(): Record<string, Books> {
    const sums: Record<string, Books> = {}
    for (const session of this.gateway.store.all()) {
      const books = booksOf(session)
      const sum = sums[session.currency]
      sums[session.currency] = sum ? addBooks(sum, books) : books
    }
    return sums
  }

  /** Pays as a shopper would. */
  async pay(anyId: string, choice: PayChoice = {}): Promise<ShopperResult> {
    const session = this.find(anyId)
    const { checkout } = this.gateway
    const first = checkout.attempt(session, cardEntry(choice), choice)
    const attempt =
      first.outcome === "challenge"
        ? checkout.answerChallenge(session, first.payment, {
            ...choice,
            passed: true,
          })
        : first
    await this.publish(attempt)
    const paid = attempt.outcome === "paid"
    const leaves = paid || this.gateway.desk.current.onDecline === "redirect"
    return {
      session: this.report(session),
      outcome: paid ? "paid" : "declined",
      redirectUrl: leaves
        ? returnUrl(session, paid ? "success" : "failure")
        : null,
    }
  }

  /** One attempt with a wrong CVC: declined with 71015, the session stays open. */
  decline(anyId: string): Promise<ShopperResult> {
    return this.pay(anyId, { card: PLAIN_CARD, cvc: "999" })
  }

  /** The shopper leaves through the page's cancel button: sent to `failureUrl`, the session still open. */
  async cancel(anyId: string): Promise<ShopperResult> {
    const session = this.find(anyId)
    this.gateway.timeline.note(session, "shopper", "Went back to the shop")
    this.gateway.changed()
    return {
      session: this.report(session),
      outcome: "canceled",
      redirectUrl: returnUrl(session, "failure"),
    }
  }

  /** Ends an open session, as `POST /sessions/{id}/expire` does. */
  async expire(anyId: string): Promise<SessionReport> {
    const session = this.find(anyId)
    await this.publish(this.gateway.sessions.expire(session, "operator"))
    return this.report(session)
  }

  /** Captures in the merchant portal; the whole hold when `amount` (minor units) is left out. */
  async portalCapture(anyId: string, amount?: number): Promise<SessionReport> {
    const target = this.funded(anyId)
    const sum = minorUnits(amount ?? target.payment.capturable)
    await this.publish(this.gateway.cashier.capture(target, sum, "operator"))
    return this.report(target.session)
  }

  /** Releases a hold in the merchant portal. */
  async portalVoid(anyId: string): Promise<SessionReport> {
    const target = this.funded(anyId)
    await this.publish(this.gateway.cashier.cancelPayment(target, "operator"))
    return this.report(target.session)
  }

  /** Refunds in the merchant portal; all that is left when `amount` (minor units) is left out. */
  async portalRefund(anyId: string, amount?: number): Promise<SessionReport> {
    const target = this.funded(anyId)
    const sum = minorUnits(amount ?? booksOf(target.session).refundable)
    await this.publish(
      this.gateway.cashier.refund(target, { amount: sum }, "operator")
    )
    return this.report(target.session)
  }

  /** The bank takes the money back by force: nothing but `chargeback` of V1's order status tells the shop (V1 facts, section 1). */
  chargeback(anyId: string): SessionReport {
    const { session, payment } = this.funded(anyId)
    if (payment.captured === 0) {
      throw wrongState("Nothing was captured that a bank could take back")
    }
    payment.chargedBack = true
    this.gateway.timeline.note(
      session,
      "gateway",
      "The shopper's bank took the money back (chargeback)",
      "bad"
    )
    this.gateway.changed()
    return this.report(session)
  }

  /** Ends a refund that is under way. */
  async settleRefund(
    refundId: string,
    outcome: "succeeded" | "failed"
  ): Promise<SessionReport> {
    const target = this.gateway.store.refund(refundId)
    await this.publish(
      this.gateway.cashier.settleRefund(target, outcome, "gateway")
    )
    return this.report(target.session)
  }

  /** Oldest first. */
  deliveries(): DeliveryReport[] {
    return this.gateway.dispatcher.list().map(deliveryReport)
  }

  /** Sends an event once more and resolves with how it went. */
  async resend(deliveryId: string): Promise<DeliveryReport> {
    return deliveryReport(await this.gateway.dispatcher.resend(deliveryId))
  }

  /** Where events go; `url: null` stops them. The secret stays when left out. */
  setWebhook(target: { url?: string | null; secret?: string }): void {
    const { url, secret } = target
    if (
      url &&
      !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : "")
    ) {
      throw invalid("The webhook URL must start with http:// or https://")
    }
    if (url !== undefined) this.gateway.target.url = url ?? undefined
    if (secret !== undefined) {
      if (secret === "") throw invalid("The webhook secret must not be empty")
      this.gateway.target.secret = secret
    }
    this.gateway.changed()
  }

  faults(): Faults {
    return this.gateway.desk.current
  }

  /** Puts the named switches and leaves the others. */
  setFaults(change: FaultsInput): Faults {
    return this.gateway.desk.set(change)
  }

  /** Back to the switches that the sandbox was started with. */
  clearFaults(): Faults {
    return this.gateway.desk.clear()
  }

  /** Calls of the API, oldest first. */
  requests(): LoggedRequest[] {
    return this.gateway.requests.list()
  }

  clearRequests(): void {
    this.gateway.requests.clear()
  }

  /** Forgets sessions, deliveries and requests and puts the switches back. Target and clock stay. */
  reset(): void {
    this.forget()
  }

  /**
   * Moves the sandbox clock forward by `ms` milliseconds and resolves when what fell due is done, webhook tries included. What is on its
   * way already ends first, within a second: a shop that is slow to answer may itself be waiting for this clock.
   */
  async advanceTime(ms: number): Promise<void> {
    if (!Number.isFinite(ms) || ms < 0) {
      throw invalid("The clock only moves forward")
    }
    await this.landed()
    await this.gateway.clock.advance(ms)
    await this.landed()
    this.gateway.changed()
  }

  /** Puts the clock back to the machine's time; only while there is no session, which would live again. */
  backToNow(): void {
    if (this.gateway.store.all().length > 0) {
      throw wrongState("The clock only moves back when there is no session")
    }
    this.gateway.clock.ahead = 0
    this.gateway.changed()
  }

  /** The sandbox's time. */
  now(): Date {
    return new Date(this.gateway.clock.now())
  }

  /** Resolves when no webhook is on its way. Tries that wait for their time do not count. */
  idle(): Promise<void> {
    return this.gateway.dispatcher.idle()
  }

  private async landed(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LONGEST_LANDING_MS)
    })
    await Promise.race([this.gateway.dispatcher.idle(), patience])
    clearTimeout(timer)
  }

  private async publish(happening: Happening): Promise<void> {
    const { desk, dispatcher, changed } = this.gateway
    changed()
    const sent = dispatcher.send(happening.events)
    if (desk.current.webhookOrder === "before_redirect") await sent
  }

  private report(session: SessionRecord): SessionReport {
    void this.gateway.sessions.expireIfDue(session)
    return sessionReport(this.gateway, session)
  }

  private find(anyId: string): SessionRecord {
    const session = this.gateway.store.find(anyId)
    if (!session) throw notFound("session", anyId)
    return session
  }

  private funded(anyId: string): {
    session: SessionRecord
    payment: PaymentRecord
  } {
    const session = this.find(anyId)
    const payment = fundedPayment(session)
    if (!payment) throw wrongState("Nothing was paid on this session")
    return { session, payment }
  }
}

function minorUnits(amount: number): number {
  if (!Number.isInteger(amount) || amount <= 0) {
    throw invalid("The amount must be a positive integer in minor units")
  }
  return amount
}
