import type { IncomingHttpHeaders } from "node:http"
import { Refusal } from "../errors"
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

export type Router = (call: Call) => Promise<Answer>

/** Throws `Refusal` 404 for a path that no route has, 405 for one that has it with another method. HEAD counts as GET. */
export function routerOf(routes: readonly Route[]): Router {
  const table = routes.map((route) => ({
    route,
    segments: route.path.split("/"),
  }))
  return async (call) => {
    const segments = call.path.split("/")
    const method = call.method === "HEAD" ? "GET" : call.method
    const allowed = new Set<string>()
    for (const entry of table) {
      const params = match(entry.segments, segments)
      if (!params) continue
      if (entry.route.method === method) {
        return entry.route.handle({ ...call, params })
      }
      allowed.add(entry.route.method)
    }
    if (allowed.size === 0) {
      throw new Refusal(404, "not_found", `Nothing is at ${call.path}`)
    }
    throw new Refusal(
      405,
      "method_not_allowed",
      `${call.path} takes ${[...allowed].join(" and ")}, not ${call.method}`
    )
  }
}

/** A parameter of the path that the route is known to have. */
export function param(call: Call, name: string): string {
  const value = call.params[name]
  if (value === undefined) throw new Error(`The route has no :${name}`)
  return value
}

function match(
  pattern: readonly string[],
  segments: readonly string[]
): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? ""
    if (!part.startsWith(":")) {
      if (part !== segment) return undefined
      continue
    }
    if (segment === "") return undefined
    params[part.slice(1)] = decoded(segment)
  }
  return params
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
