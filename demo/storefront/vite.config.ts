import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: {
      // The kit by the name under which every shop installs it; here it needs no build of its own.
      "medusa-payment-bpc-storefront": fileURLToPath(
        new URL(
          "../../packages/medusa-payment-bpc-storefront/src",
          import.meta.url
        )
      ),
    },
  },
})
