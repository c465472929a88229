import { type Surroundings } from "./surroundings"

export type StoreCart = {
  id: string
  total: number
  currency_code: string
  payment_collection?: PaymentCollection
}
export type PaymentSession = {
  id: string
  status: string
  amount: number
  provider_id: string
  data: Record<string, unknown>
}
export type PaymentCollection = {
  id: string
  payment_sessions?: PaymentSession[]
}
export type Answer<Body> = { status: number; body: Body }

type Market = "eur" | "usd" | "jpy" | "kwd"
const COUNTRY: Record<Market, string> = {
  eur: "de",
  usd: "us",
  jpy: "jp",
  kwd: "kw",
}

/** A guest in the store, over HTTP as a storefront would. */
export class Shopper {
  cart: StoreCart | undefined
  paymentSession: PaymentSession | undefined

  constructor(
    private readonly store: Pick<Surroundings, "url" | "publishableKey">,
    readonly market: Market = "eur"
  ) {}

  /** Fills a cart up to the payment step. */
  async fillCart(sku = "MUG-EMBER", quantity = 1): Promise<StoreCart> {
    const { regions } = await this.ok<{
      regions: { id: string; currency_code: string }[]
    }>("GET", "/store/regions")
    const region = regions.find(
      ({ currency_code }) => currency_code === this.market
    )
    const { products } = await this.ok<{
      products: { variants: { id: string; sku: string }[] }[]
    }>("GET", `/store/products?limit=50&fields=*variants`)
    const variant = products
      .flatMap(({ variants }) => variants)
      .find((one) => one.sku === sku)
    const country = COUNTRY[this.market]
    const address = {
      first_name: "Ana",
      last_name: "Ionescu <b>",
      address_1: "Hauptstrasse 1",
      city: "Berlin",
      postal_code: "10115",
      country_code: country,
      phone: "+4930123456",
    }
    const { cart } = await this.ok<{ cart: StoreCart }>(
      "POST",
      "/store/carts",
      {
        region_id: region?.id,
        email: "guest@example.com",
        shipping_address: address,
        billing_address: address,
        items: [{ variant_id: variant?.id, quantity }],
      }
    )
    const { shipping_options } = await this.ok<{
      shipping_options: { id: string; amount: number }[]
    }>("GET", `/store/shipping-options?cart_id=${cart.id}`)
    // Medusa lists them in no particular order.
    const [cheapest] = shipping_options.sort((a, b) => a.amount - b.amount)
    const shipped = await this.ok<{ cart: StoreCart }>(
      "POST",
      `/store/carts/${cart.id}/shipping-methods`,
      { option_id: cheapest?.id }
    )
    this.cart = shipped.cart
    return shipped.cart
  }

  /** Chooses a payment method; by default ours. */
  async choosePayment(
    providerId = "pp_bpc_bpc",
    data?: Record<string, unknown>
  ): Promise<PaymentSession> {
    const answer = await this.tryPayment(providerId, data)
    const session = answer.body.payment_collection?.payment_sessions?.find(
      ({ provider_id }) => provider_id === providerId
    )
    if (!session) {
      throw new Error(
        `No payment session: ${answer.status} ${JSON.stringify(answer.body)}`
      )
    }
    this.paymentSession = session
    return session
  }

  async tryPayment(
    providerId = "pp_bpc_bpc",
    data?: Record<string, unknown>
  ): Promise<
    Answer<{
      payment_collection?: PaymentCollection
      message?: string
      type?: string
    }>
  > {
    const payment_collection = await this.openCollection()
    return this.call(
      "POST",
      `/store/payment-collections/${payment_collection.id}/payment-sessions`,
      {
        provider_id: providerId,
        ...(data && { data }),
      }
    )
  }

  async openCollection(): Promise<PaymentCollection> {
    const { payment_collection } = await this.ok<{
      payment_collection: PaymentCollection
    }>("POST", "/store/payment-collections", { cart_id: this.inCart().id })
    return payment_collection
  }

  async startCheckout(
    sku?: string,
    quantity?: number
  ): Promise<PaymentSession> {
    await this.fillCart(sku, quantity)
    return this.choosePayment()
  }

  /** The gateway's id of the page that the shopper was sent to. */
  get gatewaySessionId(): string {
    return String(this.paymentSession?.data.id)
  }

  complete(): Promise<
    Answer<{
      type: string
      order?: { id: string }
      error?: { type: string; message: string }
    }>
  > {
    return this.call("POST", `/store/carts/${this.inCart().id}/complete`, {})
  }

  status(
    paymentSessionId = this.paymentSession?.id
  ): Promise<Answer<{ status: string; order_id?: string }>> {
    return this.call("GET", `/store/bpc/status/${paymentSessionId}`)
  }

  /** Changes the cart's total, as another tab might. */
  async addToCart(sku: string, quantity = 1): Promise<void> {
    const { products } = await this.ok<{
      products: { variants: { id: string; sku: string }[] }[]
    }>("GET", `/store/products?limit=50&fields=*variants`)
    const variant = products
      .flatMap(({ variants }) => variants)
      .find((one) => one.sku === sku)
    const { cart } = await this.ok<{ cart: StoreCart }>(
      "POST",
      `/store/carts/${this.inCart().id}/line-items`,
      { variant_id: variant?.id, quantity }
    )
    this.cart = cart
  }

  refreshCart(): Promise<StoreCart> {
    return this.ok<{ cart: StoreCart }>(
      "GET",
      `/store/carts/${this.inCart().id}?fields=*payment_collection.payment_sessions`
    ).then(({ cart }) => cart)
  }

  /** Opens a URL as the shopper's browser would, without following where it leads. */
  async visit(
    url: string,
    language = "en"
  ): Promise<{ status: number; location: string | null; text: string }> {
    const response = await fetch(url, {
      redirect: "manual",
      headers: { "accept-language": language },
    })
    return {
      status: response.status,
      location: response.headers.get("location"),
      text: await response.text(),
    }
  }

  async ok<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.call<Body>(method, path, body)
    if (answer.status >= 300) {
      throw new Error(
        `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`
      )
    }
    return answer.body
  }

  async call<Body>(
    method: string,
    path: string,
    body?: unknown
  ): Promise<Answer<Body>> {
    const response = await fetch(this.store.url + path, {
      method,
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": this.store.publishableKey,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: (text ? JSON.parse(text) : {}) as Body,
    }
  }

  private inCart(): StoreCart {
    if (!this.cart) {
      throw new Error("This shopper has no cart yet")
    }
    return this.cart
  }
}

/** Waits for something that another process or a background task brings about; fails with what was seen last. */
export async function eventually<Value>(
  look: () => Promise<Value>,
  good: (value: Value) => boolean,
  limitMs = 20_000
): Promise<Value> {
  const deadline = Date.now() + limitMs
  for (;;) {
    const value = await look()
    if (good(value)) {
      return value
    }
    if (Date.now() > deadline) {
      throw new Error(
        `Still not so after ${limitMs} ms: ${JSON.stringify(value)}`
      )
    }
    await new Promise((next) => setTimeout(next, 50))
  }
}
