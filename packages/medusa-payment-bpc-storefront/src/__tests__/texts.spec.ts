import { errorText } from ".."
import { PAGE_LANGUAGES } from "../../../../src/shopper-pages/languages"
import { paymentMessage } from "../messages"
import { textsIn } from "../texts"

const REASONS = [
  "not_completed",
  "failed",
  "canceled",
  "expired",
  "refunded",
  "insufficient_funds",
  "limit",
  "card_data",
  "card_expired",
  "authentication",
  "bank_unreachable",
  "too_many_attempts",
  "declined",
]
const OTHERS = PAGE_LANGUAGES.filter((language) => language !== "en")

it.each(OTHERS)(
  "%s has every text, none of them the English one",
  (language) => {
    const [label, failed] = textsIn(language)
    expect(label).toContain("{}")
    expect(failed).not.toBe(textsIn("en")[1])
    const messages = REASONS.map((reason) => paymentMessage(reason, language))
    expect(new Set(messages).size).toBe(REASONS.length)
    for (const reason of REASONS) {
      expect(paymentMessage(reason, language)).not.toBe(paymentMessage(reason))
    }
  }
)

it("understands locales, and answers in English for a language that is not there", () => {
  expect(errorText(undefined, "de-AT")).toBe(errorText(undefined, "DE"))
  expect(errorText(undefined, "fi")).toBe(errorText(undefined, "en"))
  expect(paymentMessage("expired", "pt-BR")).toBe(
    paymentMessage("expired", "pt")
  )
})

it.each(["nonsense", "", "constructor", "__proto__"])(
  'tells the unknown reason "%s" as a payment that was not completed',
  (reason) => {
    expect(paymentMessage(reason, "fr")).toBe(
      paymentMessage("not_completed", "fr")
    )
  }
)

it.each(["constructor", "__proto__", "to", ""])(
  'answers in English for the locale "%s"',
  (locale) => {
    expect(textsIn(locale)).toEqual(textsIn("en"))
    expect(paymentMessage("failed", locale)).toBe(paymentMessage("failed"))
  }
)
