import { defineConfig } from "@medusajs/framework/utils"
import { withBpcPayments } from "medusa-payment-bpc/config"
import { plainStore } from "./plain"

/** The store that is measured: the plugin as it is packed, from `node_modules`. */
module.exports = defineConfig(
  withBpcPayments(plainStore(), { allowInsecureGateway: true })
)
