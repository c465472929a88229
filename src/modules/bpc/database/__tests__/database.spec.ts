import fc from "fast-check"
import { jsonb } from "../database"

describe("JSON for PostgreSQL", () => {
  // prettier-ignore
  const cases = [
    { what: "U+0000", value: "a\u0000b", kept: "a\ufffdb" },
    { what: "half a surrogate pair", value: "\ud83d", kept: "\ufffd" },
    { what: "the other half", value: "x\udfff", kept: "x\ufffd" },
    { what: "a whole pair", value: "\u{1f600}", kept: "\u{1f600}" },
    { what: "a backslash before the text u0000", value: "\\u0000", kept: "\\u0000" },
    { what: "other escapes", value: "\n\t\"\\\u0001", kept: "\n\t\"\\\u0001" },
  ]
  it.each(cases)("holds $what", ({ value, kept }) => {
    expect(JSON.parse(jsonb({ [value]: [value] }))).toEqual({ [kept]: [kept] })
  })

  it("is what it was for every other text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(JSON.parse(jsonb(text))).toBe(text.replaceAll("\0", "\ufffd"))
      })
    )
  })
})
