import { createHash, timingSafeEqual } from "node:crypto"
import { Refusal } from "../errors"
import type { GatewayEvent } from "../events"
import type { Operation } from "../faults"
import type { Gateway } from "../gateway"
import { errorAnswer, json, refusalOf, type Answer } from "../http/answer"
import type { Call } from "../http/router"
import { newRequestId } from "../ids"
import { shownHeaders, type LoggedRequest } from "../request-log"
import type { WireObject } from "../wire"
import { commits, spoilt } from "./fault-answer"
import type { IdempotencyKeys } from "./idempotency"
import { jsonOf } from "./input"

/** What an operation came to: the object to answer with and the events to send. */
export type Outcome = {
  status?: number
  object: WireObject
  sessionId?: string
  events?: GatewayEvent[]
}

export type OperationHandler = (call: Call, body: unknown) => Outcome

/**
 * Everything that a call goes through around its operation: the 412 of a blocked `User-Agent`, faults, the API key, the version header,
 * idempotency when it is switched on, the log, and the webhooks that the operation caused.
 */
export async function runOperation(
  gateway: Gateway,
  keys: IdempotencyKeys,
  operation: Operation,
  call: Call,
  handler: OperationHandler
): Promise<Answer> {
  const logged = logOf(gateway, operation, call)
  gateway.requests.add(logged)
  const answer = await disturbed(gateway, keys, logged, call, handler)
  const silent = answer.manner === "hang" || answer.manner === "reset"
  logged.status = silent ? null : answer.status
  gateway.say(
    `api      ${call.method} ${call.path}  ${logged.status ?? "no answer"}` +
      (logged.fault ? `  (fault: ${logged.fault})` : "")
  )
  return {
    ...answer,
    headers: {
      ...answer.headers,
      "API-Request-Id": logged.id,
      "X-Version": String(call.headers["x-version"] ?? "2023-10-31"),
    },
  }
}

async function disturbed(
  gateway: Gateway,
  keys: IdempotencyKeys,
  logged: LoggedRequest,
  call: Call,
  handler: OperationHandler
): Promise<Answer> {
  const { desk, clock } = gateway
  if (desk.blocks(call.headers["user-agent"])) return BLOCKED
  const fault = desk.take(logged.operation, logged.sessionId)
  logged.fault = fault?.kind
  const carryOut = () => properAnswer(gateway, keys, logged, call, handler)
  if (!fault) return carryOut()
  if (fault.kind === "latency") {
    const early = commits(fault) ? await carryOut() : undefined
    await clock.sleep(fault.delayMs ?? 1000)
    return early ?? carryOut()
  }
  return spoilt(fault, commits(fault) ? await carryOut() : EMPTY)
}

const BLOCKED: Answer = {
  status: 412,
  headers: { "Content-Type": "text/html; charset=utf-8" },
  body: "",
}

const EMPTY: Answer = json(200, {})

async function properAnswer(
  gateway: Gateway,
  keys: IdempotencyKeys,
  logged: LoggedRequest,
  call: Call,
  handler: OperationHandler
): Promise<Answer> {
  try {
    assertKey(gateway, call)
    assertVersion(call)
    const body = jsonOf(call.body, call.headers["content-type"])
    const honoured = gateway.desk.current.honourIdempotencyKey
    const replay = honoured ? keys.replay(call) : undefined
    if (replay) return replay
    const outcome = handler(call, body)
    if (outcome.sessionId) logged.sessionId = outcome.sessionId
    const answer = json(outcome.status ?? 200, outcome.object)
    if (honoured) keys.remember(call, answer)
    return await withEvents(gateway, answer, outcome.events ?? [])
  } catch (error) {
    return errorAnswer(refusalOf(error))
  }
}

async function withEvents(
  gateway: Gateway,
  answer: Answer,
  events: GatewayEvent[]
): Promise<Answer> {
  if (events.length === 0) return answer
  gateway.changed()
  if (gateway.desk.current.webhooks.early) {
    await gateway.dispatcher.send(events)
    return answer
  }
  return { ...answer, afterwards: () => void gateway.dispatcher.send(events) }
}

function logOf(
  gateway: Gateway,
  operation: Operation,
  call: Call
): LoggedRequest {
  const named = call.params["id"] ?? call.url.searchParams.get("paymentId")
  return {
    id: newRequestId(),
    at: gateway.clock.now(),
    method: call.method,
    path: call.path,
    query: call.url.search,
    operation,
    sessionId: sessionOf(gateway, named ?? paymentIdIn(call.body)),
    headers: shownHeaders(call.headers),
    body: readable(call.body),
    status: null,
  }
}

function sessionOf(
  gateway: Gateway,
  id: string | undefined
): string | undefined {
  return id === undefined ? undefined : gateway.store.find(id)?.id
}

function paymentIdIn(body: string): string | undefined {
  const parsed = readable(body)
  if (typeof parsed !== "object" || parsed === null) return undefined
  const { paymentId } = parsed as { paymentId?: unknown }
  return typeof paymentId === "string" ? paymentId : undefined
}

function readable(body: string): unknown {
  try {
    return body === "" ? null : JSON.parse(body)
  } catch {
    return body
  }
}

/** "Missing or invalid key" is of the class "invalid request error" (reference, section 2); the HTTP code is inferred. */
function assertKey(gateway: Gateway, call: Call): void {
  const given = call.headers["x-api-key"]
  const digest = (text: string) => createHash("sha256").update(text).digest()
  if (
    typeof given !== "string" ||
    !timingSafeEqual(digest(given), digest(gateway.apiKey))
  ) {
    throw new Refusal(
      401,
      "invalid_request_error",
      given === undefined ? "X-Api-Key is missing" : "Invalid API key"
    )
  }
}

function assertVersion(call: Call): void {
  const version = call.headers["x-version"]
  if (version !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(String(version))) {
    throw new Refusal(
      400,
      "invalid_version",
      "X-Version must be a date, such as 2023-10-31"
    )
  }
}
