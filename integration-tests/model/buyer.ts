import { Shopper, type StoreCart } from "../support/shopper"
import { type Store } from "../support/store"
import { type Market } from "./scenario"

const COUNTRY: Record<Market, string> = {
  eur: "de",
  usd: "us",
  jpy: "jp",
  kwd: "kw",
}

type Shelf = {
  regions: Map<string, string>
  variants: Map<string, string>
  shippingOptions: Map<string, string>
}
/** Each a guest of their own: Medusa refuses one of two new carts of the same guest at the same instant. */
let guests = 0
const shelves = new WeakMap<Store, Shelf>()

/** A shopper of the model: knows the shop already, and remembers every page that the shop ever sent them to, newest last. */
export class Buyer extends Shopper {
  readonly pages: string[] = []
  /** What `addToCart` has put on top, newest last. */
  private readonly extras: string[] = []

  constructor(
    private readonly shop: Store,
    override readonly market: Market
  ) {
    super(shop, market)
  }

  override async fillCart(
    sku = "MUG-EMBER",
    quantity = 1,
    promo_codes: string[] = []
  ): Promise<StoreCart> {
    const shelf = await shelfOf(this.shop, this)
    const address = {
      first_name: "Ana",
      last_name: "Ionescu",
      address_1: "Hauptstrasse 1",
      city: "Berlin",
      postal_code: "10115",
      country_code: COUNTRY[this.market],
    }
    const { cart } = await this.ok<{ cart: StoreCart }>(
      "POST",
      "/store/carts",
      {
        region_id: shelf.regions.get(this.market),
        email: `guest${++guests}@example.com`,
        shipping_address: address,
        billing_address: address,
        items: [{ variant_id: shelf.variants.get(sku), quantity }],
        promo_codes,
      }
    )
    const option =
      shelf.shippingOptions.get(this.market) ?? (await this.optionFor(cart))
    shelf.shippingOptions.set(this.market, option)
    const shipped = await this.ok<{ cart: StoreCart }>(
      "POST",
      `/store/carts/${cart.id}/shipping-methods`,
      { option_id: option }
    )
    this.cart = shipped.cart
    return shipped.cart
  }

  /** Chooses our method, in as many tabs at once, and remembers the pages that this led to. @returns the answers' statuses */
  async start(tabs: number): Promise<number[]> {
    if (tabs > 1) {
      await this.openCollection()
    }
    const answers = await Promise.all(
      Array.from({ length: tabs }, () => this.tryPayment())
    )
    for (const { body } of answers) {
      const session = body.payment_collection?.payment_sessions?.find(
        ({ provider_id }) => provider_id === "pp_bpc_bpc"
      )
      if (session) {
        this.paymentSession = session
        this.remember(String(session.data.id))
      }
    }
    return answers.map(({ status }) => status)
  }

  async addItem(): Promise<void> {
    const shelf = await shelfOf(this.shop, this)
    type Items = { items: { id: string; variant_id: string }[] }
    const variant_id = shelf.variants.get("MUG-CHALK")
    const { cart } = await this.ok<{ cart: StoreCart & Items }>(
      "POST",
      `/store/carts/${this.cart?.id}/line-items`,
      { variant_id, quantity: 1 }
    )
    const item = cart.items.find((one) => one.variant_id === variant_id)
    this.cart = cart
    if (item) {
      this.extras.push(item.id)
    }
  }

  /** Of the first line. @returns the answer's status */
  async changeQuantity(quantity: number): Promise<number> {
    const { cart } = await this.ok<{ cart: { items: { id: string }[] } }>(
      "GET",
      `/store/carts/${this.cart?.id}?fields=*items`
    )
    const { status, body } = await this.call<{ cart?: StoreCart }>(
      "POST",
      `/store/carts/${this.cart?.id}/line-items/${cart.items[0]?.id}`,
      { quantity }
    )
    this.cart = body.cart ?? this.cart
    return status
  }

  async removeItem(): Promise<boolean> {
    const item = this.extras.pop()
    if (!item) {
      return false
    }
    const { parent } = await this.ok<{ parent: StoreCart }>(
      "DELETE",
      `/store/carts/${this.cart?.id}/line-items/${item}`
    )
    this.cart = parent
    return true
  }

  /** The page that a step means; undefined before there is any. */
  page(back: number): string | undefined {
    return this.pages[Math.max(0, this.pages.length - 1 - back)]
  }

  private remember(page: string): void {
    const known = this.pages.indexOf(page)
    if (known >= 0) {
      this.pages.splice(known, 1)
    }
    this.pages.push(page)
  }

  private async optionFor(cart: StoreCart): Promise<string> {
    const { shipping_options } = await this.ok<{
      shipping_options: { id: string }[]
    }>("GET", `/store/shipping-options?cart_id=${cart.id}`)
    const [option] = shipping_options
    if (!option) {
      throw new Error(`Nothing is shipped to ${this.market}`)
    }
    return option.id
  }
}

async function shelfOf(store: Store, shopper: Shopper): Promise<Shelf> {
  const known = shelves.get(store)
  if (known) {
    return known
  }
  const { regions } = await shopper.ok<{
    regions: { id: string; currency_code: string }[]
  }>("GET", "/store/regions")
  const { products } = await shopper.ok<{
    products: { variants: { id: string; sku: string }[] }[]
  }>("GET", "/store/products?limit=50&fields=*variants")
  const shelf: Shelf = {
    regions: new Map(regions.map((one) => [one.currency_code, one.id])),
    variants: new Map(
      products.flatMap(({ variants }) =>
        variants.map(({ id, sku }) => [sku, id])
      )
    ),
    shippingOptions: new Map(),
  }
  shelves.set(store, shelf)
  return shelf
}
