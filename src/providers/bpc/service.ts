import { MedusaModule } from "@medusajs/framework/modules-sdk"
import {
  type AuthorizePaymentInput,
  type AuthorizePaymentOutput,
  type CancelPaymentInput,
  type CancelPaymentOutput,
  type CapturePaymentInput,
  type CapturePaymentOutput,
  type CreateAccountHolderInput,
  type CreateAccountHolderOutput,
  type DeletePaymentInput,
  type DeletePaymentOutput,
  type GetPaymentStatusInput,
  type GetPaymentStatusOutput,
  type InitiatePaymentInput,
  type InitiatePaymentOutput,
  type Logger,
  type ProviderWebhookPayload,
  type RefundPaymentInput,
  type RefundPaymentOutput,
  type RetrievePaymentInput,
  type RetrievePaymentOutput,
  type UpdatePaymentInput,
  type UpdatePaymentOutput,
  type WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  MedusaError,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { type BpcOptions, resolveOptions } from "../../config/options"
import { type GatewaySession, phaseOf } from "../../gateway"
import { authorize, updatePage } from "../../modules/bpc/pages"
import { type LedgerRow } from "../../modules/bpc/ledger"
import type BpcModuleService from "../../modules/bpc/service"
import { type Reader, logLine, toMedusaError } from "./medusa-error"
import {
  type Data,
  gatewayIdOf,
  languageOf,
  returnToOf,
  sessionIdOf,
  textOf,
} from "./hook-input"
import { statusOf } from "./session-status"
import { webhookAction } from "./webhook-action"

type ProviderContainer = {
  logger: Logger
  bpc?: BpcModuleService
}

/**
 * Medusa's payment-provider hooks for BPC Payment Gateway: each reads its input, calls the `bpc` module and answers in
 * Medusa's words. What really arrives in each hook: payment-module.js and
 * payment-provider.js of `@medusajs/payment`.
 */
export class BpcPaymentProvider extends AbstractPaymentProvider<BpcOptions> {
  static override identifier = "bpc"

  /** Runs at boot. @throws Error with one sentence that names the wrong option */
  static override validateOptions(options: BpcOptions): void {
    resolveOptions(options)
  }

  private readonly cradle: ProviderContainer
  private readonly providerId: string

  constructor(cradle: ProviderContainer, options: BpcOptions) {
    super(cradle, options)
    this.cradle = cradle
    this.providerId = `pp_${BpcPaymentProvider.identifier}_${resolveOptions(options).id}`
  }

  async initiatePayment(
    input: InitiatePaymentInput
  ): Promise<InitiatePaymentOutput> {
    return this.withErrorsFor("shopper", "starting a payment", async () => {
      const row = await this.bpc.openPage({
        paymentSessionId: sessionIdOf(input),
        providerId: this.providerId,
        amount: input.amount,
        currencyCode: input.currency_code,
        language: languageOf(input.data),
        returnTo: returnToOf(input.data),
      })
      return {
        id: row.gatewaySessionId ?? row.id,
        status: PaymentSessionStatus.PENDING,
        data: await this.bpc.publicData(row),
      }
    })
  }

  /** Another amount or currency gets another page; the old one is left behind and closed. */
  async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    return this.withErrorsFor("shopper", "changing a payment", async () => {
      const row = await updatePage(this.bpc, {
        gatewaySessionId: gatewayIdOf(input.data),
        paymentSessionId: sessionIdOf(input),
        providerId: this.providerId,
        amount: input.amount,
        currencyCode: input.currency_code,
      })
      return { data: await this.bpc.publicData(row) }
    })
  }

  /** Never throws and never asks the gateway: an error here would leave checkout stuck (payment, deletePaymentSession). */
  async deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    try {
      await this.bpc.ledger.retire({
        paymentSessionId: textOf(input.data, "session_id"),
        gatewaySessionId: gatewayIdOf(input.data),
      })
    } catch (error) {
      this.cradle.logger.error(logLine("leaving a payment page", error))
    }
    return { data: input.data ?? {} }
  }

  async authorizePayment(
    input: AuthorizePaymentInput
  ): Promise<AuthorizePaymentOutput> {
    return this.withErrorsFor("shopper", "authorising a payment", async () => {
      const result = await authorize(this.bpc, {
        gatewaySessionId: gatewayIdOf(input.data),
        paymentSessionId: sessionIdOf(input),
      })
      switch (result.kind) {
        case "paid":
          return {
            status: PaymentSessionStatus.CAPTURED,
            data: await this.bpc.publicData(result.row, result.answer),
          }
        case "authorized":
          return {
            status: PaymentSessionStatus.AUTHORIZED,
            data: await this.bpc.publicData(result.row, result.answer),
          }
        case "unpaid":
          // Thrown, not returned: only so does `/complete` answer 200 with the cart (core-flows, authorize-payment-session step; medusa, store/carts/[id]/complete).
          throw new MedusaError(
            MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
            result.shopper
          )
        case "refused":
          throw new MedusaError(
            MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
            result.shopper
          )
      }
    })
  }

  async capturePayment(
    input: CapturePaymentInput
  ): Promise<CapturePaymentOutput> {
    return this.withErrorsFor("merchant", "capturing a payment", async () => {
      const row = await this.bpc.capture(
        gatewayIdOf(input.data),
        input.context?.idempotency_key
      )
      return { data: await this.bpc.publicData(row) }
    })
  }

  async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    return this.withErrorsFor("merchant", "refunding a payment", async () => {
      const row = await this.bpc.refund(
        gatewayIdOf(input.data),
        input.context?.idempotency_key ?? "",
        input.amount
      )
      return { data: await this.bpc.publicData(row) }
    })
  }

  /**
   * Refuses when the money was captured, and what a completion of a cart rolls back: a fault of the store must neither make a paid
   * payment vanish nor release a hold. Whether money goes back is decided by the settlement.
   */
  async cancelPayment(input: CancelPaymentInput): Promise<CancelPaymentOutput> {
    if (!input.context?.idempotency_key) {
      // The payment module could not write the payment that it has just authorised, and has no id for it (payment-module,
      // authorizePaymentSession). A refusal would hide its own error.
      return { data: input.data ?? {} }
    }
    return this.withErrorsFor("merchant", "cancelling a payment", async () => {
      const row = await this.bpc.cancel(gatewayIdOf(input.data))
      return { data: await this.bpc.publicData(row) }
    })
  }

  async retrievePayment(
    input: RetrievePaymentInput
  ): Promise<RetrievePaymentOutput> {
    return this.withErrorsFor("merchant", "reading a payment", async () => {
      const { row, answer } = await this.read(input.data)
      return { data: await this.bpc.publicData(row, answer) }
    })
  }

  async getPaymentStatus(
    input: GetPaymentStatusInput
  ): Promise<GetPaymentStatusOutput> {
    return this.withErrorsFor(
      "merchant",
      "reading a payment's status",
      async () => {
        const { row, answer } = await this.read(input.data)
        return {
          status: statusOf(
            phaseOf({ ...answer, captureMethod: row.captureMethod })
          ),
          data: await this.bpc.publicData(row, answer),
        }
      }
    )
  }

  async getWebhookActionAndData(
    payload: ProviderWebhookPayload["payload"]
  ): Promise<WebhookActionResult> {
    return webhookAction(this.bpc, payload)
  }

  /** Guests and customers pay alike; an empty answer keeps Medusa from writing a holder or logging a warning. */
  async createAccountHolder(
    _input: CreateAccountHolderInput
  ): Promise<CreateAccountHolderOutput> {
    return {} as CreateAccountHolderOutput
  }

  private async read(
    data: Data
  ): Promise<{ row: LedgerRow; answer: GatewaySession }> {
    const row = await this.bpc.ledger.findByGatewaySession(gatewayIdOf(data))
    if (!row) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        "This payment is not in the BPC plugin's ledger."
      )
    }
    const answer = await this.bpc.readAtGateway(row)
    if (!answer.ok) {
      throw answer.error
    }
    return { row, answer: answer.value }
  }

  private async withErrorsFor<Value>(
    reader: Reader,
    doing: string,
    job: () => Promise<Value>
  ): Promise<Value> {
    try {
      return await job()
    } catch (error) {
      if (!(error instanceof MedusaError)) {
        this.cradle.logger.error(logLine(doing, error))
      }
      throw toMedusaError(error, reader)
    }
  }

  /** Through the payment module's `dependencies`, else from the process's registry (modules-sdk, MedusaModule). */
  private get bpc(): BpcModuleService {
    const service = this.registered()
    if (!service) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The bpc module is not loaded. Wrap the store's config in withBpcPayments(...), or add the plugin to `plugins`."
      )
    }
    return service
  }

  private registered(): BpcModuleService | undefined {
    try {
      const given = this.cradle.bpc
      if (given) {
        return given
      }
    } catch {
      // Not listed under `dependencies`: the cradle throws instead of answering undefined.
    }
    const loaded: { bpc?: BpcModuleService } | undefined =
      MedusaModule.getModuleInstance("bpc")
    return loaded?.bpc
  }
}
