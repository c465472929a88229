import { defineConfig } from "@medusajs/framework/utils"
import { withBpcPayments } from "medusa-payment-bpc/config"
import { plainStore } from "./plain"

/** The store that is measured: the plugin as it is packed, from `node_modules`, and a route of the bench's own. */
module.exports = defineConfig(
  withBpcPayments(plainStore(), { allowInsecureGateway: true })
)
