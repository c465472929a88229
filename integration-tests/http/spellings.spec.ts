import { Modules } from "@medusajs/framework/utils"
import { type IEventBusModuleService } from "@medusajs/framework/types"
import { expectPromiseKept, ordersOf, pageOf, settled } from "../support/books"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/* One address can be written in many ways, and Medusa's router takes them for the same. So must we. */

jest.setTimeout(300_000)

let store: Store

beforeAll(async () => {
  store = await startStore()
})
afterEach(async () => {
  jest.restoreAllMocks()
  await expectPromiseKept(store)
})
afterAll(() => store.close())
beforeEach(() => store.sandbox.control.reset())

const tokenOf = (url: string) => new URL(url).pathname.split("/").at(-1) ?? ""

/** The same text with its second letter written as a percent-code. */
const escaped = (text: string) =>
  `${text[0]}%${text.charCodeAt(1).toString(16)}${text.slice(2)}`

describe("Medusa's own completion of a cart", () => {
  const spellings: [string, (cart: string) => string][] = [
    ["plainly", (cart) => `/store/carts/${cart}/complete`],
    ["with a slash at its end", (cart) => `/store/carts/${cart}/complete/`],
    [
      "with a slash and a query",
      (cart) => `/store/carts/${cart}/complete/?fields=id`,
    ],
    [
      "with an escaped letter",
      (cart) => `/store/carts/${escaped(cart)}/complete`,
    ],
    ["in upper case", (cart) => `/STORE/CARTS/${cart}/COMPLETE`],
  ]

  it.each(spellings)(
    "takes the cart's lease when written %s",
    async (_, path) => {
      const shopper = new Shopper(store)
      await shopper.startCheckout()
      await store.sandbox.control.pay(shopper.gatewaySessionId)
      await settled(store, shopper)
      const taken = jest.spyOn(store.bpc.leases, "take")
      const { status, body } = await shopper.call<{ type?: string }>(
        "POST",
        path(shopper.cart?.id ?? "")
      )
      expect(taken.mock.calls).toContainEqual([[`cart:${shopper.cart?.id}`]])
      expect([status, body.type]).toEqual([200, "order"])
      expect(await ordersOf(store, shopper)).toHaveLength(1)
    }
  )

  it("waits for whoever completes the cart, however it is written", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    const cart = shopper.cart?.id ?? ""
    const lease = await store.bpc.leases.take([`cart:${cart}`])
    const taking = jest.spyOn(store.bpc.leases, "take")
    const answers = Promise.all(
      spellings.map(([, path]) => shopper.call("POST", path(cart)))
    )
    await eventually(
      () =>
        Promise.resolve(
          taking.mock.calls.filter(([keys]) => keys.includes(`cart:${cart}`))
            .length
        ),
      (count) => count === spellings.length
    )
    const [held] = await store.sql<{ count: number }>(
      `select count(*)::int as count from bpc_lease where key = $1`,
      [`cart:${cart}`]
    )
    expect(held?.count).toBe(1)
    await lease.release()
    for (const { status } of await answers) {
      expect(status).toBeLessThan(500)
    }
  })

  it("does not exist under doubled slashes", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    for (const path of ["//store/carts", "/store//carts", "/store/carts/"]) {
      const { status } = await fetch(
        `${store.url}${path}/${shopper.cart?.id}/complete`,
        {
          method: "POST",
          headers: { "x-publishable-api-key": store.publishableKey },
        }
      )
      expect(status).toBe(404)
    }
  })
})

describe("a forged event at Medusa's own door", () => {
  const spellings = [
    "/hooks/payment/bpc_bpc",
    "/hooks/payment/bpc_bpc/",
    "/hooks/payment/bpc_bpc?x=1",
    "/hooks/payment/pp_bpc_bpc",
    "/hooks/payment/bpc%5Fbpc",
    "/hooks/payment/%62pc_bpc",
    "/hooks/payment/pp_pp_bpc_bpc",
    "/HOOKS/payment/bpc_bpc",
    "/HOOKS/PAYMENT/bpc_bpc/",
  ]

  it.each(spellings)(
    "is refused with 401 and never reaches Medusa's subscriber: %s",
    async (path) => {
      const bus = store.container.resolve<IEventBusModuleService>(
        Modules.EVENT_BUS
      )
      const emitted = jest.spyOn(bus, "emit")
      for (const headers of [
        { "content-type": "application/json" },
        { "content-type": "text/plain" },
        { "content-type": "application/octet-stream" },
      ]) {
        const { status } = await fetch(store.url + path, {
          method: "POST",
          headers: { ...headers, "x-signature": `v1=${"0".repeat(64)}` },
          body: '{"type":"payment.succeeded","data":{"object":{"id":"ps_x"}}}',
        })
        expect(status).toBe(401)
      }
      expect(emitted).not.toHaveBeenCalled()
    }
  )
})

describe("the limit of requests", () => {
  const many = async (urls: readonly string[], each: number) => {
    const answers = await Promise.all(
      urls.flatMap((url) =>
        Array.from({ length: each }, async () => {
          const response = await fetch(url, {
            redirect: "manual",
            headers: { "x-publishable-api-key": store.publishableKey },
          })
          await response.text()
          return response.status
        })
      )
    )
    return answers.filter((status) => status !== 429).length
  }

  it("is one for a return address however it is written, and for both of a payment's addresses", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    const { success, failure } = pageOf(store, shopper).redirects
    const token = tokenOf(success)
    const served = await many(
      [
        success,
        failure,
        `${store.url}/BPC/Return/${token}`,
        `${store.url}/bpc/return/${token}/`,
        `${store.url}/bpc/return/${escaped(token)}`,
        `${success}?n=3`,
      ],
      15
    )
    expect(served).toBe(60)
  })

  it("is one for a payment session's status however it is written", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    const id = shopper.paymentSession?.id ?? ""
    const path = `${store.url}/store/bpc/status`
    const served = await many(
      [
        `${path}/${id}`,
        `${path}/${id}/`,
        `${path}/${escaped(id)}`,
        `${store.url}/STORE/bpc/STATUS/${id}`,
      ],
      20
    )
    expect(served).toBe(60)
  })

  it("answers in the route's own language however the address is written", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    const url = `${store.url}/STORE/bpc/status/${shopper.paymentSession?.id}`
    await many([url], 61)
    const refused = await fetch(url, {
      headers: { "x-publishable-api-key": store.publishableKey },
    })
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ type: "too_many_requests" })
  })

  it("cannot be used up by a stranger who knows the payment's id and not its secret", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    const { success } = pageOf(store, shopper).redirects
    const [id] = tokenOf(success).split(".")
    await many([`${store.url}/bpc/return/${id}.${"A".repeat(43)}`], 65)
    expect((await shopper.visit(success)).status).toBe(200)
  })
})
