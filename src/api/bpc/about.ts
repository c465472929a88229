import { setTimeout as pause } from "node:timers/promises"
import { type MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type LedgerRow } from "../../modules/bpc/ledger"
import { type Settings } from "../../modules/bpc/settings"
import { type About } from "../../shopper-pages/about"

/** What Medusa calls a store that nobody has given a name; no shopper knows a shop by it. */
const UNNAMED = "Medusa Store"
/** Nobody waits for a name. */
const PATIENCE_MS = 1_000

/** Whose page a shopper of ours looks at, and which payment it is about. */
export async function about(
  container: MedusaContainer,
  settings: Settings,
  payment: About["payment"]
): Promise<About> {
  return {
    shop: (await nameOf(container)) ?? hostOf(settings.storefrontUrl),
    contact: settings.contact,
    payment,
  }
}

/** By the reference that the gateway has, too. */
export function paymentOf(row: LedgerRow | undefined): About["payment"] {
  return row ? { amount: row.amount, reference: row.merchantReferenceId } : null
}

async function nameOf(container: MedusaContainer): Promise<string | undefined> {
  const timer = new AbortController()
  try {
    const asked = container
      .resolve(Modules.STORE)
      .listStores({}, { select: ["id", "name"], take: 1 })
    const stores = await Promise.race([
      asked,
      pause(PATIENCE_MS, [], { signal: timer.signal }),
    ])
    const name = stores[0]?.name.trim()
    return name && name !== UNNAMED ? name : undefined
  } catch {
    // The page matters more than the name on it.
    return undefined
  } finally {
    timer.abort()
  }
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host || null : null
}
