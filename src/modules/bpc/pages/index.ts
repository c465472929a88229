/* Hosted pages: opened, reused, left for another; what Medusa is told when it authorises, and what storefront and shopper see of one. */

export { authorize, TOTAL_CHANGED } from "./authorize"
export { MINIMUM_LIFE_SECONDS, openPage, type OpenPageInput } from "./open-page"
export { publicData, type PublicData } from "./public-data"
export { shopperStatus } from "./shopper-status"
export { updatePage } from "./update-page"
