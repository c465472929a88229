import { Shopper } from "../../integration-tests/support/shopper"
import { type BenchStore } from "../bench-store"
import { paymentIntent } from "../gateways/stripe-answers"
import { type Delivery } from "../gateways/webhook-collector"
import { sign } from "../load/deliveries"
import { STRIPE } from "../store/plain"

export type Sale = {
  shopper: Shopper
  cartId: string
  /** What the gateway sends once the shopper has paid. */
  deliveries: Delivery[]
  /** Where the gateway sends the shopper's browser. */
  returnUrl: string
}

/** A shopper who has paid at the sandbox; nobody has told the store yet. */
export async function paidAtGateway(store: BenchStore): Promise<Sale> {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  await store.sandbox.control.idle()
  store.webhookCollector.collect()
  const { redirectUrl } = await store.sandbox.control.pay(
    shopper.gatewaySessionId
  )
  await store.sandbox.control.idle()
  return {
    shopper,
    cartId: shopper.cart?.id ?? "",
    deliveries: store.webhookCollector.collect(),
    returnUrl: redirectUrl ?? "",
  }
}

/** The same through Medusa's own Stripe provider. */
export async function paidAtStripe(store: BenchStore): Promise<Sale> {
  const shopper = new Shopper(store)
  await shopper.fillCart()
  const session = await shopper.choosePayment("pp_stripe_stripe")
  const intent = {
    amount: Math.round(session.amount * 100),
    currency: "eur",
    session: session.id,
  }
  const body = JSON.stringify({
    id: `evt_${session.id}`,
    object: "event",
    type: "payment_intent.succeeded",
    data: {
      object: paymentIntent(String(session.data.id), intent, "succeeded"),
    },
  })
  const seconds = Math.floor(Date.now() / 1000)
  const delivery = {
    type: "payment_intent.succeeded",
    body,
    headers: {
      "content-type": "application/json",
      "stripe-signature": `t=${seconds},v1=${sign(`${seconds}.${body}`, STRIPE.webhookSecret)}`,
    },
  }
  return {
    shopper,
    cartId: shopper.cart?.id ?? "",
    deliveries: [delivery],
    returnUrl: "",
  }
}

/** Waits until the store API shows the cart's order to its shopper. */
export async function untilOrderVisible(
  store: BenchStore,
  { shopper, cartId }: Sale
): Promise<void> {
  const [order] = await soon(
    () =>
      store.sql<{ id: string }>(
        `select order_id as id from order_cart where cart_id = $1`,
        [cartId]
      ),
    (rows) => rows.length > 0
  )
  await soon(
    () => shopper.call("GET", `/store/orders/${order?.id}`),
    ({ status }) => status === 200
  )
}

const LIMIT_MS = 30_000

/** Looks every other millisecond: what is measured takes tens of them. */
async function soon<Value>(
  look: () => Promise<Value>,
  good: (value: Value) => boolean
): Promise<Value> {
  const deadline = Date.now() + LIMIT_MS
  for (;;) {
    const value = await look()
    if (good(value)) {
      return value
    }
    if (Date.now() > deadline) {
      throw new Error(`Not so after ${LIMIT_MS} ms: ${JSON.stringify(value)}`)
    }
    await new Promise((next) => setTimeout(next, 2))
  }
}
