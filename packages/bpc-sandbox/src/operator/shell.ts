import { html, trusted, type Html } from "../html"
import type { Answer } from "../http/answer"
import { page } from "../http/page"
import { OPERATOR_SCRIPT } from "./script"
import { OPERATOR_STYLE } from "./style"

/** The frame of every operator page. `live` is where its parts are fetched again; a page without it stands still. */
export function shell(view: {
  title: string
  merchantName: string
  live?: string
  body: Html
}): Promise<Answer> {
  return page({
    title: `${view.title} · Sandbox gateway`,
    style: OPERATOR_STYLE,
    script: view.live === undefined ? undefined : OPERATOR_SCRIPT,
    body: html`<header class="top">
        <div>
          <a class="brand" href="/"
            >${trusted(LOGO)}<span
              >Sandbox gateway<small>${view.merchantName}</small></span
            ></a
          >
          <nav>
            <span class="pill red" data-lost hidden>Connection lost</span>
            <span class="clock" id="clock" title="The sandbox's time"></span>
            <a href="/control">Control API</a>
          </nav>
        </div>
      </header>
      <main data-live="${view.live}">${view.body}</main>
      <div class="toast" role="status" hidden></div>`,
  })
}

const LOGO =
  '<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9" fill="#4338ca"/><rect x="6.5" y="9" width="19" height="14" rx="3" fill="none" stroke="#fff" stroke-width="2"/><path d="M7 13h18" stroke="#fff" stroke-width="2.6"/><path d="M10 18.5h4" stroke="#fff" stroke-width="2" stroke-linecap="round"/></svg>'
