/*
 * What each file of this wing reads of Medusa's tables; `totals.pending_difference` is a key of a JSON column. PostgreSQL itself holds this list
 * complete (integration-tests/medusa/core-tables.spec.ts), so that another version of Medusa can be judged by its schema alone.
 */

type Schema = Readonly<Record<string, Readonly<Record<string, string>>>>

export const MEDUSA_SCHEMA: Schema = {
  "checkout.ts": {
    cart: "billing_address_id deleted_at email id region_id shipping_address_id",
    cart_address:
      "address_1 address_2 city country_code first_name id last_name phone postal_code province",
    cart_payment_collection: "cart_id deleted_at payment_collection_id",
    order: "billing_address_id email id region_id shipping_address_id",
    order_address:
      "address_1 address_2 city country_code first_name id last_name phone postal_code province",
    order_payment_collection: "deleted_at order_id payment_collection_id",
    payment_collection: "amount currency_code id",
    payment_session: "id payment_collection_id",
    region_country: "iso_2 region_id",
  },
  "dangling-links.ts": {
    order: "deleted_at id",
    order_cart: "cart_id deleted_at order_id",
    order_payment_collection: "deleted_at order_id payment_collection_id",
  },
  "gone-providers.ts": {
    payment: "canceled_at deleted_at provider_id",
    payment_provider: "deleted_at id is_enabled",
  },
  "goods-gone.ts": {
    cart_line_item:
      "cart_id created_at deleted_at id product_title title variant_id",
    product: "deleted_at id",
    product_variant: "deleted_at id product_id",
  },
  "medusa-books.ts": {
    capture: "amount deleted_at id payment_id raw_amount",
    payment: "amount id raw_amount",
    payment_session: "amount id raw_amount",
    refund: "amount deleted_at id payment_id raw_amount",
  },
  "open-credit.ts": {
    order_change: "change_type created_at deleted_at order_id status",
    order_credit_line: "amount deleted_at order_id",
  },
  "order-books.ts": {
    capture: "deleted_at id payment_id",
    order: "currency_code deleted_at display_id id status",
    order_transaction: "deleted_at reference reference_id",
    payment: "captured_at id",
  },
  "order-facts.ts": {
    capture: "amount deleted_at id payment_id",
    cart_payment_collection: "deleted_at payment_collection_id",
    order: "deleted_at id status version",
    order_claim: "canceled_at deleted_at id order_id",
    order_claim_item: "claim_id deleted_at is_additional_item item_id quantity",
    order_item:
      "deleted_at item_id order_id quantity raw_unit_price return_dismissed_quantity return_received_quantity return_requested_quantity unit_price version",
    order_line_item: "deleted_at id is_tax_inclusive raw_unit_price unit_price",
    order_line_item_adjustment:
      "amount deleted_at is_tax_inclusive item_id raw_amount version",
    order_line_item_tax_line: "deleted_at item_id rate",
    order_payment_collection: "deleted_at order_id payment_collection_id",
    order_shipping: "claim_id deleted_at order_id shipping_method_id version",
    order_shipping_method: "amount deleted_at id is_tax_inclusive raw_amount",
    order_shipping_method_adjustment:
      "amount deleted_at raw_amount shipping_method_id version",
    order_shipping_method_tax_line: "deleted_at rate shipping_method_id",
    order_summary:
      "created_at deleted_at order_id version totals.pending_difference",
    order_transaction: "amount deleted_at reference reference_id",
    payment:
      "amount canceled_at data deleted_at id payment_collection_id provider_id",
    payment_collection: "amount created_at deleted_at id raw_amount status",
    return: "canceled_at claim_id deleted_at id",
    return_item: "deleted_at item_id quantity return_id",
  },
  "order-mark.ts": {
    order: "id status version",
    order_payment_collection: "deleted_at order_id payment_collection_id",
    order_summary:
      "created_at deleted_at order_id version totals.pending_difference",
    payment: "canceled_at deleted_at payment_collection_id",
    payment_collection: "amount deleted_at id",
  },
  "order-numbers.ts": {
    order: "deleted_at display_id id",
  },
  "order-of.ts": {
    order: "display_id id status",
    order_cart: "cart_id deleted_at order_id",
    order_claim: "id order_id",
    order_exchange: "id order_id",
    order_payment_collection: "deleted_at order_id payment_collection_id",
    payment: "id payment_collection_id",
    return: "id order_id",
  },
  "order-summary.ts": {
    order_summary:
      "created_at deleted_at id order_id version totals.paid_total totals.pending_difference totals.refunded_total totals.transaction_total",
    order_transaction: "amount deleted_at order_id",
  },
  "orphan-payments.ts": {
    cart: "completed_at id",
    order_cart: "cart_id deleted_at order_id",
    payment: "data deleted_at id payment_collection_id provider_id",
  },
  "refund-credit.ts": {
    order: "id status",
    order_payment_collection: "deleted_at order_id payment_collection_id",
    refund: "amount id note",
  },
  "regions.ts": {
    region: "currency_code deleted_at id name",
    region_payment_provider: "deleted_at payment_provider_id region_id",
  },
  "released-orders.ts": {
    order: "currency_code deleted_at id status version",
  },
  "shipments.ts": {
    fulfillment: "canceled_at deleted_at delivered_at id shipped_at",
    order_fulfillment: "deleted_at fulfillment_id order_id",
  },
  "shipped-order.ts": {
    capture: "amount deleted_at id payment_id",
    order: "currency_code deleted_at display_id id status version",
    order_claim: "canceled_at deleted_at order_id",
    order_payment_collection: "deleted_at order_id payment_collection_id",
    order_summary:
      "created_at deleted_at order_id version totals.pending_difference",
    order_transaction: "deleted_at reference_id",
    payment:
      "amount canceled_at captured_at created_at data deleted_at id payment_collection_id provider_id",
  },
  "situation.ts": {
    capture: "amount created_at deleted_at id payment_id",
    cart: "completed_at deleted_at id",
    cart_payment_collection: "cart_id deleted_at payment_collection_id",
    order: "currency_code id status version",
    order_cart: "cart_id deleted_at order_id",
    order_payment_collection: "deleted_at order_id payment_collection_id",
    order_transaction: "amount deleted_at reference reference_id",
    payment:
      "canceled_at captured_at created_at data deleted_at id payment_collection_id provider_id",
    payment_collection: "amount currency_code deleted_at id",
    payment_session:
      "data deleted_at id payment_collection_id provider_id status",
    refund: "amount created_at deleted_at id payment_id",
  },
  "to-authorize.ts": {
    cart_payment_collection: "cart_id deleted_at payment_collection_id",
    order: "currency_code deleted_at id",
    order_cart: "cart_id deleted_at order_id",
    payment:
      "canceled_at data deleted_at payment_collection_id payment_session_id",
    payment_session:
      "amount currency_code id payment_collection_id provider_id",
  },
}

