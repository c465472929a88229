import { median, percentile, spreadOf } from "../statistics"

describe("a percentile", () => {
  it("is the value at its rank, whatever the order they came in", () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(percentile(values, 99)).toBe(99)
    expect(percentile(values, 100)).toBe(100)
    expect(percentile(values, 0)).toBe(1)
    expect(percentile(values, 1)).toBe(1)
  })

  it("is the largest value when there are too few for its rank", () => {
    expect(percentile([3, 1, 2], 99)).toBe(3)
  })

  it("compares numbers, not their digits", () => {
    expect(percentile([9, 10, 100], 100)).toBe(100)
  })

  it("leaves the values as they were", () => {
    const values = [3, 1, 2]
    percentile(values, 50)
    expect(values).toEqual([3, 1, 2])
  })

  it("needs a value", () => {
    expect(() => percentile([], 50)).toThrow("nothing")
  })
})

describe("a median", () => {
  it("is the value in the middle, or the mean of the two there", () => {
    expect(median([5, 1, 3])).toBe(3)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([7])).toBe(7)
  })
})

it("tells a spread from the lowest to the highest", () => {
  expect(spreadOf([10, 30, 20])).toEqual({
    median: 20,
    lowest: 10,
    highest: 30,
  })
})
