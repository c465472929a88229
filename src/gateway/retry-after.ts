/** `Retry-After` in milliseconds from seconds or an HTTP date; undefined when absent or unreadable. */
export function retryAfterMs(
  header: string | undefined,
  now: Date
): number | undefined {
  const text = header?.trim() ?? ""
  if (/^\d{1,9}(\.\d+)?$/.test(text)) {
    return Math.round(Number(text) * 1000)
  }
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime())
}
