import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { Clerk } from "../support/clerk"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

type Health = {
  ok: boolean
  problems: {
    code: string
    severity: string
    message: string
    action: string
    link?: string
  }[]
}

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore({
    environment: {
      BPC_ENCRYPTION_KEY: Buffer.alloc(32, 9).toString("base64"),
      BPC_API_URL: "",
      BPC_API_KEY: "",
      BPC_WEBHOOK_SECRET: "",
      BPC_MODE: "",
    },
  })
  clerk = await Clerk.logIn(store)
})
afterAll(() => store.close())

const unserved = async () => {
  const { body } = await clerk.call<Health>("GET", "/admin/bpc/health")
  return body.problems.filter(({ code }) => code === "region_without_account")
}
const named = async () =>
  (await unserved()).map(({ message }) => /"(.+?)"/.exec(message)?.[1]).sort()

describe("a region whose currency no account serves", () => {
  let accountId: string

  it("is not spoken of while there is no account at all", async () => {
    expect(await named()).toEqual([])
  })

  it("is a problem that names region and currency, and where it is solved", async () => {
    const { body } = await clerk.call<{ account: { id: string } }>(
      "POST",
      "/admin/bpc/accounts",
      {
        name: "Euro",
        mode: "test",
        api_url: store.sandbox.apiUrl,
        api_key: store.sandbox.apiKey,
        webhook_secret: store.sandbox.webhookSecret,
        currencies: ["EUR", "USD"],
      }
    )
    accountId = body.account.id
    expect(await named()).toEqual(["Japan", "Kuwait"])
    expect((await unserved())[0]).toMatchObject({
      severity: "error",
      message: expect.stringContaining("JPY"),
      action: expect.stringContaining("JPY"),
      link: "/settings/bpc",
    })
  })

  it("is none any more once an account serves it", async () => {
    await clerk.call("POST", `/admin/bpc/accounts/${accountId}`, {
      currencies: ["EUR", "USD", "JPY"],
    })
    expect(await named()).toEqual(["Kuwait"])
  })

  it("is none any more once the region no longer offers the provider", async () => {
    const regions = await store.bpc.queries.offeringRegions("pp_bpc_bpc")
    const kuwait = regions.find(({ name }) => name === "Kuwait")
    await updateRegionsWorkflow(store.container).run({
      input: {
        selector: { id: kuwait?.id },
        update: { payment_providers: ["pp_system_default"] },
      },
    })
    expect(await named()).toEqual([])
  })

  it("is one again in a mode that has no account for it", async () => {
    await clerk.call("POST", "/admin/bpc/accounts", {
      name: "Live dollars",
      mode: "live",
      api_url: store.sandbox.apiUrl,
      api_key: store.sandbox.apiKey,
      currencies: ["USD"],
    })
    await clerk.call("POST", "/admin/bpc/settings", { mode: "live" })
    expect(await named()).toEqual(["Europe", "Japan"])
  })
})

describe("orders that were paid through a provider id which the store no longer has", () => {
  const goneProviders = async () => {
    const { body } = await clerk.call<Health>("GET", "/admin/bpc/health")
    return body.problems.filter(({ code }) => code === "provider_gone")
  }

  it("are a problem as soon as a payment names it, and none once the id is back", async () => {
    await store.sql(
      "insert into payment_provider (id, is_enabled) values ('pp_bpc_former', false)"
    )
    expect(await goneProviders()).toEqual([])
    await store.sql(
      `with col as (insert into payment_collection (id, currency_code, amount, raw_amount, status) values ('pay_col_former', 'eur', 1, '{"value":"1"}', 'completed') returning id),
       ses as (insert into payment_session (id, currency_code, amount, raw_amount, provider_id, data, status, payment_collection_id)
         select 'payses_former', 'eur', 1, '{"value":"1"}', 'pp_bpc_former', '{}', 'captured', id from col returning id, payment_collection_id)
       insert into payment (id, amount, raw_amount, currency_code, provider_id, data, payment_collection_id, payment_session_id)
       select 'pay_former', 1, '{"value":"1"}', 'eur', 'pp_bpc_former', '{}', payment_collection_id, id from ses`
    )
    expect(await goneProviders()).toMatchObject([
      {
        severity: "error",
        message: expect.stringContaining("pp_bpc_former"),
        action: expect.stringContaining('id: "former"'),
      },
    ])
    await store.sql(
      "update payment_provider set is_enabled = true where id = 'pp_bpc_former'"
    )
    expect(await goneProviders()).toEqual([])
  })
})
