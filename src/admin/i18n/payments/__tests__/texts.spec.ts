import {
  type SessionReason,
  type TimelineKind,
} from "../../../../modules/bpc/ledger"
import { SESSION_STATES } from "../../../../api-schemas/vocabulary"
import ar from "../ar"
import bg from "../bg"
import de from "../de"
import el from "../el"
import en from "../en"
import es from "../es"
import fr from "../fr"
import pt from "../pt"
import ro from "../ro"
import ru from "../ru"

const LANGUAGES = { de, fr, es, pt, el, ro, bg, ru, ar }
const english = flat(en)

/** Each must stay complete as the ledger learns new words: leaving one out does not compile. */
const KINDS: Record<TimelineKind, keyof typeof en.timeline> = {
  created: "created",
  page_opened: "page_opened",
  page_reused: "page_reused",
  create_failed: "create_failed",
  link_opened: "link_opened",
  link_revoked: "link_revoked",
  page_left: "page_left",
  page_closed: "page_closed",
  webhook: "webhook",
  returned: "returned",
  attempt_failed: "attempt_failed",
  verified: "verified",
  mismatch: "mismatch",
  order_placed: "order_placed",
  order_failed: "order_failed",
  adopted: "adopted",
  total_changed: "total_changed",
  started_again: "started_again",
  captured: "captured",
  refunded: "refunded",
  refund_pending: "refund_pending",
  refund_failed: "refund_failed",
  voided: "voided",
  expired: "expired",
  canceled: "canceled",
  held: "held",
  gateway_error: "gateway_error",
  in_doubt: "in_doubt",
  doubt_settled: "doubt_settled",
  mirrored: "mirrored",
  books_differ: "books_differ",
  shipped_uncaptured: "shipped_uncaptured",
  released_unpaid: "released_unpaid",
  retrying: "retrying",
  recovered: "recovered",
  gave_up: "gave_up",
  checked: "checked",
  capture_requested: "capture_requested",
  refund_requested: "refund_requested",
  resolved: "resolved",
}

const REASONS: Record<SessionReason, keyof typeof en.reason> = {
  amount_mismatch: "amount_mismatch",
  currency_mismatch: "currency_mismatch",
  reference_mismatch: "reference_mismatch",
  duplicate_payment: "duplicate_payment",
  cart_changed: "cart_changed",
  cart_gone: "cart_gone",
  completed_elsewhere: "completed_elsewhere",
  order_changed: "order_changed",
  order_impossible: "order_impossible",
  no_order_after_retries: "no_order_after_retries",
  refund_failed: "refund_failed",
  capture_failed: "capture_failed",
  shipped_uncaptured: "shipped_uncaptured",
  order_canceled: "order_canceled",
  order_total_differs: "order_total_differs",
  refund_requested: "refund_requested",
  booking_failed: "booking_failed",
  gateway_refused: "gateway_refused",
  gateway_silent: "gateway_silent",
  unknown_to_gateway: "unknown_to_gateway",
  replaced: "replaced",
}

describe("the payments pages' texts", () => {
  it.each(Object.entries(LANGUAGES))(
    "are complete in %s, with every value that English shows",
    (_language, texts) => {
      const translated = flat(texts)
      expect([...translated.keys()].sort()).toEqual([...english.keys()].sort())
      for (const [key, text] of translated) {
        expect(text.trim()).not.toBe("")
        expect({ key, values: valuesIn(text) }).toEqual({
          key,
          values: valuesIn(english.get(key) ?? ""),
        })
      }
    }
  )

  it("have a sentence for everything that the ledger tells", () => {
    expect(Object.keys(en.timeline)).toEqual(
      expect.arrayContaining(Object.keys(KINDS))
    )
    expect(Object.keys(en.reason)).toEqual(
      expect.arrayContaining(Object.keys(REASONS))
    )
    expect(Object.keys(en.state)).toEqual(
      expect.arrayContaining([...SESSION_STATES])
    )
  })
})

function valuesIn(text: string): string[] {
  return (text.match(/\{\{\w+\}\}/g) ?? []).sort()
}

function flat(texts: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, value]) =>
      typeof value === "string"
        ? [[path + name, value] as [string, string]]
        : [...flat(value, `${path}${name}.`)]
    )
  )
}
