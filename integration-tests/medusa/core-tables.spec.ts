import { type Knex, knex } from "@medusajs/framework/mikro-orm/knex"
import { type IOrderModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  MEDUSA_COLUMNS,
  missingFromMedusa,
} from "../../src/modules/bpc/core-tables"
import { type Store, startStore } from "../support/store"
import { columnsRead } from "./columns-read"
import { QUERIES } from "./queries"

jest.setTimeout(120_000)

/** Addresses are read as whole rows, which are no columns to PostgreSQL. */
const READ_WHOLE =
  /^(cart|order)_address\.(address_1|address_2|city|first_name|last_name|phone|postal_code|province)$/

let store: Store
let database: Knex

beforeAll(async () => {
  store = await startStore({ environment: { MEDUSA_WORKER_MODE: "server" } })
  // One of its own, so that nothing of Medusa's is taken for a statement of ours.
  database = knex({ client: "pg", connection: process.env.DATABASE_URL })
  await placeOrder(store)
})
afterAll(async () => {
  await database.destroy()
  await store.close()
})

/** Its summary is what the keys are looked for in. */
async function placeOrder({ container }: Store): Promise<void> {
  const orders = container.resolve<IOrderModuleService>(Modules.ORDER)
  await orders.createOrders({
    currency_code: "eur",
    email: "guest@example.com",
    items: [{ title: "Scoop", quantity: 1, unit_price: 3 }],
  })
}

describe("what core-tables reads of Medusa", () => {
  it("is all there", async () => {
    const { rows }: { rows: { summaries: number }[] } = await database.raw(
      `select count(*)::int as summaries from order_summary`
    )
    expect(rows).toEqual([{ summaries: 1 }])
    expect(
      await missingFromMedusa((statement) => database.raw(statement))
    ).toEqual([])
  })

  it("is what its list says, by PostgreSQL's own account of every query", async () => {
    const listed = new Set(
      MEDUSA_COLUMNS.map(({ table, column }) => `${table}.${column}`)
    )
    const read = new Set<string>()
    for (const [query, run] of Object.entries(QUERIES)) {
      const columns = await columnsRead(database, run)
      const places = columns.map(({ table, column }) => `${table}.${column}`)
      expect({ query, places: places.length }).not.toEqual({ query, places: 0 })
      expect({
        query,
        unlisted: places.filter((place) => !listed.has(place)),
      }).toEqual({ query, unlisted: [] })
      places.forEach((place) => read.add(place))
    }
    expect(
      [...listed].filter((place) => !read.has(place) && !READ_WHOLE.test(place))
    ).toEqual([])
  })
})

describe("a Medusa that has changed", () => {
  it.each([
    [
      "a column",
      `alter table order_summary rename column version to revision`,
      [
        "Medusa's table order_summary has no column version: core-tables/order-facts.ts, core-tables/order-mark.ts, core-tables/order-summary.ts and core-tables/shipped-order.ts read it.",
      ],
    ],
    [
      "a table",
      `alter table region_payment_provider rename to region_provider`,
      [
        "Medusa has no table region_payment_provider: core-tables/regions.ts reads it.",
      ],
    ],
    [
      "a key of a JSON column",
      `update order_summary set totals = totals - 'transaction_total'`,
      [
        "Medusa's column order_summary.totals has no key transaction_total: core-tables/order-summary.ts reads it.",
      ],
    ],
    [
      "a field of an address",
      `alter table cart_address rename column phone to telephone`,
      [
        "Medusa's table cart_address has no column phone: core-tables/checkout.ts reads it.",
      ],
    ],
  ])("is found out by %s", async (_, change, sentences) => {
    const transaction = await database.transaction()
    try {
      await transaction.raw(change)
      expect(
        await missingFromMedusa((statement) => transaction.raw(statement))
      ).toEqual(sentences)
    } finally {
      await transaction.rollback()
    }
  })
})
