import { type OrderSubject } from "../modules/bpc/core-tables"

/**
 * With those of one-at-a-time-per-order.ts, which also refuse, Medusa's own routes that move an order's money or change what it owes. Medusa lets two of them run into each other: its refund reads
 * the order before it calls the provider and writes a credit line afterwards, which is a change of the order like any other (core-flows,
 * refund-payment and create-order-refund-credit-lines workflows), so one of two throws after its money went.
 */
export const ROUTES: readonly { matcher: string; subject: OrderSubject }[] = [
  {
    matcher: "/admin/payment-collections/:id/mark-as-paid",
    subject: "payment_collection",
  },
  { matcher: "/admin/orders/:id/credit-lines", subject: "order" },
  { matcher: "/admin/orders/:id/payment-sessions/authorize", subject: "order" },
  // What leaves or is handed over is written as a change of the order, with a version of its own.
  ...[
    "",
    "/:fulfillment_id/shipments",
    "/:fulfillment_id/cancel",
    "/:fulfillment_id/mark-as-delivered",
  ].map((action) => ({
    matcher: `/admin/orders/:id/fulfillments${action}`,
    subject: "order" as const,
  })),
  ...["", "/request", "/confirm"].map((action) => ({
    matcher: `/admin/draft-orders/:id/edit${action}`,
    subject: "order" as const,
  })),
  { matcher: "/admin/draft-orders/:id/convert-to-order", subject: "order" },
  // An edit's id is its order's.
  { matcher: "/admin/order-edits/:id/request", subject: "order" },
  { matcher: "/admin/order-edits/:id/confirm", subject: "order" },
  { matcher: "/admin/returns/:id/request", subject: "return" },
  { matcher: "/admin/returns/:id/receive", subject: "return" },
  { matcher: "/admin/returns/:id/receive/confirm", subject: "return" },
  { matcher: "/admin/returns/:id/cancel", subject: "return" },
  { matcher: "/admin/exchanges/:id/request", subject: "exchange" },
  { matcher: "/admin/exchanges/:id/cancel", subject: "exchange" },
  { matcher: "/admin/claims/:id/request", subject: "claim" },
  { matcher: "/admin/claims/:id/cancel", subject: "claim" },
  ...["", "/cancel", "/guest"].map((action) => ({
    matcher: `/admin/orders/:id/transfer${action}`,
    subject: "order" as const,
  })),
  ...["request", "accept", "cancel", "decline"].map((action) => ({
    matcher: `/store/orders/:id/transfer/${action}`,
    subject: "order" as const,
  })),
]

/** Those that take a change back. */
export const ENDS: readonly { matcher: string; subject: OrderSubject }[] = [
  { matcher: "/admin/order-edits/:id", subject: "order" },
  { matcher: "/admin/draft-orders/:id/edit", subject: "order" },
  { matcher: "/admin/payment-collections/:id", subject: "payment_collection" },
  { matcher: "/admin/returns/:id/request", subject: "return" },
  { matcher: "/admin/returns/:id/receive", subject: "return" },
  { matcher: "/admin/exchanges/:id/request", subject: "exchange" },
  { matcher: "/admin/claims/:id/request", subject: "claim" },
]

/** Those that begin something, with the order's id in the body. */
export const BEGINNINGS = [
  "/admin/payment-collections",
  "/store/returns",
  "/admin/order-edits",
  "/admin/returns",
  "/admin/exchanges",
  "/admin/claims",
]
