import { type Database, sql } from "../database"

/** Titles of a cart's items whose product or variant was deleted since they were put into it; an item of the store's own has neither. */
export async function readGoodsGone(
  database: Database,
  cartId: string
): Promise<string[]> {
  const rows = await sql<{ title: string }>(
    database,
    `select coalesce(i.product_title, i.title) as title from cart_line_item i
     left join product_variant v on v.id = i.variant_id and v.deleted_at is null
     left join product p on p.id = v.product_id and p.deleted_at is null
     where i.cart_id = :cart and i.deleted_at is null and i.variant_id is not null and p.id is null
     order by i.created_at, i.id`,
    { cart: cartId }
  )
  return rows.map(({ title }) => title)
}
