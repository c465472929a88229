import { expectPromiseKept, ledgerOf, settled } from "../support/books"
import { Clerk } from "../support/clerk"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/*
 * A file for whoever helps: what they need is in it, and what is nobody's business is not.
 */

jest.setTimeout(180_000)

const SECRETS = {
  BPC_API_KEY: "apikey_of_the_diagnosis",
  BPC_WEBHOOK_SECRET: "whsec_of_the_diagnosis",
  BPC_ENCRYPTION_KEY: Buffer.alloc(32, 3).toString("base64"),
}

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore({
    environment: SECRETS,
    sandbox: {
      apiKey: SECRETS.BPC_API_KEY,
      webhookSecret: SECRETS.BPC_WEBHOOK_SECRET,
    },
  })
  clerk = await Clerk.logIn(store)
})
afterAll(() => store.close())

it("tells versions, health, settings, events and one payment's story, and neither secret nor person", async () => {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  await settled(store, shopper)
  await expectPromiseKept(store)
  const { id } = await ledgerOf(store, shopper)
  // As if a person had pasted a secret into a note.
  await clerk.call("POST", "/admin/bpc/accounts", {
    name: SECRETS.BPC_API_KEY,
    mode: "live",
    api_url: store.sandbox.apiUrl,
    api_key: "apikey_of_another_account",
  })

  const text = await clerk.text(`/admin/bpc/diagnosis?session_id=${id}`)
  const file = JSON.parse(text) as Record<string, unknown>
  expect(file).toMatchObject({
    versions: {
      plugin: expect.stringMatching(/^\d+\./),
      medusa: expect.stringMatching(/^2\./),
      node: process.version,
    },
    surroundings: { workerMode: "shared" },
    health: { mode: "test", problems: expect.any(Array) },
    settings: { settings: { mode: "test" }, meta: expect.any(Object) },
    accounts: expect.arrayContaining([
      expect.objectContaining({ mode: "live" }),
    ]),
    events: expect.arrayContaining([
      expect.objectContaining({ type: "session.completed" }),
    ]),
    payment: {
      id,
      state: "paid",
      timeline: expect.any(Array),
      operations: expect.any(Array),
    },
  })
  for (const secret of [
    ...Object.values(SECRETS),
    "apikey_of_another_account",
    "guest@example.com",
    "admin@example.com",
  ]) {
    expect(text).not.toContain(secret)
  }
})

it("is made of a store that is ill, too, and says what could not be read", async () => {
  await store.sql(`alter table bpc_event rename to bpc_event_away`)
  try {
    const file = JSON.parse(await clerk.text("/admin/bpc/diagnosis")) as {
      events: string
      settings: object
    }
    expect(file.events).toMatch(
      /^Could not be read: .*"bpc_event" does not exist$/s
    )
    expect(file.settings).toMatchObject({ settings: { mode: "test" } })
  } finally {
    await store.sql(`alter table bpc_event_away rename to bpc_event`)
  }
})

it("of a payment that is not there says so", async () => {
  const file = JSON.parse(
    await clerk.text("/admin/bpc/diagnosis?session_id=bpcses_nobody")
  ) as { payment: string }
  expect(file.payment).toBe("There is no such payment.")
})
