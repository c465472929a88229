/** So many requests are looked at together. */
const WINDOW = 100
/** So many different clients behind one address are no family and no office. */
const CLIENTS = 20

/**
 * Notices that all shoppers arrive with one address, so that they share one limit: Medusa trusts one proxy, and there are two in front of it.
 * Nearly all requests of a window come from one address while the first entry of `X-Forwarded-For`, which anybody can write, differs.
 */
export class VisitorAddresses {
  private requests = 0
  private readonly clientsOf = new Map<
    string,
    { requests: number; clients: Set<string> }
  >()

  /** @returns the address that everybody shares, once for each window in which that is so */
  record(
    address: string,
    forwardedFor: string | undefined
  ): string | undefined {
    const seen = this.clientsOf.get(address) ?? {
      requests: 0,
      clients: new Set(),
    }
    seen.requests += 1
    const [client, ...others] = (forwardedFor ?? "").split(",")
    if (client && others.length > 0 && seen.clients.size < CLIENTS) {
      seen.clients.add(client.trim())
    }
    this.clientsOf.set(address, seen)
    this.requests += 1
    if (this.requests < WINDOW) {
      return undefined
    }
    const [shared] =
      [...this.clientsOf].find(
        ([, { requests, clients }]) =>
          requests >= 0.95 * WINDOW && clients.size >= CLIENTS
      ) ?? []
    this.requests = 0
    this.clientsOf.clear()
    return shared
  }
}
