import { Clerk } from "../support/clerk"
import { inState, ledgerOf } from "../support/books"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/* Health knows whether anything can be sold right now. */

jest.setTimeout(180_000)

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore()
  clerk = await Clerk.logIn(store)
})
beforeEach(() => store.sandbox.control.reset())
afterEach(() => jest.restoreAllMocks())
afterAll(() => store.close())

const problems = async () => {
  const { body } = await clerk.call<{
    problems: { code: string; severity: string; message: string }[]
  }>("GET", "/admin/bpc/health")
  return body.problems
}
const codes = async () =>
  (await problems())
    .filter(({ severity }) => severity === "error")
    .map(({ code }) => code)
    .sort()

it.each([
  { status: 401, code: "gateway_key_refused" },
  { status: 412, code: "gateway_blocked" },
])(
  "a gateway that answers $status to every call: said at once, with the checkouts that fail, and taken back by the next good one",
  async ({ status, code }) => {
    store.sandbox.control.setFaults({
      api: [{ operation: "*", kind: "status", status }],
    })
    for (let checkout = 0; checkout < 2; checkout++) {
      const shopper = new Shopper(store)
      await shopper.fillCart()
      expect((await shopper.tryPayment()).status).toBeGreaterThanOrEqual(400)
    }
    expect(await eventually(codes, (known) => known.length > 1)).toEqual(
      ["checkouts_failing", code].sort()
    )
    store.sandbox.control.setFaults({ api: [] })
    await new Shopper(store).startCheckout()
    expect(await eventually(codes, (known) => known.length === 0)).toEqual([])
  }
)

it("a gateway that is down, since when, and not at the first call without an answer", async () => {
  store.sandbox.control.setFaults({
    api: [{ operation: "createSession", kind: "status", status: 503 }],
  })
  const shopper = new Shopper(store)
  await shopper.fillCart()
  await shopper.tryPayment()
  const [down] = await eventually(
    async () =>
      (await problems()).filter(({ code }) => code === "gateway_down"),
    ({ length }) => length > 0
  )
  expect(down).toMatchObject({ severity: "warning" })
  await store.sql(
    `update bpc_gateway_trouble set since = since - interval '2 minutes'`
  )
  expect(await codes()).toContain("gateway_down")
  store.sandbox.control.setFaults({ api: [] })
  await shopper.choosePayment()
  await eventually(codes, (known) => known.length === 0)
})

describe("a server whose clock is five minutes ahead", () => {
  /** Of everything here that asks what time it is. */
  function setClockAhead(): void {
    const real = Date.now.bind(Date)
    jest.spyOn(Date, "now").mockImplementation(() => real() + 5 * 60_000)
  }

  it("does not call the job silent", async () => {
    await eventually(
      () => store.sql(`select 1 from bpc_heartbeat where name = 'reconcile'`),
      ({ length }) => length > 0
    )
    setClockAhead()
    expect(await codes()).not.toContain("reconcile_silent")
  })

  it("does not call an unanswered refund lost, and sends no other on top of it", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await inState(store, shopper, ["paid"])
    const { id, order_id } = await eventually(
      () => ledgerOf(store, shopper),
      (row) => row.order_id !== null
    )
    // As if it had been sent a moment ago, by a server that was killed before the answer.
    await store.sql(
      `insert into bpc_operation (id, session_id, kind, amount, total_before, reference, origin, state)
       values ('bpcop_test', $1, 'refund', 100, 0, 'ref_test', 'medusa', 'sent')`,
      [id]
    )
    const RealDate = Date
    // The whole clock, also of new dates.
    class Ahead extends RealDate {
      constructor(...given: ConstructorParameters<typeof Date> | []) {
        if (given.length === 0) {
          super(RealDate.now() + 5 * 60_000)
        } else {
          super(...given)
        }
      }
    }
    globalThis.Date = Ahead as DateConstructor
    try {
      await clerk.call("POST", `/admin/bpc/sessions/${id}/check`, {})
    } finally {
      globalThis.Date = RealDate
    }
    expect(
      await store.sql(`select state from bpc_operation where id = 'bpcop_test'`)
    ).toEqual([{ state: "sent" }])
    const payment = await clerk.payment(order_id!)
    const refund = await clerk.refund(payment.id, 1)
    expect(refund.body.message).toMatch(/not known yet/)
    expect(
      store.sandbox.control
        .requests()
        .filter(({ operation }) => operation === "createRefund")
    ).toEqual([])
  })
})
