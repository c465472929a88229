import { request as httpRequest } from "node:http"
import { request as httpsRequest } from "node:https"

/**
 * Posts a body and resolves with the HTTP status. Follows no redirect. Rejects when no answer comes within `timeoutMs` milliseconds,
 * when the connection fails, or when `signal` aborts.
 */
export function post(input: {
  url: string
  body: string
  headers: Record<string, string>
  timeoutMs: number
  signal: AbortSignal
}): Promise<number> {
  const url = new URL(input.url)
  const request = url.protocol === "https:" ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: "POST",
      headers: {
        ...input.headers,
        "Content-Length": Buffer.byteLength(input.body),
      },
      agent: false,
      signal: input.signal,
    })
    const timer = setTimeout(
      () =>
        outgoing.destroy(
          new Error(`No answer within ${input.timeoutMs / 1000} s`)
        ),
      input.timeoutMs
    )
    outgoing.on("close", () => clearTimeout(timer))
    outgoing.on("error", reject)
    outgoing.on("response", (response) => {
      response.resume()
      response.on("error", reject)
      response.on("end", () => resolve(response.statusCode ?? 0))
    })
    outgoing.end(input.body)
  })
}
