import { Shopper } from "../../integration-tests/support/shopper"
import { type BenchStore, openStore } from "../bench-store"
import { deliver } from "../gateways/webhook-collector"
import { type ChapterReport } from "../report"
import { type Site } from "../site"
import { percentile } from "../statistics"
import { milliseconds, number } from "../words"
import {
  type Sale,
  paidAtGateway,
  paidAtStripe,
  untilOrderVisible,
} from "./sales"

const TARGET_MS = 250

/** From the moment the gateway sends its webhooks until the shopper's order is there. */
export async function webhookToOrder(site: Site): Promise<ChapterReport> {
  const store = await openStore(site, { name: "sales" })
  const ours: number[] = []
  const core: number[] = []
  const medusas: number[] = []
  try {
    await timeOf(store, "/webhooks/bpc", await paidAtGateway(store))
    for (let sale = 0; sale < site.plan.sales; sale++) {
      ours.push(
        await timeOf(store, "/webhooks/bpc", await paidAtGateway(store))
      )
      core.push(await timeOfCore(store))
    }
    for (let sale = 0; sale < site.plan.slowSales; sale++) {
      const paid = await paidAtStripe(store)
      medusas.push(await timeOf(store, "/hooks/payment/stripe_stripe", paid))
    }
  } finally {
    await store.close()
  }
  const row = (name: string, values: readonly number[]) => [
    name,
    String(values.length),
    milliseconds(percentile(values, 50)),
    milliseconds(percentile(values, 99)),
  ]
  const [p50, p99] = [percentile(ours, 50), percentile(ours, 99)]
  const corePart = `${milliseconds(percentile(core, 50))} and ${milliseconds(percentile(core, 99))}`
  return {
    section: {
      title: "From webhook to order",
      method:
        "A guest's cart is paid at the sandbox; then its webhooks are delivered together, as the gateway does, and the order is looked for in the database, then in the store API (`GET /store/orders/:id`), every 2 ms. One sale after the other; one Medusa process with its own modules in memory.",
      columns: ["", "sales", "p50", "p99"],
      rows: [
        row("**ours**", ours),
        row(
          "core alone: `processPaymentWorkflow`, `pp_system_default`, no webhook and no gateway",
          core
        ),
        row("payment-stripe through Medusa's own door", medusas),
      ],
      notes: [
        "Medusa's own door waits 5 seconds before it looks at a webhook (`webhook_delay`), to stay clear of the shopper's own return; ours locks the payment instead.",
      ],
    },
    verdicts: [
      {
        measure:
          "from webhook to an order visible in the store API, p50 and p99",
        target: `under ${TARGET_MS} ms`,
        measured: `${number(p50)} and ${milliseconds(p99)}`,
        met: p99 < TARGET_MS,
        why: `core alone takes ${corePart} to make the same order visible on this machine, without webhook, gateway and ledger; the plugin adds one call to the gateway and a few statements`,
      },
    ],
  }
}

/** The same order with nothing of ours: Medusa's own work on it, and the wait until it can be seen. */
async function timeOfCore(store: BenchStore): Promise<number> {
  const shopper = new Shopper(store)
  await shopper.fillCart()
  const session = await shopper.choosePayment("pp_system_default")
  await store.remote.call("idle", { windows: 1 })
  const start = performance.now()
  const processed = store.remote.call("processPayment", {
    session_id: session.id,
    amount: session.amount,
  })
  await untilOrderVisible(store, {
    shopper,
    cartId: shopper.cart?.id ?? "",
    deliveries: [],
    returnUrl: "",
  })
  const passed = performance.now() - start
  await processed
  return passed
}

async function timeOf(
  store: BenchStore,
  path: string,
  sale: Sale
): Promise<number> {
  await store.remote.call("idle", { windows: 1 })
  const start = performance.now()
  const delivered = sale.deliveries.map((delivery) =>
    deliver(store.url + path, delivery)
  )
  await untilOrderVisible(store, sale)
  const passed = performance.now() - start
  await Promise.all(delivered)
  return passed
}
