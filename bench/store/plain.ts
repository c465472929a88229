/** Medusa's own Stripe provider, with keys that open nothing. */
export const STRIPE = {
  apiKey: "sk_test_bench",
  webhookSecret: "whsec_stripe_bench",
}

/** A store as Medusa makes it, on the bench's database; with BENCH_STRIPE, Medusa's own Stripe provider is in it. */
export function plainStore() {
  return {
    projectConfig: {
      databaseUrl: process.env.DATABASE_URL,
      http: {
        storeCors: "http://localhost:8000",
        adminCors: "http://localhost:9000",
        authCors: "http://localhost:9000",
        jwtSecret: "bench-only",
        cookieSecret: "bench-only",
      },
    },
    admin: { disable: true },
    modules: process.env.BENCH_STRIPE
      ? [
          {
            resolve: "@medusajs/medusa/payment",
            options: {
              providers: [
                {
                  resolve: "@medusajs/medusa/payment-stripe",
                  id: "stripe",
                  options: { ...STRIPE, capture: true },
                },
              ],
            },
          },
        ]
      : [],
  }
}
