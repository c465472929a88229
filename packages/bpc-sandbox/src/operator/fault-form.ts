import {
  API_FAULT_KINDS,
  noFaults,
  OPERATIONS,
  type ApiFault,
  type Faults,
} from "../faults"
import { html, type Html } from "../html"
import { SWITCH_GROUPS, valueAt, type Switch } from "./switches"

/** All switches of the sandbox. A switch works as soon as it is moved; one away from its default is marked. */
export function faultForm(faults: Faults, armed: Html | undefined): Html {
  const defaults = noFaults()
  return html`<section class="panel">
    <header>
      <h2>Faults</h2>
      <p>switches work at once</p>
      <button
        class="small end"
        type="button"
        data-post="/control/faults/clear"
        data-reload
      >
        Put all back
      </button>
    </header>
    <details class="group" open>
      <summary>API calls</summary>
      <div>
        ${apiFaultForm()}
        <div id="armed">${armed}</div>
      </div>
    </details>
    ${SWITCH_GROUPS.map((group) => {
      const changed = group.switches.filter(
        (one) => valueAt(faults, one.key) !== valueAt(defaults, one.key)
      )
      return html`<details class="group" ${changed.length > 0 && html`open`}>
        <summary>${group.title}</summary>
        <div class="switches">
          ${group.switches.map((one) =>
            switchRow(one, valueAt(faults, one.key), valueAt(defaults, one.key))
          )}
        </div>
      </details>`
    })}
  </section>`
}

/** The API faults in force, each with a button that lifts it. */
export function armedFaults(api: readonly ApiFault[]): Html {
  return html`<div id="armed-list" data-api="${JSON.stringify(api)}">
    ${
      api.length > 0 &&
      html`<ul class="armed">
        ${api.map(
          (fault, index) =>
            html`<li>
              <span>${sentence(fault)}</span>
              <button
                class="small"
                type="button"
                data-post="/control/faults"
                data-body="${JSON.stringify({
                  api: api.filter((_, other) => other !== index),
                })}"
              >
                Lift
              </button>
            </li>`
        )}
      </ul>`
    }
  </div>`
}

function apiFaultForm(): Html {
  return html`<form class="fields" data-form="fault" action="/control/faults">
    <div class="pair">
      <div>
        <label for="fault-operation">Call</label>
        <select id="fault-operation" name="operation">
          <option value="*">any call</option>
          ${OPERATIONS.map(
            (operation) =>
              html`<option value="${operation}">${operation}</option>`
          )}
        </select>
      </div>
      <div>
        <label for="fault-kind">Fault</label>
        <select id="fault-kind" name="kind">
          ${API_FAULT_KINDS.map(
            (kind) =>
              html`<option value="${kind}">
                ${kind.replaceAll("_", " ")}
              </option>`
          )}
        </select>
      </div>
    </div>
    <div class="pair">
      ${numberField("times", "Times", "for ever")}
      ${numberField("status", "HTTP status", "500")}
    </div>
    <div class="pair">
      ${numberField("delayMs", "Delay (ms)", "1000")}
      ${numberField("retryAfter", "Retry-After (s)", "none")}
    </div>
    <div class="actions"><button type="submit">Arm this fault</button></div>
  </form>`
}

function numberField(name: string, label: string, placeholder: string): Html {
  return html`<div>
    <label for="fault-${name}">${label}</label>
    <input
      id="fault-${name}"
      name="${name}"
      inputmode="numeric"
      pattern="[0-9]*"
      placeholder="${placeholder}"
    />
  </div>`
}

function switchRow(one: Switch, value: unknown, byDefault: unknown): Html {
  const id = `switch-${one.key.replace(".", "-")}`
  const changed = value !== byDefault
  const attributes = html`id="${id}" data-switch="${one.key}"
  data-default="${String(byDefault)}"`
  return html`<div
    class="switch ${one.kind === "tick" && "tick"} ${changed && "changed"}"
  >
    <label for="${id}">${one.label}</label>
    ${
      one.kind === "tick"
        ? html`<input
            type="checkbox"
            ${attributes}
            ${value === true && html`checked`}
          />`
        : one.kind === "number"
          ? html`<input
              inputmode="numeric"
              data-number
              ${attributes}
              value="${String(value)}"
            />`
          : html`<select ${attributes}>
              ${one.choices.map(
                (choice) =>
                  html`<option ${choice === value && html`selected`}>
                    ${choice}
                  </option>`
              )}
            </select>`
    }
  </div>`
}

function sentence(fault: ApiFault): string {
  const details = [
    fault.status !== undefined && `status ${fault.status}`,
    fault.delayMs !== undefined && `${fault.delayMs} ms`,
    fault.retryAfter !== undefined && `Retry-After ${fault.retryAfter} s`,
    fault.sessionId !== undefined && `session ${fault.sessionId}`,
    fault.times === undefined ? "for ever" : `${fault.times} ×`,
  ].filter(Boolean)
  return `${fault.operation === "*" ? "any call" : fault.operation}: ${fault.kind.replaceAll("_", " ")} (${details.join(", ")})`
}
