import { type CardFacts } from "./card-facts"

/** What a payment's answers tell beside its money, for support and bookkeeping; nothing of it decides about money. */
export type PaymentFacts = {
  /** Undefined: not told by the gateway. */
  card: CardFacts | undefined
  /** The action code of the last attempt, in its one spelling (`0` where it went well); undefined where none is told. */
  actionCode: string | undefined
  /** The bank has taken the money back by force; only the Merchant REST API tells (gateway-v1-facts, section 1). */
  chargedBack: boolean
  /** Whether the Merchant REST API, which tells most of this, was asked. */
  secondChannel: "absent" | "unasked" | "asked"
}

/** What a payment of API V2 tells, where it tells anything. */
export function factsOfPayment(
  payment: Partial<Pick<PaymentFacts, "card" | "actionCode">> | undefined
): PaymentFacts {
  return {
    card: payment?.card,
    actionCode: payment?.actionCode,
    chargedBack: false,
    secondChannel: "absent",
  }
}

/** What both channels tell: the card and a chargeback as the Merchant REST API has them, the code of the payment itself first. */
export function bothFacts(v2: PaymentFacts, v1: PaymentFacts): PaymentFacts {
  return {
    card: v1.card ?? v2.card,
    actionCode: v2.actionCode ?? v1.actionCode,
    chargedBack: v1.chargedBack,
    secondChannel: "asked",
  }
}
