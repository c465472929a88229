import { type BpcOptions, ENVIRONMENT, resolveOptions } from "../options"
import { type Env, complaint } from "./complaint"

const KEY = Buffer.alloc(32, 1)
const OLD_KEY = Buffer.alloc(32, 2)
const key = KEY.toString("base64")
const oldKey = OLD_KEY.toString("base64")
const URL_V2 = "https://dev.bpcbt.com/api2"
const URL_V1 = "https://dev.bpcbt.com/payment/rest"

/** What was resolved, without the fields that nobody set. */
function resolved(options?: unknown, env: Env = {}) {
  return JSON.parse(
    JSON.stringify(
      resolveOptions(options as BpcOptions, env),
      (name, value: unknown) =>
        name === "encryptionKeys" && Array.isArray(value) ? value.length : value
    )
  ) as unknown
}

const nothing = {
  id: "bpc",
  encryptionKeys: 0,
  account: {},
  allowInsecureGateway: false,
  publicRequestsPerMinute: 600,
  idlePauseSeconds: 15,
  sources: {},
}

it.each([
  { given: undefined },
  { given: {} },
  { given: { account: {} } },
  { given: { account: undefined } },
])("nothing has to be given: $given", ({ given }) => {
  expect(resolved(given)).toEqual(nothing)
})

it("everything may be given as options", () => {
  const options: Required<BpcOptions> = {
    id: "second-shop_2",
    encryptionKey: `${key},${oldKey}`,
    backendUrl: "https://api.shop.example/medusa/",
    storefrontUrl: " https://shop.example ",
    completeCartWorkflow: " split-by-vendor ",
    account: {
      mode: "live",
      apiUrl: URL_V2,
      apiKey: "live-key",
      apiLogin: "shop-api",
      apiPassword: "live-password",
      v1ApiUrl: URL_V1,
      webhookSecret: ["one", " two "],
      captureMethod: "manual",
      currencies: ["eur", "KWD"],
    },
    allowInsecureGateway: true,
    publicRequestsPerMinute: 0,
    idlePauseSeconds: 600,
  }
  expect(resolved(options)).toEqual({
    id: "second-shop_2",
    encryptionKeys: 2,
    backendUrl: "https://api.shop.example/medusa",
    storefrontUrl: "https://shop.example",
    completeCartWorkflow: "split-by-vendor",
    account: {
      mode: "live",
      apiUrl: URL_V2,
      apiKey: "live-key",
      apiLogin: "shop-api",
      apiPassword: "live-password",
      v1ApiUrl: URL_V1,
      webhookSecrets: ["one", "two"],
      captureMethod: "manual",
      currencies: ["EUR", "KWD"],
    },
    allowInsecureGateway: true,
    publicRequestsPerMinute: 0,
    idlePauseSeconds: 600,
    sources: Object.fromEntries(
      [
        "id",
        "encryptionKey",
        "backendUrl",
        "storefrontUrl",
        "completeCartWorkflow",
        "allowInsecureGateway",
        "publicRequestsPerMinute",
        "idlePauseSeconds",
        "account.mode",
        "account.apiUrl",
        "account.apiKey",
        "account.apiLogin",
        "account.apiPassword",
        "account.v1ApiUrl",
        "account.webhookSecret",
        "account.captureMethod",
        "account.currencies",
      ].map((name) => [name, "options"])
    ),
  })
})

it("leaves the given options as they were", () => {
  const options = Object.freeze({ account: Object.freeze({ apiKey: "a" }) })
  expect(() => resolveOptions(options, { BPC_MODE: "live" })).not.toThrow()
})

