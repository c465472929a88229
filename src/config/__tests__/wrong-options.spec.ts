import { type Env, complaint } from "./complaint"

describe("a wrong value stops the boot with one sentence that names it", () => {
  const SECRET = "sk_live_never-shown"
  const option = (name: string, text: string) =>
    `medusa-payment-bpc: option "${name}" ${text}.`
  const variable = (name: string, field: string, text: string) =>
    `medusa-payment-bpc: environment variable ${name} (option "${field}") ${text}.`
  const WEB = "must start with https:// (or http:// on your own machine)"
  // prettier-ignore
  const cases: { name: string; options?: unknown; env?: Env; answer: string }[] = [
    { name: "an id in capitals", options: { id: "Main" }, answer: option("id", "may hold only a-z, 0-9, _ and -") },
    { name: "an empty id", options: { id: "" }, answer: option("id", "may hold only a-z, 0-9, _ and -") },
    { name: "an id with a slash", options: { id: "a/b" }, answer: option("id", "may hold only a-z, 0-9, _ and -") },
    { name: "an empty encryption key", options: { encryptionKey: "" }, answer: option("encryptionKey", "must not be empty") },
    { name: "a backend that is no URL", options: { backendUrl: "shop" }, answer: option("backendUrl", "is not a URL") },
    { name: "a backend without a scheme", options: { backendUrl: "localhost:9000" }, answer: option("backendUrl", WEB) },
    { name: "a backend with a password", options: { backendUrl: `https://me:${SECRET}@shop.example` }, answer: option("backendUrl", "must not carry a user name or password") },
    { name: "a backend with a query", options: { backendUrl: "https://shop.example?a=1" }, answer: option("backendUrl", "must not carry a query or a fragment") },
    { name: "a storefront with a fragment", options: { storefrontUrl: "https://shop.example/#a" }, answer: option("storefrontUrl", "must not carry a query or a fragment") },
    { name: "a storefront that is a script", options: { storefrontUrl: "javascript:alert(1)" }, answer: option("storefrontUrl", WEB) },
    { name: "a storefront in the environment", env: { BPC_STOREFRONT_URL: "ftp://shop.example" }, answer: variable("BPC_STOREFRONT_URL", "storefrontUrl", WEB) },
    { name: "a backend in the environment", env: { BPC_BACKEND_URL: "shop" }, answer: variable("BPC_BACKEND_URL", "backendUrl", "is not a URL") },
    { name: "a mode", options: { account: { mode: "sandbox" } }, answer: option("account.mode", 'must be "test" or "live"') },
    { name: "a mode in the environment", env: { BPC_MODE: "LIVE" }, answer: variable("BPC_MODE", "account.mode", 'must be "test" or "live"') },
    { name: "a capture method", options: { account: { captureMethod: "later" } }, answer: option("account.captureMethod", 'must be "automatic" or "manual"') },
    { name: "a capture method in the environment", env: { BPC_CAPTURE_METHOD: "later" }, answer: variable("BPC_CAPTURE_METHOD", "account.captureMethod", 'must be "automatic" or "manual"') },
    { name: "an empty API key", options: { account: { apiKey: " " } }, answer: option("account.apiKey", "must not be empty") },
    { name: "an empty API password", options: { account: { apiLogin: "shop-api", apiPassword: " " } }, answer: option("account.apiPassword", "must not be empty") },
    { name: "an address of the second channel in the environment", env: { BPC_V1_API_URL: "ftp://bank.example" }, answer: variable("BPC_V1_API_URL", "account.v1ApiUrl", "is refused: The gateway's address must begin with https://") },
    { name: "an empty webhook secret", options: { account: { webhookSecret: "" } }, answer: option("account.webhookSecret", "must not be empty") },
    { name: "an empty list of webhook secrets", options: { account: { webhookSecret: [] } }, answer: option("account.webhookSecret", "must hold at least one secret") },
    { name: "an empty webhook secret in a list", options: { account: { webhookSecret: [SECRET, ""] } }, answer: option("account.webhookSecret", "must not be empty") },
    { name: "a list of no webhook secrets", options: { account: { webhookSecret: [] } }, answer: option("account.webhookSecret", "must hold at least one secret") },
    { name: "webhook secrets of commas in the environment", env: { BPC_WEBHOOK_SECRET: "," }, answer: variable("BPC_WEBHOOK_SECRET", "account.webhookSecret", "must hold at least one secret") },
    { name: "a currency that ISO 4217 lacks", options: { account: { currencies: ["EUR", "EURO"] } }, answer: option("account.currencies", 'holds "EURO", which is not an ISO 4217 currency') },
    { name: "gold", options: { account: { currencies: ["XAU"] } }, answer: option("account.currencies", 'holds "XAU", which is not an ISO 4217 currency') },
    { name: "an unknown option", options: { apiKey: SECRET }, answer: option("apiKey", "is not an option of this plugin") },
    { name: "an unknown option of the account", options: { account: { apikey: SECRET } }, answer: option("account.apikey", "is not an option of this plugin") },
  ]
  it.each(cases)("$name", ({ options, env, answer }) => {
    expect(complaint(options, env)).toBe(answer)
    expect(complaint(options, env)).not.toContain(SECRET)
  })

  // prettier-ignore
  const wrongTypes: { name: string; options: unknown }[] = [
    { name: "id", options: { id: 7 } },
    { name: "encryptionKey", options: { encryptionKey: Buffer.alloc(32, 1) } },
    { name: "backendUrl", options: { backendUrl: new URL("https://shop.example") } },
    { name: "storefrontUrl", options: { storefrontUrl: null } },
    { name: "account.mode", options: { account: { mode: true } } },
    { name: "account.apiUrl", options: { account: { apiUrl: 7 } } },
    { name: "account.apiKey", options: { account: { apiKey: { key: SECRET } } } },
    { name: "account.webhookSecret", options: { account: { webhookSecret: 7 } } },
    { name: "account.webhookSecret", options: { account: { webhookSecret: [7] } } },
    { name: "account.captureMethod", options: { account: { captureMethod: 7 } } },
    { name: "account.currencies", options: { account: { currencies: "EUR" } } },
    { name: "account.currencies", options: { account: { currencies: [978] } } },
    { name: "allowInsecureGateway", options: { allowInsecureGateway: "true" } },
  ]
  it.each(wrongTypes)(
    "a value of the wrong type for $name: $options",
    ({ name, options }) => {
      const answer = complaint(options)
      expect(answer).toMatch(
        new RegExp(
          `^medusa-payment-bpc: option "${name}" (must|may|is|holds) [^.]+\\.$`
        )
      )
      expect(answer).not.toContain(SECRET)
    }
  )
})
