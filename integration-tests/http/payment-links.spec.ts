import {
  type IOrderModuleService,
  type IStoreModuleService,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { expectPromiseKept } from "../support/books"
import { Clerk } from "../support/clerk"
import {
  boughtOrder,
  convertDraft,
  draftOrder,
  editedOrder,
  linksOf,
  makeLink,
  ok,
  phoneOrder,
  raiseTotal,
} from "../support/owing-orders"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(180_000)

let store: Store
let clerk: Clerk
let shopper: Shopper

beforeAll(async () => {
  store = await startStore()
  clerk = await Clerk.logIn(store)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => {
  store.sandbox.control.reset()
  shopper = new Shopper(store)
})

const page = (id: string) => store.sandbox.control.getSession(id)
const pay = (id: string) => store.sandbox.control.pay(id)

/** Opens the link and answers the gateway's id of the page that it leads to. */
async function openPage(url: string, language = "en"): Promise<string> {
  const { status, location } = await shopper.visit(url, language)
  expect(status).toBe(303)
  const found = store.sandbox.control
    .listSessions()
    .find(({ paymentUrl }) => paymentUrl === location)
  if (!found) {
    throw new Error(`${location} is no page of the gateway`)
  }
  return found.id
}

const owed = async (orderId: string) =>
  Math.round((await clerk.order(orderId)).summary.pending_difference * 100)

async function ledger(gatewaySessionId: string) {
  const [row] = await store.sql<{
    id: string
    state: string
    reason: string | null
    order_id: string | null
  }>(`select * from bpc_session where gateway_session_id = $1`, [
    gatewaySessionId,
  ])
  return row
}

const inState = (id: string, state: string) =>
  eventually(
    () => ledger(id),
    (row) => row?.state === state,
    30_000
  )

const booked = (id: string, orderId: string) =>
  eventually(
    () => ledger(id),
    (row) => row?.order_id === orderId
  )

describe("a payment link", () => {
  it("asks for what an edited order owes, and the payment lands on the order", async () => {
    const orderId = await editedOrder(store, clerk)
    const amount = await owed(orderId)
    expect(amount).toBeGreaterThan(0)
    const link = await makeLink(clerk, orderId)
    expect(link.url).toMatch(`${store.url}/bpc/pay/bpclink_`)

    const id = await openPage(link.url)
    expect(page(id)).toMatchObject({ amount, currency: "EUR" })
    await pay(id)
    const back = await shopper.visit(page(id).redirects.success)

    expect(back.status).toBe(200)
    expect(back.text).toContain("this order is paid")
    expect(await owed(orderId)).toBe(0)
    const { payment_collections } = await clerk.order(orderId)
    const payments = payment_collections.flatMap((one) => one.payments)
    expect(payments).toHaveLength(2)
    expect(payments.every(({ captured_at }) => captured_at !== null)).toBe(true)
    const links = await linksOf(clerk, orderId)
    expect(links).toMatchObject({
      outstanding: { amount: 0, currency_code: "EUR", exponent: 2 },
      payment_links: [{ id: link.id, state: "paid", url: null, qr: null }],
    })
    expect(links.obstacle).toContain("no outstanding amount")
  })

  it("works by the webhook alone", async () => {
    const orderId = await phoneOrder(store, clerk)
    const { url } = await makeLink(clerk, orderId)
    const id = await openPage(url)
    await pay(id)
    await booked(id, orderId)
    expect(await owed(orderId)).toBe(0)
    expect((await shopper.visit(url)).text).toContain("this order is paid")
  })

  it("pays an order that was taken on the phone, once it is no draft any more", async () => {
    const orderId = await draftOrder(store, clerk)
    const refused = await clerk.call<{ message: string }>(
      "POST",
      "/admin/bpc/payment-links",
      { order_id: orderId }
    )
    expect(refused.status).toBe(400)
    expect(refused.body.message).toContain("Convert it to an order first")

    await convertDraft(clerk, orderId)
    const { url } = await makeLink(clerk, orderId)
    const id = await openPage(url)
    await pay(id)
    await booked(id, orderId)
    expect(await clerk.order(orderId)).toMatchObject({
      payment_status: "captured",
      summary: { pending_difference: 0 },
    })
  })

  it("is resumed: two visits and two tabs show one page, and two links of one order do as well", async () => {
    const orderId = await phoneOrder(store, clerk)
    const one = await makeLink(clerk, orderId)
    const other = await makeLink(clerk, orderId)
    const ids = await Promise.all([
      openPage(one.url),
      openPage(other.url),
      openPage(one.url),
    ])
    ids.push(await openPage(other.url))
    expect(new Set(ids).size).toBe(1)

    await pay(ids[0]!)
    await booked(ids[0]!, orderId)
    for (const { url } of [one, other]) {
      expect((await shopper.visit(url)).text).toContain("this order is paid")
    }
  })

  it("does not ask again once another tab has paid, webhook or not", async () => {
    const orderId = await phoneOrder(store, clerk)
    const { url } = await makeLink(clerk, orderId)
    const id = await openPage(url)
    store.sandbox.control.setFaults({ webhooks: { drop: true } })
    await pay(id)
    expect((await shopper.visit(url)).text).toContain("this order is paid")
    expect(await owed(orderId)).toBe(0)
  })

  it("asks for the present amount after the order was edited again, and closes the page of the old one", async () => {
    const orderId = await phoneOrder(store, clerk)
    const { url } = await makeLink(clerk, orderId)
    const old = await openPage(url)
    await raiseTotal(store, clerk, orderId, "MUG-EMBER")
    const renewed = await openPage(url)

    expect(renewed).not.toBe(old)
    expect(page(renewed).amount).toBe(await owed(orderId))
    await eventually(
      async () => page(old).status,
      (status) => status === "expired"
    )
    await pay(renewed)
    await booked(renewed, orderId)
    expect(await owed(orderId)).toBe(0)
  })

  it("gives back what is paid on the page of an old amount", async () => {
    const orderId = await phoneOrder(store, clerk)
    const { url } = await makeLink(clerk, orderId)
    const old = await openPage(url)
    await raiseTotal(store, clerk, orderId, "MUG-EMBER")
    const amount = await owed(orderId)
    await pay(old)

    expect(await inState(old, "refunded")).toMatchObject({
      reason: "order_changed",
      order_id: null,
    })
    expect(page(old).refunded).toBe(page(old).amount)
    expect(await owed(orderId)).toBe(amount)
    const back = await shopper.visit(page(old).redirects.success)
    expect(back.text).toContain("You get your money back")
    expect(back.text).toContain(url)
  })

  it("cannot pay an order that a clerk marked as paid meanwhile: the page is closed, and late money goes back", async () => {
    const orderId = await phoneOrder(store, clerk)
    const { url } = await makeLink(clerk, orderId)
    const late = await openPage(url)
    const { payment_collections } = await clerk.order(orderId)
    const open = payment_collections.find(
      ({ status }) => status !== "completed"
    )
    await ok(
      clerk.call(
        "POST",
        `/admin/payment-collections/${open?.id}/mark-as-paid`,
        {
          order_id: orderId,
        }
      )
    )
    expect((await shopper.visit(url)).text).toContain("There is nothing to pay")
    await eventually(
      async () => page(late).status,
      (status) => status === "expired"
    )
    await store.sandbox.control.pay(late, { late: true })

    expect(await inState(late, "refunded")).toMatchObject({
      reason: "order_changed",
    })
    expect(page(late).refunded).toBe(page(late).amount)
    expect(await owed(orderId)).toBe(0)
  })

  it("takes one of two payments for one order when both come at once through different collections", async () => {
    const orderId = await phoneOrder(store, clerk)
    const amount = await owed(orderId)
    const { url } = await makeLink(clerk, orderId)
    const one = await openPage(url)
    const { payment_collection } = await ok(
      clerk.call<{ payment_collection: { id: string } }>(
        "POST",
        "/admin/payment-collections",
        { order_id: orderId, amount: amount / 100 }
      )
    )
    const second = await shopper.ok<{
      payment_collection: { payment_sessions: { data: { id: string } }[] }
    }>(
      "POST",
      `/store/payment-collections/${payment_collection.id}/payment-sessions`,
      { provider_id: "pp_bpc_bpc" }
    )
    const other = second.payment_collection.payment_sessions[0]!.data.id
    await Promise.all([pay(one), pay(other)])

    await eventually(
      async () => [await ledger(one), await ledger(other)],
      (rows) =>
        rows.filter((row) => row?.order_id === orderId).length === 1 &&
        rows.filter((row) => row?.state === "refunded").length === 1,
      30_000
    )
    expect(await owed(orderId)).toBe(0)
  })

  it("says so when it has expired, and can be paid no more", async () => {
    const orderId = await phoneOrder(store, clerk)
    const link = await makeLink(clerk, orderId)
    await store.sql(
      `update bpc_payment_link set expires_at = now() - interval '1 second' where id = $1`,
      [link.id]
    )
    const visit = await shopper.visit(link.url)
    expect(visit.status).toBe(410)
    expect(visit.text).toContain("has expired")
    expect(store.sandbox.control.listSessions()).toHaveLength(0)
    expect((await linksOf(clerk, orderId)).payment_links).toMatchObject([
      { state: "expired", url: null },
    ])
  })

  it("is revoked at once, with the page that was open", async () => {
    const orderId = await phoneOrder(store, clerk)
    const link = await makeLink(clerk, orderId)
    const id = await openPage(link.url)
    const revoked = await clerk.call<{ payment_link: unknown }>(
      "POST",
      `/admin/bpc/payment-links/${link.id}/revoke`,
      {}
    )
    expect(revoked).toMatchObject({
      status: 200,
      body: {
        payment_link: {
          state: "revoked",
          url: null,
          revoked_by: "admin@example.com",
        },
      },
    })
    expect(page(id).status).toBe("expired")
    const visit = await shopper.visit(link.url)
    expect(visit.status).toBe(410)
    expect(visit.text).toContain("no longer works")

    const next = await makeLink(clerk, orderId)
    const fresh = await openPage(next.url)
    expect(fresh).not.toBe(id)
    await pay(fresh)
    await booked(fresh, orderId)
    expect((await linksOf(clerk, orderId)).payment_links).toMatchObject([
      { id: next.id, state: "paid" },
      { id: link.id, state: "revoked" },
    ])
  })

  it("cannot be revoked once it is paid", async () => {
    const orderId = await phoneOrder(store, clerk)
    const link = await makeLink(clerk, orderId)
    const id = await openPage(link.url)
    await pay(id)
    await booked(id, orderId)
    const { status, body } = await clerk.call<{ message: string }>(
      "POST",
      `/admin/bpc/payment-links/${link.id}/revoke`,
      {}
    )
    expect(status).toBe(400)
    expect(body.message).toContain("paid already")
  })

  it("leads back to itself when the payment was not completed", async () => {
    const orderId = await phoneOrder(store, clerk)
    const { url } = await makeLink(clerk, orderId)
    const id = await openPage(url)
    const back = await shopper.visit(page(id).redirects.failure)
    expect(back.status).toBe(200)
    expect(back.text).toContain("The payment was not completed")
    expect(back.text).toContain(`href="${url}"`)
    expect(await openPage(url)).toBe(id)
  })

  it("follows the shop's own success address where one is set", async () => {
    const set = (success_template: string) =>
      ok(clerk.call("POST", "/admin/bpc/settings", { success_template }))
    await set("{storefront}/thanks/{order_id}")
    const orderId = await phoneOrder(store, clerk)
    const id = await openPage((await makeLink(clerk, orderId)).url)
    await pay(id)
    const back = await shopper.visit(page(id).redirects.success)
    expect(back).toMatchObject({
      status: 303,
      location: `http://localhost:8000/thanks/${orderId}`,
    })
    await set("{storefront}/{country}/order/{order_id}/confirmed")
  })

  it("opens no page for a program that only looks whether it works", async () => {
    const { url } = await makeLink(clerk, await phoneOrder(store, clerk))
    const before = store.sandbox.control.listSessions().length
    const response = await fetch(url, { method: "HEAD", redirect: "manual" })
    expect(response.status).toBe(200)
    expect(store.sandbox.control.listSessions()).toHaveLength(before)
  })

  it("says that it cannot be paid now while the gateway is down, and works afterwards", async () => {
    const { url } = await makeLink(clerk, await phoneOrder(store, clerk))
    store.sandbox.control.setFaults({
      api: [{ operation: "createSession", kind: "status", status: 503 }],
    })
    const down = await shopper.visit(url)
    expect(down.status).toBe(503)
    expect(down.text).toContain("could not be started")
    expect(down.text).toContain(`href="${url}"`)
    store.sandbox.control.setFaults({ api: [] })
    await openPage(url)
  })

  it("asks nobody to pay again while money for the order is held for a person", async () => {
    const { url } = await makeLink(clerk, await phoneOrder(store, clerk))
    const id = await openPage(url)
    store.sandbox.control.setFaults({ tamper: { [id]: { amount: 100 } } })
    await pay(id)
    await inState(id, "held")
    const visit = await shopper.visit(url)
    expect(visit.status).toBe(200)
    expect(visit.text).toContain("Please do not pay again")
  })

  it("tells about itself in the payment's timeline and beside the order", async () => {
    const orderId = await phoneOrder(store, clerk)
    const link = await makeLink(clerk, orderId)
    const id = await openPage(link.url)
    const row = await ledger(id)
    const { body } = await clerk.call<{
      session: { timeline: { kind: string; details: unknown }[] }
    }>("GET", `/admin/bpc/sessions/${row?.id}`)
    expect(body.session.timeline).toContainEqual(
      expect.objectContaining({
        kind: "link_opened",
        details: { link_id: link.id, by: "admin@example.com" },
      })
    )
    const listed = await clerk.call<{ sessions: { id: string }[] }>(
      "GET",
      `/admin/bpc/sessions?order_id=${orderId}`
    )
    expect(listed.body.sessions.map((session) => session.id)).toContain(row?.id)
  })
})

describe("whose page it is, and what about", () => {
  const CONTACT = "help@shop.example"
  const set = (contact: string | null) =>
    clerk.call("POST", "/admin/bpc/settings", { contact })
  const nameStore = async (name: string) => {
    const stores = store.container.resolve<IStoreModuleService>(Modules.STORE)
    const [one] = await stores.listStores()
    await stores.updateStores(one!.id, { name })
    return one!.name
  }
  const referenceOf = async (id: string) =>
    (
      await store.sql<{ merchant_reference_id: string }>(
        `select merchant_reference_id from bpc_session where gateway_session_id = $1`,
        [id]
      )
    )[0]!.merchant_reference_id
  let before: string

  beforeAll(async () => {
    before = await nameStore("Kettle & <Moss>")
    await set(CONTACT)
  })
  afterAll(async () => {
    await nameStore(before)
    await set(null)
  })

  it("is said on a paid order's pages: shop, amount, a reference that the clerk finds, whom to ask", async () => {
    const orderId = await phoneOrder(store, clerk)
    const amount = await owed(orderId)
    const { url } = await makeLink(clerk, orderId)
    const id = await openPage(url)
    await pay(id)
    await booked(id, orderId)
    const reference = await referenceOf(id)
    for (const address of [page(id).redirects.success, url]) {
      const { text } = await shopper.visit(address)
      expect(text).toContain("this order is paid")
      expect(text).toContain("Kettle &amp; &lt;Moss&gt;")
      expect(text).toContain(`€${(amount / 100).toFixed(2)}`)
      expect(text).toContain(reference)
      expect(text).toContain(`mailto:${CONTACT}`)
    }
    const { body } = await clerk.call<{ sessions: { order_id: string }[] }>(
      "GET",
      `/admin/bpc/sessions?q=${reference}`
    )
    expect(body.sessions).toMatchObject([{ order_id: orderId }])
  })

  it("is said in the shopper's language while money is held for a person", async () => {
    const orderId = await phoneOrder(store, clerk)
    const { url } = await makeLink(clerk, orderId)
    const id = await openPage(url)
    store.sandbox.control.setFaults({ tamper: { [id]: { amount: 100 } } })
    await pay(id)
    await inState(id, "held")
    for (const address of [page(id).redirects.success, url]) {
      const { text } = await shopper.visit(address, "de")
      expect(text).toContain("Der Shop prüft Ihre Zahlung")
      expect(text).toContain("Kettle &amp; &lt;Moss&gt;")
      expect(text).toContain("Referenz")
      expect(text).toContain(await referenceOf(id))
      expect(text).toContain("Fragen? Wenden Sie sich an den Shop:")
    }
  })

  it("is the storefront's host where the store has no name, and nobody where the shop names nobody", async () => {
    await nameStore("Medusa Store")
    await set(null)
    const { text } = await shopper.visit(`${store.url}/bpc/pay/nobody`)
    const { settings } = (
      await clerk.call<{ settings: { storefront_url: string } }>(
        "GET",
        "/admin/bpc/settings"
      )
    ).body
    expect(text).toContain(
      `<p class="shop"><bdi>${new URL(settings.storefront_url).host}</bdi></p>`
    )
    expect(text).not.toContain('class="contact"')
  })
})

describe("a server that stops", () => {
  it("between Medusa's payment and the order's transaction leaves nothing to be asked for twice", async () => {
    const orderId = await phoneOrder(store, clerk)
    const { url } = await makeLink(clerk, orderId)
    const id = await openPage(url)
    await pay(id)
    await booked(id, orderId)
    const amount = page(id).amount
    const orders = store.container.resolve<IOrderModuleService>(Modules.ORDER)
    const [transaction] = await orders.listOrderTransactions({
      order_id: [orderId],
    })
    await orders.softDeleteOrderTransactions([transaction!.id])
    await store.sql(
      `update bpc_session set order_id = null where gateway_session_id = $1`,
      [id]
    )
    await store.sql(
      `update bpc_payment_link set paid_at = null where order_id = $1`,
      [orderId]
    )
    expect(await owed(orderId)).toBe(amount)
    expect((await linksOf(clerk, orderId)).outstanding.amount).toBe(0)

    expect((await shopper.visit(url)).text).toContain("this order is paid")
    expect(await owed(orderId)).toBe(0)
    expect(await ledger(id)).toMatchObject({ state: "paid", order_id: orderId })
    expect(store.sandbox.control.listSessions()).toHaveLength(1)
  })
})

describe("the shopper's language", () => {
  it.each([
    ["de", "Dieser Zahlungslink gilt nicht mehr"],
    ["el", "Αυτός ο σύνδεσμος πληρωμής δεν ισχύει πια"],
    ["ar", "لم يعد رابط الدفع هذا صالحًا"],
  ])("is spoken by our pages: %s", async (language, title) => {
    const link = await makeLink(clerk, await phoneOrder(store, clerk))
    await clerk.call("POST", `/admin/bpc/payment-links/${link.id}/revoke`, {})
    expect((await shopper.visit(link.url, language)).text).toContain(title)
  })

  it("is asked of the gateway's page", async () => {
    const link = await makeLink(clerk, await phoneOrder(store, clerk))
    const id = await openPage(link.url, "fr-FR,fr;q=0.9")
    expect(page(id).locale).toMatch(/^fr/i)
  })
})

describe("a token that is not ours", () => {
  it("is answered with 404 and nothing else, whatever is wrong with it", async () => {
    const link = await makeLink(clerk, await phoneOrder(store, clerk))
    const before = store.sandbox.control.listSessions().length
    const last = link.url.slice(-1) === "A" ? "B" : "A"
    for (const url of [
      link.url.slice(0, -1) + last,
      link.url.slice(0, -1),
      `${link.url}A`,
      link.url.replace(/\.[\w-]+$/, ""),
      `${store.url}/bpc/pay/${"x".repeat(5000)}`,
      `${store.url}/bpc/pay/%00`,
      `${store.url}/bpc/pay/bpclink_' or 1=1`,
    ]) {
      const { status, text } = await shopper.visit(url)
      expect({ url, status }).toEqual({ url, status: 404 })
      expect(text).not.toContain("order_")
    }
    expect(store.sandbox.control.listSessions()).toHaveLength(before)
  })
})

describe("making a link", () => {
  const DAY = 86_400_000
  const after = (ms: number) => new Date(Date.now() + ms).toISOString()
  const tryLink = (body: unknown) =>
    clerk.call<{ message: string }>("POST", "/admin/bpc/payment-links", body)

  it.each([
    ["no order", {}, "order_id"],
    ["an order that is no text", { order_id: 12 }, "order_id"],
    ["an empty order", { order_id: "" }, "order_id"],
    ["an unknown field", { order_id: "order_1", amount: 1 }, "amount"],
    [
      "a time that is none",
      { order_id: "order_1", expires_at: "tomorrow" },
      "expires_at",
    ],
    [
      "a time in the past",
      { order_id: "order_1", expires_at: after(-1000) },
      "expires_at must lie in the future",
    ],
    [
      "a time too far away",
      { order_id: "order_1", expires_at: after(91 * DAY) },
      "expires_at must be at most 90 days away",
    ],
  ])("is refused with %s", async (_name, body, words) => {
    const { status, body: answer } = await tryLink(body)
    expect(status).toBe(400)
    expect(answer.message).toContain(words)
  })

  it("is refused for an order that does not exist, and for nobody who is not logged in", async () => {
    expect((await tryLink({ order_id: "order_1" })).status).toBe(404)
    const response = await fetch(`${store.url}/admin/bpc/payment-links`, {
      method: "POST",
    })
    expect(response.status).toBe(401)
    expect((await clerk.call("GET", "/admin/bpc/payment-links")).status).toBe(
      400
    )
    expect(
      (await clerk.call("POST", "/admin/bpc/payment-links/x/revoke", {})).status
    ).toBe(404)
  })

  it("is refused for an order that owes nothing or is canceled", async () => {
    const orderId = await boughtOrder(store)
    expect((await tryLink({ order_id: orderId })).body.message).toContain(
      "has no outstanding amount"
    )
    const draft = await phoneOrder(store, clerk)
    const { url } = await makeLink(clerk, draft)
    await ok(clerk.cancelOrder(draft))
    expect((await tryLink({ order_id: draft })).body.message).toContain(
      "is canceled"
    )
    expect((await shopper.visit(url)).text).toContain("There is nothing to pay")
  })

  it("gives it seven days, or as many as the clerk wants up to ninety, and a code to scan", async () => {
    const orderId = await phoneOrder(store, clerk)
    const link = await makeLink(clerk, orderId)
    const days = (Date.parse(link.expires_at) - Date.now()) / DAY
    expect(days).toBeCloseTo(7, 1)
    expect(link.created_by).toBe("admin@example.com")
    expect(link.qr?.path).toMatch(/^M0 0h7v1h-7z/)
    const expires_at = after(89 * DAY)
    expect(await makeLink(clerk, orderId, { expires_at })).toMatchObject({
      expires_at,
    })
  })
})

describe("an order in a currency without an account", () => {
  it("gets no link, and the clerk is told what is missing", async () => {
    const orderId = await phoneOrder(store, clerk)
    const options = store.bpc.configuration.options.account
    options.currencies = ["USD"]
    store.bpc.configuration.forget()
    try {
      const { status, body } = await clerk.call<{ message: string }>(
        "POST",
        "/admin/bpc/payment-links",
        { order_id: orderId }
      )
      expect(status).toBe(400)
      expect(body.message).toContain("No test merchant account serves EUR")
      expect(body.message).toContain("No link was made")
    } finally {
      options.currencies = undefined
      store.bpc.configuration.forget()
    }
  })
})
