import {
  newReturnSecret,
  parseReturnToken,
  returnToken,
  tokenFits,
} from "../return-token"
import { RETURN_SECRET, aLedgerRow } from "../../__tests__/builders"

const row = aLedgerRow()
const TOKEN = returnToken(row, "success")

describe("a return token", () => {
  it.each([{ side: "success" as const }, { side: "failure" as const }])(
    "says whose it is and that the $side side was taken",
    ({ side }) => {
      const parsed = parseReturnToken(returnToken(row, side))
      expect(parsed).toEqual({ id: row.id, secret: RETURN_SECRET, side })
      expect(parsed && tokenFits(parsed, row.returnSecret)).toBe(true)
    }
  )

  it("travels as one path segment without encoding", () => {
    expect(encodeURIComponent(returnToken(row, "failure"))).toBe(
      returnToken(row, "failure")
    )
  })

  it("rests on 256 random bits", () => {
    const secrets = new Set(Array.from({ length: 100 }, newReturnSecret))
    expect(secrets.size).toBe(100)
    for (const secret of secrets) {
      expect(secret).toMatch(/^[\w-]{43}$/)
    }
  })

  it("of every fresh secret can be parsed", () => {
    const fresh = aLedgerRow({ returnSecret: newReturnSecret() })
    expect(parseReturnToken(returnToken(fresh, "success"))?.secret).toBe(
      fresh.returnSecret
    )
  })
})

describe("a token that is not one", () => {
  // prettier-ignore
  const cases = [
    { name: "empty", token: "" },
    { name: "the id alone", token: row.id },
    { name: "a secret too short", token: TOKEN.slice(0, -1) },
    { name: "a secret too long", token: `${TOKEN}A` },
    { name: "a side that does not exist", token: `${TOKEN}.s` },
    { name: "two sides", token: `${TOKEN}.f.f` },
    { name: "another kind of id", token: TOKEN.replace("bpcses_", "bpcevt_") },
    { name: "an id with a quote in it", token: TOKEN.replace("bpcses_", "bpcses_'") },
    { name: "an endless id", token: TOKEN.replace("bpcses_", `bpcses_${"0".repeat(60)}`) },
    { name: "a space before it", token: ` ${TOKEN}` },
    { name: "a line break after it", token: `${TOKEN}\n` },
    { name: "a secret with a slash", token: `${TOKEN.slice(0, -1)}/` },
    { name: "padding", token: `${TOKEN}=` },
  ]
  it.each(cases)("is refused: $name", ({ token }) => {
    expect(parseReturnToken(token)).toBeUndefined()
  })
})

describe("a token of somebody else", () => {
  const parsed = { id: row.id, secret: RETURN_SECRET, side: "success" as const }
  // prettier-ignore
  const cases = [
    { name: "the last letter altered", secret: `${RETURN_SECRET.slice(0, -1)}F` },
    { name: "the case altered", secret: RETURN_SECRET.toLowerCase() },
    { name: "another session's", secret: newReturnSecret() },
    { name: "shorter", secret: RETURN_SECRET.slice(1) },
    { name: "empty", secret: "" },
  ]
  it.each(cases)("does not fit: $name", ({ secret }) => {
    expect(tokenFits({ ...parsed, secret }, RETURN_SECRET)).toBe(false)
  })

  it("does not fit a row whose secret has another length", () => {
    expect(tokenFits(parsed, `${RETURN_SECRET}A`)).toBe(false)
  })
})
