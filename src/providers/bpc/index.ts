import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { BpcPaymentProvider } from "./service"

export default ModuleProvider(Modules.PAYMENT, {
  services: [BpcPaymentProvider],
})
