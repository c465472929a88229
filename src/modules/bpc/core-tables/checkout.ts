import { type Money, sameMoney, toMoney } from "../../../gateway"
import { type Database, sql } from "../database"
import { type LedgerRecord, type LedgerRow, toLedgerRow } from "../ledger"

export type CustomerDetails = {
  email?: string
  phone?: string
  firstName?: string
  lastName?: string
  address?: {
    city?: string
    country?: string
    line1?: string
    line2?: string
    postalCode?: string
    state?: string
  }
}

/** Who pays for what, as the server knows it; nothing in it comes from the browser's `data`. */
export type CheckoutContext = {
  paymentCollectionId: string
  cartId: string | null
  orderId: string | null
  countryCode: string | null
  locale: string | null
  customer: CustomerDetails
  /** The payment collection asks for another amount by now: the cart was changed while the payment was being started. */
  amountChanged: boolean
}

type ContextRecord = {
  ctx_amount: string | null
  ctx_currency: string | null
  ctx_collection: string | null
  ctx_cart: string | null
  ctx_order: string | null
  ctx_email: string | null
  ctx_locale: string | null
  ctx_address: Record<string, string | null> | null
  ctx_country: string | null
}

/**
 * Reads the checkout behind a payment session together with a page that can be handed out again: same collection, amount,
 * currency and account, open with enough of its life left, or already paid and waiting for its order.
 */
export async function readCheckout(
  database: Database,
  input: {
    paymentSessionId: string
    accountId: string
    amount: Money
    minimumLifeSeconds: number
  }
): Promise<{ context: CheckoutContext; reusable: LedgerRow | undefined }> {
  const [record] = await sql<ContextRecord & LedgerRecord>(
    database,
    `select s.*,
       coalesce(ps.payment_collection_id, wanted.id) as ctx_collection,
       pc.amount::text as ctx_amount, pc.currency_code as ctx_currency, c.id as ctx_cart, opc.order_id as ctx_order,
       coalesce(c.email, o.email) as ctx_email,
       coalesce(to_jsonb(c) ->> 'locale', to_jsonb(o) ->> 'locale') as ctx_locale,
       coalesce(to_jsonb(ba), to_jsonb(sa), to_jsonb(oa)) as ctx_address,
       coalesce(
         -- The storefront's country segment leads to a region: one that the shop's region lacks would show other prices.
         (select iso_2 from region_country rc where rc.region_id = coalesce(c.region_id, o.region_id)
          order by array_position(array[lower(sa.country_code), lower(ba.country_code), lower(oa.country_code)], iso_2) nulls last, iso_2
          limit 1),
         lower(coalesce(sa.country_code, ba.country_code, oa.country_code))) as ctx_country
     from (select cast(:payment_session as text) as id) wanted
     left join payment_session ps on ps.id = wanted.id
     left join payment_collection pc on pc.id = ps.payment_collection_id
     left join cart_payment_collection cpc on cpc.payment_collection_id = ps.payment_collection_id and cpc.deleted_at is null
     left join cart c on c.id = cpc.cart_id and c.deleted_at is null
     left join cart_address sa on sa.id = c.shipping_address_id
     left join cart_address ba on ba.id = c.billing_address_id
     left join order_payment_collection opc on opc.payment_collection_id = ps.payment_collection_id and opc.deleted_at is null
     left join "order" o on o.id = opc.order_id
     left join order_address oa on oa.id = coalesce(o.billing_address_id, o.shipping_address_id)
     left join lateral (
       select * from bpc_session b
       where b.payment_collection_id = ps.payment_collection_id and (b.account_id = :account or b.claims_collection)
         and b.amount = :amount and b.currency_code = :currency and not b.closing
         and ((b.state = 'open' and b.payment_url is not null and b.expires_at > now() + make_interval(secs => :life))
           or (b.claims_collection and b.state in ('paid', 'authorized')))
       order by b.claims_collection desc, b.created_at desc limit 1
     ) s on true`,
    {
      payment_session: input.paymentSessionId,
      account: input.accountId,
      amount: input.amount.minor,
      currency: input.amount.currency,
      life: input.minimumLifeSeconds,
    }
  )
  const found: Partial<ContextRecord> = record ?? {}
  return {
    context: {
      paymentCollectionId: found.ctx_collection ?? input.paymentSessionId,
      cartId: found.ctx_cart ?? null,
      orderId: found.ctx_order ?? null,
      countryCode: found.ctx_country ?? null,
      locale: found.ctx_locale ?? null,
      customer: customerOf(found),
      amountChanged: !asksFor(input.amount, found),
    },
    reusable: record?.id ? toLedgerRow(record) : undefined,
  }
}

/** Whether the payment collection of a page asks for just its amount; one that is gone asks for nothing else. */
export async function isStillAsked(
  database: Database,
  page: { paymentCollectionId: string; amount: Money }
): Promise<boolean> {
  const [asked] = await sql<Pick<ContextRecord, "ctx_amount" | "ctx_currency">>(
    database,
    `select pc.amount::text as ctx_amount, pc.currency_code as ctx_currency from payment_collection pc where pc.id = :id`,
    { id: page.paymentCollectionId }
  )
  return asksFor(page.amount, asked ?? {})
}

function asksFor(
  amount: Money,
  { ctx_amount: asked, ctx_currency: currency }: Partial<ContextRecord>
): boolean {
  const money = toMoney(asked ?? "", currency ?? "")
  return asked === null || asked === undefined
    ? true
    : money.ok && sameMoney(money.value, amount)
}

function customerOf(record: Partial<ContextRecord>): CustomerDetails {
  const address = record.ctx_address ?? {}
  const read = (field: string) => address[field] || undefined
  return {
    email: record.ctx_email ?? undefined,
    phone: read("phone"),
    firstName: read("first_name"),
    lastName: read("last_name"),
    address: {
      city: read("city"),
      country: read("country_code")?.toUpperCase(),
      line1: read("address_1"),
      line2: read("address_2"),
      postalCode: read("postal_code"),
      state: read("province"),
    },
  }
}
