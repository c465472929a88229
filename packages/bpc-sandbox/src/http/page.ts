import { randomBytes } from "node:crypto"
import { html, trusted, type Html } from "../html"
import type { Answer } from "./answer"

export type Page = {
  status?: number
  title: string
  language?: string
  rtl?: boolean
  style: string
  script?: string
  body: Html
}

/** A whole page, its one style and one script allowed by a nonce and nothing else from anywhere. */
export async function page(page: Page): Promise<Answer> {
  const nonce = randomBytes(16).toString("base64")
  const document = await html`<!doctype html>
    <html lang="${page.language ?? "en"}" dir="${page.rtl ? "rtl" : "ltr"}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${page.title}</title>
        <link rel="icon" href="data:image/svg+xml,${ICON}" />
        <style nonce="${nonce}">
          ${trusted(page.style)}
        </style>
      </head>
      <body>
        ${page.body}
        ${
          page.script &&
          html`<script nonce="${nonce}">
            ${trusted(page.script)}
          </script>`
        }
      </body>
    </html>`
  return {
    status: page.status ?? 200,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'`,
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
    body: String(document),
  }
}

const ICON = encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#4338ca"/><path d="M7 12h18v2.6H7z" fill="#fff"/><rect x="7" y="8.5" width="18" height="15" rx="3" fill="none" stroke="#fff" stroke-width="2"/></svg>'
)