describe("each environment variable", () => {
  type Case = {
    variable: (typeof ENVIRONMENT)[keyof typeof ENVIRONMENT]
    value: string
    field: keyof typeof ENVIRONMENT
    sets: object
    option: BpcOptions
    wins: object
  }
  // prettier-ignore
  const table: Case[] = [
    { variable: "BPC_ENCRYPTION_KEY", value: `${key},${oldKey}`, field: "encryptionKey", sets: { encryptionKeys: 2 }, option: { encryptionKey: key }, wins: { encryptionKeys: 1 } },
    { variable: "BPC_BACKEND_URL", value: "https://api.env.example/", field: "backendUrl", sets: { backendUrl: "https://api.env.example" }, option: { backendUrl: "http://localhost:9000" }, wins: { backendUrl: "http://localhost:9000" } },
    { variable: "BPC_STOREFRONT_URL", value: "https://env.example", field: "storefrontUrl", sets: { storefrontUrl: "https://env.example" }, option: { storefrontUrl: "https://option.example" }, wins: { storefrontUrl: "https://option.example" } },
    { variable: "BPC_IDLE_PAUSE_SECONDS", value: "300", field: "idlePauseSeconds", sets: { idlePauseSeconds: 300 }, option: { idlePauseSeconds: 60 }, wins: { idlePauseSeconds: 60 } },
    { variable: "BPC_COMPLETE_CART_WORKFLOW", value: "from-env", field: "completeCartWorkflow", sets: { completeCartWorkflow: "from-env" }, option: { completeCartWorkflow: "from-options" }, wins: { completeCartWorkflow: "from-options" } },
    { variable: "BPC_PUBLIC_REQUESTS_PER_MINUTE", value: "60", field: "publicRequestsPerMinute", sets: { publicRequestsPerMinute: 60 }, option: { publicRequestsPerMinute: 0 }, wins: { publicRequestsPerMinute: 0 } },
    { variable: "BPC_MODE", value: "live", field: "account.mode", sets: { account: { mode: "live" } }, option: { account: { mode: "test" } }, wins: { account: { mode: "test" } } },
    { variable: "BPC_API_URL", value: URL_V2, field: "account.apiUrl", sets: { account: { apiUrl: URL_V2 } }, option: { account: { apiUrl: "https://option.example/api2" } }, wins: { account: { apiUrl: "https://option.example/api2" } } },
    { variable: "BPC_API_KEY", value: " env-key\n", field: "account.apiKey", sets: { account: { apiKey: "env-key" } }, option: { account: { apiKey: "option-key" } }, wins: { account: { apiKey: "option-key" } } },
    { variable: "BPC_V1_API_URL", value: URL_V1, field: "account.v1ApiUrl", sets: { account: { v1ApiUrl: URL_V1 } }, option: { account: { v1ApiUrl: "https://option.example/rest" } }, wins: { account: { v1ApiUrl: "https://option.example/rest" } } },
    { variable: "BPC_WEBHOOK_SECRET", value: "new, old ,", field: "account.webhookSecret", sets: { account: { webhookSecrets: ["new", "old"] } }, option: { account: { webhookSecret: "option" } }, wins: { account: { webhookSecrets: ["option"] } } },
    { variable: "BPC_CAPTURE_METHOD", value: "manual", field: "account.captureMethod", sets: { account: { captureMethod: "manual" } }, option: { account: { captureMethod: "automatic" } }, wins: { account: { captureMethod: "automatic" } } },
  ]

  it("has its line in this table, but for the two that only go together", () => {
    expect(
      [
        ...table.map(({ variable }) => variable),
        "BPC_API_LOGIN",
        "BPC_API_PASSWORD",
      ].sort()
    ).toEqual(Object.values(ENVIRONMENT).sort())
  })

  it.each(table)(
    "$variable sets $field",
    ({ variable, value, field, sets }) => {
      expect(resolved({}, { [variable]: value })).toEqual({
        ...nothing,
        ...sets,
        sources: { [field]: "environment" },
      })
    }
  )

  it.each(table)(
    "$variable gives way to the option $field",
    ({ variable, value, field, option, wins }) => {
      expect(resolved(option, { [variable]: value })).toEqual({
        ...nothing,
        ...wins,
        sources: { [field]: "options" },
      })
    }
  )

  it.each(table)(
    "$variable is used where the option is left undefined",
    ({ variable, value, field, option, sets }) => {
      const undefinedInside = JSON.parse(
        JSON.stringify(option),
        (_, inner: unknown) => (typeof inner === "object" ? inner : undefined)
      ) as BpcOptions
      expect(resolved(undefinedInside, { [variable]: value })).toMatchObject({
        ...sets,
        sources: { [field]: "environment" },
      })
    }
  )

  it.each(table)(
    "$variable counts as not set when it is blank",
    ({ variable }) => {
      expect(resolved({}, { [variable]: "  " })).toEqual(nothing)
    }
  )

  it("and option are taken together, field by field", () => {
    expect(
      resolved(
        { account: { apiUrl: URL_V2, captureMethod: "manual" } },
        {
          BPC_API_KEY: "env-key",
          BPC_CAPTURE_METHOD: "automatic",
          BPC_MODE: "live",
        }
      )
    ).toMatchObject({
      account: {
        apiUrl: URL_V2,
        apiKey: "env-key",
        captureMethod: "manual",
        mode: "live",
      },
      sources: {
        "account.apiUrl": "options",
        "account.captureMethod": "options",
        "account.apiKey": "environment",
        "account.mode": "environment",
      },
    })
  })
})

