import { Clerk } from "../support/clerk"
import {
  type ServerProcess,
  startServerProcess,
} from "../support/server-process"
import { eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(180_000)

let store: Store
let other: ServerProcess

beforeAll(async () => {
  store = await startStore({
    environment: { BPC_ENCRYPTION_KEY: Buffer.alloc(32, 3).toString("base64") },
  })
  other = await startServerProcess()
})
afterAll(async () => {
  await other?.stop()
  await store.close()
})

describe("two servers on one database", () => {
  it("see a setting and an account that was saved in one of them, within seconds and without a restart", async () => {
    const here = await Clerk.logIn(store)
    const there = await Clerk.logIn({ url: other.url })
    const settingsThere = () =>
      there.call<{ settings: Record<string, unknown> }>(
        "GET",
        "/admin/bpc/settings"
      )
    expect((await settingsThere()).body.settings.late_payment).toBe("refund")

    await here.call("POST", "/admin/bpc/settings", { late_payment: "hold" })
    await here.call("POST", "/admin/bpc/accounts", {
      name: "Dollars",
      mode: "test",
      api_url: store.sandbox.apiUrl,
      api_key: "sandbox_key_of_dollars",
      currencies: ["USD"],
    })

    await eventually(
      settingsThere,
      ({ body }) => body.settings.late_payment === "hold",
      10_000
    )
    const accounts = await there.call<{ accounts: { name: string }[] }>(
      "GET",
      "/admin/bpc/accounts"
    )
    expect(accounts.body.accounts.map(({ name }) => name)).toContain("Dollars")
  })
})
