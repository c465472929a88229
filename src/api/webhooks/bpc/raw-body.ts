import { type IncomingMessage } from "node:http"

export const MAXIMUM_WEBHOOK_BYTES = 256 * 1024

export type RawBody =
  | { kind: "bytes"; bytes: Buffer }
  | { kind: "too_large" }
  /** The bytes are gone, so that no signature can be checked. @property left what lies in `req.body` in their place */
  | { kind: "read_before"; left: string }
  /** Whoever sent it has gone away. */
  | { kind: "broken_off" }

/** A request as a body parser in front of us may leave it. */
export type WebhookRequest = IncomingMessage & {
  rawBody?: unknown
  body?: unknown
}

/**
 * A webhook's raw bytes, whatever its content type: the signature is over the bytes, not over parsed JSON. Read from the request, or
 * from what a body parser left of it: `rawBody`, or a `body` of bytes or text. Never waits for a request that somebody else has read.
 */
export async function rawBodyOf(req: WebhookRequest): Promise<RawBody> {
  const left = [req.rawBody, req.body].map(bytesOf).find(Boolean)
  if (left) {
    return left.length > MAXIMUM_WEBHOOK_BYTES
      ? { kind: "too_large" }
      : { kind: "bytes", bytes: left }
  }
  if (req.destroyed && !req.complete) {
    return { kind: "broken_off" }
  }
  if (req.readableDidRead || req.readableEnded || req.destroyed) {
    return { kind: "read_before", left: nameOf(req.body) }
  }
  return readRawBody(req)
}

function bytesOf(left: unknown): Buffer | undefined {
  if (typeof left === "string") {
    return Buffer.from(left)
  }
  return left instanceof Uint8Array ? Buffer.from(left) : undefined
}

function nameOf(left: unknown): string {
  if (left === undefined || left === null) {
    return "nothing"
  }
  return typeof left === "object" ? "a parsed object" : `a ${typeof left}`
}

/** What comes after too much is thrown away unread. */
async function readRawBody(req: IncomingMessage): Promise<RawBody> {
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve) => {
    req.on("data", (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAXIMUM_WEBHOOK_BYTES) {
        chunks.push(chunk)
        return
      }
      chunks.length = 0
      resolve({ kind: "too_large" })
    })
    req.on("end", () =>
      resolve({ kind: "bytes", bytes: Buffer.concat(chunks) })
    )
    req.on("error", () => resolve({ kind: "broken_off" }))
    req.on("close", () => resolve({ kind: "broken_off" }))
  })
}