describe("the login for the second channel", () => {
  it("comes from options and environment, half by half", () => {
    expect(
      resolved(
        { account: { apiLogin: "shop-api" } },
        { BPC_API_LOGIN: "env-api", BPC_API_PASSWORD: " pass word " }
      )
    ).toMatchObject({
      account: { apiLogin: "shop-api", apiPassword: "pass word" },
      sources: {
        "account.apiLogin": "options",
        "account.apiPassword": "environment",
      },
    })
  })

  // prettier-ignore
  const halves: { name: string; options?: unknown; env?: Env; missing: string; there: string }[] = [
    { name: "a login in the options", options: { account: { apiLogin: "hidden" } }, missing: "account.apiPassword", there: "account.apiLogin" },
    { name: "a password in the environment", env: { BPC_API_PASSWORD: "hidden" }, missing: "account.apiLogin", there: "account.apiPassword" },
  ]
  it.each(halves)(
    "is refused by halves: $name",
    ({ options, env, missing, there }) => {
      const answer = complaint(options, env)
      expect(answer).toMatch(
        new RegExp(
          `^medusa-payment-bpc: option "${missing}" .*because ${there}.*both or neither\\.$`
        )
      )
      expect(answer).not.toContain("hidden")
    }
  )
})

describe("encryption keys", () => {
  it("are used in the order given, with white space allowed between them", () => {
    const { encryptionKeys } = resolveOptions(
      { encryptionKey: ` ${key} , ${oldKey} ` },
      {}
    )
    expect(encryptionKeys).toEqual([KEY, OLD_KEY])
  })

  // prettier-ignore
  const cases = [
    { name: "16 bytes", value: Buffer.alloc(16, 7).toString("base64") },
    { name: "33 bytes", value: Buffer.alloc(33, 7).toString("base64") },
    { name: "64 hex digits", value: KEY.toString("hex") },
    { name: "a passphrase", value: "correct horse battery staple" },
    { name: "a good one and a short one", value: `${key},${Buffer.alloc(8, 7).toString("base64")}` },
    { name: "a good one and nothing", value: `${key},` },
  ]
  it.each(cases)(
    "of the wrong length are refused without being shown: $name",
    ({ value }) => {
      const asOption = complaint({ encryptionKey: value })
      const asVariable = complaint({}, { BPC_ENCRYPTION_KEY: value })
      expect(asOption).toBe(
        'medusa-payment-bpc: option "encryptionKey" must be 32 bytes in base64; make one with: npx medusa-payment-bpc generate-key.'
      )
      expect(asVariable).toBe(
        'medusa-payment-bpc: environment variable BPC_ENCRYPTION_KEY (option "encryptionKey") must be 32 bytes in base64; make one with: npx medusa-payment-bpc generate-key.'
      )
      for (const part of value.split(",").filter((text) => text.length > 3)) {
        expect(asOption + asVariable).not.toContain(part)
      }
    }
  )
})

