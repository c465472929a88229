import Medusa from "@medusajs/js-sdk"

type ShopConfig = { backendUrl: string; publishableKey: string }

/** The server that hands out the page puts the configuration into it, so that one build serves every shop. */
function readConfig(): ShopConfig {
  const written = document.getElementById("shop-config")?.textContent
  if (!written) {
    throw new Error(
      "The page carries no shop configuration. Start the shop with: npm run demo"
    )
  }
  return JSON.parse(written)
}

/** Also what the payment kit needs to know. */
export const shopConfig = readConfig()

export const sdk = new Medusa({
  baseUrl: shopConfig.backendUrl,
  publishableKey: shopConfig.publishableKey,
  auth: {
    type: "jwt",
    jwtTokenStorageMethod: "local",
    jwtTokenStorageKey: "kettle.token",
  },
})
