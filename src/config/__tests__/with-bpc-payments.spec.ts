import { withBpcPayments, withBpcPaymentsFrom } from "../with-bpc-payments"

const PLUGIN = "medusa-payment-bpc"
const PROVIDER = "medusa-payment-bpc/providers/bpc"
const PAYMENT = "@medusajs/medusa/payment"
const LOCATION = {
  module: "./src/modules/bpc",
  provider: "./src/providers/bpc",
}
const DEPENDENCIES = ["bpc"]

type StoreConfig = {
  projectConfig?: object
  plugins?: unknown[]
  modules?: unknown[] | Record<string, unknown>
}

const ours = (options: object = {}, id = "bpc") => ({
  resolve: PROVIDER,
  id,
  options,
})
const stripe = {
  resolve: "@medusajs/medusa/payment-stripe",
  id: "stripe",
  options: { apiKey: "sk" },
}
const cache = {
  resolve: "@medusajs/medusa/cache-redis",
  options: { redisUrl: "redis://" },
}
const store = (config: StoreConfig): StoreConfig => config

let environment: NodeJS.ProcessEnv
beforeEach(() => {
  environment = process.env
  process.env = { NODE_ENV: "test" }
})
afterEach(() => {
  process.env = environment
})

describe("the payment module gets the provider and its dependencies", () => {
  const added = {
    resolve: PAYMENT,
    dependencies: DEPENDENCIES,
    options: { providers: [ours()] },
  }
  // prettier-ignore
  const cases: { name: string; modules: StoreConfig["modules"]; expected: StoreConfig["modules"] }[] = [
    { name: "no modules", modules: undefined, expected: [added] },
    { name: "an empty list", modules: [], expected: [added] },
    { name: "an empty object", modules: {}, expected: { payment: added } },
    { name: "a list without it", modules: [cache], expected: [cache, added] },
    { name: "an object without it", modules: { cache }, expected: { cache, payment: added } },
    { name: "an object that switches it on", modules: { payment: true }, expected: { payment: added } },
    { name: "a list that gives it by resolve", modules: [{ resolve: PAYMENT }, cache], expected: [added, cache] },
    { name: "a list that gives it by its package", modules: [{ resolve: "@medusajs/payment" }], expected: [{ ...added, resolve: "@medusajs/payment" }] },
    { name: "a list that gives it by key", modules: [{ key: "payment", resolve: "./my-payment" }], expected: [{ ...added, key: "payment", resolve: "./my-payment" }] },
    { name: "an object that gives it", modules: { payment: { resolve: "@medusajs/payment" } }, expected: { payment: { ...added, resolve: "@medusajs/payment" } } },
    { name: "entries that are no objects", modules: ["./src/modules/mine", null, cache], expected: ["./src/modules/mine", null, cache, added] },
    { name: "other providers, options and dependencies in a list", modules: [{ resolve: PAYMENT, dependencies: ["mine", "locking"], options: { providers: [stripe], other: 1 }, definition: { isQueryable: true } }], expected: [{ resolve: PAYMENT, dependencies: ["mine", "locking", "bpc"], options: { providers: [stripe, ours()], other: 1 }, definition: { isQueryable: true } }] },
    { name: "other providers, options and dependencies in an object", modules: { payment: { resolve: PAYMENT, dependencies: ["mine"], options: { providers: [stripe], other: 1 } } }, expected: { payment: { resolve: PAYMENT, dependencies: ["mine", ...DEPENDENCIES], options: { providers: [stripe, ours()], other: 1 } } } },
    { name: "a provider that is no object", modules: [{ resolve: PAYMENT, options: { providers: ["./mine"] } }], expected: [{ resolve: PAYMENT, dependencies: DEPENDENCIES, options: { providers: ["./mine", ours()] } }] },
    { name: "providers that are no list", modules: [{ resolve: PAYMENT, options: { providers: undefined } }], expected: [added] },
  ]
  it.each(cases)("$name", ({ modules, expected }) => {
    const config = store(modules === undefined ? {} : { modules })
    const before = JSON.stringify(config)
    expect(withBpcPayments(config).modules).toEqual(expected)
    expect(JSON.stringify(config)).toBe(before)
  })

  it("as arrays of their own, since Medusa adds to them", () => {
    const dependencies = ["mine"]
    const providers = [stripe]
    withBpcPayments(
      store({
        modules: [{ resolve: PAYMENT, dependencies, options: { providers } }],
      })
    )
    expect({ dependencies, providers }).toEqual({
      dependencies: ["mine"],
      providers: [stripe],
    })
  })
})

