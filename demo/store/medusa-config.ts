import { defineConfig } from "@medusajs/framework/utils"
import { withBpcPayments } from "medusa-payment-bpc/config"

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
    },
    // The demo's gateway is the sandbox, plain http on this machine. A real shop leaves this out.
    { allowInsecureGateway: true }
  )
)
