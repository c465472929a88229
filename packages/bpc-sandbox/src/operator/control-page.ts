import { CONTROL_API } from "../control/routes"
import { API_FAULT_KINDS, OPERATIONS, type Faults } from "../faults"
import { html, type Html } from "../html"
import type { Answer } from "../http/answer"
import { shell } from "./shell"

/** The control API's own documentation: its routes, the faults, and how tests use it in the same process. */
export function controlPage(view: {
  merchantName: string
  url: string
  faults: Faults
}): Promise<Answer> {
  return shell({
    title: "Control API",
    merchantName: view.merchantName,
    body: html`<div class="doc">
      <h1>Control API</h1>
      <p class="intro">
        Everything that the dashboard does, for your tests and scripts. It
        answers this machine only. POST takes JSON; amounts are integers in the
        currency's minor unit. A session may be named by its id, its
        <code>mdOrder</code>, its <code>merchantReferenceId</code>, or the id of
        one of its payments or refunds.
      </p>
      ${routes(view.url)} ${faults(view.faults)} ${inTests()}
    </div>`,
  })
}

function routes(url: string): Html {
  return html`<section class="panel">
    <header><h2>Routes</h2></header>
    ${CONTROL_API.map(
      (entry) =>
        html`<div class="endpoint">
          <div class="line">
            <span class="method ${entry.method.toLowerCase()}"
              >${entry.method}</span
            ><code>${entry.path}</code>
          </div>
          <p>${entry.does}.</p>
          ${
            entry.example &&
            html`<pre>
curl -X POST ${url}${entry.path} \\
  -H "Content-Type: application/json" \\
  -d '${entry.example}'</pre>`
          }
        </div>`
    )}
  </section>`
}

function faults(current: Faults): Html {
  return html`<section class="panel">
    <header><h2>Faults</h2></header>
    <div class="inner">
      <p>
        <code>POST /control/faults</code> takes any of the switches below and
        leaves the others as they are. An entry of <code>api</code> strikes the
        calls of one operation (${OPERATIONS.join(", ")} or *) in one way
        (${API_FAULT_KINDS.join(", ")}), <code>times</code> often, after letting
        <code>skip</code> calls through. These are in force now:
      </p>
      <pre class="tall">${JSON.stringify(current, null, 2)}</pre>
    </div>
  </section>`
}

function inTests(): Html {
  return html`<section class="panel">
    <header><h2>In your own tests</h2></header>
    <div class="inner">
      <pre>
import { startSandbox } from "bpc-sandbox"

const sandbox = await startSandbox({ webhookUrl: "http://127.0.0.1:9000/webhooks/bpc" })
// … let the store create a session at sandbox.apiUrl with sandbox.apiKey …
const [session] = sandbox.control.listSessions()
await sandbox.control.pay(session.id)
await sandbox.control.idle()
expect(sandbox.control.getSession(session.id).captured).toBe(1234)
await sandbox.close()</pre>
    </div>
  </section>`
}
