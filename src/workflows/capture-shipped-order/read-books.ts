import {
  type BigNumberInput,
  type MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  type CurrencyCode,
  type Money,
  moneyOf,
  parseCurrency,
  toMoney,
} from "../../gateway"
import { type ShippedOrderRecord } from "../../modules/bpc/core-tables"
import type BpcModuleService from "../../modules/bpc/service"
import { type ShippedBooks, type ShippedItem } from "./capture-due"

/** An order that left, with what a capture needs beside the amount. */
export type ShippedOrder = {
  id: string
  /** The number that people know the order by. */
  number: number
  canceled: boolean
  parcels: number
  /** A claim excuses what the order owes for as long as it stands. */
  hasClaim: boolean
  books: ShippedBooks
  /** As Medusa has them, and the ledger rows behind those of ours. */
  payments: ShippedOrderRecord["payments"]
}

/** Numbers, texts and Medusa's own objects alike, as a text with all digits. */
const decimal = z
  .custom<BigNumberInput>((value) => value !== null && value !== undefined)
  .transform((value) => MathBN.convert(value).toFixed())
const fulfilledOrder = z.object({
  shipping_total: decimal,
  items: z.array(
    z.object({
      id: z.string(),
      quantity: decimal,
      requires_shipping: z.boolean().nullish(),
      /** Of the pieces that were fulfilled, returned ones too: with their tax, less their share of the discounts. */
      fulfilled_total: decimal.nullish(),
      return_requested_total: decimal.nullish(),
      detail: z.object({ fulfilled_quantity: decimal }),
    })
  ),
  fulfillments: z.array(
    z.object({
      shipped_at: z.unknown(),
      delivered_at: z.unknown(),
      canceled_at: z.unknown(),
      items: z.array(
        z.object({ line_item_id: z.string().nullish(), quantity: decimal })
      ),
    })
  ),
})
export type FulfilledOrder = z.infer<typeof fulfilledOrder>

/**
 * What left of an order, what it is worth, what is owed and what is held for it. What it owes is read last: goods that Medusa adds in
 * between are never captured without being owed.
 *
 * @returns undefined if there is no such order, or none that a card could pay for
 */
export async function readShippedBooks(
  container: MedusaContainer,
  bpc: BpcModuleService,
  orderId: string
): Promise<ShippedOrder | undefined> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      filters: { id: orderId },
      fields: [
        "id",
        "shipping_total",
        "items.*",
        "items.detail.*",
        "fulfillments.*",
        "fulfillments.items.*",
      ],
    })
  const record = await bpc.queries.shippedOrder(orderId)
  const currency = parseCurrency(record?.currencyCode ?? "")
  if (!data[0] || !record || !currency) {
    return undefined
  }
  const order = fulfilledOrder.parse(data[0])
  const owed = money(record.owed, currency)
  return {
    id: record.id,
    number: record.number,
    canceled: record.canceled,
    parcels: record.parcels,
    hasClaim: record.hasClaim,
    payments: record.payments,
    books: {
      items: itemsOf(order),
      shipping: order.shipping_total,
      owed,
      captured: money(record.captured, currency),
      holds: record.payments
        .filter(({ state }) => state === "authorized")
        .map(({ id, ...payment }) => ({
          paymentId: id,
          left: leftOf(payment, currency),
        })),
      excused: record.hasClaim ? owed : excusedOf(order, record, currency),
    },
  }
}

/**
 * What left of each line. Pure.
 *
 * A kit has a line in the parcel for each of its parts, so pieces of it are not counted there: what share of what was fulfilled has
 * left tells as much.
 */
export function itemsOf({
  items,
  fulfillments,
}: Pick<FulfilledOrder, "items" | "fulfillments">): ShippedItem[] {
  const standing = fulfillments.filter(({ canceled_at }) => !canceled_at)
  const left = standing.filter(
    ({ shipped_at, delivered_at }) => shipped_at ?? delivered_at
  )
  const packed = (parcels: typeof standing, id: string) =>
    parcels
      .flatMap((parcel) => parcel.items)
      .filter(({ line_item_id }) => line_item_id === id)
      .reduce(
        (sum, { quantity }) => MathBN.add(sum, quantity),
        MathBN.convert(0)
      )
  return items.map((item) => {
    const fulfilled = item.detail.fulfilled_quantity
    const all = packed(standing, item.id)
    const isFulfilled = MathBN.gt(fulfilled, 0) && MathBN.gt(all, 0)
    return {
      unit: isFulfilled
        ? MathBN.div(item.fulfilled_total ?? 0, fulfilled).toFixed()
        : 0,
      ordered: item.quantity,
      out: isFulfilled
        ? MathBN.div(
            MathBN.mult(fulfilled, packed(left, item.id)),
            all
          ).toFixed()
        : 0,
      needsShipping: item.requires_shipping ?? true,
    }
  })
}

/** Money that others hold or that a clerk is to receive in cash, and goods that are on their way back. */
function excusedOf(
  { items }: FulfilledOrder,
  { payments }: ShippedOrderRecord,
  currency: CurrencyCode
): Money {
  const elsewhere = payments
    .filter(({ sessionId }) => sessionId === null)
    .map((payment) => leftOf(payment, currency).minor)
  const comingBack = items.map(
    ({ return_requested_total }) =>
      money(return_requested_total ?? 0, currency).minor
  )
  return moneyOf(
    [...elsewhere, ...comingBack].reduce((sum, minor) => sum + minor, 0),
    currency
  )
}

/** The difference of the rounded totals, which is what the gateway has. */
function leftOf(
  { amount, captured }: { amount: string; captured: string },
  currency: CurrencyCode
): Money {
  return moneyOf(
    Math.max(
      0,
      money(amount, currency).minor - money(captured, currency).minor
    ),
    currency
  )
}

/** Nothing below zero is ever captured. */
function money(decimalAmount: number | string, currency: CurrencyCode): Money {
  const read = toMoney(decimalAmount, currency)
  return read.ok ? read.value : moneyOf(0, currency)
}
