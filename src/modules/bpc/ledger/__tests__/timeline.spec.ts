import { type TimelineKind } from "../../../../api-schemas/vocabulary"
import { attemptsIn } from "../timeline"

const at = new Date("2026-11-20T12:00:00Z")
const entry = (kind: TimelineKind, details: unknown) => ({
  id: "bpctl_1",
  at,
  kind,
  details,
})

it("the attempts of a timeline: each that was refused, and the one that went well", () => {
  expect(
    attemptsIn([
      entry("page_opened", {}),
      entry("attempt_failed", { class: "limit", code: "61" }),
      entry("attempt_failed", { event_id: "bpcevt_1", type: "payment.failed" }),
      entry("attempt_failed", { class: "of a newer version", code: 5 }),
      entry("verified", { as: "authorized", captured: 0 }),
      entry("verified", { as: "paid" }),
    ])
  ).toEqual([
    { at, outcome: "refused", class: "limit", code: "61" },
    { at, outcome: "refused", class: null, code: null },
    { at, outcome: "refused", class: null, code: null },
    { at, outcome: "authorized", class: null, code: null },
  ])
})

it.each([[[]], [[entry("verified", { as: "refunded" })]]])(
  "%j has none",
  (timeline) => {
    expect(attemptsIn(timeline)).toEqual([])
  }
)
