import { expectPromiseKept, inState, pageOf } from "../support/books"
import { Clerk } from "../support/clerk"
import {
  discount,
  fractionalOrder,
  less,
  medusaBooks,
} from "../support/fractions"
import { type RoundRobin, startRoundRobin } from "../support/round-robin"
import {
  type ServerProcess,
  startServerProcess,
} from "../support/server-process"
import { eventually } from "../support/shopper"
import { type Surroundings, prepareSurroundings } from "../support/surroundings"

jest.setTimeout(300_000)

const EURO = { market: "eur", sku: "MUG-EMBER", percent: 13.33 } as const

let store: Surroundings
let server: ServerProcess
let front: RoundRobin
let clerk: Clerk

beforeAll(async () => {
  store = await prepareSurroundings({
    environment: { BPC_CAPTURE_METHOD: "manual" },
  })
  server = await startServerProcess({
    LC_ALL: "de_DE.UTF-8",
    LANG: "de_DE.UTF-8",
  })
  front = await startRoundRobin([server.url], store.port)
  clerk = await Clerk.logIn(store)
  await discount(clerk, EURO.percent)
})
afterEach(() => expectPromiseKept(store))
afterAll(async () => {
  await front.close()
  await server.stop()
  await store.close()
})
beforeEach(() => {
  store.sandbox.control.reset()
  store.sandbox.control.setFaults({ partialCapture: "keeps_rest" })
})

/*
 * Medusa finds out how many decimals a currency has by what follows a point in an amount that the server's locale has written
 * (payment-module, roundToCurrencyPrecision). Where that is a comma it rounds nothing, in any currency.
 */
describe("a server whose locale writes a decimal comma", () => {
  it("books what the portal captured and gave back, and owes nothing of a cancelled order's money", async () => {
    const { shopper, orderId } = await fractionalOrder(store, clerk, EURO)
    const total = shopper.cart?.total ?? 0
    const cents = Math.round(total * 100)
    expect(Number.isInteger(total * 100)).toBe(false)
    expect(pageOf(store, shopper).amount).toBe(cents)

    await store.sandbox.control.portalCapture(shopper.gatewaySessionId)
    expect(await inState(store, shopper, ["paid"])).toMatchObject({
      captured: String(cents),
      reason: null,
    })
    await eventually(
      () => clerk.order(orderId),
      ({ payment_status }) => payment_status === "captured"
    )
    await store.sandbox.control.portalRefund(shopper.gatewaySessionId, 100)
    await eventually(
      () => medusaBooks(store, orderId),
      ({ refunds }) => refunds.length === 1
    )
    expect((await clerk.cancelOrder(orderId)).status).toBe(200)
    await inState(store, shopper, ["refunded"])
    expect(pageOf(store, shopper)).toMatchObject({
      captured: cents,
      refunded: cents,
    })
    const { amount, captures, refunds } = await medusaBooks(store, orderId)
    expect({ captures, refunds }).toEqual({
      captures: [amount],
      refunds: ["1", less(amount, 1)],
    })
  })

  it("takes a capture in uneven parts, the last of them from the portal", async () => {
    const { shopper, orderId, paymentId } = await fractionalOrder(
      store,
      clerk,
      EURO
    )
    for (const part of [3.335, 3.333333]) {
      expect((await clerk.capture(paymentId, part)).status).toBe(200)
    }
    expect(pageOf(store, shopper).captured).toBe(667)
    await store.sandbox.control.portalCapture(shopper.gatewaySessionId)
    await inState(store, shopper, ["paid"])
    const payment = await eventually(
      () => clerk.payment(orderId),
      ({ captured_at }) => captured_at !== null
    )
    expect(payment.captures).toHaveLength(3)
  })
})
