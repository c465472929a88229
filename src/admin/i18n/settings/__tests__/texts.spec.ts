import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import all from "../.."
import { PROBLEM_CODES } from "../../../../modules/bpc/health"
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
const ADMIN = join(__dirname, "../../..")

type Texts = { [key: string]: string | Texts }

/** Every text by its dotted key. */
function flat(texts: Texts, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${prefix}${key}`, value] as const]
        : [...flat(value, `${prefix}${key}.`)]
    )
  )
}

/** What must be the same in every language: values put in, placeholders of templates, names of variables, commands. */
const fixed = (text: string) =>
  (
    text.match(
      /\{\{?\w+\}?\}|BPC_\w+|https:\/\/\S+example|\/webhooks\/bpc|npx [\w -]+/g
    ) ?? []
  )
    .map((part) => part.trim())
    .sort()

const english = flat(en)

describe.each(Object.entries(LANGUAGES))(
  "the settings page in %s",
  (_, texts) => {
    const translated = flat(texts)

    it("has every text of the English one, and none besides", () => {
      expect([...translated.keys()].sort()).toEqual([...english.keys()].sort())
    })

    it("has no empty text, and no sentence left in English", () => {
      const same = [...translated].filter(
        ([key, text]) =>
          text.trim() === "" ||
          (/\s\S+\s/.test(text) && text === english.get(key))
      )
      expect(same).toEqual([])
    })

    it("keeps what is put into the texts", () => {
      const lost = [...english].filter(
        ([key, text]) =>
          fixed(text).join() !== fixed(translated.get(key) ?? "").join()
      )
      expect(lost).toEqual([])
    })
  }
)

it.each(Object.entries(all))(
  "a webhook event that is done with is called the same on both pages in %s",
  (_, { bpcSettings, bpcPayments }) => {
    const { states, processed } = bpcPayments.event
    const words = [bpcSettings.webhooks.state.done, states.done, processed]
    expect(new Set(words).size).toBe(1)
  }
)

describe("the settings page", () => {
  const sources = ["components/settings", "routes/settings/bpc", "lib"].flatMap(
    (folder) =>
      readdirSync(join(ADMIN, folder))
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => readFileSync(join(ADMIN, folder, name), "utf8"))
  )

  it("has a translation for every problem that the health check knows", () => {
    expect(Object.keys(en.problems).sort()).toEqual([...PROBLEM_CODES].sort())
  })

  it("uses only texts that exist", () => {
    const used = sources.flatMap((source) =>
      [...source.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key]) => key ?? "")
    )
    expect(used.length).toBeGreaterThan(100)
    expect(used.filter((key) => !english.has(key))).toEqual([])
  })

  it("uses only families of texts that exist", () => {
    const families = sources.flatMap((source) =>
      [...source.matchAll(/`([a-zA-Z_]+(?:\.[a-zA-Z_]+)*)\.\$\{/g)].map(
        ([, family]) => family ?? ""
      )
    )
    const known = [...english.keys()]
    expect(families.length).toBeGreaterThan(10)
    expect(
      families.filter(
        (family) => !known.some((key) => key.startsWith(`${family}.`))
      )
    ).toEqual([])
  })
})
