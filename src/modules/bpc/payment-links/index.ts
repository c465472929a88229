/* Links that ask for what an order still owes. */

export { parseLinkToken } from "./payment-link-token"
export { linkUrl, listedLink } from "./payment-link-view"
export { linkStateOf, type PaymentLink, PaymentLinks } from "./payment-links"
