import { TEST_CARDS, type CardField, type TestCard } from "../cards"
import { formatAmount } from "../currency"
import { html, type Html } from "../html"
import type { Answer } from "../http/answer"
import { page } from "../http/page"
import type { SessionRecord } from "../model"
import { fill, languageChoices, type Language } from "./languages"
import { cancelPath, paymentPath } from "./paths"
import { PAYMENT_SCRIPT } from "./script"
import { HOSTED_STYLE } from "./style"

export type PaymentPage = {
  session: SessionRecord
  merchantName: string
  language: Language
  /** Milliseconds until the session expires. */
  remaining: number
  /** The attempt that just failed. */
  failure?: { code: string; message: string }
  wrongFields?: readonly CardField[]
  cardholderName?: string
}

/** The hosted page with its card form (field names: reference, section 10). Card data is never written back into it. */
export function paymentPage(view: PaymentPage): Promise<Answer> {
  const { texts, code, rtl } = view.language
  const amount = formatAmount(view.session.amount, view.session.currency, code)
  return page({
    status: view.wrongFields?.length ? 422 : 200,
    title: `${fill(texts.pay, { amount })} · ${view.merchantName}`,
    language: code,
    rtl,
    style: HOSTED_STYLE,
    script: PAYMENT_SCRIPT,
    body: html`<div class="ribbon">${texts.sandboxNote}</div>
      <main>
        <div class="sheet">
          ${summary(view, amount)}
          <section class="pane">
            <div class="pane-head">
              <h1>${texts.cardTitle}</h1>
              ${languageMenu(view)}
            </div>
            ${alert(view)} ${cardForm(view, amount)}
            <a class="cancel" href="${cancelPath(view.session)}"
              >${fill(texts.cancel, { merchant: view.merchantName })}</a
            >
          </section>
        </div>
        ${testCards(view)}
      </main>`,
  })
}

function summary(view: PaymentPage, amount: string): Html {
  const { texts, code } = view.language
  return html`<aside class="summary">
    <div class="merchant">
      <span class="initial" aria-hidden="true"
        >${[...view.merchantName][0]?.toUpperCase()}</span
      >
      <div>
        <small>${texts.paymentTo}</small><strong>${view.merchantName}</strong>
      </div>
    </div>
    <div class="amount"><bdi>${amount}</bdi></div>
    <dl class="facts">
      <div>
        <dt>${texts.reference}</dt>
        <dd><bdi>${view.session.merchantReferenceId}</bdi></dd>
      </div>
      <div>
        <dt>${texts.timeLeft}</dt>
        <dd
          class="clock"
          role="timer"
          data-remaining="${view.remaining}"
          data-url="${paymentPath(view.session, code)}"
        >
          ${minutes(view.remaining)}
        </dd>
      </div>
    </dl>
  </aside>`
}

function languageMenu(view: PaymentPage): Html {
  const { code, texts } = view.language
  return html`<details class="languages">
    <summary aria-label="${texts.language}">${texts.name}</summary>
    <ul>
      ${languageChoices().map(
        (choice) =>
          html`<li>
            <a
              href="${paymentPath(view.session, choice.code)}"
              lang="${choice.code}"
              hreflang="${choice.code}"
              ${choice.code === code && html`aria-current="true"`}
              >${choice.name}</a
            >
          </li>`
      )}
    </ul>
  </details>`
}

function alert(view: PaymentPage): Html | undefined {
  const { texts } = view.language
  if (!view.failure) return undefined
  const { code, message } = view.failure
  const reasons: Record<string, string> = texts.reasons
  return html`<div class="alert" role="alert">
    <strong>${texts.declined}</strong>
    <p>${reasons[code] ?? message} ${texts.declinedHint}</p>
    <code>${code}</code>
  </div>`
}

function cardForm(view: PaymentPage, amount: string): Html {
  const { texts, code } = view.language
  const wrong = new Set(view.wrongFields)
  const field = (input: {
    id: string
    label: string
    placeholder: string
    autocomplete: string
    length: number
    name: CardField
  }) =>
    html`<div class="field">
      <label for="${input.id}">${input.label}</label>
      <input
        class="figures"
        id="${input.id}"
        name="${input.id}"
        inputmode="numeric"
        autocomplete="${input.autocomplete}"
        placeholder="${input.placeholder}"
        maxlength="${input.length}"
        required
        ${
          wrong.has(input.name) &&
          html`aria-invalid="true" aria-describedby="${input.id}-error"`
        }
      />
      ${
        wrong.has(input.name) &&
        html`<span class="error" id="${input.id}-error"
          >${texts.errors[input.name]}</span
        >`
      }
    </div>`
  return html`<form method="post" action="${paymentPath(view.session, code)}">
    ${field({
      id: "pan",
      name: "pan",
      label: texts.pan,
      placeholder: "0000 0000 0000 0000",
      autocomplete: "cc-number",
      length: 23,
    })}
    <div class="pair">
      ${field({
        id: "expiry",
        name: "expiry",
        label: texts.expiry,
        placeholder: texts.expiryPlaceholder,
        autocomplete: "cc-exp",
        length: 5,
      })}
      ${field({
        id: "newCardCvc",
        name: "cvc",
        label: texts.cvc,
        placeholder: "123",
        autocomplete: "cc-csc",
        length: 4,
      })}
    </div>
    <div class="field">
      <label for="cardholderName">${texts.cardholderName}</label>
      <input
        id="cardholderName"
        name="cardholderName"
        autocomplete="cc-name"
        maxlength="80"
        value="${view.cardholderName}"
      />
    </div>
    <button class="primary" type="submit">
      ${fill(texts.pay, { amount })}
    </button>
  </form>`
}

function testCards(view: PaymentPage): Html {
  const { texts } = view.language
  const path = (card: TestCard) =>
    card.succeeds ? texts.paths[card.path] : texts.paths.fails
  return html`<section class="tests" aria-labelledby="tests-title">
    <header>
      <h2 id="tests-title">${texts.testCards}</h2>
      <p>${texts.testCardsHint}</p>
    </header>
    <ul>
      ${TEST_CARDS.map(
        (card) =>
          html`<li>
            <button
              type="button"
              class="${card.succeeds ? "pays" : "fails"}"
              data-pan="${card.pan}"
              data-expiry="${card.expiry}"
              data-cvc="${card.cvc}"
            >
              <span class="number"
                >${card.pan.replace(/(.{4})(?=.)/g, "$1 ")}</span
              >
              <span class="path">${path(card)}</span>
            </button>
          </li>`
      )}
    </ul>
  </section>`
}

function minutes(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}
