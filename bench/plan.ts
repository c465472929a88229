/** How much of everything is measured. */
export type Plan = {
  quick: boolean
  /** Of a measurement that alternates between contenders. */
  rounds: number
  /** Of load, in each round. */
  seconds: number
  sales: number
  /** Through Medusa's own door: each waits five seconds. */
  slowSales: number
  /** Provider calls in each round. */
  calls: number
  countedSales: number
  /** Of the ledger, when it is large. */
  largeLedger: number
  pages: number
  remembered: number
  boots: number
}

export const FULL: Plan = {
  quick: false,
  rounds: 5,
  seconds: 2,
  sales: 40,
  slowSales: 2,
  calls: 200,
  countedSales: 3,
  largeLedger: 1_000_000,
  pages: 20,
  remembered: 100_000,
  boots: 5,
}

/** Enough to see whether something is wrong; the numbers are not worth quoting. */
export const QUICK: Plan = {
  quick: true,
  rounds: 2,
  seconds: 1,
  sales: 6,
  slowSales: 1,
  calls: 50,
  countedSales: 2,
  largeLedger: 50_000,
  pages: 5,
  remembered: 3_000,
  boots: 1,
}
