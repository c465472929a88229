import { type Database, sql } from "../database"
import {
  type OrderNumbers,
  type SessionFilter,
  sessionConditions,
} from "../ledger"
import { decimalCell } from "./decimal-cell"
import { type Columns, type Export, exportOf, PAGE } from "./export"

type Row = {
  id: string
  /** With all of PostgreSQL's digits, as a cursor needs it. */
  cursor: string
  created_at: Date
  state: string
  reason: string | null
  mode: string
  account_id: string
  account_name: string | null
  currency_code: string
  amount: string
  captured: string
  refunded: string
  email: string | null
  order_id: string | null
  cart_id: string | null
  payment_session_id: string
  merchant_reference_id: string
  gateway_session_id: string | null
  gateway_payment_id: string | null
  md_order: string | null
  decline_class: string | null
  charged_back_at: Date | null
  brand: string | null
  last4: string | null
  wallet: string | null
  rrn: string | null
  approval_code: string | null
}

const COLUMNS: Columns<Row> = {
  payment_id: ({ id }) => id,
  created_at: (row) => row.created_at,
  order: (_, order) => order,
  state: ({ state }) => state,
  reason: ({ reason }) => reason,
  amount: (row) => decimalCell(row.amount, row.currency_code),
  captured: (row) => decimalCell(row.captured, row.currency_code),
  refunded: (row) => decimalCell(row.refunded, row.currency_code),
  currency: (row) => row.currency_code,
  mode: ({ mode }) => mode,
  account: (row) => row.account_name ?? row.account_id,
  email: ({ email }) => email,
  card_brand: ({ brand }) => brand,
  card_last4: ({ last4 }) => last4,
  wallet: ({ wallet }) => wallet,
  rrn: ({ rrn }) => rrn,
  approval_code: (row) => row.approval_code,
  decline_class: (row) => row.decline_class,
  charged_back_at: (row) => row.charged_back_at,
  reference: (row) => row.merchant_reference_id,
  gateway_order: (row) => row.md_order,
  gateway_session: (row) => row.gateway_session_id,
  gateway_payment: (row) => row.gateway_payment_id,
  order_id: (row) => row.order_id,
  cart_id: (row) => row.cart_id,
  payment_session_id: (row) => row.payment_session_id,
}

/** Payments, oldest first; `filter` as the list's. */
export function exportPayments(
  database: Database,
  orders: OrderNumbers,
  filter: SessionFilter
): Export {
  return exportOf(COLUMNS, orders, async (after) => {
    const { conditions, bindings } = await sessionConditions(orders, filter)
    const where = [
      ...conditions,
      ...(after
        ? ["(s.created_at, s.id) > (cast(:after_at as timestamptz), :after_id)"]
        : []),
    ]
    return sql<Row>(
      database,
      `select s.id, s.created_at::text as cursor, s.created_at, s.state, s.reason, s.mode, s.account_id, a.name as account_name,
         s.currency_code, s.amount, s.captured, s.refunded, s.email, s.order_id, s.cart_id, s.payment_session_id,
         s.merchant_reference_id, s.gateway_session_id, s.gateway_payment_id, s.md_order, s.decline_class, s.charged_back_at,
         c.brand, c.last4, c.wallet, c.rrn, c.approval_code
       from (
         select * from bpc_session s ${where.length ? `where ${where.join(" and ")}` : ""}
         order by s.created_at, s.id limit ${PAGE}
       ) s left join bpc_account a on a.id = s.account_id left join bpc_card c on c.session_id = s.id
       order by s.created_at, s.id`,
      {
        ...bindings,
        ...(after && { after_at: after.cursor, after_id: after.id }),
      }
    )
  })
}
