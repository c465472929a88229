import type { Server } from "node:http"
import { createAdaptorServer, type HttpBindings } from "@hono/node-server"
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response"
import { Hono, type Context } from "hono"
import { bodyLimit } from "hono/body-limit"
import { Refusal } from "../errors"
import type { Answer } from "./answer"
import type { Call, Route } from "./route"

const LARGEST_BODY = 1024 * 1024

type Env = { Bindings: HttpBindings }

/**
 * Answers 404 at a path that no route has, 405 at one that has it with another method, 413 to a body above one megabyte. HEAD counts as
 * GET. `onError` turns what a handler threw into an answer that fits the place: JSON for programs, a page for people.
 */
export function serverOf(
  routes: readonly Route[],
  onError: (error: unknown, call: Call) => Promise<Answer> | Answer
): Server {
  const app = new Hono<Env>()
  const fail = async (error: unknown, context: Context<Env>) =>
    send(context, await onError(error, callOf(context)))

  app.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (context) =>
        fail(
          new Refusal(413, "too_large", "The body is above one megabyte"),
          context
        ),
    })
  )
  for (const route of routes) {
    app.on(route.method, route.path, async (context) => {
      const body = await context.req.text()
      return send(context, await route.handle({ ...callOf(context), body }))
    })
  }
  for (const { path } of routes) {
    const allowed = routes
      .filter((route) => route.path === path)
      .map(({ method }) => method)
    app.all(path, (context) => {
      throw new Refusal(
        405,
        "method_not_allowed",
        `${context.req.path} takes ${allowed.join(" and ")}, not ${context.req.method}`
      )
    })
  }
  app.notFound((context) =>
    fail(
      new Refusal(404, "not_found", `Nothing is at ${context.req.path}`),
      context
    )
  )
  app.onError(fail)
  return createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
  }) as Server
}

function callOf(context: Context<Env>): Call {
  const { incoming } = context.env
  const { method, path, url } = context.req
  return {
    method,
    url: new URL(url),
    path,
    params: context.req.param(),
    headers: incoming.headers,
    body: "",
    remoteAddress: incoming.socket.remoteAddress ?? "",
  }
}

function send(context: Context<Env>, answer: Answer): Response {
  const { incoming, outgoing } = context.env
  const { afterwards } = answer
  switch (answer.manner ?? "send") {
    case "send":
      if (afterwards) once(outgoing, ["finish", "close"], afterwards)
      return new Response(answer.body || null, {
        status: answer.status,
        headers: answer.headers,
      })
    case "reset":
      incoming.socket.resetAndDestroy()
      afterwards?.()
      return RESPONSE_ALREADY_SENT
    case "hang":
      if (answer.hangMs !== undefined) {
        setTimeout(() => incoming.socket.destroy(), answer.hangMs).unref()
      }
      afterwards?.()
      return RESPONSE_ALREADY_SENT
    case "cut": {
      const bytes = Buffer.from(answer.body)
      outgoing.writeHead(answer.status, {
        ...answer.headers,
        "Content-Length": bytes.length,
      })
      outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
        incoming.socket.destroy()
      })
      afterwards?.()
      return RESPONSE_ALREADY_SENT
    }
  }
}

function once(
  outgoing: HttpBindings["outgoing"],
  events: readonly string[],
  run: () => void
): void {
  let done = false
  for (const event of events) {
    outgoing.once(event, () => {
      if (done) return
      done = true
      run()
    })
  }
}
