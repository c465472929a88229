/** The package that is patched in, and the parts of it that a storefront imports. */
export const PACKAGE = "medusa-payment-bpc-storefront"
export const REACT_KIT = `${PACKAGE}/react`

/** The two files that the command adds to a storefront, from its root. */
export const COMPONENTS =
  "src/modules/checkout/components/bpc-payment/index.tsx"
export const ACTIONS = "src/lib/data/bpc.ts"
