import { LINK_DAYS } from "../../../api-schemas/vocabulary"

/** The end of the last day must not lie beyond what the API takes. */
const MOST_DAYS = LINK_DAYS.most - 1

/** The days that a link's last day can be chosen from, and the one that is proposed. */
export function expiryDays(now: Date): {
  first: Date
  usual: Date
  last: Date
} {
  return {
    first: dayAfter(now, 0),
    usual: dayAfter(now, LINK_DAYS.usual),
    last: dayAfter(now, MOST_DAYS),
  }
}

/** The end of the chosen day on this computer's calendar; undefined for a day that cannot be chosen. */
export function endOfDay(day: Date | null, now: Date): Date | undefined {
  if (!day || Number.isNaN(day.getTime())) {
    return undefined
  }
  const end = new Date(day)
  end.setHours(23, 59, 59, 0)
  const { last } = expiryDays(now)
  last.setHours(23, 59, 59, 0)
  return end > now && end <= last ? end : undefined
}

function dayAfter(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
}
