import { randomBytes } from "node:crypto"
import { SECRET_FIELDS } from "../secret-fields"
import { Encryption } from "../encryption"
import { type Addresses, contextOf, originOf } from "../secret-origin"

const GATEWAY = "https://gateway.example"
const beside: Addresses = { apiUrl: `${GATEWAY}/api2`, v1ApiUrl: null }

// prettier-ignore
const cases: { name: string; addresses: Addresses; key: string; login: string }[] = [
  { name: "both channels on one server", addresses: beside, key: GATEWAY, login: GATEWAY },
  { name: "the default port written out", addresses: { ...beside, apiUrl: "https://GATEWAY.example:443/api2/" }, key: GATEWAY, login: GATEWAY },
  { name: "a second channel elsewhere", addresses: { ...beside, v1ApiUrl: "https://v1.example/rest" }, key: GATEWAY, login: "https://v1.example" },
  { name: "another port", addresses: { ...beside, apiUrl: `${GATEWAY}:8443/api2` }, key: `${GATEWAY}:8443`, login: `${GATEWAY}:8443` },
  { name: "an open line", addresses: { ...beside, apiUrl: "http://gateway.example/api2" }, key: "http://gateway.example", login: "http://gateway.example" },
  { name: "a name with a dot at its end", addresses: { ...beside, apiUrl: `${GATEWAY}./api2` }, key: `${GATEWAY}.`, login: `${GATEWAY}.` },
  { name: "something that is no URL", addresses: { ...beside, apiUrl: "nonsense" }, key: "nonsense", login: "nonsense" },
]

describe("the server that a secret is sent to", () => {
  it.each(cases)("$name", ({ addresses, key, login }) => {
    expect(originOf("api_key", addresses)).toBe(key)
    expect(originOf("api_login", addresses)).toBe(login)
    expect(originOf("api_password", addresses)).toBe(login)
  })

  it("is none for the secrets of webhooks", () => {
    expect(originOf("webhook_secret", beside)).toBeUndefined()
    expect(originOf("next_webhook_secret", beside)).toBeUndefined()
  })
})

describe("a stored secret", () => {
  const encryption = new Encryption([randomBytes(32)])
  const opens = (
    field: (typeof SECRET_FIELDS)[number],
    addresses: Addresses
  ) => {
    const stored = encryption.encrypt(
      "a secret",
      contextOf("bpcacc_1", field, beside)
    )
    try {
      encryption.decrypt(stored, contextOf("bpcacc_1", field, addresses))
      return true
    } catch {
      return false
    }
  }

  it.each(cases)(
    "opens only beside the origin that it was entered for: $name",
    ({ addresses, key, login }) => {
      expect(opens("api_key", addresses)).toBe(key === GATEWAY)
      expect(opens("api_login", addresses)).toBe(login === GATEWAY)
      expect(opens("webhook_secret", addresses)).toBe(true)
    }
  )

  it("has a context of its own for each field", () => {
    expect(
      new Set(SECRET_FIELDS.map((field) => contextOf("a", field, beside))).size
    ).toBe(SECRET_FIELDS.length)
  })
})
