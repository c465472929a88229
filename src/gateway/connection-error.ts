import { type Duplex } from "node:stream"

/** Codes of our own on connection errors; with each of them, nothing was sent. */
export const CONNECT_TIMEOUT = "GATEWAY_CONNECT_TIMEOUT"
export const FORBIDDEN_ADDRESS = "GATEWAY_FORBIDDEN_ADDRESS"
export const PROXY_REFUSED = "GATEWAY_PROXY_REFUSED"

export class ConnectionError extends Error {
  constructor(
    readonly code: string,
    message: string
  ) {
    super(message)
  }
}

export function connectTimeout(timeoutMs: number): ConnectionError {
  return new ConnectionError(
    CONNECT_TIMEOUT,
    `no connection within ${timeoutMs} ms`
  )
}

/** Gives a socket so long to become ready. */
export function destroyUnless(
  socket: Duplex,
  ready: "connect" | "secureConnect",
  timeoutMs: number
): void {
  const timer = setTimeout(
    () => socket.destroy(connectTimeout(timeoutMs)),
    timeoutMs
  )
  const stop = () => clearTimeout(timer)
  socket.once(ready, stop)
  socket.once("close", stop)
}