describe("the plugin is added", () => {
  const entry = (options: object = {}) => ({ resolve: PLUGIN, options })
  // prettier-ignore
  const cases: { name: string; plugins: unknown[] | undefined; expected: unknown[] }[] = [
    { name: "no plugins", plugins: undefined, expected: [entry()] },
    { name: "other plugins are kept in their order", plugins: ["a", { resolve: "b", options: { x: 1 } }], expected: ["a", { resolve: "b", options: { x: 1 } }, entry()] },
    { name: "once, when it is there by name", plugins: [PLUGIN, "a"], expected: ["a", entry()] },
    { name: "once, when it is there with the same options", plugins: [entry()], expected: [entry()] },
  ]
  it.each(cases)("$name", ({ plugins, expected }) => {
    expect(withBpcPayments(store(plugins ? { plugins } : {})).plugins).toEqual(
      expected
    )
  })
})

describe("the rest of the config", () => {
  it("is kept as it is", () => {
    const projectConfig = { databaseUrl: "postgres://" }
    const config = {
      projectConfig,
      admin: { disable: true },
      featureFlags: { a: true },
    }
    expect(withBpcPayments(config)).toMatchObject(config)
    expect(withBpcPayments(config).projectConfig).toBe(projectConfig)
  })

  it("gets the options in plugin and provider, each a copy of its own", () => {
    const options = { id: "cards", backendUrl: "https://api.shop.example" }
    const config = withBpcPayments(store({}), options)
    expect(config.plugins).toEqual([{ resolve: PLUGIN, options }])
    expect(config.modules).toEqual([
      expect.objectContaining({
        options: { providers: [ours(options, "cards")] },
      }),
    ])
    options.id = "changed later"
    expect(JSON.stringify(config)).not.toContain("changed later")
  })
})

describe("calling it twice", () => {
  const list = [cache, { resolve: PAYMENT, options: { providers: [stripe] } }]
  const object = {
    cache,
    payment: { resolve: PAYMENT, options: { providers: [stripe] } },
  }
  it.each<{ name: string; modules: StoreConfig["modules"] }>([
    { name: "without modules", modules: undefined },
    { name: "with a list", modules: list },
    { name: "with an object", modules: object },
  ])("doubles nothing: $name", ({ modules }) => {
    const once = withBpcPayments(
      store(modules === undefined ? {} : { modules })
    )
    expect(withBpcPayments(once)).toEqual(once)
    const local = withBpcPaymentsFrom(
      LOCATION,
      store(modules === undefined ? {} : { modules })
    )
    expect(withBpcPaymentsFrom(LOCATION, local)).toEqual(local)
  })

  it.each([
    ["ids", { id: "one" }, { id: "two" }],
    ["accounts", { account: { mode: "test" } }, { account: { mode: "live" } }],
  ] as const)(
    "with two %s stops the boot and says what to do",
    (_, one, two) => {
      expect(() =>
        withBpcPayments(withBpcPayments(store({}), one), two)
      ).toThrow(/configured twice.*one call of withBpcPayments/)
    }
  )

  it("keeps a provider that is listed under another id: its orders are refunded through it", () => {
    const former = { resolve: PROVIDER, id: "former" }
    const { modules } = withBpcPayments(
      store({
        modules: [{ resolve: PAYMENT, options: { providers: [former] } }],
      })
    )
    expect(modules).toEqual([
      expect.objectContaining({ options: { providers: [former, ours()] } }),
    ])
  })
})

describe("from another place", () => {
  // prettier-ignore
  const cases: { name: string; modules: StoreConfig["modules"]; expected: unknown }[] = [
    { name: "a list", modules: [cache], expected: [cache, expect.objectContaining({ resolve: PAYMENT }), { resolve: LOCATION.module, options: {} }] },
    { name: "an object", modules: { cache }, expected: { cache, payment: expect.objectContaining({ resolve: PAYMENT }), bpc: { resolve: LOCATION.module, options: {} } } },
  ]
  it.each(cases)(
    "the module is added instead of the plugin: $name",
    ({ modules, expected }) => {
      const config = withBpcPaymentsFrom(
        LOCATION,
        store({ modules: modules ?? [] })
      )
      expect(config.plugins).toBeUndefined()
      expect(config.modules).toEqual(expected)
    }
  )
})

describe("what is wrong stops the boot", () => {
  // prettier-ignore
  const cases: { name: string; options: object; env: Record<string, string>; says: RegExp }[] = [
    { name: "an option", options: { id: "A B" }, env: {}, says: /option "id"/ },
    { name: "an unknown option", options: { key: "x" }, env: {}, says: /option "key" is not an option/ },
    { name: "an environment variable", options: {}, env: { BPC_MODE: "prod" }, says: /environment variable BPC_MODE/ },
  ]
  it.each(cases)("$name", ({ options, env, says }) => {
    Object.assign(process.env, env)
    expect(() => withBpcPayments(store({}), options)).toThrow(says)
  })

  it("the environment's values are not written into the config", () => {
    Object.assign(process.env, { BPC_API_KEY: "env-secret" })
    expect(JSON.stringify(withBpcPayments(store({})))).not.toContain(
      "env-secret"
    )
  })
})
