import {
  isBadPeriod,
  isFiltered,
  readFilters,
  toDay,
  toQuery,
  withFilter,
} from "../list-filters"
import { intlLocale, relativeTime } from "../locale"

const read = (address: string) => readFilters(new URLSearchParams(address))

describe("the list's address", () => {
  it("is read into filters", () => {
    expect(
      read(
        "q=%2342&state=held&mode=live&from=2026-11-02&to=2026-11-20&cursor=c"
      )
    ).toEqual({
      q: "#42",
      state: "held",
      mode: "live",
      from: "2026-11-02",
      to: "2026-11-20",
      cursor: "c",
    })
  })

  it("is read without what it cannot mean", () => {
    const filters = read("state=strange&mode=prod&from=yesterday&to=2026-13-45")
    expect(filters).toEqual({
      q: "",
      state: undefined,
      mode: undefined,
      decline: undefined,
      from: undefined,
      to: undefined,
      cursor: undefined,
    })
    expect(isFiltered(filters)).toBe(false)
  })

  it("starts at the newest payment when a filter changes", () => {
    expect(
      withFilter(new URLSearchParams("state=paid&cursor=c&q=x"), {
        state: "held",
        q: undefined,
      }).toString()
    ).toBe("state=held")
  })

  it.each([
    ["held", { state: "held", undecided: true }],
    ["kept", { state: "held", undecided: false }],
    ["differs", { differs: true }],
    ["paid", { state: "paid" }],
  ])(
    "tells held, kept and differing ones apart: state=%s asks for %j",
    (state, query) => {
      expect(toQuery(read(`state=${state}`), 20)).toEqual({
        limit: 20,
        ...query,
      })
    }
  )

  it("asks for whole days where the admin is", () => {
    const { from, to, limit } = toQuery(
      read("from=2026-11-02&to=2026-11-02"),
      20
    )
    expect(limit).toBe(20)
    expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBe(86_400_000 - 1)
    expect(toDay(new Date(from ?? ""))).toBe("2026-11-02")
  })

  it("knows a period that ends before it begins", () => {
    expect(isBadPeriod(read("from=2026-11-03&to=2026-11-02"))).toBe(true)
    expect(isBadPeriod(read("from=2026-11-02&to=2026-11-02"))).toBe(false)
    expect(isBadPeriod(read("from=2026-11-02"))).toBe(false)
  })
})

describe("times and languages", () => {
  it.each([
    ["en", "en-u-nu-latn"],
    ["enGB", "en-GB-u-nu-latn"],
    ["ptBR", "pt-BR-u-nu-latn"],
    ["ar", "ar-u-nu-latn"],
    ["not a language", "en-u-nu-latn"],
  ])("the dashboard's %s is %s to Intl", (language, locale) => {
    expect(intlLocale(language)).toBe(locale)
  })

  it.each([
    ["2026-11-20T12:00:00Z", "now"],
    ["2026-11-20T11:59:01Z", "now"],
    ["2026-11-20T11:58:30Z", "1 minute ago"],
    ["2026-11-20T09:00:00Z", "3 hours ago"],
    ["2026-11-19T12:00:00Z", "yesterday"],
    ["2026-11-10T12:00:00Z", "10 days ago"],
    ["2026-11-20T12:05:00Z", "in 5 minutes"],
    ["2024-11-20T12:00:00Z", "2 years ago"],
  ])("%s is %s", (iso, words) => {
    const now = Date.parse("2026-11-20T12:00:00Z")
    expect(relativeTime(iso, { now, locale: "en" })).toBe(words)
  })
})
