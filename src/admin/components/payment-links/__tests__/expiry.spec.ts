import { endOfDay, expiryDays } from "../expiry"

const NOW = new Date(2026, 10, 20, 15, 30)
const day = (month: number, date: number) => new Date(2026, month - 1, date)

describe("a link's last day", () => {
  it("is a week away unless somebody chooses another", () => {
    expect(expiryDays(NOW)).toEqual({
      first: day(11, 20),
      usual: day(11, 27),
      last: new Date(2027, 1, 17),
    })
  })

  it("counts to its end", () => {
    expect(endOfDay(day(11, 27), NOW)).toEqual(
      new Date(2026, 10, 27, 23, 59, 59)
    )
  })

  it("may be today, and never more than the API's 90 days away", () => {
    expect(endOfDay(NOW, NOW)).toEqual(new Date(2026, 10, 20, 23, 59, 59))
    const last = endOfDay(expiryDays(NOW).last, NOW)
    expect(last).toBeDefined()
    expect((last?.getTime() ?? 0) - NOW.getTime()).toBeLessThan(90 * 86_400_000)
  })

  it.each([
    ["no day", null],
    ["a day that is none", new Date(Number.NaN)],
    ["yesterday", day(11, 19)],
    ["a day too far away", new Date(2027, 1, 18)],
  ])("is not %s", (_name, chosen) => {
    expect(endOfDay(chosen, NOW)).toBeUndefined()
  })
})
