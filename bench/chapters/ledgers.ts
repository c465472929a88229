import { fillMillion } from "../../integration-tests/scale/million"
import { type BenchStore, openStore } from "../bench-store"
import { type Site } from "../site"

const SMALL = 1_000

export type Ledgers = {
  small: BenchStore
  large: BenchStore
  rows: { small: number; large: number }
  close(): Promise<void>
}

/** Two stores that differ in nothing but how much they have sold: a thousand payments, and a million. */
export async function openLedgers(site: Site): Promise<Ledgers> {
  const rows = { small: SMALL, large: site.plan.largeLedger }
  const open = async (size: keyof typeof rows) => {
    const store = await openStore(site, {
      name: `ledger-${size}`,
      // Rows that are due must wait for the bench's own tick.
      worker: "server",
      mock: true,
    })
    await fillMillion(store, rows[size])
    return store
  }
  const small = await open("small")
  const large = await site.progress.step(
    `Filling a ledger with ${rows.large.toLocaleString("en")} payments`,
    () => open("large")
  )
  return {
    small,
    large,
    rows,
    close: async () => {
      await small.close()
      await large.close()
    },
  }
}
