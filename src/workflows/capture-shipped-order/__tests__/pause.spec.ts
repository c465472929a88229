import { pauseAfter } from "../pause"

describe("the pauses between tries of a shipped order", () => {
  it("grow from seconds to ten minutes, and are ten tries long in the first hour or so", () => {
    const pauses = Array.from({ length: 11 }, (_, tries) => pauseAfter(tries))
    expect(pauses.slice(0, 6)).toEqual([20, 40, 80, 160, 320, 600])
    expect(Math.max(...pauses)).toBe(600)
  })

  it("never end, and are never longer than six hours", () => {
    expect(pauseAfter(12)).toBe(2400)
    expect(pauseAfter(10_000)).toBe(6 * 3600)
  })
})
