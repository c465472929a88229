import { type Database } from "../../database"
import { GatewayWatch, troubleOf } from "../gateway-watch"
import { type GatewayError, type Result } from "../../../../gateway"

type Kind = GatewayError["kind"]

/** Writes down which statements reach the database. */
function watched() {
  const written: string[] = []
  let now = 1_000_000
  let isAway = false
  const database = {
    raw: async (statement: string, { calls }: { calls?: number }) => {
      if (isAway) {
        throw new Error("no database")
      }
      written.push(
        statement.startsWith("delete") ? "good" : `trouble, ${calls} calls`
      )
      return { rows: [] }
    },
  }
  const watch = new GatewayWatch(
    database as Pick<Database, "raw"> as Database,
    () => now
  )
  const answer = (kind?: Kind) =>
    watch.record(
      "options",
      (kind
        ? { ok: false, error: { kind } }
        : { ok: true, value: 1 }) as Result<number, GatewayError>
    )
  const rest = () => new Promise((next) => setImmediate(next))
  return {
    answer: async (kind?: Kind) => {
      answer(kind)
      await rest()
    },
    written,
    pass: (ms: number) => (now += ms),
    away: (yes: boolean) => (isAway = yes),
  }
}

it("writes when something changes, not with each call", async () => {
  const { answer, written, pass } = watched()
  for (let call = 0; call < 100; call++) {
    await answer()
  }
  expect(written).toEqual(["good"])
  for (let call = 0; call < 100; call++) {
    await answer("auth")
  }
  expect(written).toEqual(["good", "trouble, 1 calls"])
  pass(31_000)
  await answer("auth")
  expect(written.at(-1)).toBe("trouble, 100 calls")
  await answer("timeout")
  await answer()
  expect(written.slice(3)).toEqual(["trouble, 1 calls", "good"])
})

it("takes back what another process wrote, within half a minute", async () => {
  const { answer, written, pass } = watched()
  await answer()
  pass(31_000)
  await answer()
  expect(written).toEqual(["good", "good"])
})

it("is in nobody's way while the database is away, and writes with the next call", async () => {
  const { answer, written, away } = watched()
  away(true)
  await answer("auth")
  away(false)
  await answer("auth")
  expect(written).toEqual(["trouble, 1 calls"])
})

it.each<[Kind, ReturnType<typeof troubleOf>]>([
  ["auth", "key_refused"],
  ["blocked", "blocked"],
  ["transport", "unreachable"],
  ["timeout", "unreachable"],
  ["throttled", "unreachable"],
  ["rejected", null],
  ["protocol", undefined],
  ["configuration", undefined],
])("%s: %s", (kind, trouble) => {
  expect(troubleOf({ kind })).toBe(trouble)
})
