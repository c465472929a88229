import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http"
import { Refusal } from "../errors"
import type { Answer } from "./answer"
import type { Call, Router } from "./router"

const LARGEST_BODY = 1024 * 1024

/** `onError` turns what a handler threw into an answer that fits the place: JSON for programs, a page for people. */
export function serverOf(
  router: Router,
  onError: (error: unknown, call: Call) => Answer
): Server {
  return createServer((request, response) => {
    void serve(request, response, router, onError)
  })
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  router: Router,
  onError: (error: unknown, call: Call) => Answer
): Promise<void> {
  response.on("error", () => response.destroy())
  const call = callOf(request)
  let answer: Answer
  try {
    call.body = await bodyOf(request)
    answer = await router(call)
  } catch (error) {
    answer = onError(error, call)
  }
  send(request, response, answer)
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer
): void {
  const { afterwards } = answer
  switch (answer.manner ?? "send") {
    case "send":
      if (afterwards) once(response, ["finish", "close"], afterwards)
      response.writeHead(answer.status, {
        ...answer.headers,
        "Content-Length": Buffer.byteLength(answer.body),
      })
      response.end(request.method === "HEAD" ? undefined : answer.body)
      return
    case "reset":
      request.socket.resetAndDestroy()
      afterwards?.()
      return
    case "hang":
      if (answer.hangMs !== undefined) {
        setTimeout(() => request.socket.destroy(), answer.hangMs).unref()
      }
      afterwards?.()
      return
    case "cut": {
      const bytes = Buffer.from(answer.body)
      response.writeHead(answer.status, {
        ...answer.headers,
        "Content-Length": bytes.length,
      })
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
        request.socket.destroy()
      })
      afterwards?.()
      return
    }
  }
}

function once(
  response: ServerResponse,
  events: readonly string[],
  run: () => void
): void {
  let done = false
  for (const event of events) {
    response.once(event, () => {
      if (done) return
      done = true
      run()
    })
  }
}

function callOf(request: IncomingMessage): Call {
  const url = urlOf(request.url ?? "/")
  return {
    method: request.method ?? "GET",
    url,
    path: url.pathname,
    params: {},
    headers: request.headers,
    body: "",
    remoteAddress: request.socket.remoteAddress ?? "",
  }
}

function urlOf(target: string): URL {
  const path = "/" + target.replace(/^\/+/, "")
  return URL.canParse(path, "http://sandbox")
    ? new URL(path, "http://sandbox")
    : new URL("http://sandbox/")
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) {
      throw new Refusal(413, "too_large", "The body is above one megabyte")
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}
