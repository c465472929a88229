import { booksOf } from "../books"
import { formatAmount } from "../currency"
import type { Gateway } from "../gateway"
import { html, type Html } from "../html"
import type { Answer } from "../http/answer"
import { armedFaults, faultForm } from "./fault-form"
import { callRows, deliveryRows, sessionRows } from "./lists"
import { shell } from "./shell"

const SHOWN = 100

/** The parts of the dashboard that change by themselves, by the id of their place. */
export function dashboardParts(gateway: Gateway): Record<string, Html> {
  const sessions = gateway.store.all().reverse().slice(0, SHOWN)
  const deliveries = [...gateway.dispatcher.list()].reverse().slice(0, SHOWN)
  const requests = gateway.requests.list().reverse().slice(0, SHOWN)
  return {
    clock: clock(gateway),
    sessions: sessionRows(gateway, sessions),
    deliveries: deliveryRows(gateway, deliveries),
    calls: callRows(gateway, requests),
    books: books(gateway),
    armed: armedFaults(gateway.desk.current.api),
  }
}

export function clock(gateway: Gateway): Html {
  const iso = new Date(gateway.clock.now()).toISOString()
  const ahead = Math.round(gateway.clock.ahead / 60_000)
  return html`${iso.slice(11, 16)} UTC${ahead > 0 && ` (+${ahead} min)`}`
}

export function dashboard(gateway: Gateway): Promise<Answer> {
  const parts = dashboardParts(gateway)
  return shell({
    title: "Dashboard",
    merchantName: gateway.merchantName,
    live: "/live",
    body: html`<div class="columns">
      <div>
        ${listPanel("Sessions", "sessions", parts)}
        ${listPanel("Webhooks", "deliveries", parts)}
        ${listPanel("API calls", "calls", parts)}
      </div>
      <div>
        ${connection(gateway)} ${webhookTarget(gateway)} ${moneyPanel(parts)}
        ${time()} ${faultForm(gateway.desk.current, parts["armed"])}
      </div>
    </div>`,
  })
}

function listPanel(
  title: string,
  id: string,
  parts: Record<string, Html>
): Html {
  return html`<section class="panel">
    <header><h2>${title}</h2></header>
    <div id="${id}">${parts[id]}</div>
  </section>`
}

function connection(gateway: Gateway): Html {
  const lines = [
    "BPC_MODE=test",
    `BPC_API_URL=${gateway.publicUrl()}/api2`,
    `BPC_API_KEY=${gateway.apiKey}`,
    `BPC_WEBHOOK_SECRET=${gateway.target.secret}`,
  ].join("\n")
  const secondChannel = [
    `BPC_API_LOGIN=${gateway.apiLogin}`,
    `BPC_API_PASSWORD=${gateway.apiPassword}`,
  ].join("\n")
  return html`<section class="panel">
    <header>
      <h2>Connect your store</h2>
      <button class="small end" type="button" data-copy="env">Copy</button>
    </header>
    <div class="inner">
      <pre id="env">${lines}</pre>
    </div>
    <header>
      <h2>Second channel</h2>
      <p>optional</p>
      <button class="small end" type="button" data-copy="env-v1">Copy</button>
    </header>
    <div class="inner"><pre id="env-v1">${secondChannel}</pre></div>
  </section>`
}

function webhookTarget(gateway: Gateway): Html {
  return html`<section class="panel">
    <header><h2>Webhook target</h2></header>
    <form
      class="inner fields"
      data-form="webhook"
      data-done="Webhooks go there from now on"
      action="/control/webhook"
    >
      <div>
        <label for="webhook-url">Your store's webhook URL</label>
        <input
          id="webhook-url"
          name="url"
          type="url"
          placeholder="http://localhost:9000/webhooks/bpc"
          value="${gateway.target.url}"
        />
      </div>
      <div>
        <label for="webhook-secret">Secret</label>
        <input
          id="webhook-secret"
          name="secret"
          autocomplete="off"
          value="${gateway.target.secret}"
        />
      </div>
      <div class="actions"><button type="submit">Save</button></div>
    </form>
  </section>`
}

function moneyPanel(parts: Record<string, Html>): Html {
  return html`<section class="panel">
    <header>
      <h2>Books</h2>
      <p>all sessions together</p>
    </header>
    <div class="inner" id="books">${parts["books"]}</div>
  </section>`
}

function books(gateway: Gateway): Html {
  const currencies = [
    ...new Set(gateway.store.all().map((session) => session.currency)),
  ].sort()
  if (currencies.length === 0) {
    return html`<p>No money has moved yet.</p>`
  }
  const sum = (
    currency: string,
    name: "capturable" | "captured" | "refunded"
  ) =>
    formatAmount(
      gateway.store
        .all()
        .filter((session) => session.currency === currency)
        .reduce((total, session) => total + booksOf(session)[name], 0),
      currency,
      "en"
    )
  return html`<div class="books">
    ${currencies.map(
      (currency) =>
        html`<table>
          <tbody>
            <tr>
              <th scope="row">${currency} held</th>
              <td>${sum(currency, "capturable")}</td>
            </tr>
            <tr>
              <th scope="row">${currency} captured</th>
              <td>${sum(currency, "captured")}</td>
            </tr>
            <tr>
              <th scope="row">${currency} refunded</th>
              <td>${sum(currency, "refunded")}</td>
            </tr>
          </tbody>
        </table>`
    )}
  </div>`
}

function time(): Html {
  const step = (label: string, ms: number) =>
    html`<button
      type="button"
      data-post="/control/time"
      data-body="${JSON.stringify({ ms })}"
      data-done="The clock moved ${label}"
    >
      ${label}
    </button>`
  return html`<section class="panel">
    <header>
      <h2>Time</h2>
      <p>sessions expire, webhooks are tried again</p>
    </header>
    <div class="inner actions">
      ${step("+30 s", 30_000)} ${step("+5 min", 300_000)}
      ${step("+20 min", 1_200_000)}
      <button
        class="danger"
        type="button"
        data-post="/control/reset"
        data-reload
        data-sure="Forget all sessions, webhooks and calls, and put every switch back?"
      >
        Reset all
      </button>
    </div>
  </section>`
}
