import { Refusal } from "../errors"
import type { Call } from "../http/route"

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/
const LOCAL_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"])

/**
 * Operator pages and the control API answer this machine only. The name in `Host` is compared too, so that a web page elsewhere cannot
 * reach them through a name of its own that points here. A sandbox that was opened to the network answers everybody.
 */
export function assertOperator(
  call: Call,
  opened: boolean,
  publicUrl: string
): void {
  if (opened) return
  const host = String(call.headers.host ?? "")
  const name = host.replace(/:\d+$/, "")
  const known = LOCAL_NAMES.has(name) || host === new URL(publicUrl).host
  if (LOOPBACK.test(call.remoteAddress) && known) return
  throw new Refusal(
    403,
    "loopback_only",
    "The control desk answers this machine only. Start the sandbox with --host 0.0.0.0 to open it."
  )
}
