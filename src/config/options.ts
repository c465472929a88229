import { z } from "@medusajs/framework/zod"
import { type CaptureMethod, checkApiUrl, parseCurrency } from "../gateway"

/** Where a setting's value was given; such a value wins over the admin's and is shown there as locked. */
export type OptionSource = "options" | "environment"

/** The options a store may pass; each of them has an environment variable (see `ENVIRONMENT`). */
export type BpcOptions = {
  /** Second part of the provider id: `pp_bpc_<id>`. Default `bpc`. */
  id?: string
  /** 32 bytes in base64, as `npx medusa-payment-bpc generate-key` prints them; during a rotation "new,old". */
  encryptionKey?: string
  /** Public origin (and path prefix) of the Medusa backend, such as `https://api.shop.example`. */
  backendUrl?: string
  /** Origin of the storefront, such as `https://shop.example`. */
  storefrontUrl?: string
  account?: {
    mode?: "test" | "live"
    /** Includes the path: `https://dev.bpcbt.com/api2`. */
    apiUrl?: string
    apiKey?: string
    /** The second channel (Merchant REST API): login and password of its API user, both or neither. */
    apiLogin?: string
    apiPassword?: string
    /** Where that API lies, when that is not beside `apiUrl`: `https://dev.bpcbt.com/payment/rest`. */
    v1ApiUrl?: string
    /** One secret or several; each listed one is accepted. */
    webhookSecret?: string | string[]
    captureMethod?: CaptureMethod
    /** ISO 4217 codes that the account serves; left out, it serves every currency. */
    currencies?: string[]
  }
  /**
   * Id of the store's own workflow by which a paid cart becomes an order, instead of Medusa's `complete-cart`: of the same input (`{ id }`),
   * and it must link the order with the cart as Medusa's does, for example by running Medusa's as a step.
   */
  completeCartWorkflow?: string
  /** Allows an http or private gateway address (the sandbox). Refused in production. */
  allowInsecureGateway?: boolean
  /** Requests a minute that one address may make to the routes that need no login. Default 600; 0 leaves it to your proxy. */
  publicRequestsPerMinute?: number
  /** While nothing is open, the job looks at the database this often at the least, in seconds: 5 to 600. Default 15. */
  idlePauseSeconds?: number
}

/** Options after validation, with environment variables merged in (options win). */
export type ResolvedOptions = {
  id: string
  /** First one encrypts, all of them decrypt; empty when none is given. */
  encryptionKeys: Buffer[]
  backendUrl?: string
  storefrontUrl?: string
  completeCartWorkflow?: string
  account: {
    mode?: "test" | "live"
    apiUrl?: string
    apiKey?: string
    apiLogin?: string
    apiPassword?: string
    v1ApiUrl?: string
    webhookSecrets?: string[]
    captureMethod?: CaptureMethod
    currencies?: string[]
  }
  allowInsecureGateway: boolean
  publicRequestsPerMinute: number
  idlePauseSeconds: number
  /** Which fields were set outside the admin, by dotted option name. */
  sources: Record<string, OptionSource>
}

export const ENVIRONMENT = {
  encryptionKey: "BPC_ENCRYPTION_KEY",
  backendUrl: "BPC_BACKEND_URL",
  storefrontUrl: "BPC_STOREFRONT_URL",
  completeCartWorkflow: "BPC_COMPLETE_CART_WORKFLOW",
  publicRequestsPerMinute: "BPC_PUBLIC_REQUESTS_PER_MINUTE",
  idlePauseSeconds: "BPC_IDLE_PAUSE_SECONDS",
  "account.mode": "BPC_MODE",
  "account.apiUrl": "BPC_API_URL",
  "account.apiKey": "BPC_API_KEY",
  "account.apiLogin": "BPC_API_LOGIN",
  "account.apiPassword": "BPC_API_PASSWORD",
  "account.v1ApiUrl": "BPC_V1_API_URL",
  "account.webhookSecret": "BPC_WEBHOOK_SECRET",
  "account.captureMethod": "BPC_CAPTURE_METHOD",
} as const

type EnvironmentField = keyof typeof ENVIRONMENT

const text = z.string("must be text").trim().min(1, "must not be empty")

const webUrl = text.transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const complaint = !url
    ? "is not a URL"
    : !["http:", "https:"].includes(url.protocol)
      ? "must start with https:// (or http:// on your own machine)"
      : url.username || url.password
        ? "must not carry a user name or password"
        : url.search || url.hash
          ? "must not carry a query or a fragment"
          : undefined
  if (complaint || !url) {
    context.addIssue({ code: "custom", message: complaint ?? "is not a URL" })
    return z.NEVER
  }
  return url.href.replace(/\/+$/, "")
})

const encryptionKeys = text.transform((value, context) => {
  const keys = value.split(",").map((key) => Buffer.from(key.trim(), "base64"))
  if (keys.some((key) => key.length !== 32)) {
    context.addIssue({
      code: "custom",
      message:
        "must be 32 bytes in base64; make one with: npx medusa-payment-bpc generate-key",
    })
    return z.NEVER
  }
  return keys
})

const secrets = z
  .union(
    [text, z.array(text).min(1, "must hold at least one secret")],
    "must be text or a list of texts"
  )
  // A secret may hold a comma: only the environment, which has no lists, is split (`mergeEnvironment`).
  .transform((value) => [value].flat())
  .refine((list) => list.length > 0, "must hold at least one secret")

