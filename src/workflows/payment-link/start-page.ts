import {
  type IPaymentModuleService,
  type MedusaContainer,
} from "@medusajs/framework/types"
import { BigNumber, Modules } from "@medusajs/framework/utils"
import {
  createOrderPaymentCollectionWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { sameMoney, toMoney } from "../../gateway"
import { type LedgerRow } from "../../modules/bpc/ledger"
import { type OrderBooks } from "../../modules/bpc/core-tables"
import { type PaymentLink } from "../../modules/bpc/payment-links"
import type BpcModuleService from "../../modules/bpc/service"

/**
 * A payment session of Medusa's for what the order owes now, and with it a hosted page. A session of an older amount is
 * deleted by it, which leaves its page behind.
 *
 * @throws MedusaError whatever Medusa or our provider throws; nothing was charged then
 */
export async function startPage(
  container: MedusaContainer,
  bpc: BpcModuleService,
  input: { order: OrderBooks; link: PaymentLink; language: string }
): Promise<LedgerRow> {
  const collectionId = await collectionFor(container, input.order)
  const { result: session } = await createPaymentSessionsWorkflow(
    container
  ).run({
    input: {
      payment_collection_id: collectionId,
      provider_id: `pp_bpc_${bpc.configuration.options.id}`,
      data: { locale: input.language },
    },
  })
  const page = await bpc.ledger.findByPaymentSession(session.id)
  if (!page) {
    throw new Error(`No page was opened for ${session.id}`)
  }
  await bpc.note(page.id, {
    kind: "link_opened",
    details: { link_id: input.link.id, by: input.link.createdBy },
  })
  return page
}

/**
 * The collection that the page asks for. One of Medusa's is only ever made smaller, where the order owes less by now; a new one is
 * made where Medusa has none. Medusa's own workflow for this would cancel holds on cards that the order already has.
 */
async function collectionFor(
  container: MedusaContainer,
  { id, next }: OrderBooks
): Promise<string> {
  if (!next) {
    throw new Error(`${id} is in a currency that cannot be charged`)
  }
  const amount = new BigNumber(next.decimal).numeric
  if (!next.collection) {
    const { result } = await createOrderPaymentCollectionWorkflow(
      container
    ).run({ input: { order_id: id, amount } })
    const [created] = result
    if (!created) {
      throw new Error(`Medusa made no payment collection for ${id}`)
    }
    return created.id
  }
  const asked = toMoney(next.collection.amount, next.amount.currency)
  if (!asked.ok || !sameMoney(asked.value, next.amount)) {
    const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT)
    await payments.updatePaymentCollections(next.collection.id, { amount })
  }
  return next.collection.id
}
