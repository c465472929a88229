type Intent = { amount: number; currency: string; session: string }

const intents = new Map<string, Intent>()

/** A payment intent as Stripe shows it: a new one waits for a card, one that is read has been paid. */
export function stripeAnswer(
  method: string,
  url: string,
  body: string
): Record<string, unknown> {
  if (method === "POST") {
    const form = new URLSearchParams(body)
    const id = `pi_mock${intents.size + 1}`
    const intent = {
      amount: Number(form.get("amount")),
      currency: form.get("currency") ?? "eur",
      session: form.get("metadata[session_id]") ?? "",
    }
    intents.set(id, intent)
    return paymentIntent(id, intent, "requires_payment_method")
  }
  const id = /\/payment_intents\/(\w+)/.exec(url)?.[1] ?? ""
  const known = intents.get(id)
  return paymentIntent(
    id,
    known ?? { amount: 1000, currency: "eur", session: "" },
    "succeeded"
  )
}

export function paymentIntent(
  id: string,
  { amount, currency, session }: Intent,
  status: "requires_payment_method" | "succeeded"
): Record<string, unknown> {
  return {
    id,
    object: "payment_intent",
    amount,
    amount_capturable: 0,
    amount_received: status === "succeeded" ? amount : 0,
    capture_method: "automatic",
    client_secret: `${id}_secret_bench`,
    confirmation_method: "automatic",
    created: Math.floor(Date.now() / 1000),
    currency,
    latest_charge: null,
    livemode: false,
    metadata: { session_id: session },
    next_action: null,
    payment_method: null,
    payment_method_types: ["card"],
    status,
  }
}
