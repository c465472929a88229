/**
 * Medusa's routes about orders and payments that need no lease of the order's, with the reason for it. Every other one that changes something
 * is in one-at-a-time-per-order.ts or complete-cart.ts; a test reads Medusa's own route files and finds the one that is in neither.
 */
export const HARMLESS_ORDER_ROUTES: readonly {
  route: RegExp
  because: string
}[] = [
  {
    route:
      /^(POST|DELETE) \/admin\/(order-edits|exchanges|claims)\/:id\/(items|inbound|outbound|claim-items|shipping-method)(\/|$)/,
    because: "it changes an open change, which counts once that is confirmed",
  },
  {
    route:
      /^(POST|DELETE) \/admin\/returns\/:id\/(request-items|receive-items|dismiss-items|shipping-method)(\/|$)/,
    because: "it changes an open change, which counts once that is confirmed",
  },
  {
    route:
      /^(POST|DELETE) \/admin\/draft-orders\/:id\/edit\/(items|promotions|shipping-methods)(\/|$)/,
    because: "it changes an open change, which counts once that is confirmed",
  },
  {
    route: /^POST \/admin\/order-changes\/:id$/,
    because:
      "it says whether an open change keeps promotions, which counts once that is confirmed",
  },
  {
    route: /^POST \/admin\/returns\/:id$/,
    because: "it changes where a return goes, and who is told",
  },
  {
    route: /^POST \/admin\/(orders|draft-orders)\/:id$/,
    because:
      "it changes addresses, e-mail and notes; its entry among the order's changes has no version of its own",
  },
  {
    route: /^POST \/admin\/orders\/:id\/(complete|archive)$/,
    because: "it changes the order's status alone",
  },
  {
    route: /^POST \/admin\/orders\/export$/,
    because: "it only reads",
  },
  {
    route: /^POST \/admin\/draft-orders$/,
    because: "the order is new, and nobody knows it yet",
  },
  {
    route: /^DELETE \/admin\/draft-orders\/:id$/,
    because:
      "a draft has no money; a page that asks for it is closed, and what comes in late goes back",
  },
  {
    route: /^POST \/(admin|store)\/payment-collections\/:id\/payment-sessions$/,
    because: "it opens a page, which takes no money by itself",
  },
  {
    route: /^POST \/store\/payment-collections$/,
    because: "it is a cart's, and asks for what the cart does",
  },
  {
    route: /^POST \/store\/carts(?!\/:id\/complete$)/,
    because:
      "a cart is no order yet; what it asks is compared when it becomes one",
  },
  {
    route: /^DELETE \/store\/carts\//,
    because:
      "a cart is no order yet; what it asks is compared when it becomes one",
  },
  {
    route: /^(POST|DELETE) \/admin\/(return|refund)-reasons/,
    because: "they are words to choose from",
  },
]
