import { insertBetweenMarkers } from "../document"
import { loadWords } from "../heading"
import { type ChapterReport, reportText, table } from "../report"
import { kilobytes, number, spread } from "../words"

const chapter: ChapterReport = {
  section: {
    title: "Doors",
    method: "Opened and closed.",
    columns: ["door", "a second"],
    rows: [
      ["**ours**", "1,234"],
      ["a | b", "5"],
    ],
    notes: ["Both creak."],
  },
  verdicts: [
    {
      measure: "speed",
      target: "fast",
      measured: "slow",
      met: false,
      why: "rust",
    },
    {
      measure: "size",
      target: "small",
      measured: "small",
      met: true,
      why: "-",
    },
  ],
}

describe("numbers", () => {
  it.each([
    [0, "0"],
    [0.123, "0.12"],
    [9.996, "10"],
    [12.345, "12.3"],
    [123.4, "123"],
    [-7.5, "-7.5"],
    [1_234_567.8, "1,234,568"],
  ])("%d reads %s", (value, words) => {
    expect(number(value)).toBe(words)
  })

  it("carry their unit and their spread", () => {
    expect(kilobytes(150_000)).toBe("150 KB")
    expect(spread({ median: 20, lowest: 10, highest: 30 })).toBe(
      "20 (10 to 30)"
    )
    expect(spread({ median: 2, lowest: 2, highest: 2 })).toBe("2")
  })
})

describe("a table", () => {
  it("has columns of one width and keeps bars inside of cells apart from its own", () => {
    expect(table(["door", "n"], [["a | b", "5"]])).toBe(
      ["| door   | n   |", "| ------ | --- |", "| a \\| b | 5   |"].join("\n")
    )
  })
})

describe("the report", () => {
  const text = reportText("Measured.", [chapter])

  it("shows each target, and why one was missed", () => {
    expect(text).toMatch(/\| speed +\| fast +\| slow +\| \*\*missed\*\* \|/)
    expect(text).toMatch(/\| size +\| small +\| small +\| met +\|/)
    expect(text).toContain("- speed: rust")
    expect(text).not.toContain("- size:")
  })

  it("has no table of targets when nothing was wanted", () => {
    expect(
      reportText("Measured.", [{ ...chapter, verdicts: [] }])
    ).not.toContain("Targets")
  })
})

describe("the document", () => {
  const document =
    "# Title\n\n<!-- npm run bench writes from here; hands off -->\n\nold\n\n<!-- to here -->\n\nAfter.\n"

  it("keeps what people wrote around the markers", () => {
    const written = insertBetweenMarkers(document, "new\n")
    expect(written).toBe(document.replace("old", "new"))
    expect(insertBetweenMarkers(written, "new")).toBe(written)
  })

  it("is not written to without both markers", () => {
    expect(() => insertBetweenMarkers("# Title", "new")).toThrow("markers")
    expect(() =>
      insertBetweenMarkers(document.replace("<!-- to here -->", ""), "new")
    ).toThrow("markers")
  })
})

describe("the machine's load", () => {
  it("is told, and called busy when others worked too", () => {
    expect(loadWords(0.3, 2)).toContain("little else to do (load average 0.3")
    expect(loadWords(6.1, 2)).toContain("busy with other work")
  })
})
