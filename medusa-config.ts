import { defineConfig } from "@medusajs/framework/utils"
import { infrastructure } from "./integration-tests/support/infrastructure"
import { withBpcPaymentsFrom } from "./src/config/with-bpc-payments"

/**
 * The store that `medusa develop` and the integration tests run here: the plugin from its sources, with everything else as
 * Medusa has it by default. A real store uses `withBpcPayments` instead (README).
 */
module.exports = defineConfig(
  withBpcPaymentsFrom(
    { module: "./src/modules/bpc", provider: "./src/providers/bpc" },
    {
      projectConfig: {
        databaseUrl: process.env.DATABASE_URL,
        ...(process.env.DATABASE_POOL_MAX && {
          databaseDriverOptions: {
            pool: { max: Number(process.env.DATABASE_POOL_MAX) },
          },
        }),
        http: {
          storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
          adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
          authCors: process.env.AUTH_CORS ?? "http://localhost:9000",
          jwtSecret: process.env.JWT_SECRET ?? "development-only",
          cookieSecret: process.env.COOKIE_SECRET ?? "development-only",
        },
      },
      modules: infrastructure(process.env),
      admin: { disable: process.env.MEDUSA_DISABLE_ADMIN === "true" },
    },
    { allowInsecureGateway: process.env.NODE_ENV !== "production" }
  )
)
