import { type Database, sql } from "../database"
import {
  AFTER_TO,
  type OrderNumbers,
  type SessionFilter,
  sessionConditions,
} from "../ledger"
import { decimalCell } from "./decimal-cell"
import { type Columns, type Export, exportOf, PAGE } from "./export"

type Row = {
  movement: string
  cursor: string
  at: Date
  kind: string
  amount: string
  session_id: string
  currency_code: string
  mode: string
  account_id: string
  account_name: string | null
  order_id: string | null
  merchant_reference_id: string
  gateway_payment_id: string | null
  md_order: string | null
  brand: string | null
  last4: string | null
  rrn: string | null
  approval_code: string | null
}

const COLUMNS: Columns<Row> = {
  at: ({ at }) => at,
  kind: ({ kind }) => kind,
  amount: (row) => decimalCell(row.amount, row.currency_code),
  currency: (row) => row.currency_code,
  order: (_, order) => order,
  payment_id: (row) => row.session_id,
  mode: ({ mode }) => mode,
  account: (row) => row.account_name ?? row.account_id,
  card_brand: ({ brand }) => brand,
  card_last4: ({ last4 }) => last4,
  rrn: ({ rrn }) => rrn,
  approval_code: (row) => row.approval_code,
  reference: (row) => row.merchant_reference_id,
  gateway_order: (row) => row.md_order,
  gateway_payment: (row) => row.gateway_payment_id,
  order_id: (row) => row.order_id,
}

/**
 * Captures and refunds, oldest first, in the moment in which this store learned of them; whoever made them, also in the gateway's portal. A
 * negative amount takes back what was counted before, such as a refund that failed later. `filter`'s period is that of the movements.
 */
export function exportOperations(
  database: Database,
  orders: OrderNumbers,
  { from, to, ...filter }: SessionFilter
): Export {
  return exportOf(COLUMNS, orders, async (after) => {
    const { conditions, bindings } = await sessionConditions(orders, filter)
    const where = [
      ...conditions,
      ...(from ? ["m.at >= :from"] : []),
      ...(to ? [`m.at < ${AFTER_TO}`] : []),
      ...(after
        ? ["(m.at, m.id) > (cast(:after_at as timestamptz), :after_id)"]
        : []),
    ]
    return sql<Row>(
      database,
      `select m.id as movement, m.at::text as cursor, m.at, m.kind, m.amount, m.session_id, s.currency_code, s.mode, s.account_id,
         a.name as account_name, s.order_id, s.merchant_reference_id, s.gateway_payment_id, s.md_order, c.brand, c.last4, c.rrn,
         c.approval_code
       from bpc_movement m join bpc_session s on s.id = m.session_id
         left join bpc_account a on a.id = s.account_id left join bpc_card c on c.session_id = s.id
       ${where.length ? `where ${where.join(" and ")}` : ""}
       order by m.at, m.id limit ${PAGE}`,
      {
        ...bindings,
        ...(from && { from }),
        ...(to && { to }),
        ...(after && { after_at: after.cursor, after_id: after.movement }),
      }
    )
  })
}
