import type { IncomingHttpHeaders } from "node:http"
import type { Answer } from "./answer"

export type Call = {
  method: string
  url: URL
  path: string
  params: Record<string, string>
  headers: IncomingHttpHeaders
  body: string
  remoteAddress: string
}

export type Route = {
  method: "GET" | "POST"
  /** Segments that start with a colon are parameters. */
  path: string
  handle: (call: Call) => Promise<Answer> | Answer
}

/** A parameter of the path that the route is known to have. */
export function param(call: Call, name: string): string {
  const value = call.params[name]
  if (value === undefined) throw new Error(`The route has no :${name}`)
  return value
}
