import {
  type About,
  ABOUT_NOTHING,
  renderContact,
  renderPayment,
  renderShopName,
} from "./about"
import { escapeHtml } from "./html"
import { type Language, textsIn } from "./languages"

export type ShopperPage =
  /** Undecided; the page asks again by itself, less often after a while. */
  | {
      kind: "checking"
      refreshSeconds: number
      refreshUrl: string
      slow: boolean
    }
  /** Leads to an app. A browser opens one by itself only shortly after a touch, so there is something to touch. */
  | { kind: "back"; url: string }
  | { kind: "held" }
  | { kind: "invalid" }
  /** About an order, paid by a link for the most part; `order` is the number that people know it by. */
  | {
      kind:
        | "paid"
        | "paid_twice"
        | "nothing"
        | "link_expired"
        | "link_revoked"
        | "not_served"
      order: number | null
    }
  /** With a way to try it again. */
  | {
      kind: "unpaid" | "returned" | "unavailable"
      order: number | null
      retryUrl: string | null
    }

/** A complete page without scripts and without anything from elsewhere, in light and dark, for phones and desktops. */
export function renderShopperPage(
  page: ShopperPage,
  input: { language: Language; shopUrl: string | undefined; about?: About }
): string {
  const about = input.about ?? ABOUT_NOTHING
  const texts = textsIn(input.language)
  const { title, text } = texts[page.kind]
  const waiting = page.kind === "checking"
  const next =
    page.kind === "back"
      ? `0;url=${page.url}`
      : waiting && `${page.refreshSeconds};url=${page.refreshUrl}`
  const refresh = next
    ? `<meta http-equiv="refresh" content="${escapeHtml(next)}">`
    : ""
  const link = page.kind === "back" ? page.url : input.shopUrl
  const showsLink = link && (!waiting || page.slow)
  const retry = "retryUrl" in page ? page.retryUrl : null
  const order = "order" in page ? page.order : null
  return `<!doctype html>
<html lang="${input.language}" dir="${input.language === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${refresh}
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${renderShopName(about)}
${waiting ? '<div class="ring" aria-hidden="true"></div>' : `<div class="mark" aria-hidden="true">${MARKS[page.kind]}</div>`}
${order === null ? "" : `<p class="order" dir="ltr">#${order}</p>`}
<h1>${escapeHtml(title)}</h1>
<p${waiting ? ' role="status"' : ""}>${escapeHtml(waiting && page.slow ? texts.slow.text : text)}</p>
${renderPayment(about, input.language)}
${retry ? `<p><a class="button main" href="${escapeHtml(retry)}">${escapeHtml(texts.tryAgain)}</a></p>` : ""}
${showsLink ? `<p><a class="button" href="${escapeHtml(link)}">${escapeHtml(texts.backToShop)}</a></p>` : ""}
${waiting && !page.slow ? "" : renderContact(about, input.language)}
</main>
</body>
</html>`
}

const MARKS = {
  back: "&#8617;",
  held: "&#8987;",
  invalid: "!",
  paid: "&#10003;",
  paid_twice: "&#8617;",
  nothing: "&#10003;",
  link_expired: "&#8987;",
  link_revoked: "!",
  unpaid: "!",
  returned: "&#8617;",
  unavailable: "!",
  not_served: "!",
} as const

const STYLE = `
:root{color-scheme:light dark;--ground:#f5f5f4;--card:#fff;--text:#1c1917;--soft:#57534e;--line:#e7e5e4;--accent:#1d4ed8}
@media (prefers-color-scheme:dark){:root{--ground:#161514;--card:#211f1e;--text:#f5f5f4;--soft:#a8a29e;--line:#3a3735;--accent:#8fb0ff}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--ground);color:var(--text);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{width:100%;max-width:440px;padding:40px 32px;background:var(--card);border:1px solid var(--line);border-radius:16px;text-align:center}
h1{margin:24px 0 8px;font-size:22px;line-height:1.3;font-weight:600}
p{margin:8px 0 0;color:var(--soft)}
.order{margin:20px 0 -16px;font-size:14px;font-variant-numeric:tabular-nums}
.shop{margin:0 0 24px;padding-bottom:16px;border-bottom:1px solid var(--line);font-weight:600;color:var(--text);overflow-wrap:anywhere}
dl{margin:20px 0 0;padding:12px 16px;display:grid;grid-template-columns:auto 1fr;gap:6px 16px;background:var(--ground);border-radius:10px;font-size:13px;text-align:start}
dt{color:var(--soft)}
dd{margin:0;text-align:end;font-weight:500;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;text-wrap:balance}
.contact{margin-top:24px;font-size:14px;overflow-wrap:anywhere}
a{color:var(--accent)}
.contact a{display:inline-block}
a.button{display:inline-block;margin-top:16px;padding:10px 20px;border:1px solid var(--line);border-radius:10px;font-weight:500;text-decoration:none}
a.main{background:var(--accent);border-color:var(--accent);color:var(--card)}
a.button:hover{border-color:var(--accent)}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.ring{width:44px;height:44px;margin:0 auto;border:3px solid var(--line);border-top-color:var(--accent);border-radius:50%;animation:turn 1s linear infinite}
.mark{width:44px;height:44px;margin:0 auto;border:1px solid var(--line);border-radius:50%;display:grid;place-items:center;font-size:20px;color:var(--accent)}
@keyframes turn{to{transform:rotate(360deg)}}
@media (prefers-reduced-motion:reduce){.ring{animation-duration:4s}}
`
