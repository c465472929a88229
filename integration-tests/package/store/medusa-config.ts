import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import { withBpcPayments } from "medusa-payment-bpc/config"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

module.exports = defineConfig(
  withBpcPayments(
    {
      projectConfig: {
        databaseUrl: process.env.DATABASE_URL,
        http: {
          storeCors: process.env.STORE_CORS ?? "",
          adminCors: process.env.ADMIN_CORS ?? "",
          authCors: process.env.AUTH_CORS ?? "",
          jwtSecret: process.env.JWT_SECRET,
          cookieSecret: process.env.COOKIE_SECRET,
        },
      },
      admin: { disable: process.env.DISABLE_ADMIN === "true" },
    },
    // The gateway of this store is the sandbox, plain http on this machine.
    { allowInsecureGateway: true }
  )
)
