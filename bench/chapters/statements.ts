import { type BenchStore, openStore } from "../bench-store"
import { Shopper } from "../../integration-tests/support/shopper"
import { deliver } from "../gateways/webhook-collector"
import { type ChapterReport, type Verdict } from "../report"
import { type Site } from "../site"
import { median } from "../statistics"
import { number } from "../words"
import { paidAtGateway, paidAtStripe, untilOrderVisible } from "./sales"

/** `settings`: those of ours that read the shop's settings again, which happens at most once in three seconds. */
type Count = { all: number; ours: number; settings: number }

/** How often the database is asked, and how often the gateway. */
export async function statements(site: Site): Promise<ChapterReport> {
  // Without jobs: what the job asks meanwhile is not the measured work. Webhooks are worked on all the same.
  const store = await openStore(site, { name: "statements", worker: "server" })
  const counts = new Map<string, Count[]>()
  const calls: number[] = []
  try {
    for (let round = -1; round < site.plan.countedSales; round++) {
      const found = await oneRound(store)
      if (round >= 0) {
        for (const [name, count] of found.counts) {
          counts.set(name, [...(counts.get(name) ?? []), count])
        }
        calls.push(...found.calls)
      }
    }
  } finally {
    await store.close()
  }
  return report(counts, calls)
}

const NAMES = {
  checkoutCore: "payment session created, `pp_system_default`",
  checkoutOurs: "payment session created, **ours**",
  checkoutStripe: "payment session created, payment-stripe",
  firstCore: "order from a paid session, `pp_system_default`: core alone",
  firstOurs: "first webhook of a sale, **ours**",
  firstStripe: "first webhook of a sale, payment-stripe",
  secondOurs: "another event of the same sale, **ours**",
  againOurs: "the same webhook again, **ours**",
  againStripe: "the same webhook again, payment-stripe",
}

async function oneRound(store: BenchStore) {
  const counts = new Map<string, Count>()
  const count = async (name: string, work: () => Promise<unknown>) => {
    counts.set(name, await countedBy(store, work))
  }

  const plain = new Shopper(store)
  await plain.fillCart()
  await plain.openCollection()
  await count(NAMES.checkoutCore, () =>
    plain.choosePayment("pp_system_default")
  )
  const session = plain.paymentSession
  await count(NAMES.firstCore, () =>
    store.remote.call("processPayment", {
      session_id: session?.id ?? "",
      amount: session?.amount ?? 0,
    })
  )

  const ours = new Shopper(store)
  await ours.fillCart()
  await ours.openCollection()
  await count(NAMES.checkoutOurs, () => ours.choosePayment())
  const stripes = new Shopper(store)
  await stripes.fillCart()
  await stripes.openCollection()
  await count(NAMES.checkoutStripe, () =>
    stripes.choosePayment("pp_stripe_stripe")
  )

  const calls = [await webhookSale(store, count), await bothDoorsAtOnce(store)]
  await stripeSale(store, count)
  return { counts, calls }
}

type Counter = (name: string, work: () => Promise<unknown>) => Promise<void>

/** @returns how often the gateway was asked, from cart to order */
async function webhookSale(store: BenchStore, count: Counter): Promise<number> {
  store.sandbox.control.clearRequests()
  const sale = await paidAtGateway(store)
  const [first, second] = [...sale.deliveries].sort((one) =>
    one.type.startsWith("session.") ? -1 : 1
  )
  if (!first || !second) {
    throw new Error("The sandbox sent fewer than two events")
  }
  const url = `${store.url}/webhooks/bpc`
  await count(NAMES.firstOurs, async () => {
    await deliver(url, first)
    await untilOrderVisibleInBooks(store, sale.cartId)
  })
  await count(NAMES.againOurs, () => deliver(url, first))
  await count(NAMES.secondOurs, () => deliver(url, second))
  return store.sandbox.control.requests().length
}

/** The shopper's return and the webhooks in the same moment. */
async function bothDoorsAtOnce(store: BenchStore): Promise<number> {
  store.sandbox.control.clearRequests()
  const sale = await paidAtGateway(store)
  const returnUrl = new URL(sale.returnUrl)
  await Promise.all([
    sale.shopper.visit(store.url + returnUrl.pathname + returnUrl.search),
    ...sale.deliveries.map((delivery) =>
      deliver(`${store.url}/webhooks/bpc`, delivery)
    ),
  ])
  await untilOrderVisible(store, sale)
  await store.remote.call("idle", { windows: 3 })
  return store.sandbox.control.requests().length
}

