import { type Spread } from "./statistics"

const NUMBERS = new Intl.NumberFormat("en", { maximumFractionDigits: 2 })

/** A number with as many digits as anybody can use: three that count, and never a fraction of thousands. */
export function number(value: number): string {
  const size = Math.abs(value)
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2
  return NUMBERS.format(Number(value.toFixed(digits)))
}

/** "210 (198 to 240)": the median of the rounds, and from the lowest to the highest. */
export function spread({ median, lowest, highest }: Spread): string {
  const [middle, low, high] = [median, lowest, highest].map(number)
  return low === high ? `${middle}` : `${middle} (${low} to ${high})`
}

export const milliseconds = (value: number) => `${number(value)} ms`
export const microseconds = (value: number) => `${number(value)} µs`
export const kilobytes = (bytes: number) => `${number(bytes / 1000)} KB`
export const megabytes = (bytes: number) => `${number(bytes / 1_000_000)} MB`
export const times = (value: number) => `${number(value)} x`
