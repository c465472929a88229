import { booksOf } from "../books"
import { DECLINED_CARDS, TEST_CARDS } from "../cards"
import { decimalOf, decimalsOf, formatAmount } from "../currency"
import type { Gateway } from "../gateway"
import { html, type Html } from "../html"
import type { SessionRecord } from "../model"
import { paymentPageUrl } from "../return-url"

/** The buttons that fit the session's state: the shopper's moves, and those of the merchant portal. */
export function sessionActions(gateway: Gateway, session: SessionRecord): Html {
  const books = booksOf(session)
  const base = `/control/sessions/${session.id}`
  const pending = session.refunds.filter(
    (refund) => refund.status === "pending"
  )
  const parts = [
    session.status === "open" && openActions(gateway, session, base),
    session.status === "expired" && lateAction(base),
    books.capturable > 0 &&
      html`<h3>
          Hold of ${formatAmount(books.capturable, session.currency, "en")}
        </h3>
        ${amountForm(session, "Capture", `${base}/capture`, books.capturable)}
        ${books.captured === 0 && button("Release the hold", `${base}/void`)}`,
    books.refundable > 0 &&
      html`<h3>Give money back</h3>
        ${amountForm(session, "Refund", `${base}/refund`, books.refundable)}
        ${button("The bank takes it back", `${base}/chargeback`)}`,
    ...pending.map((refund) => {
      const path = `/control/refunds/${refund.id}/settle`
      return html`<h3>
          Refund of ${formatAmount(refund.amount, session.currency, "en")} under
          way
        </h3>
        <div class="actions">
          ${button("It succeeds", path, { outcome: "succeeded" })}
          ${button("It fails", path, { outcome: "failed" })}
        </div>`
    }),
  ].filter((part) => part !== false)
  return parts.length > 0
    ? html`<div class="fields">${parts}</div>`
    : html`<p>Nothing more can happen to this session.</p>`
}

function openActions(
  gateway: Gateway,
  session: SessionRecord,
  base: string
): Html {
  return html`<a
      class="button main-action"
      href="${paymentPageUrl(gateway.publicUrl(), session)}"
      target="_blank"
      rel="noopener"
      >Open the payment page</a
    >
    <h3>Or without a browser</h3>
    ${payForm(base, "Pay", false)}
    <div class="actions">
      ${button("Decline a card", `${base}/decline`)}
      ${button("Shopper goes back", `${base}/cancel`)}
      ${button("Expire", `${base}/expire`)}
    </div>`
}

function lateAction(base: string): Html {
  return html`<p>
      The session has expired. At the real gateway money sometimes arrives all
      the same.
    </p>
    ${payForm(base, "Pay late", true)}`
}

function payForm(base: string, label: string, late: boolean): Html {
  return html`<form
    class="pay actions"
    data-form="pay"
    ${late && html`data-late`}
    action="${base}/pay"
  >
    <label class="unseen" for="pay-card">Card</label>
    <select id="pay-card" name="card">
      ${TEST_CARDS.map(
        (card) =>
          html`<option value="${card.pan}">
            ${card.scheme} •••• ${card.pan.slice(-4)},
            ${WORDS[card.path]}${!card.succeeds && ", fails"}
          </option>`
      )}
      ${DECLINED_CARDS.map(
        (card) =>
          html`<option value="${card.pan}">
            •••• ${card.pan.slice(-4)}, refused: ${card.message} (${card.code})
          </option>`
      )}
    </select>
    <button type="submit">${label}</button>
  </form>`
}

const WORDS = {
  plain: "no 3-D Secure",
  frictionless: "frictionless",
  challenge: "challenge",
  attempt: "3-D Secure attempt",
}

function amountForm(
  session: SessionRecord,
  label: string,
  path: string,
  most: number
): Html {
  const id = `amount-${label.toLowerCase()}`
  return html`<form
    class="amount actions"
    data-form="amount"
    data-digits="${decimalsOf(session.currency)}"
    action="${path}"
  >
    <label class="unseen" for="${id}">Amount in ${session.currency}</label>
    <input
      id="${id}"
      name="amount"
      inputmode="decimal"
      autocomplete="off"
      value="${decimalOf(most, session.currency)}"
    />
    <button type="submit">${label}</button>
  </form>`
}

function button(label: string, path: string, body: object = {}): Html {
  return html`<button
    type="button"
    data-post="${path}"
    data-body="${JSON.stringify(body)}"
  >
    ${label}
  </button>`
}
