import { nextCheckOfSale } from "../next-check"

const HOUR = 3600
const DAY = 24 * HOUR
const NOW = new Date("2026-11-20T12:00:00Z")

const aged = (state: string, seconds: number) =>
  nextCheckOfSale(
    {
      state,
      orderId: "order_1",
      reason: null,
      createdAt: new Date(NOW.getTime() - seconds * 1000),
    },
    NOW
  )

it("looks at a sale seven times in the half year in which it may be disputed, the last time at its end", () => {
  const looks: number[] = []
  for (let age = 0; ;) {
    const pause = aged("paid", age)
    if (pause === null) {
      break
    }
    age += pause
    looks.push(age / DAY)
  }
  expect(looks).toEqual([1, 2.5, 6.25, 15.625, 39.0625, 97.65625, 180])
})

it.each([
  ["a hold, each day", "authorized", 10 * DAY, DAY],
  ["a hold that has lapsed", "authorized", 90 * DAY, null],
  ["held money, of an hour", "held", HOUR, HOUR / 2],
  ["held money, of three days", "held", 72 * HOUR, null],
  ["what went back", "refunded", HOUR, null],
  ["an unpaid page", "expired", HOUR, null],
])("%s", (_, state, age, pause) => {
  expect(aged(state, age)).toBe(pause)
})