async function stripeSale(store: BenchStore, count: Counter): Promise<void> {
  const sale = await paidAtStripe(store)
  const url = `${store.url}/hooks/payment/stripe_stripe`
  const [delivery] = sale.deliveries
  if (!delivery) {
    throw new Error("No event of Stripe's")
  }
  await count(NAMES.firstStripe, async () => {
    await deliver(url, delivery)
    await untilOrderVisibleInBooks(store, sale.cartId)
  })
  await count(NAMES.againStripe, async () => {
    await deliver(url, delivery)
    // Its five seconds, and the work after them.
    await new Promise((next) => setTimeout(next, 5_300))
  })
}

/** Without asking the store itself: its answer would be counted. */
async function untilOrderVisibleInBooks(
  store: BenchStore,
  cartId: string
): Promise<void> {
  for (let look = 0; look < 2000; look++) {
    const rows = await store.sql(
      `select 1 from order_cart where cart_id = $1`,
      [cartId]
    )
    if (rows.length > 0) {
      return
    }
    await new Promise((next) => setTimeout(next, 10))
  }
  throw new Error(`The cart ${cartId} became no order`)
}

const OURS = /\bbpc_|'bpc-/
const SETTINGS = /from bpc_(setting|account)\b/

/** What the store asked its database from here until it has come to rest. */
async function countedBy(
  store: BenchStore,
  work: () => Promise<unknown>
): Promise<Count> {
  await store.remote.call("idle", { windows: 2 })
  await store.remote.call("startCounting")
  await work()
  await store.remote.call("idle", { windows: 3 })
  const all = (await store.remote.call("stopCounting")).map(({ sql }) => sql)
  return {
    all: all.length,
    ours: all.filter((sql) => OURS.test(sql)).length,
    settings: all.filter((sql) => SETTINGS.test(sql)).length,
  }
}

function report(
  counts: ReadonlyMap<string, readonly Count[]>,
  calls: readonly number[]
): ChapterReport {
  const middle = (name: string, which: keyof Count) =>
    median((counts.get(name) ?? []).map((count) => count[which]))
  const all = (name: string) => middle(name, "all")
  const own = (name: string) =>
    median(
      (counts.get(name) ?? []).map(({ ours, settings }) => ours - settings)
    )
  const verdict = (measure: string, name: string, most: number): Verdict => ({
    measure: `statements of ours for ${measure}`,
    target: `at most ${most}`,
    measured: number(own(name)),
    met: own(name) <= most,
    why: SPARED,
  })
  const most = Math.max(...calls)
  return {
    section: {
      title: "Statements and gateway calls",
      method:
        "Everything that Medusa's connection sends to PostgreSQL, transaction control included, from a request until the store has come to rest (median over the sales).",
      columns: ["", "statements", "of them ours"],
      rows: Object.values(NAMES).map((name) => [
        name,
        number(all(name)),
        own(name) > 0 ? number(own(name)) : "",
      ]),
      notes: [
        "Ours are those on our tables, and the one with which Medusa's workflow engine begins our workflow. When the shop's settings were not read for three seconds, two more read them: the totals contain those.",
        "Core alone, for an order: `processPaymentWorkflow`, which Medusa runs once its own subscriber has understood a webhook. Ours completes the cart directly.",
        `Calls to the gateway for a paid order, from cart to order, all its webhooks and a repeated one: ${spreadWords(calls)}. That includes sales where the webhooks and the shopper's return came in the same moment.`,
      ],
    },
    verdicts: [
      verdict("a duplicate webhook", NAMES.againOurs, 2),
      verdict("a first webhook, over core's own", NAMES.firstOurs, 6),
      verdict("a checkout, over core's own", NAMES.checkoutOurs, 3),
      {
        measure: "gateway calls for a paid order",
        target: "2",
        measured: spreadWords(calls),
        met: most <= 2,
      },
    ],
  }
}

const SPARED =
  "each is a step that must survive a kill: the event stored, the workflow begun, the event opened and matched, the situation read under the lock, the money claimed, the cart's completion leased, the page found again for Medusa's authorisation, the situation read back, the order recorded, the lease given back, the event closed"

function spreadWords(calls: readonly number[]): string {
  const [least, most] = [Math.min(...calls), Math.max(...calls)]
  return least === most ? String(most) : `${least} to ${most}`
}
