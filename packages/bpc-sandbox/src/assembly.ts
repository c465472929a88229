import { Cashier } from "./cashier"
import { Checkout } from "./checkout"
import { Clock } from "./clock"
import { currencyCode } from "./currency"
import { invalid } from "./errors"
import { EventWriter } from "./events"
import { FaultDesk } from "./fault-desk"
import type { Gateway } from "./gateway"
import type { SandboxOptions } from "./options"
import { RequestLog } from "./request-log"
import { paymentPageUrl } from "./return-url"
import { SessionStore } from "./session-store"
import { Sessions } from "./sessions"
import { StateFile } from "./state-file"
import { Timeline } from "./timeline"
import { WebhookDispatcher } from "./webhooks/dispatcher"
import { Wire } from "./wire"

/** Puts the gateway's parts together and fills them from the state file, if there is one. */
export function assemble(
  options: SandboxOptions,
  publicUrl: () => string
): {
  gateway: Gateway
  forget: () => void
  stop: (save: boolean) => Promise<void>
} {
  const clock = new Clock(options.clock)
  const desk = new FaultDesk(options.faults)
  const store = new SessionStore()
  const timeline = new Timeline(clock)
  const wire = new Wire(desk, (session) => paymentPageUrl(publicUrl(), session))
  const events = new EventWriter(clock, desk, wire)
  const requests = new RequestLog()
  const started = {
    url: options.webhookUrl,
    secret: options.webhookSecret ?? "whsec_sandbox",
  }
  const target = { ...started }
  const changed = () => file?.touch()
  const say = (line: string) => {
    if (options.quiet !== false) return
    console.log(`${new Date(clock.now()).toISOString().slice(11, 19)}  ${line}`)
  }
  const dispatcher = new WebhookDispatcher({
    clock,
    desk,
    events,
    target,
    retry: { attempts: 3, delayMs: 30_000, ...options.webhookRetry },
    timeoutMs: options.timeoutMs ?? 10_000,
    onChange: changed,
    say,
  })
  const sessions = new Sessions({
    clock,
    desk,
    store,
    events,
    timeline,
    lifetimeSeconds: options.sessionLifetimeSeconds ?? 1200,
    onExpiry: (happening) => {
      changed()
      return dispatcher.send(happening.events)
    },
  })
  const checkout = new Checkout({ clock, desk, events, sessions, timeline })
  const cashier = new Cashier({ clock, desk, events, timeline })

  const movedTarget = () =>
    target.url !== started.url || target.secret !== started.secret
  const file = options.statePath
    ? new StateFile(options.statePath, () => ({
        version: 1,
        sessions: store.all(),
        deliveries: [...dispatcher.list()],
        webhook: movedTarget() ? { ...target } : null,
        clockAheadMs: clock.ahead,
      }))
    : undefined
  const saved = file?.read()
  if (saved) {
    clock.ahead = saved.clockAheadMs
    if (saved.webhook) Object.assign(target, saved.webhook)
    for (const session of saved.sessions) {
      store.add(session)
      sessions.watchExpiry(session)
    }
    dispatcher.restore(saved.deliveries)
  }

  return {
    gateway: {
      apiKey: options.apiKey ?? "sandbox_key",
      apiLogin: options.apiLogin ?? "sandbox-api",
      apiPassword: options.apiPassword ?? "sandbox_password",
      merchantName: options.merchantName ?? "Sandbox Merchant",
      currencies: (options.currencies ?? []).map(knownCurrency),
      publicUrl,
      clock,
      desk,
      store,
      sessions,
      checkout,
      cashier,
      timeline,
      wire,
      dispatcher,
      target,
      requests,
      say,
      changed,
    },
    forget: () => {
      store.clear()
      dispatcher.clear()
      requests.clear()
      desk.clear()
      changed()
    },
    stop: async (save) => {
      file?.close(save)
      clock.stop()
      await dispatcher.close()
    },
  }
}

function knownCurrency(word: string): string {
  const code = currencyCode(word)
  if (!code) throw invalid(`Unknown currency ${word} in the option currencies`)
  return code
}
