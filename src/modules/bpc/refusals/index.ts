/* What is refused without an answer of the gateway's, and what shopper, merchant and log are told of it. */

export {
  accountGone,
  accountUnreadable,
  cannot,
  cartChanging,
  currencyNotServed,
  happenedAfterAll,
  noAccount,
  notCarriedOut,
  notOurs,
  notPayable,
  openedForAnother,
  ORDER_CANCELED,
  orderIsChanging,
  outcomeOpen,
  remainderStaysHeld,
  returnNotAllowed,
  rollsBack,
  startedElsewhere,
  stillInDoubt,
} from "./refusals"
