/* Where a shopper comes back to us, and is led from there: token, templates, allowed origins, and the answer itself. */

export { findByReturnToken } from "./find-by-return-token"
export {
  backToShop,
  type CartOrder,
  returnAnswer,
  type ReturnAnswer,
} from "./return-answer"
export { leadsToAllowedOrigin } from "./return-origin"
export {
  DEFAULT_FAILURE,
  DEFAULT_SUCCESS,
  type ReturnSettings,
} from "./return-settings"
export { isAllowedReturn, previewTemplate } from "./return-template"
export {
  newReturnSecret,
  parseReturnToken,
  type ReturnSide,
  returnToken,
  tokenFits,
} from "./return-token"
