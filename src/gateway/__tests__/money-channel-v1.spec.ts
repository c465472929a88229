import { type FaultsInput } from "../../../packages/bpc-sandbox/src"
import {
  createGatewayClient,
  createV1Client,
  gatewaySessionId,
  moneyChannelOf,
  moneyOf,
} from "../index"
import { closeShops, currencyOf, refundOf, shopWith } from "./channel-support"
import { failure } from "./client-support"
import { type FakeServer, json, startFakeServer } from "./fake-server"

afterEach(closeShops)

describe("the Merchant REST API as a channel", () => {
  it.each<[string, FaultsInput["v1"]]>([
    ["codes as numbers", { codes: "number" }],
    ["a success flag instead of a code", { codes: "success_flag" }],
    ["amounts as texts", { amounts: "text" }],
    ["a single refund as an object", { refunds: "object" }],
    [
      "a deposited amount that refunds do not lower",
      { depositedAmount: "gross" },
    ],
    [
      "the amount checked before the reference",
      { refundChecks: "amount_first" },
    ],
    ["a merchant's version that hides our references", { version: 20 }],
    ["a merchant's version that lists no refunds", { version: 4 }],
  ])("copes with %s", async (_, v1) => {
    const shop = await shopWith("v1", { faults: { v1 } })
    const paid = await shop.pay(1000)
    for (const [amount, reference] of [
      [300, "ref_1"],
      [200, "ref_2"],
    ] as const) {
      expect(
        await shop.channel.refund(refundOf(paid, amount, reference))
      ).toMatchObject({ ok: true, value: { status: "succeeded" } })
    }
    expect(await shop.channel.readPayment(paid)).toMatchObject({
      ok: true,
      value: {
        totals: {
          captured: { minor: 1000 },
          refunded: { minor: 500 },
          state: "captured",
        },
      },
    })
    const listed = await shop.channel.listRefunds(paid)
    const sum = listed.ok
      ? listed.value.reduce(
          (total, { amount }) => total + (amount?.minor ?? 0),
          0
        )
      : undefined
    expect(sum).toBe(500)
  })

  it("tells no totals where the merchant's version has none, and does not call a refund done", async () => {
    const shop = await shopWith("v1", { faults: { v1: { version: 2 } } })
    const paid = await shop.pay(1000)
    expect(await shop.channel.readPayment(paid)).toMatchObject({
      ok: true,
      value: { totals: undefined },
    })
    expect(
      await shop.channel.refund(refundOf(paid, 300, "ref_1"))
    ).toMatchObject({
      ok: true,
      value: { status: "pending" },
    })
    expect(paid.books().refunded).toBe(300)
    const held = await shop.pay(1000, { hold: true })
    expect(await shop.channel.readPayment(held)).toMatchObject({
      value: { totals: { captured: { minor: 0 }, state: "held" } },
    })
    const amount = moneyOf(1000, held.currency)
    expect(
      (await shop.channel.capture({ ...held, amount, idempotencyKey: "c1" })).ok
    ).toBe(true)
  })

  it("sends nothing when the books moved since they were read", async () => {
    const shop = await shopWith("v1")
    const paid = await shop.pay(1000)
    const decided = refundOf(paid, 400, "ref_1")
    await shop.sandbox.control.portalRefund(paid.payment.sessionId, 100)
    const error = failure(await shop.channel.refund(decided))
    expect(error.merchant).toContain(
      "now holds 9.00 EUR of this payment instead of the 10.00 EUR"
    )
    expect(error).toMatchObject({ kind: "rejected", outcomeUnknown: false })
    expect(paid.books().refunded).toBe(100)
  })

  it("lets one of two refunds through that were decided on the same books", async () => {
    const shop = await shopWith("v1")
    const paid = await shop.pay(1000)
    const answers = await Promise.all(
      ["ref_1", "ref_2"].map((reference) =>
        shop.channel.refund(refundOf(paid, 400, reference))
      )
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(paid.books().refunded).toBe(400)
  })

  it.each(["reference_first", "amount_first"] as const)(
    "makes one refund of two at once under one reference (%s), and both say it is made",
    async (refundChecks) => {
      const shop = await shopWith("v1", { faults: { v1: { refundChecks } } })
      const paid = await shop.pay(1000)
      const input = refundOf(paid, 400, "ref_1")
      const answers = await Promise.all(
        [1, 2].map(() => shop.channel.refund(input))
      )
      expect(answers).toMatchObject([
        { ok: true, value: { status: "succeeded" } },
        { ok: true, value: { status: "succeeded" } },
      ])
      expect(paid.books().refunded).toBe(400)
    }
  )

  it("names every cause that code 5 may have, and shows no part of the login", async () => {
    const shop = await shopWith("v1", {}, { password: "not the right one" })
    const paid = await shop.pay(1000)
    const error = failure(
      await shop.channel.refund(refundOf(paid, 400, "ref_1"))
    )
    expect(error).toMatchObject({
      kind: "rejected",
      outcomeUnknown: false,
      code: "5",
    })
    expect(error.merchant).toContain("several causes")
    expect(error.merchant).toContain("login or its password is wrong")
    expect(
      JSON.stringify([error, error.merchant, error.log, error.stack])
    ).not.toMatch(/not the right one|sandbox-api/)
  })

  it("says that a hold can be released only once, when the gateway refused it", async () => {
    const shop = await shopWith("v1")
    const paid = await shop.pay(1000, { hold: true })
    await fetch(`${shop.sandbox.v1ApiUrl}/reverse.do`, {
      method: "POST",
      body: new URLSearchParams({
        userName: shop.sandbox.apiLogin,
        password: shop.sandbox.apiPassword,
        orderId: paid.payment.mdOrder ?? "",
        amount: "999999",
      }),
    })
    const error = failure(
      await shop.channel.cancel({ ...paid, idempotencyKey: "v1" })
    )
    expect(error.merchant).toContain("only one attempt to release a hold")
    expect(paid.books().capturable).toBe(1000)
  })

  it("says of an order that it does not know whose login to check", async () => {
    const shop = await shopWith("v1")
    const read = await shop.channel.readPayment({
      payment: {
        paymentId: null,
        mdOrder: "11111111-2222-3333-4444-555555555555",
        sessionId: gatewaySessionId("ps_1"),
      },
      currency: currencyOf("EUR"),
    })
    expect(failure(read)).toMatchObject({ kind: "rejected", code: "6" })
  })

  it("reads no order in another currency", async () => {
    const shop = await shopWith("v1")
    const { payment } = await shop.pay(1000)
    const read = await shop.channel.readPayment({
      payment,
      currency: currencyOf("USD"),
    })
    expect(failure(read)).toMatchObject({
      kind: "protocol",
      outcomeUnknown: false,
    })
  })
})

describe("which channel a payment goes through", () => {
  it("finds the order number inside the session id", async () => {
    const shop = await shopWith("v1", { faults: { v2MoneyCalls: "not_found" } })
    const paid = await shop.pay(1000)
    const payment = { ...paid.payment, mdOrder: null, paymentId: null }
    expect(shop.channel.name).toBe("v1")
    expect(
      (await shop.channel.refund({ ...refundOf(paid, 400, "ref_1"), payment }))
        .ok
    ).toBe(true)
    expect(paid.books().refunded).toBe(400)
  })

  it("falls back to V2 for a payment whose order number nobody knows", async () => {
    const shop = await shopWith("v1")
    const paid = await shop.pay(1000)
    const payment = {
      ...paid.payment,
      mdOrder: null,
      sessionId: gatewaySessionId("ps_older_scheme"),
    }
    expect(
      (await shop.channel.refund({ ...refundOf(paid, 400, "ref_1"), payment }))
        .ok
    ).toBe(true)
    expect(
      shop.sandbox.control.requests().map(({ operation }) => operation)
    ).toContain("createRefund")
  })

  it.each(["not_found", "method_not_allowed"] as const)(
    "tells a clerk what to do where V2 lacks the calls (%s) and there is no second channel",
    async (v2MoneyCalls) => {
      const shop = await shopWith("v2", { faults: { v2MoneyCalls } })
      const paid = await shop.pay(1000, { hold: true })
      const answers = [
        await shop.channel.capture({
          ...paid,
          amount: moneyOf(1000, paid.currency),
          idempotencyKey: "c1",
        }),
        await shop.channel.cancel({ ...paid, idempotencyKey: "v1" }),
        await shop.channel.refund(refundOf(paid, 400, "ref_1")),
      ]
      for (const answer of answers) {
        const error = failure(answer)
        expect(error).toMatchObject({
          kind: "configuration",
          code: "no_channel",
          outcomeUnknown: false,
        })
        expect(error.merchant).toContain("does not offer")
        expect(error.merchant).toContain(
          `merchant portal by its order number ${paid.payment.mdOrder}`
        )
        expect(error.merchant).toContain("API login and password")
      }
      expect(paid.books()).toMatchObject({ capturable: 1000, captured: 0 })
    }
  )

  it("says the same of a payment whose id V2 never told", async () => {
    const shop = await shopWith("v2")
    const paid = await shop.pay(1000)
    const payment = { ...paid.payment, paymentId: null }
    const error = failure(
      await shop.channel.refund({ ...refundOf(paid, 400, "ref_1"), payment })
    )
    expect(error).toMatchObject({ kind: "configuration", code: "no_channel" })
    expect(error.merchant).toContain(paid.payment.mdOrder ?? "?")
    expect(await shop.channel.readPayment({ ...paid, payment })).toMatchObject({
      value: { totals: { captured: { minor: 1000 } } },
    })
  })
})

describe("an answer of the Merchant REST API", () => {
  const EUR = currencyOf("EUR")
  let server: FakeServer
  beforeAll(async () => {
    server = await startFakeServer()
  })
  afterAll(() => server.close())

  const channel = () =>
    moneyChannelOf({
      client: createGatewayClient({
        apiUrl: server.url,
        apiKey: "key",
        allowInsecure: true,
      }),
      v1: createV1Client({
        apiUrl: server.url,
        login: "shop-api",
        password: "p&ss w=rd",
        allowInsecure: true,
        readRetries: 0,
      }),
    })
  const payment = {
    paymentId: null,
    mdOrder: "m-1",
    sessionId: gatewaySessionId("ps_1"),
  }
  const read = () => channel().readPayment({ payment, currency: EUR })

  it.each<[string, unknown]>([
    [
      "a fraction",
      { orderStatus: 2, paymentAmountInfo: { depositedAmount: 10.5 } },
    ],
    [
      "a decimal text",
      { orderStatus: 2, paymentAmountInfo: { depositedAmount: "10.00" } },
    ],
    [
      "a negative sum",
      { orderStatus: 2, paymentAmountInfo: { refundedAmount: -1 } },
    ],
    [
      "more than can be counted",
      { orderStatus: 2, paymentAmountInfo: { depositedAmount: 1e20 } },
    ],
    [
      "a refund without an amount",
      { orderStatus: 2, refunds: [{ actionCode: "0" }] },
    ],
    ["no object", []],
  ])("is not understood with %s", async (_, body) => {
    server.answer(json(200, body))
    expect(failure(await read())).toMatchObject({
      kind: "protocol",
      outcomeUnknown: false,
    })
  })

  it("is a refusal when `success` is false, whatever the code says", async () => {
    server.answer(json(200, { success: false, errorCode: 0, orderStatus: 2 }))
    expect(failure(await read()).kind).toBe("rejected")
  })

  it("without an order status means that there is no such order", async () => {
    server.answer(json(200, { errorCode: "0" }))
    expect(failure(await read())).toMatchObject({
      kind: "rejected",
      code: "order_unknown",
    })
  })

  it.each([
    [0, "unpaid"],
    [1, "held"],
    [3, "canceled"],
    [5, "unpaid"],
    [6, "unpaid"],
    ["1", "held"],
  ])("with the status %j means %s", async (orderStatus, state) => {
    server.answer(json(200, { orderStatus, currency: "978" }))
    expect(await read()).toMatchObject({
      value: { totals: { state, captured: { minor: 0 } } },
    })
  })

  it.each([7, 99])(
    "with the status %j means that nobody knows yet",
    async (orderStatus) => {
      server.answer(
        json(200, {
          orderStatus,
          paymentAmountInfo: { depositedAmount: 0, refundedAmount: 0 },
        })
      )
      expect(await read()).toMatchObject({
        value: { totals: { state: "unknown" } },
      })
    }
  )

  it.each([
    [400, "transport", true],
    [401, "auth", false],
    [404, "blocked", false],
    [502, "transport", true],
  ])(
    "with HTTP %d to a money call is of the kind %s",
    async (status, kind, outcomeUnknown) => {
      server.answer(
        json(200, { orderStatus: 1 }),
        json(status, {
          errorCode: "7",
          errorMessage: "userName=shop-api&password=p%26ss+w%3Drd",
        })
      )
      const error = failure(
        await channel().cancel({ payment, idempotencyKey: "v1" })
      )
      expect(error).toMatchObject({ kind, outcomeUnknown })
      expect(error.log + error.merchant).not.toMatch(/shop-api|p&ss|p%26ss/)
    }
  )

  it.each([
    [{}, true],
    [{ errorCode: "7", errorMessage: "System error" }, true],
    [{ errorCode: 5 }, false],
  ])(
    "%j to a money call: not known whether it was done: %s",
    async (body, outcomeUnknown) => {
      server.answer(json(200, { orderStatus: 1 }), json(200, body))
      expect(
        failure(await channel().cancel({ payment, idempotencyKey: "v1" }))
          .outcomeUnknown
      ).toBe(outcomeUnknown)
    }
  )

  it("is not believed when the books do not show what it calls done", async () => {
    server.answer(json(200, { errorCode: 0, orderStatus: 1 }))
    const amount = moneyOf(500, EUR)
    for (const answer of [
      await channel().cancel({ payment, idempotencyKey: "v1" }),
      await channel().capture({ payment, amount, idempotencyKey: "c1" }),
    ]) {
      expect(failure(answer)).toMatchObject({ outcomeUnknown: true })
    }
    expect(
      await channel().refund({
        payment,
        amount,
        deposited: amount,
        reference: "ref_1",
      })
    ).toMatchObject({ ok: true, value: { status: "pending" } })
  })

  it("is asked for with a form whose texts cannot add fields", async () => {
    server.received.length = 0
    server.answer(json(200, { errorCode: 0, orderStatus: 2 }))
    const amount = moneyOf(500, EUR)
    await channel().refund({
      payment,
      amount,
      deposited: moneyOf(900, EUR),
      reference: "ref_1",
    })
    const request = server.received[1]
    expect(request).toMatchObject({
      method: "POST",
      url: "/api2/refund.do",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    })
    expect(request?.headers).not.toHaveProperty("x-api-key")
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      userName: "shop-api",
      password: "p&ss w=rd",
      orderId: "m-1",
      language: "en",
      amount: "500",
      currency: "978",
      externalRefundId: "ref_1",
      expectedDepositedAmount: "900",
    })
  })
})
