import { useTranslation } from "react-i18next"
import { sentenceOf } from "../../lib/client"
import { dateTime, intlLocale, relativeTime, shortDateTime } from "./locale"
import { formatMoney, localMoney } from "./money"

type Currency = { currency_code: string; exponent: number }

/** The payments pages' texts, amounts and times in the admin's language. */
export function useTexts() {
  const { t, i18n } = useTranslation("bpcPayments")
  const locale = intlLocale(i18n.language)
  return {
    t: (key: string, values?: Record<string, unknown>): string =>
      t(key, values ?? {}),
    locale,
    /** For Radix's parts, which do not ask the page. */
    direction: i18n.dir(),
    /** Takes minor units. */
    money: (minor: number, { currency_code, exponent }: Currency) =>
      formatMoney({ minor, currency: currency_code, exponent }, locale),
    /** Takes one side of a difference: an amount in words, or a reference. */
    side: (text: string) => localMoney(text, locale),
    ago: (iso: string) => relativeTime(iso, { now: Date.now(), locale }),
    when: (iso: string) => dateTime(iso, locale),
    shortly: (iso: string) => shortDateTime(iso, locale),
    /** The API's own sentence, or that there was no answer. */
    problem: (error: unknown): string =>
      sentenceOf(error) ?? t("action.failed"),
  }
}

export type Texts = ReturnType<typeof useTexts>
