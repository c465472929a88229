import { expectPromiseKept, ledgerOf } from "../support/books"
import { Clerk } from "../support/clerk"
import { Shopper, eventually } from "../support/shopper"
import { printTotal } from "../support/totals"
import { type Store, startStore } from "../support/store"
import { type Victim, startVictim } from "../support/victim"

/*
 * A server is killed (SIGKILL) at each point of a sale and of a refund that writes something, here or at the gateway. Another
 * process on the same database keeps the promise without help. The points are not listed here: the first test finds them.
 */

jest.setTimeout(1_200_000)

let store: Store
let points: string[]

beforeAll(async () => {
  store = await startStore()
})
afterAll(() => store.close())

/** Points that say something about money, each where it first comes; with BPC_ALL_POINTS all, reads of the gateway among them. */
const INTERESTING =
  /^after .*\b(bpc_(session|event|operation)|payment|capture|refund|order|order_transaction|payment_session)\b|^(before|after) POST \//

function chosen(passed: string[]): string[] {
  const distinct = [...new Set(passed)]
  return process.env.BPC_ALL_POINTS
    ? distinct
    : distinct.filter((point) => INTERESTING.test(point))
}

/** A sale and a refund of a part, as far as the victim lives. */
async function sell(victim: Victim): Promise<Shopper> {
  const shopper = new Shopper({ ...store, url: victim.url })
  const alive = <Value>(step: Promise<Value>) =>
    step.catch(async (error: unknown) => {
      await eventually(
        async () => victim.ended(),
        (ended) => ended,
        5_000
      ).catch(() => {
        throw error
      })
      return undefined
    })
  store.sandbox.control.setWebhook({ url: `${victim.url}/webhooks/bpc` })
  await shopper.fillCart()
  const clerk = await Clerk.logIn({ url: victim.url })
  await victim.arm()
  await alive(shopper.choosePayment())
  if (victim.ended()) {
    return shopper
  }
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const row = await eventually(
    () => ledgerOf(store, shopper),
    ({ order_id }) => order_id !== null || victim.ended(),
    60_000
  )
  if (row.order_id && !victim.ended()) {
    const order = row.order_id
    await alive(clerk.payment(order).then(({ id }) => clerk.refund(id, 3)))
  }
  return shopper
}

/** What another process does by and by, at once: everything is due, and what was sent was sent a while ago. */
async function timePasses(): Promise<void> {
  await store.sql(
    `update bpc_operation set created_at = created_at - interval '2 minutes', updated_at = updated_at - interval '3 minutes'`
  )
  for (const table of ["refund", "capture"]) {
    await store.sql(
      `update ${table} set created_at = created_at - interval '2 minutes'`
    )
  }
  await store.sql(
    `update bpc_event set next_attempt_at = now() where state = 'received'`
  )
  await store.sql(
    `update bpc_session set next_check_at = now() where next_check_at is not null`
  )
}

it("a whole sale and a refund pass points where something is written, here and at the gateway", async () => {
  const victim = await startVictim()
  try {
    await sell(victim)
    await eventually(
      () => victim.points(),
      (passed) => passed.includes("after POST /refunds")
    )
    points = chosen(await victim.points())
  } finally {
    await victim.stop()
  }
  store.sandbox.control.setWebhook({ url: `${store.url}/webhooks/bpc` })
  await expectPromiseKept(store)
  for (const point of [
    /^after insert bpc_session\b/,
    /^before POST \/sessions$/,
    /^after POST \/sessions$/,
    /^after .*insert bpc_event\b/,
    /^after insert payment\b/,
    /^after .*insert bpc_operation\b/,
    /^before POST \/refunds$/,
    /^after POST \/refunds$/,
  ]) {
    expect(points.join("\n")).toMatch(new RegExp(point.source, "m"))
  }
})

it("killed at each of them, the promise is kept", async () => {
  const broken: string[] = []
  for (const point of points) {
    const victim = await startVictim(point)
    let shopper: Shopper
    try {
      shopper = await sell(victim)
      await eventually(
        async () => victim.ended(),
        (ended) => ended,
        30_000
      ).catch(() => undefined)
    } finally {
      await victim.stop()
    }
    store.sandbox.control.setWebhook({ url: `${store.url}/webhooks/bpc` })
    const outcome = await keepsPromise(shopper).catch((error: unknown) =>
      String(error)
    )
    if (outcome !== undefined) {
      broken.push(`${point}: ${outcome}`)
    }
  }
  printTotal(
    `killed with SIGKILL at ${points.length} points of a sale and a refund, the promise broken at ${broken.length}`
  )
  expect(broken).toEqual([])
})

async function keepsPromise(shopper: Shopper): Promise<undefined> {
  if (!shopper.paymentSession) {
    // The shopper sees an error and tries again, on the server that is left.
    const again = new Shopper(store)
    again.cart = shopper.cart
    await eventually(
      async () => {
        await timePasses()
        return again.choosePayment().catch((error: unknown) => String(error))
      },
      (session) => typeof session !== "string",
      60_000
    )
    await store.sandbox.control.pay(again.gatewaySessionId)
  }
  await eventually(
    async () => {
      await timePasses()
      return unfinished()
    },
    (rows) => rows.length === 0,
    60_000
  )
  await expectPromiseKept(store)
  return undefined
}

/** What is still on its way: doubts, money without its order, and rows of Medusa's that gateway or order do not have. */
function unfinished() {
  return store.sql<{ what: string }>(
    `select 'in doubt ' || id as what from bpc_operation where state in ('sent', 'unknown', 'pending') and reference not like 'portal:%'
     union all select 'event ' || id from bpc_event where state = 'received'
     union all select 'money ' || id from bpc_session where state in ('paid', 'authorized') and order_id is null
     union all select 'page without its shopper ' || id from bpc_session where state = 'creating'
     union all select 'not counted on its order: ' || m.id
       from (select id, payment_id from capture where deleted_at is null union all select id, payment_id from refund where deleted_at is null) m
       join payment p on p.id = m.payment_id and p.deleted_at is null
       join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id and opc.deleted_at is null
       where not exists (select 1 from order_transaction t where t.reference_id = m.id and t.deleted_at is null)
     union all select 'not at the gateway: ' || r.id from refund r
       where r.deleted_at is null and not exists (select 1 from bpc_operation o where o.reference = r.id and o.state = 'done')`
  )
}
