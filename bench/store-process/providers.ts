import { createRequire } from "node:module"
import {
  type IPaymentProvider,
  type MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The payment module's inside, as far as a bench needs it. */
type PaymentInside = {
  paymentProviderService_: {
    retrieveProvider(id: string): IPaymentProvider & { stripe_?: unknown }
  }
}
type StripeClient = new (
  key: string,
  options: { host: string; port: number; protocol: "http" }
) => unknown

export function providerOf(container: MedusaContainer, id: string) {
  return container
    .resolve<PaymentInside>(Modules.PAYMENT)
    .paymentProviderService_.retrieveProvider(id)
}

/** Medusa's Stripe provider has no option for another address: its client is replaced by one that calls the mock. */
export function pointStripeAt(container: MedusaContainer, port: number): void {
  const fromProvider = createRequire(
    require.resolve("@medusajs/payment-stripe")
  )
  const loaded = fromProvider("stripe") as
    StripeClient | { default: StripeClient }
  const Stripe = "default" in loaded ? loaded.default : loaded
  providerOf(container, "pp_stripe_stripe").stripe_ = new Stripe("sk_bench", {
    host: "127.0.0.1",
    port,
    protocol: "http",
  })
}
