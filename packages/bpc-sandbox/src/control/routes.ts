import { z } from "zod"
import { invalid, Refusal } from "../errors"
import { json } from "../http/answer"
import { param, type Call, type Route } from "../http/route"
import type { FaultsInput } from "../faults"
import type { SandboxControl } from "./control"

const pay = z.strictObject({
  card: z.string().optional(),
  cvc: z.string().optional(),
  expiry: z.string().optional(),
  hold: z.boolean().optional(),
  late: z.boolean().optional(),
  paymentWay: z.string().optional(),
})
const amount = z.strictObject({ amount: z.number().optional() })
const settlement = z.strictObject({ outcome: z.enum(["succeeded", "failed"]) })
const webhook = z.strictObject({
  url: z.string().nullable().optional(),
  secret: z.string().optional(),
})
const time = z.strictObject({ ms: z.number() })

/** One entry of the control API, as its page lists it. */
export type ControlEntry = {
  method: Route["method"]
  path: string
  does: string
  example?: string
  run: (control: SandboxControl, call: Call) => unknown
}

export const CONTROL_API: readonly ControlEntry[] = [
  {
    method: "GET",
    path: "/control/sessions",
    does: "All sessions with their books, newest first",
    run: (control) => ({ sessions: control.listSessions() }),
  },
  {
    method: "GET",
    path: "/control/sessions/:id",
    does: "One session, by id, mdOrder, merchantReferenceId, payment or refund id",
    run: (control, call) => ({ session: control.getSession(id(call)) }),
  },
  {
    method: "POST",
    path: "/control/sessions/:id/pay",
    does: "Pay as a shopper would; a 3-D Secure challenge is passed",
    example: '{ "card": "4111111111111111", "hold": false, "late": false }',
    run: (control, call) => control.pay(id(call), read(pay, call)),
  },
  {
    method: "POST",
    path: "/control/sessions/:id/decline",
    does: "One attempt that is declined with 71015",
    run: (control, call) => control.decline(id(call)),
  },
  {
    method: "POST",
    path: "/control/sessions/:id/cancel",
    does: "The shopper goes back to the shop, the session stays open",
    run: (control, call) => control.cancel(id(call)),
  },
  {
    method: "POST",
    path: "/control/sessions/:id/expire",
    does: "End an open session",
    run: async (control, call) => ({ session: await control.expire(id(call)) }),
  },
  {
    method: "POST",
    path: "/control/sessions/:id/capture",
    does: "Capture in the merchant portal; the whole hold without an amount",
    example: '{ "amount": 2500 }',
    run: async (control, call) => ({
      session: await control.portalCapture(id(call), read(amount, call).amount),
    }),
  },
  {
    method: "POST",
    path: "/control/sessions/:id/void",
    does: "Release a hold in the merchant portal",
    run: async (control, call) => ({
      session: await control.portalVoid(id(call)),
    }),
  },
  {
    method: "POST",
    path: "/control/sessions/:id/refund",
    does: "Refund in the merchant portal; all that is left without an amount",
    example: '{ "amount": 2500 }',
    run: async (control, call) => ({
      session: await control.portalRefund(id(call), read(amount, call).amount),
    }),
  },
  {
    method: "POST",
    path: "/control/sessions/:id/chargeback",
    does: "The shopper's bank takes the money back; only V1's order status tells",
    run: (control, call) => ({ session: control.chargeback(id(call)) }),
  },
  {
    method: "POST",
    path: "/control/refunds/:id/settle",
    does: "End a refund that is under way",
    example: '{ "outcome": "succeeded" }',
    run: async (control, call) => ({
      session: await control.settleRefund(
        id(call),
        read(settlement, call).outcome
      ),
    }),
  },
  {
    method: "GET",
    path: "/control/books",
    does: "The sums of all sessions, by currency",
    run: (control) => ({ books: control.books() }),
  },
  {
    method: "GET",
    path: "/control/deliveries",
    does: "Webhook events with every try, oldest first",
    run: (control) => ({ deliveries: control.deliveries() }),
  },
  {
    method: "POST",
    path: "/control/deliveries/:id/resend",
    does: "Send an event once more",
    run: async (control, call) => ({
      delivery: await control.resend(id(call)),
    }),
  },
  {
    method: "POST",
    path: "/control/webhook",
    does: "Where webhooks go and what signs them; a null url stops them",
    example:
      '{ "url": "http://127.0.0.1:9000/webhooks/bpc", "secret": "whsec_sandbox" }',
    run: (control, call) => {
      control.setWebhook(read(webhook, call))
      return { ok: true }
    },
  },
  {
    method: "GET",
    path: "/control/faults",
    does: "The switches in force",
    run: (control) => ({ faults: control.faults() }),
  },
  {
    method: "POST",
    path: "/control/faults",
    does: "Put the named switches, leave the others",
    example:
      '{ "api": [{ "operation": "createSession", "kind": "status", "status": 429, "retryAfter": 2, "times": 1 }] }',
    run: (control, call) => ({
      faults: control.setFaults(bodyOf(call) as FaultsInput),
    }),
  },
  {
    method: "POST",
    path: "/control/faults/clear",
    does: "Put every switch back",
    run: (control) => ({ faults: control.clearFaults() }),
  },
  {
    method: "POST",
    path: "/control/time",
    does: "Move the sandbox clock forward, in milliseconds",
    example: '{ "ms": 1200000 }',
    run: async (control, call) => {
      await control.advanceTime(read(time, call).ms)
      return { now: control.now().toISOString() }
    },
  },
  {
    method: "GET",
    path: "/control/requests",
    does: "Calls of the API, oldest first",
    run: (control) => ({ requests: control.requests() }),
  },
  {
    method: "POST",
    path: "/control/requests/clear",
    does: "Empty the list of calls",
    run: (control) => {
      control.clearRequests()
      return { ok: true }
    },
  },
  {
    method: "POST",
    path: "/control/idle",
    does: "Wait until no webhook is on its way",
    run: async (control) => {
      await control.idle()
      return { ok: true }
    },
  },
  {
    method: "POST",
    path: "/control/reset",
    does: "Forget sessions, deliveries and calls, and put every switch back",
    run: (control) => {
      control.reset()
      return { ok: true }
    },
  },
]

/** The control API: each method of `SandboxControl` as a route. `guard` throws for callers who may not. */
export function controlRoutes(
  control: SandboxControl,
  guard: (call: Call) => void
): Route[] {
  return CONTROL_API.map((entry) => ({
    method: entry.method,
    path: entry.path,
    handle: async (call) => {
      guard(call)
      if (entry.method === "POST") assertProgram(call)
      return json(200, await entry.run(control, call))
    },
  }))
}

/** JSON only: a form on a web page elsewhere cannot send that without asking first. */
function assertProgram(call: Call): void {
  if (/^application\/json\b/i.test(call.headers["content-type"] ?? "")) return
  throw new Refusal(
    415,
    "unsupported_media_type",
    "Send Content-Type: application/json, with {} when there is nothing to say"
  )
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  call: Call
): z.output<Schema> {
  const parsed = schema.safeParse(bodyOf(call))
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error))
  return parsed.data
}

function bodyOf(call: Call): unknown {
  try {
    return JSON.parse(call.body || "{}")
  } catch {
    throw invalid("The body is not JSON")
  }
}

function id(call: Call): string {
  return param(call, "id")
}