describe("webhook secrets", () => {
  // prettier-ignore
  const cases: { name: string; given: string | string[]; secrets: string[] }[] = [
    { name: "one", given: "whsec", secrets: ["whsec"] },
    { name: "a text with a comma, which is one secret", given: "wh$ec,1", secrets: ["wh$ec,1"] },
    { name: "several in a list", given: ["new", "old"], secrets: ["new", "old"] },
    { name: "white space of a paste", given: [" new ", "\told\n"], secrets: ["new", "old"] },
    { name: "a comma inside a listed one", given: ["a,b"], secrets: ["a,b"] },
  ]
  it.each(cases)("are each accepted: $name", ({ given, secrets }) => {
    expect(
      resolveOptions({ account: { webhookSecret: given } }, {}).account
        .webhookSecrets
    ).toEqual(secrets)
  })
})

describe("the gateway's address", () => {
  type Case = { apiUrl: string; strict: boolean; insecure: boolean }
  // prettier-ignore
  const cases: Case[] = [
    { apiUrl: "https://dev.bpcbt.com/api2", strict: true, insecure: true },
    { apiUrl: "https://dev.bpcbt.com/api2/", strict: true, insecure: true },
    { apiUrl: "http://dev.bpcbt.com/api2", strict: false, insecure: true },
    { apiUrl: "http://localhost:4010/api2", strict: false, insecure: true },
    { apiUrl: "https://localhost/api2", strict: false, insecure: true },
    { apiUrl: "http://127.0.0.1:4010/api2", strict: false, insecure: true },
    { apiUrl: "https://10.0.0.7/api2", strict: false, insecure: true },
    { apiUrl: "https://192.168.1.4/api2", strict: false, insecure: true },
    { apiUrl: "https://[::1]/api2", strict: false, insecure: true },
    { apiUrl: "http://169.254.169.254/latest", strict: false, insecure: false },
    { apiUrl: "https://[fe80::1]/api2", strict: false, insecure: false },
    { apiUrl: "http://metadata.google.internal/", strict: false, insecure: false },
    { apiUrl: "https://user:hidden@dev.bpcbt.com/api2", strict: false, insecure: false },
    { apiUrl: "https://dev.bpcbt.com/api2?key=hidden", strict: false, insecure: false },
    { apiUrl: "dev.bpcbt.com/api2", strict: false, insecure: false },
    { apiUrl: "ftp://dev.bpcbt.com/api2", strict: false, insecure: false },
  ]
  it.each(cases)(
    "$apiUrl is allowed: $strict, with allowInsecureGateway: $insecure",
    ({ apiUrl, strict, insecure }) => {
      const account = { apiUrl }
      // prettier-ignore
      const answers = [
        { allowed: strict, text: complaint({ account }), name: 'option "account.apiUrl"' },
        { allowed: insecure, text: complaint({ account, allowInsecureGateway: true }), name: 'option "account.apiUrl"' },
        { allowed: strict, text: complaint({}, { BPC_API_URL: apiUrl }), name: 'environment variable BPC_API_URL (option "account.apiUrl")' },
      ]
      for (const { allowed, text, name } of answers) {
        if (allowed) {
          expect(text).toBe("accepted")
        } else {
          expect(text.startsWith(`medusa-payment-bpc: ${name}`)).toBe(true)
          expect(text).toMatch(/gateway's address .*\.$/)
          expect(text).not.toContain("hidden")
        }
      }
    }
  )

  // prettier-ignore
  const inProduction = [
    { env: "production", allow: true, answer: 'medusa-payment-bpc: option "allowInsecureGateway" is refused in production: card payments must not travel over an open or private address.' },
    { env: "production", allow: false, answer: "accepted" },
    { env: "development", allow: true, answer: "accepted" },
    { env: "test", allow: true, answer: "accepted" },
    { env: undefined, allow: true, answer: "accepted" },
  ]
  it.each(inProduction)(
    "in $env, allowInsecureGateway $allow: $answer",
    ({ env, allow, answer }) => {
      expect(
        complaint({ allowInsecureGateway: allow }, { NODE_ENV: env })
      ).toBe(answer)
    }
  )
})
