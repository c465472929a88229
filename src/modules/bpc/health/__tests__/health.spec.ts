import { type AccountView } from "../../accounts"
import { configurationProblems } from "../health-configuration"
import { gatewayProblems } from "../health-gateway"
import { type GatewayTrouble } from "../../watch"
import { operationProblems } from "../health-operation"
import { type Look } from "../health-problem"
import { isLocalAddress, defaultSettings } from "../../settings"

const ACCOUNT: AccountView = {
  id: "bpcacc_1",
  name: "Main",
  mode: "test",
  api_url: "https://gateway.example/api2",
  api_key_last4: "_key",
  api_key_set_at: null,
  api_key_set_by: null,
  webhook_secret_last4: "cret",
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
}

/** A shop that is well, but for what the test says. */
function shop(
  change: Partial<Omit<Look, "settings">> & {
    settings?: Partial<Look["settings"]>
  } = {}
): Look {
  return {
    accounts: [ACCOUNT],
    canEncrypt: true,
    regions: [{ id: "reg_1", name: "Europe", currency: "EUR" }],
    goneProviders: [],
    heartbeats: { reconcile: ago(0) },
    facts: {
      last_good: null,
      held: 0,
      orders_differ: 0,
      shipped_uncaptured: 0,
      shipped_unpaid: 0,
      shipped_unpaid_order: null,
      failing: [],
      found_without_webhook: 0,
      sold: 0,
      parked: 0,
      charged_back: 0,
      refunds_failing: 0,
      old_authorizations: 0,
      checkouts_failing: 0,
    },
    troubles: [],
    restReleasedBy: [],
    jobPauseSeconds: 15,
    surroundings: {
      lockingProvider: "in-memory",
      eventBus: "LocalEventBusService",
      workerMode: "shared",
    },
    ...change,
    settings: {
      ...defaultSettings({}),
      backendUrl: "https://api.shop.example",
      storefrontUrl: "https://shop.example",
      ...change.settings,
    },
  }
}

const codes = (look: Look) =>
  [
    ...configurationProblems(look),
    ...gatewayProblems(look),
    ...operationProblems(look),
  ].map(({ code }) => code)

/** So long ago by the database's clock; the server's own says something else. */
function ago(seconds: number) {
  return {
    at: new Date(Date.now() + 4 * 60_000 - seconds * 1000),
    detail: null,
    ageSeconds: seconds,
  }
}

function inEnvironment(name: string, test: () => void): void {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = name
  try {
    test()
  } finally {
    process.env.NODE_ENV = before
  }
}

