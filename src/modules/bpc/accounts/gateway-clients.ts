import {
  type GatewayClient,
  type MoneyChannel,
  type V1Client,
  createGatewayClient,
  createV1Client,
  moneyChannelOf,
} from "../../../gateway"
import { type Account, type MerchantRestLogin } from "./accounts"
import { type GatewayWatch } from "../watch"

/** One client, hence one pool of kept-alive connections, for each account; a changed key or URL gets a fresh one. */
export class GatewayClients {
  private readonly clients = new Map<
    string,
    { apiUrl: string; apiKey: string; client: GatewayClient }
  >()

  private readonly v1Clients = new Map<
    string,
    { login: MerchantRestLogin; client: V1Client }
  >()

  constructor(
    private readonly options: {
      allowInsecure: boolean
      onResult?: GatewayWatch["record"]
    }
  ) {}

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
      onAnswer: (result) => this.options.onResult?.(account.id, result),
    })
    this.clients.set(account.id, {
      apiUrl: account.apiUrl,
      apiKey: account.apiKey,
      client,
    })
    return client
  }

  /**
   * How money of this account's payments is captured, released and refunded.
   *
   * @throws GatewayError `configuration` if the account's URLs, key or login cannot be used
   */
  channel(account: Account): MoneyChannel {
    return moneyChannelOf({
      client: this.for(account),
      v1: account.v1 && this.v1For(account.id, account.v1),
    })
  }

  private v1For(accountId: string, login: MerchantRestLogin): V1Client {
    const known = this.v1Clients.get(accountId)
    if (known && sameLogin(known.login, login)) {
      return known.client
    }
    known?.client.close()
    const client = createV1Client({
      ...login,
      allowInsecure: this.options.allowInsecure,
    })
    this.v1Clients.set(accountId, { login, client })
    return client
  }

  closeAll(): void {
    for (const clients of [this.clients, this.v1Clients]) {
      for (const { client } of clients.values()) {
        client.close()
      }
      clients.clear()
    }
  }
}

function sameLogin(one: MerchantRestLogin, other: MerchantRestLogin): boolean {
  return (
    one.apiUrl === other.apiUrl &&
    one.login === other.login &&
    one.password === other.password
  )
}
