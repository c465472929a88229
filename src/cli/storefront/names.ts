/** The package that is patched in, and the parts of it that a storefront imports. */
export const PACKAGE = "medusa-payment-bpc"
export const KIT = `${PACKAGE}/storefront`
export const REACT_KIT = `${KIT}/react`

/** The two files that the command adds to a storefront, from its root. */
export const COMPONENTS =
  "src/modules/checkout/components/bpc-payment/index.tsx"
export const ACTIONS = "src/lib/data/bpc.ts"
