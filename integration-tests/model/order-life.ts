import { type Buyer } from "./buyer"
import { OrderClerk, type Surroundings } from "./order-clerk"
import { EXPONENT } from "./scenario"

/** What a person asked for once, however often they had to press: a capture or refund of one page's payment, in major units. */
export type Intent = {
  page: string
  kind: "capture" | "refund"
  amount: number
  /** Somebody was notified that it was done. */
  accepted: boolean
}

/** A page whose money an order has, or that asks for what it owes; Medusa's amounts in major units. */
export type PageOfOrder = {
  id: string
  page: string
  paymentId: string
  amount: number
  captured: number
  refunded: number
}

/** The order that a story is about, and what people wanted of it. */
export class OrderLife {
  readonly intents: Intent[] = []
  /** What was done in the gateway's portal, in minor units. */
  readonly inPortal: Intent[] = []
  /** Pages that a payment link led to, newest last. */
  readonly linkPages: string[] = []
  /** What the story is tested for: pairs that met, and moves that were made. */
  readonly pairs: string[] = []
  readonly moves: string[] = []
  readonly orderClerk: OrderClerk

  constructor(
    private readonly world: Surroundings,
    readonly buyer: Buyer,
    readonly orderId: string,
    /** Whether the shop captures by what ships. */
    readonly captures: boolean
  ) {
    this.orderClerk = new OrderClerk(world, orderId)
  }

  get exponent(): number {
    return EXPONENT[this.buyer.market]
  }

  minor(major: number): number {
    // Through text: a double's 3.335 is less than that.
    const [whole = "0", rest = ""] = Math.abs(major).toFixed(8).split(".")
    const digits = rest.slice(0, this.exponent)
    const half = Number(rest[this.exponent] ?? 0) >= 5 ? 1 : 0
    return Math.sign(major) * (Number(whole + digits) + half)
  }

  major(minor: number): number {
    return Number((minor / 10 ** this.exponent).toFixed(this.exponent))
  }

  /** Oldest first. */
  pages(): Promise<PageOfOrder[]> {
    return this.world.store.sql<PageOfOrder>(
      `select s.id, s.gateway_session_id as page, p.id as "paymentId", p.amount::float as amount,
         (select coalesce(sum(amount), 0)::float from capture where payment_id = p.id and deleted_at is null) as captured,
         (select coalesce(sum(amount), 0)::float from refund where payment_id = p.id and deleted_at is null) as refunded
       from order_payment_collection opc
       join payment p on p.payment_collection_id = opc.payment_collection_id and p.deleted_at is null
       join bpc_session s on s.gateway_session_id = p.data ->> 'id'
       where opc.order_id = $1 and opc.deleted_at is null order by p.created_at`,
      [this.orderId]
    )
  }
}
