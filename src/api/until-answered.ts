import {
  type MedusaNextFunction,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type Lease } from "../modules/bpc/locks"

/**
 * Goes on with a route of Medusa's while the lease is held, and lets go when the route has answered. What Medusa calls meanwhile in our
 * provider finds that the lease is held by its own request.
 *
 * @param leave what else ends with the answer
 */
export function untilAnswered(
  res: MedusaResponse,
  next: MedusaNextFunction,
  lease: Lease,
  leave: () => void = () => {}
): void {
  let ended = false
  const end = () => {
    if (ended) {
      return
    }
    ended = true
    leave()
    if (res.writableEnded) {
      // What cannot be released now ends by itself.
      lease.release().catch(() => lease.abandon())
    } else {
      // Whoever asked has gone, and Medusa goes on working.
      lease.abandon()
    }
  }
  if (res.closed) {
    // Gone while waiting: nothing was begun, and nobody is there to be answered.
    leave()
    lease.release().catch(() => lease.abandon())
    return
  }
  res.once("finish", end)
  res.once("close", end)
  lease.run(() => next())
}