const LIST = "must be a list of ISO 4217 currencies"
const currencies = z.array(z.string(LIST), LIST).transform((codes, context) =>
  codes.map((code) => {
    const currency = parseCurrency(code)
    if (!currency) {
      context.addIssue({
        code: "custom",
        message: `holds "${code}", which is not an ISO 4217 currency`,
      })
    }
    return currency ?? code
  })
)

const PAUSE = "must be a whole number of seconds from 5 to 600"
const COUNT = "must be a whole number, 0 or more"

const schema = z.strictObject({
  id: z
    .string("must be text")
    .regex(/^[a-z0-9_-]+$/, "may hold only a-z, 0-9, _ and -")
    .default("bpc"),
  encryptionKey: encryptionKeys.optional(),
  backendUrl: webUrl.optional(),
  storefrontUrl: webUrl.optional(),
  completeCartWorkflow: text.optional(),
  account: z
    .strictObject({
      mode: z.enum(["test", "live"], 'must be "test" or "live"').optional(),
      apiUrl: text.optional(),
      apiKey: text.optional(),
      apiLogin: text.optional(),
      apiPassword: text.optional(),
      v1ApiUrl: text.optional(),
      webhookSecret: secrets.optional(),
      captureMethod: z
        .enum(["automatic", "manual"], 'must be "automatic" or "manual"')
        .optional(),
      currencies: currencies.optional(),
    })
    .default({}),
  allowInsecureGateway: z.boolean("must be true or false").default(false),
  publicRequestsPerMinute: z
    .union([z.number(), z.string().regex(/^\d+$/).transform(Number)], COUNT)
    .refine((count) => Number.isSafeInteger(count) && count >= 0, COUNT)
    .default(600),
  idlePauseSeconds: z
    .union([z.number(), z.string().regex(/^\d+$/).transform(Number)], PAUSE)
    .refine(
      (pause) => Number.isSafeInteger(pause) && pause >= 5 && pause <= 600,
      PAUSE
    )
    .default(15),
})

/**
 * Merges options with the environment and checks both.
 *
 * @throws Error with one sentence that names the option (or its environment variable): Medusa stops the boot with it.
 */
export function resolveOptions(
  given: BpcOptions = {},
  env: NodeJS.ProcessEnv = process.env
): ResolvedOptions {
  const { merged, sources } = mergeEnvironment(given, env)
  const parsed = schema.safeParse(merged)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue?.path
      .filter((part) => typeof part === "string")
      .join(".")
    throw optionError(
      issue?.code === "unrecognized_keys"
        ? `${field ? `${field}.` : ""}${issue.keys[0]}`
        : (field ?? ""),
      issue?.code === "unrecognized_keys"
        ? "is not an option of this plugin"
        : (issue?.message ?? "is wrong"),
      sources
    )
  }

  const { account, encryptionKey, ...rest } = parsed.data
  if (rest.allowInsecureGateway && env.NODE_ENV === "production") {
    throw optionError(
      "allowInsecureGateway",
      "is refused in production: card payments must not travel over an open or private address",
      sources
    )
  }
  for (const field of ["apiUrl", "v1ApiUrl"] as const) {
    const address = account[field]
    const checked =
      address === undefined
        ? undefined
        : checkApiUrl(address, { allowInsecure: rest.allowInsecureGateway })
    if (checked && !checked.ok) {
      throw optionError(
        `account.${field}`,
        `is refused: ${checked.error.merchant}`,
        sources
      )
    }
  }
  if (Boolean(account.apiLogin) !== Boolean(account.apiPassword)) {
    const [there, missing] = account.apiLogin
      ? (["account.apiLogin", "account.apiPassword"] as const)
      : (["account.apiPassword", "account.apiLogin"] as const)
    throw optionError(
      missing,
      `(${ENVIRONMENT[missing]}) is needed, because ${there} (${ENVIRONMENT[there]}) is set: give both or neither`,
      sources
    )
  }
  const { webhookSecret, ...accountRest } = account
  return {
    ...rest,
    encryptionKeys: encryptionKey ?? [],
    account: { ...accountRest, webhookSecrets: webhookSecret },
    sources,
  }
}

function mergeEnvironment(given: BpcOptions, env: NodeJS.ProcessEnv) {
  const sources: Record<string, OptionSource> = {}
  const account: Record<string, unknown> = { ...given.account }
  const merged: Record<string, unknown> = {
    ...given,
    // Whatever is no object goes to the schema as it is, to be named there.
    account: isRecord(given.account ?? {}) ? account : given.account,
  }

  const note = (prefix: string, values: object) => {
    for (const [key, value] of Object.entries(values)) {
      if (value !== undefined && key !== "account") {
        sources[`${prefix}${key}`] = "options"
      }
    }
  }
  note("", given)
  note("account.", given.account ?? {})

  for (const [field, variable] of Object.entries(ENVIRONMENT)) {
    const value = env[variable]?.trim()
    if (!value || sources[field]) {
      continue
    }
    const target = field.startsWith("account.") ? account : merged
    target[field.replace("account.", "")] =
      field === "account.webhookSecret" ? commaSeparated(value) : value
    sources[field] = "environment"
  }
  return { merged, sources }
}

function commaSeparated(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function optionError(
  field: string,
  complaint: string,
  sources: Record<string, OptionSource>
): Error {
  const name =
    sources[field] === "environment"
      ? `environment variable ${ENVIRONMENT[field as EnvironmentField]} (option "${field}")`
      : `option "${field}"`
  const error = new Error(
    `medusa-payment-bpc: ${name} ${complaint}.`.replace("..", ".")
  )
  // Medusa prints the stack; the person who reads it needs the sentence alone.
  error.stack = error.message
  return error
}
