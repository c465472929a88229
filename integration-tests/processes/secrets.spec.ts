import { Clerk } from "../support/clerk"
import { ledgerOf, settled } from "../support/books"
import {
  type ServerProcess,
  startServerProcess,
} from "../support/server-process"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(180_000)

const SECRETS = {
  apiKey: "apikey_5f1d7c0a9b3e4286",
  webhookSecret: "whsec_c41b7e90d2a85f36",
  savedKey: "savedkey_77ab12cd34ef5609",
  savedSecret: "whsec_saved_90ab78cd56ef",
  savedLogin: "saved-login-4d1e77-api",
  savedPassword: "pw/+88 c0ffee=1f",
  savedPasswordInForm: "pw%2F%2B88+c0ffee%3D1f",
  encryptionKey: Buffer.from("0123456789abcdef0123456789abcdef").toString(
    "base64"
  ),
}
const CARD = "4444555511113333"

const TABLES = [
  "bpc_session",
  "bpc_event",
  "bpc_timeline",
  "bpc_account",
  "bpc_audit",
  "bpc_setting",
  "payment",
  "payment_session",
]

let store: Store
let server: ServerProcess
const responses: string[] = []
const realFetch = globalThis.fetch

beforeAll(async () => {
  store = await startStore({
    environment: {
      BPC_API_KEY: SECRETS.apiKey,
      BPC_WEBHOOK_SECRET: SECRETS.webhookSecret,
      BPC_ENCRYPTION_KEY: SECRETS.encryptionKey,
    },
    sandbox: { apiKey: SECRETS.apiKey, webhookSecret: SECRETS.webhookSecret },
  })
  server = await startServerProcess({ LOG_LEVEL: "debug" })
  store.sandbox.control.setWebhook({ url: `${server.url}/webhooks/bpc` })
  globalThis.fetch = async (...request) => {
    const response = await realFetch(...request)
    responses.push(
      JSON.stringify([...response.headers]),
      await response.clone().text()
    )
    return response
  }
})
afterAll(async () => {
  globalThis.fetch = realFetch
  await server?.stop()
  await store.close()
})

describe("every flow with debug on", () => {
  it("leaves no key, secret or card number in a log, an answer or a stored row", async () => {
    const there = { ...store, url: server.url }
    const faults = store.sandbox.control
    const shopper = new Shopper(there)
    await shopper.fillCart()
    for (const status of [401, 400, 412, 500]) {
      faults.setFaults({
        api: [{ operation: "createSession", kind: "status", status }],
      })
      await shopper.tryPayment()
    }
    faults.setFaults({ api: [] })
    await shopper.choosePayment()
    await faults.decline(shopper.gatewaySessionId)
    const { redirectUrl } = await faults.pay(shopper.gatewaySessionId, {
      card: CARD,
    })
    await shopper.visit(redirectUrl!)
    await settled(store, shopper)
    await shopper.complete()
    await shopper.status()

    const clerk = await Clerk.logIn(there)
    const { id } = await ledgerOf(store, shopper)
    await clerk.call("POST", "/admin/bpc/accounts", {
      name: "Saved",
      mode: "live",
      api_url: store.sandbox.apiUrl,
      api_key: SECRETS.savedKey,
      webhook_secret: SECRETS.savedSecret,
      api_login: SECRETS.savedLogin,
      api_password: SECRETS.savedPassword,
    })
    const { body } = await clerk.call<{ accounts: { id: string }[] }>(
      "GET",
      "/admin/bpc/accounts"
    )
    for (const account of body.accounts) {
      await clerk.call("POST", `/admin/bpc/accounts/${account.id}/test`, {})
    }
    await clerk.call("POST", "/admin/bpc/accounts", {
      name: "Bad",
      api_key: `${SECRETS.savedKey} x`,
    })
    for (const path of [
      "settings",
      "health",
      "audit",
      "sessions",
      `sessions/${id}`,
      "events",
    ]) {
      expect((await clerk.call("GET", `/admin/bpc/${path}`)).status).toBe(200)
    }
    faults.setFaults({
      api: [
        { operation: "createRefund", kind: "status", status: 500, times: 1 },
      ],
    })
    await clerk.call("POST", `/admin/bpc/sessions/${id}/refund`, {
      amount: 100,
    })
    await clerk.call("POST", `/admin/bpc/sessions/${id}/refund`, {
      amount: 100,
    })
    await store.sandbox.control.idle()

    const rows: string[] = []
    for (const table of TABLES) {
      rows.push(JSON.stringify(await store.sql(`select * from ${table}`)))
    }
    const output = await server.output()
    expect(output).toContain("[bpc]")
    const places = {
      output,
      responses: responses.join("\n"),
      rows: rows.join("\n"),
    }
    const found = Object.entries(places).flatMap(([place, text]) =>
      Object.entries({ ...SECRETS, card: CARD })
        .filter(([, secret]) => text.includes(secret))
        .map(([name]) => `${name} in ${place}`)
    )
    expect(found).toEqual([])
  })
})