describe("health", () => {
  it("has nothing to say about a shop that is well", () => {
    expect(codes(shop())).toEqual([])
  })

  it("names every region whose currency no account of this mode serves", () => {
    const regions = [
      { id: "reg_1", name: "Europe", currency: "EUR" },
      { id: "reg_2", name: "Japan", currency: "JPY" },
      { id: "reg_3", name: "Kuwait", currency: "KWD" },
    ]
    const live = { ...ACCOUNT, mode: "live" as const, currencies: ["JPY"] }
    const problems = configurationProblems(
      shop({ regions, accounts: [ACCOUNT, live] })
    )
    expect(problems).toMatchObject([
      {
        code: "region_without_account",
        severity: "error",
        message: expect.stringContaining('"Japan"'),
        action: expect.stringContaining("JPY"),
      },
      {
        code: "region_without_account",
        message: expect.stringContaining("KWD"),
      },
    ])
  })

  it("is content with an account that serves every currency, and with a region that does not offer the provider", () => {
    const regions = [{ id: "reg_2", name: "Japan", currency: "JPY" }]
    expect(
      codes(shop({ regions, accounts: [{ ...ACCOUNT, currencies: null }] }))
    ).toEqual([])
    expect(codes(shop({ regions: [] }))).toEqual([])
  })

  it("names a provider that orders were paid through and the store no longer has, and the id to put back", () => {
    expect(
      configurationProblems(shop({ goneProviders: ["pp_bpc_cards"] }))
    ).toMatchObject([
      {
        code: "provider_gone",
        severity: "error",
        action: expect.stringContaining('id: "cards"'),
      },
    ])
  })

  it("says that all shoppers arrive with one address, for a day after it was seen", () => {
    const seen = (hoursAgo: number) =>
      operationProblems(
        shop({
          heartbeats: {
            ...shop().heartbeats,
            shared_address: {
              ...ago(hoursAgo * 3_600),
              detail: "10.0.0.2",
            },
          },
        })
      ).map(({ code, message }) => [code, message.includes("10.0.0.2")])
    expect(seen(1)).toEqual([["shared_visitor_address", true]])
    expect(seen(25)).toEqual([])
  })

  it("leads to the payments of orders that left uncaptured, and to the order that left unpaid", () => {
    const facts = {
      ...shop().facts,
      shipped_uncaptured: 2,
      shipped_unpaid: 1,
      shipped_unpaid_order: "order_1",
    }
    expect(operationProblems(shop({ facts }))).toMatchObject([
      { code: "shipped_uncaptured", link: "/bpc-payments?state=differs" },
      { code: "shipped_unpaid", link: "/orders/order_1" },
    ])
  })

  it("speaks of a gateway that releases the rest of a hold only to a shop that captures by parcel, about accounts of its mode", () => {
    const restReleasedBy = [ACCOUNT.id]
    const parcel = { captureOnShipment: "parcel" as const }
    expect(codes(shop({ restReleasedBy }))).toEqual([])
    expect(
      codes(shop({ restReleasedBy: ["bpcacc_2"], settings: parcel }))
    ).toEqual([])
    expect(
      operationProblems(shop({ restReleasedBy, settings: parcel }))
    ).toMatchObject([
      {
        code: "parcel_rest_released",
        message: expect.stringContaining('"Main"'),
        action: expect.stringContaining("whole"),
      },
    ])
  })

  it("says once that there is no account, not again for each region", () => {
    expect(codes(shop({ accounts: [] }))).toEqual(["no_account"])
  })

  it("says of an account that cannot be read what it is, and not that its regions have none", () => {
    const accounts = [{ ...ACCOUNT, readable: false, problem: "Put it back." }]
    expect(codes(shop({ accounts }))).toEqual(["account_unreadable"])
  })

  it.each(["production", "staging"])(
    "warns of addresses of this machine in %s",
    (environment) => {
      const settings = {
        backendUrl: "http://localhost:9000",
        storefrontUrl: "http://127.0.0.1:8000",
      }
      inEnvironment(environment, () => {
        expect(codes(shop({ settings }))).toEqual([
          "backend_url_local",
          "storefront_url_local",
          "test_mode",
        ])
      })
      inEnvironment("development", () => {
        expect(codes(shop({ settings }))).toEqual([])
      })
    }
  )

  it("asks for https in live mode, and does not say the same address's fault twice", () => {
    inEnvironment("production", () => {
      expect(
        codes(
          shop({
            accounts: [{ ...ACCOUNT, mode: "live" }],
            settings: { mode: "live", backendUrl: "http://localhost:9000" },
          })
        )
      ).toEqual(["backend_url_insecure"])
    })
  })

  it.each([
    ["runs", { reconcile: ago(10) }, []],
    ["has not run yet since a start just now", { started: ago(10) }, []],
    [
      "has not run yet since a start just now, after a long stop",
      { started: ago(10), reconcile: ago(86_400) },
      [],
    ],
    ["has never run", {}, ["reconcile_silent"]],
    [
      "has never run since a start a while ago",
      { started: ago(200) },
      ["reconcile_silent"],
    ],
    [
      "has stopped running",
      { started: ago(86_400), reconcile: ago(200) },
      ["reconcile_silent"],
    ],
  ])("knows a job that %s", (_, heartbeats, problems) => {
    expect(codes(shop({ heartbeats }))).toEqual(problems)
  })

  const trouble = (change: Partial<GatewayTrouble> = {}): GatewayTrouble => ({
    accountId: ACCOUNT.id,
    kind: "unreachable",
    calls: 5,
    since: new Date("2026-11-28T10:00:00Z"),
    sinceSeconds: 5,
    ...change,
  })
  it.each<[string, Partial<GatewayTrouble>, string[]]>([
    [
      "a refused key, at once",
      { kind: "key_refused", calls: 1 },
      ["error gateway_key_refused"],
    ],
    [
      "a way that is blocked",
      { kind: "blocked", calls: 1 },
      ["error gateway_blocked"],
    ],
    ["a gateway that is down", {}, ["error gateway_down"]],
    [
      "a gateway that has been down for long",
      { calls: 1, sinceSeconds: 61 },
      ["error gateway_down"],
    ],
    ["one call without an answer", { calls: 1 }, ["warning gateway_down"]],
    ["an account that was deleted", { accountId: "bpcacc_gone" }, []],
  ])("knows the last call: %s", (_, change, expected) => {
    const problems = gatewayProblems(shop({ troubles: [trouble(change)] }))
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
      expected
    )
    for (const { message } of problems) {
      expect(message).toContain('"Main"')
      expect(message).toContain("2026-11-28T10:00:00.000Z")
    }
  })

  it("does not call an account of the other mode an error", () => {
    const accounts = [
      ACCOUNT,
      { ...ACCOUNT, id: "bpcacc_2", mode: "live" as const },
    ]
    const look = shop({
      accounts,
      troubles: [trouble({ accountId: "bpcacc_2", kind: "key_refused" })],
    })
    expect(gatewayProblems(look)).toMatchObject([{ severity: "warning" }])
  })

  it("says that checkouts fail now", () => {
    const facts = { ...shop().facts, checkouts_failing: 6 }
    expect(codes(shop({ facts }))).toEqual(["checkouts_failing"])
  })

  it.each<[string, string[] | null, string[] | null, string[]]>([
    ["everything", null, ["EUR"], ["options_account_wins"]],
    ["the same currencies", ["EUR", "USD"], ["EUR"], ["options_account_wins"]],
    ["other currencies", ["USD"], ["EUR"], []],
    ["some of the currencies", ["EUR"], ["EUR", "USD"], []],
    ["one of all currencies", ["EUR"], null, []],
  ])(
    "says that an account of the options wins where it serves %s",
    (_, fixed, admins, expected) => {
      const accounts = [
        {
          ...ACCOUNT,
          id: "config-test-gateway.example",
          source: "environment" as const,
          currencies: fixed,
        },
        { ...ACCOUNT, currencies: admins },
      ]
      expect(codes(shop({ accounts, regions: [] }))).toEqual(expected)
    }
  )

  it("minds modules in memory only when there are several processes", () => {
    const surroundings = { ...shop().surroundings, workerMode: "server" }
    expect(codes(shop({ surroundings }))).toEqual(["in_memory_modules"])
    expect(
      codes(
        shop({
          surroundings: {
            lockingProvider: "locking-redis",
            eventBus: "RedisEventBusService",
            workerMode: "server",
          },
        })
      )
    ).toEqual([])
  })
})

