import type { Refusal } from "../errors"
import { html } from "../html"
import type { Answer } from "../http/answer"
import { page } from "../http/page"
import { OPERATOR_STYLE } from "./style"

/** A refusal, for a person with a browser. */
export function errorPage(error: Refusal): Promise<Answer> {
  return page({
    status: error.status,
    title: `${error.status} · Sandbox gateway`,
    style: OPERATOR_STYLE,
    body: html`<main class="lone">
      <p class="code">${error.status}</p>
      <h1>${error.message}</h1>
      <p><a href="/">To the dashboard</a></p>
    </main>`,
  })
}
