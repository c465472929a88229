import {
  type ApiFault,
  type Operation,
} from "../../../packages/bpc-sandbox/src"
import { carriesReference, moneyOf } from "../index"
import { type Shop, closeShops, refundOf, shopWith } from "./channel-support"
import { failure } from "./client-support"

/** What each channel calls them at the gateway. */
const CALLS = {
  v1: {
    capture: "deposit",
    cancel: "reverse",
    refund: "refund",
    read: "getOrderStatusExtended",
    list: "getOrderStatusExtended",
  },
  v2: {
    capture: "capturePayment",
    cancel: "cancelPayment",
    refund: "createRefund",
    read: "readPayment",
    list: "listRefunds",
  },
} as const satisfies Record<string, Record<string, Operation>>

type Fault = Pick<ApiFault, "kind" | "commit" | "delayMs" | "status">

const LOST: [string, Fault, boolean][] = [
  [
    "is answered 500 and was not carried out",
    { kind: "status", status: 500 },
    false,
  ],
  [
    "is answered 500 and was carried out",
    { kind: "status_after_commit" },
    true,
  ],
  ["is cut off before it was carried out", { kind: "reset" }, false],
  [
    "is cut off after it was carried out",
    { kind: "reset", commit: true },
    true,
  ],
  [
    "hangs and was not carried out",
    { kind: "timeout_before_commit", delayMs: 20 },
    false,
  ],
  [
    "hangs and was carried out",
    { kind: "timeout_after_commit", delayMs: 20 },
    true,
  ],
  ["is answered with an empty body", { kind: "empty" }, true],
  ["is answered with half a body", { kind: "half_body" }, true],
]

afterEach(closeShops)