describe("an address of this machine", () => {
  it.each([
    ["http://localhost:9000", true],
    ["https://api.localhost", true],
    ["http://127.0.0.1", true],
    ["http://[::1]:9000", true],
    ["http://0.0.0.0:9000", true],
    ["https://api.shop.example", false],
    ["http://192.168.1.5", false],
    ["https://localhost.example", false],
    ["nonsense", false],
  ])("%s: %s", (url, local) => {
    expect(isLocalAddress(url)).toBe(local)
  })
})

describe("what the job does not come to an end with", () => {
  const NOBODY = shop().facts
  const withFailing = (failing: Look["facts"]["failing"]) =>
    operationProblems(shop({ facts: { ...NOBODY, failing } })).filter(
      ({ link }) => link?.startsWith("/bpc-payments/")
    )

  it("is no problem where there is nothing", () => {
    expect(withFailing([])).toEqual([])
  })

  it.each([
    ["read", "payments_unreadable"],
    ["work", "payments_stuck"],
    ["close", "payments_stuck"],
    ["doubt", "money_in_doubt"],
    ["released", "released_unpaid"],
  ] as const)("%s: %s, with a way to the payment", (failure, code) => {
    expect(withFailing([{ failure, count: 1, first: "bpcses_1" }])).toEqual([
      expect.objectContaining({ code, link: "/bpc-payments/bpcses_1" }),
    ])
  })

  it("is one problem for all payments that fail in the same way, however many", () => {
    const problems = withFailing([
      { failure: "read", count: 600, first: "bpcses_1" },
      { failure: "work", count: 2, first: "bpcses_2" },
      { failure: "close", count: 3, first: "bpcses_3" },
    ])
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ["payments_unreadable", expect.stringMatching(/^600 payments/)],
      ["payments_stuck", expect.stringMatching(/^5 payments/)],
    ])
  })
})
