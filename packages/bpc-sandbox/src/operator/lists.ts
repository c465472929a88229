import { formatAmount } from "../currency"
import type { Gateway } from "../gateway"
import { html, type Html } from "../html"
import type { SessionRecord } from "../model"
import type { LoggedRequest } from "../request-log"
import { paymentPageUrl } from "../return-url"
import type { Delivery } from "../webhooks/delivery"
import { DELIVERY_PILLS, pill, stateOf, when } from "./states"

export function sessionRows(
  gateway: Gateway,
  sessions: readonly SessionRecord[]
): Html {
  if (sessions.length === 0) {
    return html`<div class="empty">
      <strong>No sessions yet</strong>Point your store at this sandbox and start
      a payment: it shows up here.
    </div>`
  }
  const now = gateway.clock.now()
  return html`<ul class="rows">
    ${sessions.map(
      (session) =>
        html`<li class="session-row">
          ${pill(stateOf(session))}
          <span class="money"
            >${formatAmount(session.amount, session.currency, "en")}</span
          >
          <a class="cut plain whole reference" href="/sessions/${session.id}"
            >${session.merchantReferenceId}</a
          >
          <span class="open">
            ${
              session.status === "open" &&
              html`<a
                href="${paymentPageUrl(gateway.publicUrl(), session)}"
                target="_blank"
                rel="noopener"
                >Payment page</a
              >`
            }
          </span>
          ${when(session.createdAt, now)}
        </li>`
    )}
  </ul>`
}

export function deliveryRows(
  gateway: Gateway,
  deliveries: readonly Delivery[],
  detailed = false
): Html {
  if (deliveries.length === 0) {
    return html`<div class="empty">
      <strong>No webhooks yet</strong>Events are listed here with every try to
      deliver them.
    </div>`
  }
  const now = gateway.clock.now()
  return html`<ul class="rows">
    ${deliveries.map((delivery) => {
      const reference = gateway.store.find(
        delivery.sessionId
      )?.merchantReferenceId
      return html`<li class="delivery-row">
        ${pill(DELIVERY_PILLS[delivery.state])}
        <span class="cut type">${delivery.type}</span>
        <a class="cut plain reference" href="/sessions/${delivery.sessionId}"
          >${detailed ? triesOf(delivery) : (reference ?? delivery.sessionId)}</a
        >
        ${when(delivery.createdAt, now)}
        <button
          class="small"
          type="button"
          data-post="/control/deliveries/${delivery.id}/resend"
          data-done="${delivery.type} was sent again"
        >
          Resend
        </button>
        ${detailed && deliveryDetails(delivery)}
      </li>`
    })}
  </ul>`
}

export function callRows(
  gateway: Gateway,
  requests: readonly LoggedRequest[]
): Html {
  if (requests.length === 0) {
    return html`<div class="empty">
      <strong>No API calls yet</strong>What your store asks of the gateway is
      listed here.
    </div>`
  }
  const now = gateway.clock.now()
  return html`<ul class="rows">
    ${requests.map(
      (request) =>
        html`<li class="call-row">
          ${pill(statusPill(request.status))}
          <span class="cut name" title="${request.method} ${request.path}"
            ><span class="mono">${request.method}</span> ${request.operation}
            ${brief(request.body)}</span
          >
          <span class="fault"
            >${
              request.fault &&
              pill({ word: `fault: ${request.fault}`, colour: "amber" })
            }</span
          >
          ${when(request.at, now)}
        </li>`
    )}
  </ul>`
}

function deliveryDetails(delivery: Delivery): Html {
  const body: unknown = JSON.parse(delivery.body)
  return html`<details id="details-${delivery.id}">
    <summary>Body and headers</summary>
    <div class="tries">
      ${delivery.tries.map(
        (one) =>
          html`<pre>
POST ${one.url}
${Object.entries(one.headers)
              .map(([name, value]) => `${name}: ${value}`)
              .join("\n")}

→ ${one.status ?? one.error} in ${one.durationMs} ms${one.manual ? " (resent by hand)" : ""}</pre>`
      )}
      <pre>${JSON.stringify(body, null, 2)}</pre>
    </div>
  </details>`
}

function triesOf(delivery: Delivery): string {
  const last = delivery.tries.at(-1)
  if (!last) return "not tried"
  const count = delivery.tries.length
  return `${count} ${count === 1 ? "try" : "tries"}, last ${last.status ?? last.error}`
}

function statusPill(status: number | null): { word: string; colour: string } {
  if (status === null) return { word: "no answer", colour: "red" }
  return { word: String(status), colour: status < 400 ? "green" : "red" }
}

function brief(body: unknown): string {
  if (typeof body !== "object" || body === null || !("amount" in body))
    return ""
  return `· amount ${String(body.amount)}`
}
