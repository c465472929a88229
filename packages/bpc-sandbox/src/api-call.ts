import { commits, spoilt } from "./api-v2/fault-answer"
import type { GatewayEvent } from "./events"
import type { Operation } from "./faults"
import type { Gateway } from "./gateway"
import { json, type Answer } from "./http/answer"
import type { Call } from "./http/route"
import { newRequestId } from "./ids"
import { shownHeaders, type LoggedRequest } from "./request-log"

/** One call of either of the gateway's interfaces. */
export type ApiCall = {
  operation: Operation
  call: Call
  /** Any id by which the call names its session. */
  names: string | undefined
  /** The body as the log may show it: no secret. */
  shownBody: unknown
  carryOut: (logged: LoggedRequest) => Promise<Answer>
}

/** What a call goes through around its operation: the 412 of a blocked `User-Agent`, faults, and the log. */
export async function runApiCall(
  gateway: Gateway,
  { operation, call, names, shownBody, carryOut }: ApiCall
): Promise<Answer> {
  const logged: LoggedRequest = {
    id: newRequestId(),
    at: gateway.clock.now(),
    method: call.method,
    path: call.path,
    query: call.url.search,
    operation,
    sessionId: names === undefined ? undefined : gateway.store.find(names)?.id,
    headers: shownHeaders(call.headers),
    body: shownBody,
    status: null,
  }
  gateway.requests.add(logged)
  const answer = await disturbed(gateway, logged, call, () => carryOut(logged))
  const silent = answer.manner === "hang" || answer.manner === "reset"
  logged.status = silent ? null : answer.status
  gateway.say(
    `api      ${call.method} ${call.path}  ${logged.status ?? "no answer"}` +
      (logged.fault ? `  (fault: ${logged.fault})` : "")
  )
  return {
    ...answer,
    headers: { ...answer.headers, "API-Request-Id": logged.id },
  }
}

async function disturbed(
  gateway: Gateway,
  logged: LoggedRequest,
  call: Call,
  carryOut: () => Promise<Answer>
): Promise<Answer> {
  const { desk, clock } = gateway
  if (desk.blocks(call.headers["user-agent"])) return BLOCKED
  const fault = desk.take(logged.operation, logged.sessionId)
  logged.fault = fault?.kind
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

/** The answer with the webhooks that its operation caused: after it, or before it when told so. */
export async function withEvents(
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
