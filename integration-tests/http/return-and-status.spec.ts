import {
  expectPromiseKept,
  inState,
  ordersOf,
  pageOf,
  settled,
} from "../support/books"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

let store: Store

beforeAll(async () => {
  store = await startStore()
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => store.sandbox.control.reset())

async function shopperAtGateway(): Promise<Shopper> {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  return shopper
}

const tokenOf = (url: string) => new URL(url).pathname.split("/").at(-1) ?? ""

describe("a return with a token that is not its own", () => {
  it("shows that the link is not valid, and changes nothing", async () => {
    const shopper = await shopperAtGateway()
    const other = await shopperAtGateway()
    const token = tokenOf(pageOf(store, shopper).redirects.success)
    const foreign = tokenOf(pageOf(store, other).redirects.success)
    const [id] = token.split(".")
    const [, secret] = foreign.split(".")
    for (const wrong of [
      `${id}.${secret}`,
      `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
      id,
      `${token}.x`,
      "..%2f..%2fadmin",
      "%00",
      "x".repeat(5_000),
    ]) {
      const answer = await shopper.visit(
        `${store.url}/bpc/return/${wrong}`,
        "de"
      )
      expect(answer.status).toBe(404)
      expect(answer.location).toBeNull()
      expect(answer.text).not.toMatch(/Error|at \w+ \(/)
    }
    const page = await shopper.visit(
      `${store.url}/bpc/return/${id}.${secret}`,
      "de"
    )
    expect(page.text).toContain("Dieser Link ist ungültig")
    expect(
      store.sandbox.control.requests().map(({ operation }) => operation)
    ).not.toContain("readSession")
  })

  it("ignores every other parameter, another session's id among them", async () => {
    const paid = await shopperAtGateway()
    const unpaid = await shopperAtGateway()
    await store.sandbox.control.pay(paid.gatewaySessionId)
    await settled(store, paid)
    const url = `${pageOf(store, unpaid).successUrl}?sessionId=${paid.gatewaySessionId}?sessionId=x&order_id=1&success_url=https://evil.example`
    const answer = await unpaid.visit(url)

    expect(answer.status).toBe(200)
    expect(await ordersOf(store, unpaid)).toHaveLength(0)
  })
})

describe("a return that the bank sends as a form", () => {
  const post = (url: string, body: string, type: string) =>
    fetch(url, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": type },
      body,
    })
  const FORM = "application/x-www-form-urlencoded"

  it("is answered as the address itself is, whatever the form holds", async () => {
    const shopper = await shopperAtGateway()
    const { redirectUrl } = await store.sandbox.control.pay(
      shopper.gatewaySessionId
    )
    const { order_id } = await settled(store, shopper)
    for (const [body, type] of [
      ["", FORM],
      ["sessionId=ps_other&order_id=1&success_url=https://evil.example", FORM],
      ["%%%&&&==[[]]", FORM],
      ["{ not json", "application/json"],
      [`PaRes=${"x".repeat(300_000)}`, FORM],
    ] as const) {
      const answer = await post(redirectUrl!, body, type)
      expect(answer.status).toBe(303)
      expect(answer.headers.get("location")).toContain(
        `/order/${order_id}/confirmed`
      )
    }
    expect(await ordersOf(store, shopper)).toHaveLength(1)
  })

  it("shows the checking page while nothing is decided, and no token on the page of a wrong one", async () => {
    const shopper = await shopperAtGateway()
    const { success } = pageOf(store, shopper).redirects
    const checking = await post(success, "a=b", FORM)
    expect(checking.status).toBe(200)
    expect(await checking.text()).toContain('content="2;url=?n=1"')

    // Not the last letter: some of its bits stand for nothing.
    const secret = tokenOf(success).split(".").at(-1) ?? ""
    const wrong = success.replace(
      secret,
      (secret.startsWith("A") ? "B" : "A") + secret.slice(1)
    )
    const refused = await post(wrong, "a=b", FORM)
    expect(refused.status).toBe(404)
    expect(await refused.text()).not.toContain(tokenOf(wrong))
  })

  it("counts towards the same limit", async () => {
    const shopper = await shopperAtGateway()
    const { success } = pageOf(store, shopper).redirects
    const answers = await Promise.all(
      Array.from({ length: 70 }, async (_, index) => {
        const answer = await (index % 2
          ? post(success, "a=b", FORM)
          : fetch(success, { redirect: "manual" }))
        await answer.text()
        return answer.status
      })
    )
    expect(answers.filter((status) => status === 429)).toHaveLength(10)
  })
})

describe("a return while the gateway is in trouble", () => {
  const troubles = [
    { kind: "status", status: 500 },
    { kind: "html" },
    { kind: "reset" },
    { kind: "empty" },
  ] as const
  it.each(troubles)(
    "shows the checking page for $kind, and the order once the gateway is well",
    async (trouble) => {
      store.sandbox.control.setFaults({ webhooks: { drop: true } })
      const shopper = await shopperAtGateway()
      const { redirectUrl } = await store.sandbox.control.pay(
        shopper.gatewaySessionId
      )
      store.sandbox.control.setFaults({
        api: [{ operation: "readSession", ...trouble }],
      })
      const waiting = await shopper.visit(redirectUrl!)
      expect(waiting.status).toBe(200)
      expect(waiting.text).toContain("We are checking your payment")

      store.sandbox.control.setFaults({ api: [] })
      const back = await shopper.visit(redirectUrl!)
      expect(back.location).toContain("/confirmed")
    }
  )
})

describe("the status route", () => {
  it("answers 404 for a payment session that is not ours", async () => {
    const shopper = new Shopper(store)
    await shopper.fillCart()
    await shopper.choosePayment("pp_system_default")
    expect((await shopper.status()).status).toBe(404)
    expect((await shopper.status("payses_nobody")).status).toBe(404)
  })

  it("goes from pending to paid with the order, and asks the gateway nothing", async () => {
    const shopper = await shopperAtGateway()
    expect((await shopper.status()).body).toEqual({ status: "pending" })
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    const row = await settled(store, shopper)
    store.sandbox.control.clearRequests()
    expect((await shopper.status()).body).toEqual({
      status: "paid",
      order_id: row.order_id,
    })
    expect(store.sandbox.control.requests()).toHaveLength(0)
  })

  it("says expired for a page that ended, and never completes the cart", async () => {
    const shopper = await shopperAtGateway()
    await store.sandbox.control.expire(shopper.gatewaySessionId)
    await inState(store, shopper, ["expired"])
    expect((await shopper.status()).body).toEqual({ status: "expired" })
    expect(await ordersOf(store, shopper)).toHaveLength(0)
  })
})

describe("whoever asks too often", () => {
  const many = (count: number, ask: () => Promise<number>) =>
    Promise.all(Array.from({ length: count }, ask))

  it("is asked to wait, token by token, and loses nothing by it", async () => {
    const shopper = await shopperAtGateway()
    const other = await shopperAtGateway()
    const path = `/store/bpc/status/${shopper.paymentSession?.id}`
    const answers = await many(70, async () => {
      const { status } = await shopper.call("GET", path)
      return status
    })
    expect(answers.filter((status) => status === 200)).toHaveLength(60)
    expect(answers.filter((status) => status === 429)).toHaveLength(10)
    const refused = await fetch(store.url + path, {
      headers: { "x-publishable-api-key": store.publishableKey },
    })
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ type: "too_many_requests" })
    expect((await other.status()).status).toBe(200)

    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await settled(store, shopper)
    expect(await ordersOf(store, shopper)).toHaveLength(1)
  })

  it("sees a page that goes on by itself after a return", async () => {
    const shopper = await shopperAtGateway()
    const { success } = pageOf(store, shopper).redirects
    const pages = await Promise.all(
      Array.from({ length: 62 }, () => shopper.visit(success))
    )
    const [refused] = pages.filter(({ status }) => status === 429)
    expect(refused?.text).toContain("please do not pay again")
    expect(refused?.text).toMatch(
      /http-equiv="refresh" content="\d+;url=\?n=10"/
    )
  })

  it("of one address is asked to wait whatever the token", async () => {
    const shopper = await shopperAtGateway()
    const answers = await many(
      700,
      async () =>
        (
          await fetch(`${store.url}/bpc/pay/${Math.random()}`, {
            headers: { "x-forwarded-for": "203.0.113.7" },
          })
        ).status
    )
    expect(answers.filter((status) => status === 404)).toHaveLength(600)
    expect(answers.filter((status) => status === 429)).toHaveLength(100)
    expect((await shopper.status()).status).toBe(200)
  })
})
