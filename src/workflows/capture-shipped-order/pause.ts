const FIRST_SECONDS = 20
const SOON_SECONDS = 10 * 60
const LATER_SECONDS = 6 * 3600
/** Some hour of tries; by then a person knows. */
const SOON_TRIES = 10

/** Seconds until an order that left with a problem is looked at again, as long as the problem lasts. Pure. */
export function pauseAfter(attempts: number): number {
  return attempts <= SOON_TRIES
    ? Math.min(FIRST_SECONDS * 2 ** attempts, SOON_SECONDS)
    : Math.min(SOON_SECONDS * 2 ** (attempts - SOON_TRIES), LATER_SECONDS)
}
