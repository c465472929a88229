import { booksOf } from "../books"
import { formatAmount } from "../currency"
import type { Gateway } from "../gateway"
import { html, type Html } from "../html"
import type { Answer } from "../http/answer"
import type { SessionRecord } from "../model"
import { sessionActions } from "./actions"
import { clock } from "./dashboard"
import { callRows, deliveryRows } from "./lists"
import { shell } from "./shell"
import { pill, stateOf, when } from "./states"

export function sessionParts(
  gateway: Gateway,
  session: SessionRecord
): Record<string, Html> {
  const deliveries = gateway.dispatcher
    .list()
    .filter((delivery) => delivery.sessionId === session.id)
  const requests = gateway.requests
    .list()
    .filter((request) => request.sessionId === session.id)
  return {
    clock: clock(gateway),
    state: pill(stateOf(session)),
    actions: sessionActions(gateway, session),
    money: money(session),
    timeline: timeline(gateway, session),
    facts: facts(session),
    object: html`<pre class="tall">
${JSON.stringify(gateway.wire.session(session, "answer"), null, 2)}</pre>`,
    deliveries: deliveryRows(gateway, [...deliveries].reverse(), true),
    calls: callRows(gateway, requests.reverse()),
  }
}

/** All about one session, and what an operator can do to it. */
export function sessionPage(
  gateway: Gateway,
  session: SessionRecord
): Promise<Answer> {
  const parts = sessionParts(gateway, session)
  const panel = (title: string, id: string, inner = true) =>
    html`<section class="panel">
      <header><h2>${title}</h2></header>
      <div id="${id}" class="${inner && "inner"}">${parts[id]}</div>
    </section>`
  return shell({
    title: session.merchantReferenceId,
    merchantName: gateway.merchantName,
    live: `/sessions/${session.id}/live`,
    body: html`<p class="crumbs">
        <a href="/">Sessions</a> / ${session.merchantReferenceId}
      </p>
      <section class="panel hero">
        <div>
          <h1 class="figure">
            ${formatAmount(session.amount, session.currency, "en")}
          </h1>
          <div class="line">
            <span id="state">${parts["state"]}</span>
            <span class="mono cut">${session.merchantReferenceId}</span>
          </div>
        </div>
      </section>
      <div class="columns aside-first">
        <div>
          ${panel("Money", "money")} ${panel("Webhooks", "deliveries", false)}
          ${panel("API calls", "calls", false)}
          ${panel("As the API shows it", "object")}
        </div>
        <div>
          ${panel("What happens next", "actions")}
          ${panel("What happened", "timeline")} ${panel("Details", "facts")}
        </div>
      </div>`,
  })
}

function money(session: SessionRecord): Html {
  const books = booksOf(session)
  const amount = (minor: number) => formatAmount(minor, session.currency, "en")
  if (books.authorized === 0) {
    return html`<p>No money has moved on this session.</p>`
  }
  const shares = [
    {
      name: "captured",
      label: "Captured, kept",
      value: books.refundable,
    },
    { name: "pending", label: "Refund under way", value: books.refundPending },
    { name: "refunded", label: "Refunded", value: books.refunded },
    { name: "held", label: "Held", value: books.capturable },
    { name: "released", label: "Released", value: books.released },
  ].filter((share) => share.value > 0)
  let x = 0
  return html`<div class="bar" aria-hidden="true">
      <svg viewBox="0 0 ${books.authorized} 1" preserveAspectRatio="none">
        ${shares.map((share) => {
          const start = x
          x += share.value
          return html`<rect
            class="${share.name}"
            x="${start}"
            width="${share.value}"
            height="1"
          />`
        })}
      </svg>
    </div>
    <div class="keys">
      ${shares.map(
        (share) =>
          html`<div class="key ${share.name}">
            ${share.label}<strong>${amount(share.value)}</strong>
          </div>`
      )}
    </div>`
}

function timeline(gateway: Gateway, session: SessionRecord): Html {
  const now = gateway.clock.now()
  return html`<ol class="timeline">
    ${session.timeline.map(
      (entry) =>
        html`<li class="${entry.tone}">
          <span>${entry.what}<small>${entry.actor}</small></span>
          ${when(entry.at, now)}
        </li>`
    )}
  </ol>`
}

function facts(session: SessionRecord): Html {
  const time = (instant: number) =>
    new Date(instant).toISOString().replace("T", " ").slice(0, 19) + " UTC"
  const rows: [string, string][] = [
    ["Session", session.id],
    ["mdOrder", session.mdOrder],
    ["Created", time(session.createdAt)],
    ["Expires", time(session.expiresAt)],
    ["Capture", session.captureMethod],
    ["Language", session.locale],
    ["Success URL", session.successUrl],
    ["Failure URL", session.failureUrl],
    ...session.payments.map((payment): [string, string] => [
      `Payment, ${payment.status}`,
      payment.id,
    ]),
    ...session.refunds.map((refund): [string, string] => [
      `Refund, ${refund.status}`,
      refund.id,
    ]),
  ]
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd class="mono">${value}</dd>`
    )}
  </dl>`
}
