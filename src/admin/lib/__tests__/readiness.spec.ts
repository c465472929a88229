import { overruledBy, servesCurrency, setup, type Shop } from "../readiness"
import type { Account } from "../../../api-schemas/accounts"

const PROVIDER = "pp_bpc_bpc"

const account = (change: Partial<Account> = {}): Account => ({
  id: "bpcacc_1",
  name: "Euro shop",
  mode: "test",
  api_url: "https://dev.bpcbt.com/api2",
  api_key_last4: "9f3a",
  api_key_set_at: null,
  api_key_set_by: null,
  webhook_secret_last4: "77c1",
  webhook_secret_set_at: null,
  webhook_secret_set_by: null,
  next_webhook_secret_last4: null,
  next_webhook_secret_set_at: null,
  next_webhook_secret_set_by: null,
  api_login_last4: null,
  api_login_set_at: null,
  api_login_set_by: null,
  api_password_last4: null,
  api_password_set_at: null,
  api_password_set_by: null,
  v1_api_url: null,
  signature_layout: null,
  signature_layout_at: null,
  currencies: ["EUR"],
  source: "admin",
  readable: true,
  problem: null,
  open_sessions: 0,
  created_at: null,
  updated_at: null,
  ...change,
})

const region = (currency_code: string, ...providers: string[]) => ({
  currency_code,
  payment_providers: providers.map((id) => ({ id })),
})

const selling: Shop = {
  accounts: [account()],
  mode: "test",
  regions: [region("eur", "pp_system_default", PROVIDER)],
  providerId: PROVIDER,
  encryption: "ready",
  lastGoodWebhook: "2026-11-20T12:00:00.000Z",
}

const open = (change: Partial<Shop>, connected = true) =>
  setup({ ...selling, ...change }, connected)
    .steps.filter(({ done }) => !done)
    .map(({ name }) => name)

describe("the steps to a shop that sells", () => {
  it.each<[string, Partial<Shop>, boolean, string[]]>([
    ["everything is set up", {}, true, []],
    ["nothing was asked of the gateway lately", {}, false, []],
    [
      "nothing is set up",
      { accounts: [], regions: [region("eur")], lastGoodWebhook: null },
      false,
      ["account", "connection", "webhook", "region"],
    ],
    [
      "the encryption key is missing",
      { accounts: [], encryption: "missing" },
      false,
      ["key", "account", "connection", "webhook", "region"],
    ],
    [
      "the key is missing but the account comes from the environment",
      { encryption: "missing" },
      true,
      [],
    ],
    [
      "the account is of the other mode",
      { mode: "live" },
      false,
      ["account", "connection", "webhook", "region"],
    ],
    [
      "the account's secrets cannot be read",
      { accounts: [account({ readable: false })] },
      false,
      ["account", "connection", "webhook"],
    ],
    [
      "the gateway refuses the key",
      { lastGoodWebhook: null },
      false,
      ["connection", "webhook"],
    ],
    ["no webhook came yet", { lastGoodWebhook: null }, true, ["webhook"]],
    [
      "the webhook secret is missing",
      { accounts: [account({ webhook_secret_last4: null })] },
      true,
      ["webhook"],
    ],
    [
      "the provider is off everywhere",
      { regions: [region("eur", "pp_system_default")] },
      true,
      ["region"],
    ],
    [
      "it is on only where no account serves the currency",
      { regions: [region("kwd", PROVIDER), region("eur")] },
      true,
      ["region"],
    ],
  ])("when %s", (_, change, connected, expected) => {
    expect(open(change, connected)).toEqual(expected)
  })

  it("ask the gateway until the shop sells, and not afterwards", () => {
    expect(setup({ ...selling, lastGoodWebhook: null }, false).testNow).toBe(
      true
    )
    expect(setup(selling, false).testNow).toBe(false)
    expect(setup({ ...selling, accounts: [] }, false).testNow).toBe(false)
  })
})

describe("a currency", () => {
  it.each<[string, string[] | null, string, boolean]>([
    ["that is listed is served", ["EUR", "USD"], "usd", true],
    ["that is not listed is not", ["EUR"], "usd", false],
    ["is served by an account of every currency", null, "kwd", true],
    ["is served by an account with an empty list", [], "kwd", true],
  ])("%s", (_, currencies, currency, expected) => {
    expect(servesCurrency([account({ currencies })], "test", currency)).toBe(
      expected
    )
    expect(servesCurrency([account({ currencies })], "live", currency)).toBe(
      false
    )
  })
})

describe("an account of the admin beside the one of the configuration", () => {
  const fixed = (change: Partial<Account>) =>
    account({ id: "config-test-gateway", source: "environment", ...change })

  it.each<[string, Partial<Account>, Partial<Account>, boolean]>([
    ["serves every currency", { currencies: null }, {}, true],
    [
      "serves every currency, as this one",
      { currencies: null },
      { currencies: null },
      true,
    ],
    ["serves none by name", { currencies: [] }, {}, true],
    ["serves this one's and more", { currencies: ["USD", "EUR"] }, {}, true],
    ["serves another currency", { currencies: ["USD"] }, {}, false],
    [
      "serves some of this one's",
      { currencies: ["EUR"] },
      { currencies: ["EUR", "USD"] },
      false,
    ],
    [
      "serves one, this one all",
      { currencies: ["EUR"] },
      { currencies: null },
      false,
    ],
    ["is of the other mode", { currencies: null, mode: "live" }, {}, false],
  ])("that %s", (_, other, own, overruled) => {
    const admins = account(own)
    const winner = fixed(other)
    const all = [admins, winner]
    expect(overruledBy(admins, all)).toBe(overruled ? winner : undefined)
    expect(overruledBy(winner, all)).toBeUndefined()
  })

  it("is not overruled by another one of the admin", () => {
    const all = [account(), account({ id: "bpcacc_2", currencies: null })]
    expect(overruledBy(account(), all)).toBeUndefined()
  })
})
