import { type GatewayClient, createGatewayClient } from "../../gateway"
import { type Account } from "./accounts"

/** One client, hence one pool of kept-alive connections, for each account; a changed key or URL gets a fresh one. */
export class GatewayClients {
  private readonly clients = new Map<
    string,
    { apiUrl: string; apiKey: string; client: GatewayClient }
  >()

  constructor(private readonly options: { allowInsecure: boolean }) {}

  /** @throws GatewayError `configuration` if the account's URL or key cannot be used */
  for(account: Account): GatewayClient {
    const known = this.clients.get(account.id)
    if (
      known &&
      known.apiUrl === account.apiUrl &&
      known.apiKey === account.apiKey
    ) {
      return known.client
    }
    known?.client.close()
    const client = createGatewayClient({
      apiUrl: account.apiUrl,
      apiKey: account.apiKey,
      allowInsecure: this.options.allowInsecure,
    })
    this.clients.set(account.id, {
      apiUrl: account.apiUrl,
      apiKey: account.apiKey,
      client,
    })
    return client
  }

  closeAll(): void {
    for (const { client } of this.clients.values()) {
      client.close()
    }
    this.clients.clear()
  }
}
