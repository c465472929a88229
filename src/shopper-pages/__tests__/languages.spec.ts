import {
  type Language,
  PAGE_LANGUAGES,
  chooseLanguage,
  textsIn,
} from "../languages"

function textsOf(value: object): string[] {
  return Object.values(value).flatMap((text: unknown) => {
    if (typeof text === "string") {
      return [text]
    }
    return typeof text === "object" && text !== null ? textsOf(text) : [""]
  })
}

describe("every language", () => {
  it.each(PAGE_LANGUAGES)(
    "%s has every text, none of them empty",
    (language) => {
      const texts = textsOf(textsIn(language))
      expect(texts).toHaveLength(textsOf(textsIn("en")).length)
      for (const text of texts) {
        expect(text.trim()).toBe(text)
        expect(text.length).toBeGreaterThan(5)
      }
    }
  )

  it.each(PAGE_LANGUAGES.filter((language) => language !== "en"))(
    "%s leaves nothing in English",
    (language) => {
      const english = new Set(textsOf(textsIn("en")))
      expect(
        textsOf(textsIn(language)).filter((text) => english.has(text))
      ).toEqual([])
    }
  )

  it.each<{ language: Language; script: RegExp }>([
    { language: "el", script: /\p{Script=Greek}/u },
    { language: "bg", script: /\p{Script=Cyrillic}/u },
    { language: "ru", script: /\p{Script=Cyrillic}/u },
    { language: "ar", script: /\p{Script=Arabic}/u },
  ])("$language is written in its own script", ({ language, script }) => {
    for (const text of textsOf(textsIn(language))) {
      expect(text).toMatch(script)
    }
  })
})

describe("the shopper's language", () => {
  type Case = {
    name: string
    header: string | undefined
    locale?: string | null
    language: Language
  }
  // prettier-ignore
  const cases: Case[] = [
    { name: "no header and no locale", header: undefined, language: "en" },
    { name: "an empty header", header: "", language: "en" },
    { name: "one wish", header: "de", language: "de" },
    { name: "a wish with a region", header: "de-CH", language: "de" },
    { name: "a wish with script and region", header: "ar-Arab-EG", language: "ar" },
    { name: "capitals", header: "FR-FR", language: "fr" },
    { name: "the first of equals", header: "es,de", language: "es" },
    { name: "the best by weight, not by place", header: "en;q=0.3,de;q=0.9,fr;q=0.5", language: "de" },
    { name: "no weight means the full one", header: "en;q=0.9,ro", language: "ro" },
    { name: "white space everywhere", header: " fr-CH , fr;q=0.9 , en ; q=0.8", language: "fr" },
    { name: "an unknown wish first", header: "ja,pt-BR;q=0.5", language: "pt" },
    { name: "only unknown wishes", header: "ja,zh-CN;q=0.9", language: "en" },
    { name: "a wish that is refused", header: "de;q=0,fr;q=0.1", language: "fr" },
    { name: "any language", header: "*", language: "en" },
    { name: "a weight that is no number", header: "de;q=1.2.3,ru;q=0.1", language: "ru" },
    { name: "other parameters", header: "el;level=1;q=0.9,en;q=0.5", language: "el" },
    { name: "commas alone", header: ",,;,;q=", language: "en" },
    { name: "markup", header: "<script>alert(1)</script>", language: "en" },
    { name: "names of object properties", header: "constructor,__proto__", language: "en" },
    { name: "a three-letter language that begins like another", header: "est,de;q=0.5", language: "de" },
    { name: "the locale when the header says nothing", header: undefined, locale: "bg-BG", language: "bg" },
    { name: "the locale in Medusa's other form", header: undefined, locale: "pt_PT", language: "pt" },
    { name: "the header before the locale", header: "fr", locale: "de-DE", language: "fr" },
    { name: "the locale when the header's wishes are unknown", header: "ja", locale: "el-GR", language: "el" },
    { name: "an unknown locale", header: undefined, locale: "xx", language: "en" },
    { name: "an endless header", header: `${"ja,".repeat(5_000)}de`, language: "en" },
  ]
  it.each(cases)("$name: $language", ({ header, locale, language }) => {
    expect(chooseLanguage(header, locale ?? null)).toBe(language)
  })
})
