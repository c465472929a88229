import { type IncomingMessage } from "node:http"

export const MAXIMUM_WEBHOOK_BYTES = 256 * 1024

/**
 * Reads a request's raw bytes whatever its content type: the signature is over the bytes, not over parsed JSON.
 *
 * @returns undefined once more than `limit` bytes have come; the rest is thrown away unread
 */
export async function readRawBody(
  req: IncomingMessage,
  limit = MAXIMUM_WEBHOOK_BYTES
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    req.on("data", (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) {
        chunks.push(chunk)
        return
      }
      chunks.length = 0
      resolve(undefined)
    })
    req.on("end", () => resolve(Buffer.concat(chunks)))
    req.on("error", reject)
    req.on("aborted", () => reject(new Error("The request was aborted")))
  })
}
