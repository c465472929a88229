import fc from "fast-check"
import { Refusal, type Books, type Sandbox } from ".."
import { call, closeAll, createSession, sandboxFor } from "./support"

afterEach(closeAll)

type Move =
  | { kind: "pay"; hold: boolean }
  | { kind: "decline" | "expire" | "void" | "cancelPayment" }
  | {
      kind: "capture" | "portalCapture" | "refund" | "portalRefund"
      amount: number
    }
  | { kind: "settle"; outcome: "succeeded" | "failed" }
  | {
      kind: "switch"
      partialCapture: "keeps_rest" | "releases_rest"
      refunds: "instant" | "pending"
    }

const amount = fc.integer({ min: 1, max: 120 })
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant("pay"), hold: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom("decline", "expire", "void", "cancelPayment"),
  }),
  fc.record({
    kind: fc.constantFrom("capture", "portalCapture", "refund", "portalRefund"),
    amount,
  }),
  fc.record({
    kind: fc.constant("settle"),
    outcome: fc.constantFrom("succeeded", "failed"),
  }),
  fc.record({
    kind: fc.constant("switch"),
    partialCapture: fc.constantFrom("keeps_rest", "releases_rest"),
    refunds: fc.constantFrom("instant", "pending"),
  })
)

async function make(sandbox: Sandbox, id: string, move: Move): Promise<void> {
  const { control } = sandbox
  const report = control.getSession(id)
  const paymentId = report.payments.find((one) => one.authorized > 0)?.id
  switch (move.kind) {
    case "pay":
      await control.pay(id, { hold: move.hold, late: true })
      return
    case "decline":
      await control.decline(id)
      return
    case "expire":
      await control.expire(id)
      return
    case "void":
      await control.portalVoid(id)
      return
    case "cancelPayment":
      await call(sandbox, "POST", `/payments/${paymentId}/cancel`)
      return
    case "capture":
      await call(sandbox, "POST", `/payments/${paymentId}/capture`, {
        amount: move.amount,
      })
      return
    case "portalCapture":
      await control.portalCapture(id, move.amount)
      return
    case "refund":
      await call(sandbox, "POST", "/refunds", {
        paymentId: paymentId ?? "pay_none",
        amount: move.amount,
      })
      return
    case "portalRefund":
      await control.portalRefund(id, move.amount)
      return
    case "settle": {
      const pending = report.refunds.find((one) => one.status === "pending")
      if (pending) await control.settleRefund(pending.id, move.outcome)
      return
    }
    case "switch":
      control.setFaults({
        partialCapture: move.partialCapture,
        refunds: move.refunds,
      })
  }
}

function assertSound(sandbox: Sandbox, id: string, before: Books): void {
  const report = sandbox.control.getSession(id)
  const { authorized, capturable, captured, released } = report
  const { refunded, refundPending, refundable, refunds } = report
  for (const value of [
    capturable,
    captured,
    released,
    refunded,
    refundPending,
    refundable,
  ]) {
    expect(value).toBeGreaterThanOrEqual(0)
    expect(Number.isInteger(value)).toBe(true)
  }
  expect([0, 100]).toContain(authorized)
  expect(capturable + captured + released).toBe(authorized)
  expect(refunded + refundPending + refundable).toBe(captured)
  const sum = (status: string) =>
    refunds
      .filter((refund) => refund.status === status)
      .reduce((total, refund) => total + refund.amount, 0)
  expect(sum("succeeded")).toBe(refunded)
  expect(sum("pending")).toBe(refundPending)
  expect(captured).toBeGreaterThanOrEqual(before.captured)
  expect(refunded).toBeGreaterThanOrEqual(before.refunded)
  expect(released).toBeGreaterThanOrEqual(before.released)
  const funded = report.payments.filter((one) => one.authorized > 0)
  expect(funded.length).toBeLessThanOrEqual(1)
  expect(sandbox.control.books()["EUR"]).toMatchObject({ captured, refunded })
}

it("keeps the books sound over any sequence of moves", async () => {
  const sandbox = await sandboxFor()
  await fc.assert(
    fc.asyncProperty(
      fc.array(move, { minLength: 1, maxLength: 14 }),
      async (moves) => {
        sandbox.control.reset()
        const { id } = await createSession(sandbox, { amount: 100 })
        for (const one of moves) {
          const before = sandbox.control.getSession(id)
          await make(sandbox, id, one).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error
          })
          assertSound(sandbox, id, before)
        }
      }
    ),
    { numRuns: 100 }
  )
}, 60_000)

it("adds up the sessions of one currency and keeps currencies apart", async () => {
  const sandbox = await sandboxFor()
  for (const currency of ["EUR", "EUR", "JPY"]) {
    const { id } = await createSession(sandbox, { amount: 100, currency })
    await sandbox.control.pay(id)
    await sandbox.control.portalRefund(id, 30)
  }
  expect(sandbox.control.books()).toMatchObject({
    EUR: { captured: 200, refunded: 60, refundable: 140 },
    JPY: { captured: 100, refunded: 30, refundable: 70 },
  })
})
