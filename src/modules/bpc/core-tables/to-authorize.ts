import { type Database, sql } from "../database"
import { type LedgerRecord, type LedgerRow, toLedgerRow } from "../ledger"
import { orderExists } from "./dangling-links"
import { askedWhenPlaced } from "./order-summary"

export type ToAuthorize = {
  row: LedgerRow
  /** Medusa has a payment of this money already, made through another of its payment sessions. */
  bookedByOther: boolean
  /** What Medusa would book, and what the cart's order asks for that is being placed; decimals in major units. */
  asked: { amount: string; currencyCode: string }[]
}

/**
 * The session behind a Medusa payment session's data, provided both belong to the same provider and payment collection: `data`
 * alone is not proof, since a browser once wrote into it.
 */
export async function readForAuthorization(
  database: Database,
  input: {
    gatewaySessionId: string
    paymentSessionId: string
  }
): Promise<ToAuthorize | undefined> {
  const [record] = await sql<
    LedgerRecord & {
      booked_by_other: boolean
      session_amount: string
      session_currency: string
      order_asked: string | null
      order_currency: string | null
    }
  >(
    database,
    `select s.*, exists (select 1 from payment p
       where p.payment_collection_id = s.payment_collection_id and p.deleted_at is null and p.canceled_at is null
         and p.data ->> 'id' = s.gateway_session_id and p.payment_session_id <> ps.id) as booked_by_other,
       ps.amount::text as session_amount, ps.currency_code as session_currency,
       (${askedWhenPlaced("o.id")})::text as order_asked, o.currency_code as order_currency
     from bpc_session s
     join payment_session ps on ps.payment_collection_id = s.payment_collection_id and ps.provider_id = s.provider_id
     left join cart_payment_collection cpc on cpc.payment_collection_id = s.payment_collection_id and cpc.deleted_at is null
     left join order_cart oc on oc.cart_id = cpc.cart_id and oc.deleted_at is null and ${orderExists("oc.order_id")}
     left join "order" o on o.id = oc.order_id
     where s.gateway_session_id = :gateway and ps.id = :payment_session`,
    {
      gateway: input.gatewaySessionId,
      payment_session: input.paymentSessionId,
    }
  )
  return (
    record && {
      row: toLedgerRow(record),
      bookedByOther: record.booked_by_other,
      asked: [
        {
          amount: record.session_amount,
          currencyCode: record.session_currency,
        },
        ...(record.order_asked === null
          ? []
          : [
              {
                amount: record.order_asked,
                currencyCode: record.order_currency ?? record.session_currency,
              },
            ]),
      ],
    }
  )
}
