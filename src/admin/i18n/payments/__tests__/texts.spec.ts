import {
  SESSION_REASONS,
  SESSION_STATES,
  TIMELINE_KINDS,
} from "../../../../api-schemas/vocabulary"
import ar from "../ar"
import bg from "../bg"
import de from "../de"
import el from "../el"
import en from "../en"
import es from "../es"
import fr from "../fr"
import pt from "../pt"
import ro from "../ro"
import ru from "../ru"

const LANGUAGES = { de, fr, es, pt, el, ro, bg, ru, ar }
const english = flat(en)

describe("the payments pages' texts", () => {
  it.each(Object.entries(LANGUAGES))(
    "are complete in %s, with every value that English shows",
    (_language, texts) => {
      const translated = flat(texts)
      expect([...translated.keys()].sort()).toEqual([...english.keys()].sort())
      for (const [key, text] of translated) {
        expect(text.trim()).not.toBe("")
        expect({ key, values: valuesIn(text) }).toEqual({
          key,
          values: valuesIn(english.get(key) ?? ""),
        })
      }
    }
  )

  it("have a sentence for everything that the ledger tells, and for nothing else", () => {
    expect(Object.keys(en.timeline).sort()).toEqual(
      [...TIMELINE_KINDS, "other"].sort()
    )
    expect(Object.keys(en.reason).sort()).toEqual(
      [...SESSION_REASONS, "other"].sort()
    )
    expect(Object.keys(en.state)).toEqual(
      expect.arrayContaining([...SESSION_STATES])
    )
  })
})

function valuesIn(text: string): string[] {
  return (text.match(/\{\{\w+\}\}/g) ?? []).sort()
}

function flat(texts: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, value]) =>
      typeof value === "string"
        ? [[path + name, value] as [string, string]]
        : [...flat(value, `${path}${name}.`)]
    )
  )
}
