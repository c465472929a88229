/** What README tells a store developer, word for word; the test of the package does each of these. */
export const README_STEPS = [
  "npm install medusa-payment-bpc",
  'from "medusa-payment-bpc/config"',
  "withBpcPayments(",
  "npx medusa-payment-bpc generate-key",
  "npx bpc-sandbox",
  "allowInsecureGateway",
  "BPC_ENCRYPTION_KEY",
  "BPC_API_URL",
  "BPC_API_KEY",
  "BPC_WEBHOOK_SECRET",
  "BPC_BACKEND_URL",
  "BPC_STOREFRONT_URL",
  "npx medusa db:migrate",
]
