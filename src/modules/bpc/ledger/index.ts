/*
 * The payments: one row for each page at the gateway, its states, its timeline, the list of them, and when one that is through is
 * looked at again.
 */

export {
  SESSION_STATES,
  type SessionReason,
  type SessionState,
  type TimelineKind,
} from "../../../api-schemas/vocabulary"
export { type LedgerRecord, type LedgerRow, toLedgerRow } from "./ledger-row"
export { NEEDS_PERSON, SessionLedger } from "./ledger"
export { FactsLedger, findCard, UNPAID_STATES } from "./payment-facts"
export {
  LOOK_AT_UNBOOKED_SECONDS,
  nextCheckOfBooks,
  nextCheckOfSale,
} from "./next-check"
export {
  AFTER_TO,
  type DetailedSession,
  findSession,
  type ListedSession,
  listSessions,
  ORDER_DIFFERS,
  type OrderNumbers,
  sessionConditions,
  type SessionFilter,
} from "./session-list"
export {
  addToTimeline,
  attemptsIn,
  readTimeline,
  TIMELINE_FOR_CHANGED,
  timelineBindings,
  type TimelineEntry,
} from "./timeline"
