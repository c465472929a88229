import { type Money, toDecimal } from "../gateway"
import { ABOUT_TEXTS } from "./about-texts"
import { contactLink } from "./contact-link"
import { escapeHtml } from "./html"
import { type Language } from "./languages"

/** Whose page it is and what it is about, so that a shopper can ask and a clerk can find it. */
export type About = {
  /** The shop's name. */
  shop: string | null
  /** Whom to ask, as the shop wrote it. */
  contact: string | null
  payment: {
    amount: Money
    /** What the payment is found by in the admin; null where the page shows an order's number. */
    reference: string | null
  } | null
}

export const ABOUT_NOTHING: About = { shop: null, contact: null, payment: null }

export function renderShopName({ shop }: About): string {
  return shop ? `<p class="shop"><bdi>${escapeHtml(shop)}</bdi></p>` : ""
}

export function renderPayment({ payment }: About, language: Language): string {
  if (!payment) return ""
  const texts = ABOUT_TEXTS[language]
  const rows = [[texts.amount, amountIn(payment.amount, language)]]
  if (payment.reference) rows.push([texts.reference, payment.reference])
  return `<dl>${rows
    .map(
      ([name = "", value = ""]) =>
        `<dt>${escapeHtml(name)}</dt><dd><bdi>${escapeHtml(value)}</bdi></dd>`
    )
    .join("")}</dl>`
}

export function renderContact(
  { contact, payment }: About,
  language: Language
): string {
  if (!contact) return ""
  const { label, href } = contactLink(contact, payment?.reference ?? undefined)
  const text = `<bdi>${escapeHtml(label)}</bdi>`
  return `<p class="contact">${escapeHtml(ABOUT_TEXTS[language].contact)} ${
    href ? `<a href="${escapeHtml(href)}">${text}</a>` : text
  }</p>`
}

/** As the language writes it, with the digits that the reference has, in Arabic too. */
function amountIn(amount: Money, language: Language): string {
  const decimal = toDecimal(amount)
  const digits = decimal.split(".")[1]?.length ?? 0
  return new Intl.NumberFormat(`${language}-u-nu-latn`, {
    style: "currency",
    currency: amount.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Number(decimal))
}
