import { formatAmount } from "../currency"
import { html, trusted, type Html } from "../html"
import type { Answer } from "../http/answer"
import { page } from "../http/page"
import type { PaymentRecord, SessionRecord } from "../model"
import { returnUrl } from "../return-url"
import { fill, type Language } from "./languages"
import { challengePath } from "./paths"
import { HOSTED_STYLE } from "./style"

type View = {
  session: SessionRecord
  merchantName: string
  language: Language
}

/** Where a shopper ends whose session can no longer be paid. */
export function closedPage(view: View): Promise<Answer> {
  const { session, merchantName } = view
  const { texts } = view.language
  const paid = session.status === "completed"
  return notice(view.language, {
    status: paid ? 200 : 410,
    tone: paid ? "good" : "bad",
    icon: paid ? ICONS.tick : ICONS.clock,
    title: paid ? texts.paidTitle : texts.expiredTitle,
    text: paid ? texts.paidText : texts.expiredText,
    more: html`<a
      class="primary"
      href="${returnUrl(session, paid ? "success" : "failure")}"
      >${fill(texts.back, { merchant: merchantName })}</a
    >`,
  })
}

export function unknownPage(language: Language): Promise<Answer> {
  return notice(language, {
    status: 404,
    tone: "bad",
    icon: ICONS.question,
    title: language.texts.unknownTitle,
    text: language.texts.unknownText,
  })
}

/** The bank's page of 3-D Secure. Its two buttons carry the words of the test host (reference, section 10). */
export function challengePage(
  view: View & { payment: PaymentRecord }
): Promise<Answer> {
  const { session, payment, merchantName } = view
  const { code, texts } = view.language
  return notice(view.language, {
    status: 200,
    tone: "",
    icon: ICONS.shield,
    title: texts.challengeTitle,
    text: fill(texts.challengeText, {
      amount: formatAmount(session.amount, session.currency, code),
      merchant: merchantName,
      last4: payment.card.last4,
    }),
    more: html`<p class="hint">${texts.challengeHint}</p>
      <form method="post" action="${challengePath(payment, code)}">
        <div class="choices">
          <button class="secondary" type="submit" name="answer" value="fail">
            Fail
          </button>
          <button class="primary" type="submit" name="answer" value="success">
            Success
          </button>
        </div>
      </form>`,
  })
}

function notice(
  language: Language,
  content: {
    status: number
    tone: "good" | "bad" | ""
    icon: string
    title: string
    text: string
    more?: Html
  }
): Promise<Answer> {
  return page({
    status: content.status,
    title: content.title,
    language: language.code,
    rtl: language.rtl,
    style: HOSTED_STYLE,
    body: html`<div class="ribbon">${language.texts.sandboxNote}</div>
      <main>
        <section class="card">
          <span class="badge ${content.tone}" aria-hidden="true"
            ><svg viewBox="0 0 24 24">${trusted(content.icon)}</svg></span
          >
          <h1>${content.title}</h1>
          <p>${content.text}</p>
          ${content.more}
        </section>
      </main>`,
  })
}

const ICONS = {
  tick: '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>',
  question:
    '<path d="M9 9.2a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2.1"/><path d="M12 17.6v.1"/>',
  shield:
    '<path d="M12 3l7 2.8v5.4c0 4.4-2.9 7.8-7 9.8-4.1-2-7-5.4-7-9.8V5.8z"/><path d="M9 12l2.2 2.2L15.2 10"/>',
}
