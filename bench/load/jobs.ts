import autocannon from "autocannon"
import { percentile } from "../statistics"
import { type Kind, newDelivery } from "./deliveries"

export type Shot = {
  url: string
  kind: Kind
  secret: string
  connections: number
  /** Either for so long, or so many. */
  seconds?: number
  amount?: number
}

export type Hits = {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** How often each HTTP status was answered. */
  statuses: Record<string, number>
}

/** The load generator's process does nothing else, so that its work is not the store's. */
export const loadJobs = {
  fire: async (shot: Shot): Promise<Hits> => {
    const latencies: number[] = []
    const statuses: Record<string, number> = {}
    const start = performance.now()
    let last = start
    await new Promise<void>((resolve, reject) => {
      const cannon = autocannon(
        {
          url: shot.url,
          method: "POST",
          connections: shot.connections,
          ...(shot.amount === undefined
            ? { duration: shot.seconds ?? 1 }
            : { amount: shot.amount }),
          requests: [
            {
              setupRequest: (request) => ({
                ...request,
                ...newDelivery(shot.kind, shot.secret),
              }),
            },
          ],
        },
        (error: Error | null) => (error ? reject(error) : resolve())
      )
      cannon.on("response", (_client, status, _bytes, latency) => {
        last = performance.now()
        latencies.push(latency)
        statuses[status] = (statuses[status] ?? 0) + 1
      })
    })
    return {
      perSecond: (latencies.length / (last - start)) * 1000,
      p50: percentile(latencies, 50),
      p99: percentile(latencies, 99),
      statuses,
    }
  },
}

export type LoadJobs = typeof loadJobs
