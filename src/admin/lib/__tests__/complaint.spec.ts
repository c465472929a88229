import { splitComplaint } from "../complaint"

const FIELDS = ["storefront_url", "allowed_return_origins", "name"]

describe("a sentence of the API", () => {
  it.each([
    [
      "names the field first",
      "storefront_url must be an origin.",
      "storefront_url",
      "must be an origin.",
    ],
    [
      "names an entry of a list",
      "allowed_return_origins.2 must be origins.",
      "allowed_return_origins",
      "must be origins.",
    ],
    [
      "goes on over a line",
      "name must not\nbe empty.",
      "name",
      "must not\nbe empty.",
    ],
  ])("that %s is shown at the field", (_, sentence, field, rest) => {
    expect(splitComplaint(sentence, FIELDS)).toEqual({ field, rest })
  })

  it.each([
    ["is about a field of another form", "locale must be null."],
    ["only begins like a field", "names must not be empty."],
    ["is about no field", 'The account "Euro" still has 3 open payments.'],
    ["is a field's name and nothing else", "name"],
  ])("that %s stays whole", (_, sentence) => {
    expect(splitComplaint(sentence, FIELDS)).toBeUndefined()
  })
})
