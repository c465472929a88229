import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { intlLocale, shortDateTime } from "../components/payments/locale"

/** Dates and names in the language that the dashboard is shown in. */
export function useFormat() {
  const { i18n } = useTranslation()
  const locale = intlLocale(i18n.language)
  const direction = i18n.dir()
  return useMemo(() => {
    const currencies = new Intl.DisplayNames(locale, { type: "currency" })
    const languages = new Intl.DisplayNames(locale, { type: "language" })
    return {
      /** Radix takes left to right for granted wherever it is not told. */
      direction,
      isEnglish: locale.startsWith("en"),
      dateTime: (iso: string) => shortDateTime(iso, locale),
      currency: (code: string) => currencies.of(code) ?? code,
      language: (code: string) => languages.of(code) ?? code,
    }
  }, [locale, direction])
}
