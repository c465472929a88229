import { FetchError } from "@medusajs/js-sdk"

const UNREACHABLE =
  "We cannot reach the shop at the moment. Check your connection and try again."
const UNKNOWN =
  "Something went wrong on our side. Please try again in a moment."

/** The sentence an error carries for the shopper. The backend's sentences are written for them; anything else gets a general one. */
export function errorText(error: unknown): string {
  if (error instanceof FetchError) {
    const vague = !error.message || /unknown error/i.test(error.message)
    return vague ? UNKNOWN : error.message
  }
  return error instanceof TypeError ? UNREACHABLE : UNKNOWN
}

export function isMissing(error: unknown): boolean {
  return error instanceof FetchError && error.status === 404
}
