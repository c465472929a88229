import {
  aClaimedRow,
  aLedgerRow,
  aRowBeingGivenBack,
  aSettledRow,
  aSituation,
} from "../../../modules/bpc/__tests__/builders"
import { type Situation } from "../../../modules/bpc/core-tables"
import { type LedgerRow } from "../../../modules/bpc/ledger"
import {
  MAXIMUM_ATTEMPTS,
  nextAttempt,
  nextCheckAfterEnd,
  nextCheckAfterFault,
  nextCheckOfForgotten,
  nextCheckOfOpenPage,
} from "../schedule"

const MINUTE = 60
const HOUR = 60 * MINUTE
const NOW = new Date("2026-11-20T12:00:00Z")

/** @param seconds from now; negative: ago */
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

describe("an open page is asked about", () => {
  // prettier-ignore
  const cases = [
    { when: "after a minute at first", age: 0, endsIn: 20 * MINUTE, next: MINUTE },
    { when: "after a minute when it was looked at early", age: 20, endsIn: 20 * MINUTE, next: MINUTE },
    { when: "less often later", age: 2 * MINUTE, endsIn: 20 * MINUTE, next: 2 * MINUTE },
    { when: "and less", age: 8 * MINUTE, endsIn: 20 * MINUTE, next: 8 * MINUTE },
    { when: "every ten minutes in the end", age: 16 * MINUTE, endsIn: HOUR, next: 10 * MINUTE },
    { when: "not less often than that", age: 10 * HOUR, endsIn: HOUR, next: 10 * MINUTE },
    { when: "right after its end", age: 8 * MINUTE, endsIn: 100, next: 115 },
    { when: "at its end plus the gateway's clock", age: 0, endsIn: 0, next: 15 },
    { when: "when it has just ended", age: 0, endsIn: -10, next: 5 },
    { when: "each minute while it is overdue", age: HOUR, endsIn: -15, next: MINUTE },
    { when: "less and less often long after its end", age: HOUR, endsIn: -HOUR - 15, next: HOUR },
    { when: "no more once its grace time is over", age: HOUR, endsIn: -24 * HOUR - 15, next: null },
  ]
  it.each(cases)("$when: $next s", ({ age, endsIn, next }) => {
    const row = aLedgerRow({ createdAt: at(-age), expiresAt: at(endsIn) })
    expect(nextCheckOfOpenPage(row, NOW)).toBe(next)
  })

  it("by its age alone when its end is not known", () => {
    const row = aLedgerRow({ createdAt: at(-4 * MINUTE), expiresAt: null })
    expect(nextCheckOfOpenPage(row, NOW)).toBe(4 * MINUTE)
  })

  it("as soon as ever, however often it was looked at early", () => {
    const row = aLedgerRow({ createdAt: at(-30), expiresAt: at(HOUR) })
    expect(nextCheckOfOpenPage({ ...row, checks: 100 }, NOW)).toBe(MINUTE)
  })
})

describe("what the gateway has forgotten is asked about", () => {
  // prettier-ignore
  const cases = [
    { when: "a minute after the first time", since: null, next: MINUTE },
    { when: "after as long as it has been so", since: 2 * HOUR, next: 2 * HOUR },
    { when: "once a day at least", since: 10 * 24 * HOUR, next: 24 * HOUR },
    { when: "for a month", since: 30 * 24 * HOUR, next: null },
  ]
  it.each(cases)("$when: $next s", ({ since, next }) => {
    const row = aSettledRow({
      failingSince: since === null ? null : at(-since),
    })
    expect(nextCheckOfForgotten(row, NOW)).toBe(next)
  })

  it("some thirty times in all", () => {
    let looks = 0
    for (let since = 0, next: number | null = 0; next !== null; since += next) {
      next = nextCheckOfForgotten(
        aSettledRow({ failingSince: at(-since) }),
        NOW
      )
      if (next === null) break
      looks++
    }
    expect(looks).toBeLessThan(50)
  })
})

