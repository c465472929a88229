import { defineConfig } from "@medusajs/framework/utils"
import { withBpcPayments } from "medusa-payment-bpc/config"
import { plainStore } from "../store/plain"

/** What a shop has that installed the plugin, and nothing of the bench's own: its start is measured. */
module.exports = defineConfig(
  withBpcPayments(plainStore(), { allowInsecureGateway: true })
)
