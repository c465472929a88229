import { type GatewayClient } from "./client"
import { mdOrderOf } from "./md-order"
import { type MoneyChannel, type PaymentHandle } from "./money-channel"
import { channelV1 } from "./money-channel-v1"
import { channelV2 } from "./money-channel-v2"
import { type V1Client } from "./v1-client"

/**
 * The channel of an account: the Merchant REST API where the account has a login for it and the payment's `mdOrder` is known,
 * else API V2. What was begun on one is visible on the other, because both address the same order.
 */
export function moneyChannelOf(parts: {
  client: GatewayClient
  v1?: V1Client | undefined
}): MoneyChannel {
  const v2 = channelV2(parts.client)
  if (parts.v1 === undefined) {
    return v2
  }
  const v1 = channelV1(parts.v1)
  const known = (payment: PaymentHandle): PaymentHandle => ({
    ...payment,
    mdOrder: payment.mdOrder ?? mdOrderOf(undefined, payment.sessionId) ?? null,
  })
  const through = <Input extends { payment: PaymentHandle }, T>(
    call: (channel: MoneyChannel, input: Input) => T
  ) => {
    return (input: Input): T => {
      const payment = known(input.payment)
      return call(payment.mdOrder === null ? v2 : v1, { ...input, payment })
    }
  }
  return {
    name: "v1",
    capture: through((channel, input) => channel.capture(input)),
    cancel: through((channel, input) => channel.cancel(input)),
    refund: through((channel, input) => channel.refund(input)),
    listRefunds: through((channel, input) => channel.listRefunds(input)),
    readPayment: through((channel, input) => channel.readPayment(input)),
  }
}
