import { type OrderClerk } from "./order-clerk"
import { type End, type Move } from "./order-step"
import { EXPONENT, type Market } from "./scenario"
import { type World } from "./world"

/*
 * Changes of an order as a clerk makes them from beginning to end: edit, return, exchange, claim; and how what is half done is ended.
 */

/** A price with one digit more than the currency has. */
function unevenPrice(market: Market): number {
  const digits = EXPONENT[market] + 1
  return Number((12.345678).toFixed(digits)) + 5 / 10 ** digits
}

export async function edit(
  orderClerk: OrderClerk,
  market: Market,
  { move, end, other }: Move
): Promise<void> {
  await orderClerk.beginEdit()
  await orElse(
    async () => {
      if (move === "edit_up") {
        const price = other ? { unit_price: unevenPrice(market) } : {}
        await orderClerk.addItem(other ? "SCOOP" : "MUG-CHALK", price)
      } else {
        await orderClerk.takeOneOff()
      }
      await carry(end, {
        request: () => orderClerk.requestEdit(),
        confirm: () => orderClerk.confirmEdit(),
        takeBack: () => orderClerk.dropEdit(),
      })
    },
    () => orderClerk.dropEdit()
  )
}

export async function returnOne(
  orderClerk: OrderClerk,
  { end }: Move
): Promise<void> {
  const id = await orderClerk.beginReturn()
  const drop = () => orderClerk.remove(`/admin/returns/${id}/request`)
  await orElse(async () => {
    await orderClerk.expectOneBack(id)
    await carry(end, {
      request: () => orderClerk.post(`/admin/returns/${id}/request`),
      takeBack: drop,
    })
  }, drop)
}

export async function exchange(
  orderClerk: OrderClerk,
  { end, other }: Move
): Promise<void> {
  const path = `/admin/exchanges/${await orderClerk.beginExchange()}`
  const drop = () => orderClerk.remove(`${path}/request`)
  await orElse(async () => {
    await orderClerk.takeBackWith(path)
    await orderClerk.sendWith(path, other ? "OOLONG-125" : "SCOOP")
    await carry(end, {
      request: () => orderClerk.post(`${path}/request`),
      takeBack: drop,
    })
  }, drop)
}

export async function claim(
  orderClerk: OrderClerk,
  { end, other, part }: Move
): Promise<void> {
  const id = await orderClerk.beginClaim(other ? "replace" : "refund")
  const path = `/admin/claims/${id}`
  const drop = () => orderClerk.remove(`${path}/request`)
  await orElse(async () => {
    // Some claims leave the goods with the shopper.
    await (part === "unit"
      ? orderClerk.complainOfOne(path)
      : orderClerk.takeBackWith(path))
    if (other) {
      await orderClerk.sendWith(
        path,
        part === "uneven" ? "OOLONG-125" : "MUG-CHALK"
      )
    }
    await carry(end, {
      request: () => orderClerk.post(`${path}/request`),
      takeBack: drop,
    })
  }, drop)
}

/** Whatever is open on the order is ended: an edit is confirmed if `other`, anything else taken back. */
export async function endOpen(
  { store }: World,
  orderClerk: OrderClerk,
  { other }: Move
): Promise<string> {
  const [open] = await store.sql<{
    change_type: string
    return_id: string
    exchange_id: string
    claim_id: string
    status: string
  }>(
    `select * from order_change where order_id = $1 and status in ('pending', 'requested') and deleted_at is null limit 1`,
    [orderClerk.orderId]
  )
  if (!open) {
    return "nothing is open"
  }
  switch (open.change_type) {
    case "edit":
      if (!other) {
        await orderClerk.dropEdit()
        return "the edit is dropped"
      }
      if (open.status === "pending") {
        await orderClerk.requestEdit()
      }
      await orderClerk.confirmEdit()
      return "the edit is confirmed"
    case "exchange":
      await orderClerk.remove(`/admin/exchanges/${open.exchange_id}/request`)
      break
    case "claim":
      await orderClerk.remove(`/admin/claims/${open.claim_id}/request`)
      break
    case "return_receive":
      await orderClerk.remove(`/admin/returns/${open.return_id}/receive`)
      break
    default:
      await orderClerk.remove(`/admin/returns/${open.return_id}/request`)
  }
  return `the ${open.change_type} is dropped`
}

/** The newest return, exchange or claim that stands is canceled. */
export async function takeBack(
  { store }: World,
  orderClerk: OrderClerk
): Promise<string> {
  const [last] = await store.sql<{ path: string }>(
    `select path from (
       select 'claims/' || id as path, created_at from order_claim where order_id = $1 and canceled_at is null and deleted_at is null
       union all select 'exchanges/' || id, created_at from order_exchange where order_id = $1 and canceled_at is null and deleted_at is null
       union all select 'returns/' || id, created_at from "return" where order_id = $1 and canceled_at is null and deleted_at is null
         and exchange_id is null and claim_id is null and status = 'requested'
     ) standing order by created_at desc limit 1`,
    [orderClerk.orderId]
  )
  if (!last) {
    return "nothing stands"
  }
  await orderClerk.post(`/admin/${last.path}/cancel`)
  return `${last.path} is canceled`
}

type Course = {
  request: () => Promise<unknown>
  confirm?: () => Promise<unknown>
  takeBack: () => Promise<unknown>
}

async function carry(
  end: End,
  { request, confirm, takeBack: drop }: Course
): Promise<void> {
  if (end === "begun") {
    return
  }
  if (end === "taken_back") {
    await drop()
    return
  }
  await request()
  if (end === "done") {
    await confirm?.()
  }
}

/** A clerk whose change is refused half-way does not leave it open. */
async function orElse(
  work: () => Promise<void>,
  undo: () => Promise<unknown>
): Promise<void> {
  try {
    await work()
  } catch (error) {
    await undo().catch(() => undefined)
    throw error
  }
}