describe.each(["v1", "v2"] as const)("the money channel %s", (name) => {
  const calls = CALLS[name]
  const sent = (shop: Shop, operation: Operation) =>
    shop.sandbox.control.requests().filter((one) => one.operation === operation)
  const once = (shop: Shop, operation: Operation, fault: Fault) =>
    shop.sandbox.control.setFaults({ api: [{ operation, ...fault, times: 1 }] })
  const totals = async (shop: Shop, paid: Awaited<ReturnType<Shop["pay"]>>) => {
    const read = await shop.channel.readPayment(paid)
    if (!read.ok) {
      throw read.error
    }
    return read.value.totals
  }

  it.each([
    ["EUR", 12_345],
    ["JPY", 500],
    ["KWD", 12_340],
  ])(
    "captures a hold in %s and reads the same totals",
    async (currency, minor) => {
      const shop = await shopWith(name)
      const paid = await shop.pay(minor, { hold: true, currency })
      const nothing = moneyOf(0, paid.currency)
      expect(await totals(shop, paid)).toEqual({
        captured: nothing,
        refunded: nothing,
        state: "held",
      })
      const amount = moneyOf(minor, paid.currency)
      expect(
        await shop.channel.capture({ ...paid, amount, idempotencyKey: "c1" })
      ).toEqual({ ok: true, value: undefined })
      expect(await totals(shop, paid)).toEqual({
        captured: amount,
        refunded: nothing,
        state: "captured",
      })
      expect(paid.books().captured).toBe(minor)
    }
  )

  it("captures in parts while the gateway keeps the rest", async () => {
    const shop = await shopWith(name, {
      faults: { partialCapture: "keeps_rest" },
    })
    const paid = await shop.pay(1000, { hold: true })
    const part = (minor: number) =>
      shop.channel.capture({
        ...paid,
        amount: moneyOf(minor, paid.currency),
        idempotencyKey: `c${minor}`,
      })
    expect((await part(300)).ok).toBe(true)
    expect(await totals(shop, paid)).toMatchObject({
      captured: { minor: 300 },
      state: "held",
    })
    expect((await part(700)).ok).toBe(true)
    expect(await totals(shop, paid)).toMatchObject({
      captured: { minor: 1000 },
      state: "captured",
    })
  })

  it("tells a capture above the hold as refused, with nothing moved", async () => {
    const shop = await shopWith(name)
    const paid = await shop.pay(1000, { hold: true })
    const error = failure(
      await shop.channel.capture({
        ...paid,
        amount: moneyOf(1001, paid.currency),
        idempotencyKey: "c1",
      })
    )
    expect(error).toMatchObject({ kind: "rejected", outcomeUnknown: false })
    expect(error.merchant).toContain("Nothing was carried out")
    expect(paid.books().captured).toBe(0)
  })

  it("never sends the amount 0, which stands for the whole order", async () => {
    const shop = await shopWith(name)
    const held = await shop.pay(1000, { hold: true })
    const paid = await shop.pay(1000)
    const zero = moneyOf(0, paid.currency)
    expect(
      failure(
        await shop.channel.capture({
          ...held,
          amount: zero,
          idempotencyKey: "c1",
        })
      ).kind
    ).toBe("rejected")
    expect(
      failure(await shop.channel.refund(refundOf(paid, 0, "ref_1"))).kind
    ).toBe("rejected")
    expect(sent(shop, calls.capture)).toHaveLength(0)
    expect(sent(shop, calls.refund)).toHaveLength(0)
    expect([held.books().captured, paid.books().refunded]).toEqual([0, 0])
  })

  it("releases a hold once, and calls one that is released already done", async () => {
    const shop = await shopWith(name)
    const paid = await shop.pay(1000, { hold: true })
    const cancel = () => shop.channel.cancel({ ...paid, idempotencyKey: "v1" })
    expect(await cancel()).toEqual({ ok: true, value: undefined })
    expect(await cancel()).toEqual({ ok: true, value: undefined })
    expect(await totals(shop, paid)).toMatchObject({
      captured: { minor: 0 },
      refunded: { minor: 0 },
      state: "canceled",
    })
    expect(paid.books()).toMatchObject({ capturable: 0, released: 1000 })
  })

  it("never cancels what is captured", async () => {
    const shop = await shopWith(name)
    const paid = await shop.pay(1000)
    const error = failure(
      await shop.channel.cancel({ ...paid, idempotencyKey: "v1" })
    )
    expect(error).toMatchObject({ kind: "rejected", outcomeUnknown: false })
    expect(paid.books()).toMatchObject({ captured: 1000, refunded: 0 })
  })

  it("gives money back in parts and lists each under our reference", async () => {
    const shop = await shopWith(name)
    const paid = await shop.pay(1000)
    expect(
      await shop.channel.refund(refundOf(paid, 250, "ref_1"))
    ).toMatchObject({
      ok: true,
      value: { status: "succeeded", amount: { minor: 250 } },
    })
    expect(await totals(shop, paid)).toMatchObject({
      captured: { minor: 1000 },
      refunded: { minor: 250 },
      state: "captured",
    })
    await shop.channel.refund(refundOf(paid, 750, "ref_2"))
    expect(await totals(shop, paid)).toMatchObject({
      captured: { minor: 1000 },
      refunded: { minor: 1000 },
      state: "refunded",
    })
    expect(await shop.channel.listRefunds(paid)).toMatchObject({
      ok: true,
      value: [
        {
          merchantReferenceId: "ref_1",
          amount: { minor: 250 },
          status: "succeeded",
        },
        {
          merchantReferenceId: "ref_2",
          amount: { minor: 750 },
          status: "succeeded",
        },
      ],
    })
  })

  it("refunds once for one reference, however long it is", async () => {
    const shop = await shopWith(name)
    const paid = await shop.pay(1000)
    const reference = "bpcref_01ARZ3NDEKTSV4RRFFQ69G5FAV_and_more"
    const input = refundOf(paid, 400, reference)
    const first = await shop.channel.refund(input)
    expect(await shop.channel.refund(input)).toEqual(first)
    expect(paid.books().refunded).toBe(400)
    const listed = await shop.channel.listRefunds(paid)
    expect(
      listed.ok && listed.value.map((one) => carriesReference(one, reference))
    ).toEqual([true])
  })

  it("tells a refund above what was captured as refused, with nothing moved", async () => {
    const shop = await shopWith(name)
    const paid = await shop.pay(1000)
    expect(
      failure(await shop.channel.refund(refundOf(paid, 1001, "ref_1")))
    ).toMatchObject({
      kind: "rejected",
      outcomeUnknown: false,
    })
    expect(paid.books().refunded).toBe(0)
  })

  it.each(["succeeded", "failed"] as const)(
    "follows a refund under way until it %s",
    async (end) => {
      const shop = await shopWith(name, { faults: { refunds: "pending" } })
      const paid = await shop.pay(1000)
      expect(
        await shop.channel.refund(refundOf(paid, 400, "ref_1"))
      ).toMatchObject({ ok: true, value: { status: "pending" } })
      expect(await shop.channel.listRefunds(paid)).toMatchObject({
        value: [{ status: "pending", amount: { minor: 400 } }],
      })
      expect(await totals(shop, paid)).toMatchObject({
        captured: { minor: 1000 },
        refunded: { minor: 0 },
      })
      await shop.sandbox.control.settleRefund(
        paid.books().refunds[0]?.id ?? "",
        end
      )
      expect(await shop.channel.listRefunds(paid)).toMatchObject({
        value: [{ status: end, merchantReferenceId: "ref_1" }],
      })
      expect(await totals(shop, paid)).toMatchObject({
        refunded: { minor: end === "succeeded" ? 400 : 0 },
      })
    }
  )

  describe("when a call's answer is lost", () => {
    it.each(LOST)(
      "a capture that %s is unknown, and the totals tell",
      async (_, fault, done) => {
        const shop = await shopWith(name)
        const paid = await shop.pay(1000, { hold: true })
        once(shop, calls.capture, fault)
        const error = failure(
          await shop.channel.capture({
            ...paid,
            amount: moneyOf(1000, paid.currency),
            idempotencyKey: "c1",
          })
        )
        expect(error.outcomeUnknown).toBe(true)
        expect(sent(shop, calls.capture)).toHaveLength(1)
        expect(await totals(shop, paid)).toMatchObject({
          captured: { minor: done ? 1000 : 0 },
          state: done ? "captured" : "held",
        })
      }
    )

    it.each(LOST)(
      "a release that %s is unknown, sent once, and can be asked for again",
      async (_, fault, done) => {
        const shop = await shopWith(name)
        const paid = await shop.pay(1000, { hold: true })
        once(shop, calls.cancel, fault)
        const cancel = () =>
          shop.channel.cancel({ ...paid, idempotencyKey: "v1" })
        expect(failure(await cancel()).outcomeUnknown).toBe(true)
        expect(sent(shop, calls.cancel)).toHaveLength(1)
        expect(await totals(shop, paid)).toMatchObject({
          state: done ? "canceled" : "held",
        })
        expect((await cancel()).ok).toBe(true)
        expect(paid.books().released).toBe(1000)
      }
    )

    it.each(LOST)(
      "a refund that %s is unknown, and its repeat gives back once",
      async (_, fault) => {
        const shop = await shopWith(name)
        const paid = await shop.pay(1000)
        once(shop, calls.refund, fault)
        const input = refundOf(paid, 400, "ref_1")
        expect(failure(await shop.channel.refund(input)).outcomeUnknown).toBe(
          true
        )
        expect(sent(shop, calls.refund)).toHaveLength(1)
        expect(await shop.channel.refund(input)).toMatchObject({
          ok: true,
          value: { status: "succeeded" },
        })
        expect(paid.books().refunded).toBe(400)
      }
    )

    it.each(LOST.filter(([, { kind }]) => kind !== "empty"))(
      "a reading that %s is repeated",
      async (_, fault) => {
        const shop = await shopWith(name)
        const paid = await shop.pay(1000)
        once(shop, calls.read, fault)
        expect(await shop.channel.readPayment(paid)).toMatchObject({
          ok: true,
          value: { totals: { captured: { minor: 1000 } } },
        })
        expect(sent(shop, calls.read)).toHaveLength(2)
      }
    )
  })

  it("sends no refund while the gateway cannot say which ones there are", async () => {
    const shop = await shopWith(name)
    const paid = await shop.pay(1000)
    shop.sandbox.control.setFaults({
      api: [{ operation: calls.list, kind: "status", status: 503 }],
    })
    expect(
      failure(await shop.channel.refund(refundOf(paid, 400, "ref_1")))
    ).toMatchObject({
      outcomeUnknown: false,
      retryable: true,
    })
    expect(sent(shop, calls.refund)).toHaveLength(0)
  })

  it.each(["capture", "refund"] as const)(
    "tells a %s that met too many calls as not carried out",
    async (action) => {
      const shop = await shopWith(name)
      const paid = await shop.pay(1000, { hold: action === "capture" })
      once(shop, calls[action], { kind: "status", status: 429 })
      const answer =
        action === "capture"
          ? await shop.channel.capture({
              ...paid,
              amount: moneyOf(1000, paid.currency),
              idempotencyKey: "c1",
            })
          : await shop.channel.refund(refundOf(paid, 400, "ref_1"))
      expect(failure(answer)).toMatchObject({
        kind: "throttled",
        outcomeUnknown: false,
      })
      expect(paid.books()).toMatchObject({
        captured: action === "capture" ? 0 : 1000,
        refunded: 0,
      })
    }
  )

  it("sees what was done in the gateway's portal", async () => {
    const shop = await shopWith(name)
    const paid = await shop.pay(1000, { hold: true })
    await shop.sandbox.control.portalCapture(paid.payment.sessionId)
    await shop.sandbox.control.portalRefund(paid.payment.sessionId, 300)
    expect(await totals(shop, paid)).toMatchObject({
      captured: { minor: 1000 },
      refunded: { minor: 300 },
      state: "captured",
    })
    expect(await shop.channel.listRefunds(paid)).toMatchObject({
      value: [{ amount: { minor: 300 }, status: "succeeded" }],
    })
  })
})
