import { createHmac, randomUUID } from "node:crypto"
import { paymentIntent } from "../gateways/stripe-answers"

/** What load is made of: events for our door, for Medusa's own (Stripe's), and forged ones. */
export type Kind = "bpc" | "forged" | "stripe"

export type Request = { body: string; headers: Record<string, string> }

/**
 * A webhook that was never sent before, about a session that no store knows: what is measured is the door, not the placing of
 * orders. Each kind costs the sender about the same: a body of some 900 bytes and one HMAC.
 */
export function newDelivery(kind: Kind, secret: string): Request {
  const seconds = Math.floor(Date.now() / 1000)
  const id = randomUUID().replaceAll("-", "")
  const body = JSON.stringify(kind === "stripe" ? stripeEvent(id) : event(id))
  return {
    body,
    headers: {
      "content-type": "application/json",
      ...(kind === "stripe"
        ? {
            "stripe-signature": `t=${seconds},v1=${sign(`${seconds}.${body}`, secret)}`,
          }
        : {
            "api-request-id": `req_${id}`,
            "x-signature": `t=${seconds},v1=${sign(`${body}.${seconds}`, secret)}`,
          }),
    },
  }
}

export function sign(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("hex")
}

function event(id: string) {
  const created = new Date().toISOString()
  return {
    created,
    data: {
      object: {
        id: `ps_${id}`,
        amount: 4210,
        created,
        currency: "EUR",
        customerDetails: { email: "guest@example.com" },
        expiresAt: created,
        failureUrl: `https://shop.example/bpc/return/${id}${id}`,
        locale: "en",
        merchantReferenceId: `payses_${id.slice(0, 26)}`,
        metadata: { cart: id, store: "bench" },
        payment: {
          id: `pay_${id}`,
          status: "succeeded",
          amount: 4210,
          amountCapturable: 0,
          amountCaptured: 4210,
          amountRefunded: 0,
        },
        paymentData: { captureMethod: "automatic" },
        paymentStatus: "paid",
        status: "completed",
        successUrl: `https://shop.example/bpc/return/${id}${id}`,
      },
    },
    type: "session.completed",
  }
}

/** Of an intent that no Medusa made: its subscriber reads the event and leaves it. */
function stripeEvent(id: string) {
  return {
    id: `evt_${id}`,
    object: "event",
    api_version: "2024-04-10",
    created: Math.floor(Date.now() / 1000),
    data: {
      object: paymentIntent(
        `pi_${id}`,
        { amount: 4210, currency: "eur", session: "" },
        "succeeded"
      ),
    },
    livemode: false,
    pending_webhooks: 1,
    request: { id: `req_${id}`, idempotency_key: id },
    type: "payment_intent.succeeded",
  }
}