describe("late money is looked for", () => {
  // prettier-ignore
  const cases: { when: string; endedAgo: number; next: number | null }[] = [
    { when: "ten minutes after the end", endedAgo: 0, next: 10 * MINUTE },
    { when: "ten minutes after a page closed before its time", endedAgo: -15 * MINUTE, next: 10 * MINUTE },
    { when: "ten minutes later at first", endedAgo: 5 * MINUTE, next: 10 * MINUTE },
    { when: "after as long as has passed", endedAgo: HOUR, next: HOUR },
    { when: "up to a day", endedAgo: 24 * HOUR - 1, next: 24 * HOUR - 1 },
    { when: "no longer after a day", endedAgo: 24 * HOUR, next: null },
  ]
  it.each(cases)("$when: $next", ({ endedAgo, next }) => {
    expect(
      nextCheckAfterEnd(aLedgerRow({ expiresAt: at(-endedAgo) }), NOW)
    ).toBe(next)
  })

  it("from the row's beginning when its end is not known", () => {
    const row = aLedgerRow({ expiresAt: null, createdAt: at(-2 * HOUR) })
    expect(nextCheckAfterEnd(row, NOW)).toBe(2 * HOUR)
  })

  it("a handful of times, and then no more", () => {
    const row = aLedgerRow({ expiresAt: NOW })
    const looks: number[] = []
    for (let since = 0, next: number | null = 0; next !== null; since += next) {
      next = nextCheckAfterEnd(row, at(since))
      if (next === null) break
      looks.push(since + next)
    }
    expect(looks.length).toBeLessThan(12)
    expect(looks.at(-1)).toBeGreaterThanOrEqual(24 * HOUR)
  })
})

describe("after a fault of the gateway it is asked again", () => {
  // prettier-ignore
  const cases: { when: string; age: number; retryAfterMs: number | undefined; next: number }[] = [
    { when: "within the minute while a shopper may wait", age: 0, retryAfterMs: undefined, next: 20 },
    { when: "within the minute for an hour", age: HOUR - 1, retryAfterMs: undefined, next: 20 },
    { when: "less often after that", age: HOUR, retryAfterMs: undefined, next: 10 * MINUTE },
    { when: "not before the gateway wants it", age: 0, retryAfterMs: 45_500, next: 46 },
    { when: "not sooner because the gateway allows it", age: 0, retryAfterMs: 1_000, next: 20 },
    { when: "at once being allowed means the usual pause", age: 2 * HOUR, retryAfterMs: 0, next: 10 * MINUTE },
  ]
  it.each(cases)("$when: $next s", ({ age, retryAfterMs, next }) => {
    const row = aLedgerRow({ createdAt: at(-age) })
    expect(nextCheckAfterFault(row, aSituation(), NOW, retryAfterMs)).toBe(next)
  })

  const DAY = 24 * HOUR
  // prettier-ignore
  const old: { what: string; row: LedgerRow; situation?: Situation; next: number | null }[] = [
    { what: "a page that nobody paid", row: aLedgerRow(), next: null },
    { what: "an order's payment that waits for nothing: as it would be without a fault", row: aSettledRow(), next: 150 * HOUR },
    { what: "a refund in doubt", row: aSettledRow(), situation: aSituation({ inDoubtSince: NOW }), next: HOUR },
    { what: "a refund that was never sent", row: aSettledRow(), situation: aSituation({ unsent: [{ kind: "refund", id: "ref_1" }] }), next: HOUR },
    { what: "a cancelled order", row: aSettledRow(), situation: aSituation({ orderCanceled: true }), next: HOUR },
    { what: "money that waits for its order", row: aClaimedRow(), next: HOUR },
    { what: "money on its way back", row: aRowBeingGivenBack(), next: HOUR },
  ]
  it.each(old)(
    "after days, about $what: $next s",
    ({ row, situation, next }) => {
      const days = { ...row, createdAt: at(-100 * HOUR) }
      expect(
        nextCheckAfterFault(days, situation ?? aSituation(), NOW, undefined)
      ).toBe(next)
    }
  )

  it("after a year, about a refund in doubt", () => {
    const row = aSettledRow({ createdAt: at(-365 * DAY) })
    const doubt = aSituation({ inDoubtSince: NOW })
    expect(nextCheckAfterFault(row, doubt, NOW, undefined)).toBe(HOUR)
    expect(nextCheckAfterFault(row, aSituation(), NOW, undefined)).toBeNull()
  })
})

describe("placing an order or giving money back is tried again", () => {
  it.each([
    { attempts: 0, next: 10 },
    { attempts: 1, next: 20 },
    { attempts: 2, next: 40 },
    { attempts: 5, next: 320 },
    { attempts: 6, next: 10 * MINUTE },
    { attempts: 60, next: 10 * MINUTE },
  ])("after try $attempts in $next s", ({ attempts, next }) => {
    expect(nextAttempt(aLedgerRow({ attempts }))).toBe(next)
  })

  it("for between ten minutes and an hour in all", () => {
    const total = Array.from({ length: MAXIMUM_ATTEMPTS - 1 }, (_, attempts) =>
      nextAttempt(aLedgerRow({ attempts }))
    ).reduce((sum, pause) => sum + pause, 0)
    expect(total).toBeGreaterThan(10 * MINUTE)
    expect(total).toBeLessThan(HOUR)
  })
})
