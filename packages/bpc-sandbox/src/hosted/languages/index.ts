import { ar } from "./ar"
import { bg } from "./bg"
import { de } from "./de"
import { el } from "./el"
import { en } from "./en"
import { es } from "./es"
import { fr } from "./fr"
import { pt } from "./pt"
import { ro } from "./ro"
import { ru } from "./ru"
import type { HostedTexts } from "./texts"

const LANGUAGES: Record<string, HostedTexts> = {
  en,
  de,
  fr,
  es,
  pt,
  el,
  ro,
  bg,
  ru,
  ar,
}

export type Language = { code: string; rtl: boolean; texts: HostedTexts }

/** The page's language by its tag, in any case and with or without a region; English when the page does not speak it. */
export function languageOf(code: string | null | undefined): Language {
  const wanted =
    /^[a-z]{2}(?![a-z])/i.exec(code ?? "")?.[0].toLowerCase() ?? "en"
  const texts = LANGUAGES[wanted]
  return texts
    ? { code: wanted, rtl: wanted === "ar", texts }
    : { code: "en", rtl: false, texts: en }
}

export function languageChoices(): { code: string; name: string }[] {
  return Object.entries(LANGUAGES).map(([code, { name }]) => ({ code, name }))
}

/** Puts values into the `{names}` of a text. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(
    /\{(\w+)\}/g,
    (whole, name: string) => values[name] ?? whole
  )
}
