/** What several rounds of the same measurement say: the middle one, and how far the others are from it. */
export type Spread = { median: number; lowest: number; highest: number }

export function spreadOf(values: readonly number[]): Spread {
  return {
    median: percentile(values, 50),
    lowest: percentile(values, 0),
    highest: percentile(values, 100),
  }
}

/**
 * The smallest of the values that at least this share of them does not exceed (nearest rank); for the median of an even number,
 * the mean of the two in the middle.
 *
 * @param share 0 to 100
 * @throws Error without values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const { length } = sorted
  if (share === 50 && length > 0 && length % 2 === 0) {
    return (at(sorted, length / 2 - 1) + at(sorted, length / 2)) / 2
  }
  return at(sorted, Math.max(0, Math.ceil((share / 100) * length) - 1))
}

export const median = (values: readonly number[]) => percentile(values, 50)

function at(sorted: readonly number[], index: number): number {
  const value = sorted[index]
  if (value === undefined) {
    throw new Error("There is nothing to compute a percentile of")
  }
  return value
}