/** One column, or one key of a JSON column, with the files that read it. */
export type MedusaColumn = {
  table: string
  column: string
  key: string | undefined
  readBy: readonly string[]
}

export const MEDUSA_COLUMNS: readonly MedusaColumn[] = columnsOf(MEDUSA_SCHEMA)

function columnsOf(schema: Schema): MedusaColumn[] {
  const readers = new Map<string, string[]>()
  for (const [file, tables] of Object.entries(schema)) {
    for (const [table, names] of Object.entries(tables)) {
      for (const name of names.split(" ")) {
        const place = `${table}.${name}`
        readers.set(place, [...(readers.get(place) ?? []), file])
      }
    }
  }
  return [...readers].map(([place, readBy]) => {
    const [table = "", column = "", key] = place.split(".")
    return { table, column, key, readBy }
  })
}

/** What a database has, as `table`, `table.column` and `table.column.key`; keys only of columns that hold a row's worth of them. */
export type MedusaHas = {
  has: (place: string) => boolean
  /** Whether there is a row that could show its keys. */
  showsKeys: (place: string) => boolean
}

/** One sentence for each thing that a database lacks and that we read. Pure. */
export function missingSentences(
  { has, showsKeys }: MedusaHas,
  columns: readonly MedusaColumn[] = MEDUSA_COLUMNS
): string[] {
  const missingTables = [...new Set(columns.map(({ table }) => table))].filter(
    (table) => !has(table)
  )
  return [
    ...missingTables.map((table) => {
      const readBy = columns
        .filter((column) => column.table === table)
        .flatMap((column) => column.readBy)
      return `Medusa has no table ${table}: ${readers(readBy)} it.`
    }),
    ...columns
      .filter(({ table }) => has(table))
      .flatMap(({ table, column, key, readBy }) => {
        const place = `${table}.${column}`
        if (!has(place)) {
          return `Medusa's table ${table} has no column ${column}: ${readers(readBy)} it.`
        }
        return key && showsKeys(place) && !has(`${place}.${key}`)
          ? `Medusa's column ${place} has no key ${key}: ${readers(readBy)} it.`
          : []
      }),
  ].filter((sentence, place, all) => all.indexOf(sentence) === place)
}

function readers(files: readonly string[]): string {
  const names = [...new Set(files)].map((file) => `core-tables/${file}`)
  const last = names.pop() ?? ""
  return names.length > 0
    ? `${names.join(", ")} and ${last} read`
    : `${last} reads`
}
