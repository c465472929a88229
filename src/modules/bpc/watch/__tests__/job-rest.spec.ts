import { knex } from "@medusajs/framework/mikro-orm/knex"
import { type Database, sql } from "../../database"
import { JobRest } from "../job-rest"

const TICK_MS = 5_000

type Answer = { due: boolean; open: boolean; seconds: number | null }

let answer: Answer
let asked: number
const database: Database = knex({ client: "pg" })
Object.defineProperty(database, "raw", {
  value: async () => {
    asked += 1
    return { rows: [answer] }
  },
})

/** Ticks for so long; answers how often the job ran. */
async function ticksFor(rest: JobRest, seconds: number): Promise<number> {
  let runs = 0
  for (let past = 0; past < seconds * 1_000; past += TICK_MS) {
    jest.advanceTimersByTime(TICK_MS)
    if (await rest.isOver()) {
      runs += 1
      await sql(database, "the job's own work")
      rest.ran()
    }
  }
  return runs
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date("2026-11-28T00:00:00Z") })
  asked = 0
  answer = { due: false, open: false, seconds: null }
})
afterEach(() => jest.useRealTimers())

const rested = async (longestMs: number) => {
  const rest = new JobRest(database, longestMs)
  // The chores of a start.
  await rest.isOver()
  rest.ran()
  return rest
}

describe("a store in which nothing is open", () => {
  it("is asked one statement a tick at most, and then every quarter of a minute", async () => {
    const rest = await rested(15_000)
    asked = 0
    expect(await ticksFor(rest, 300)).toBe(0)
    expect(asked).toBeLessThanOrEqual(300 / 15 + 2)
    expect(asked).toBeGreaterThanOrEqual(300 / 20)
  })

  it("is left alone for as long as the setting says, so that a serverless database sleeps", async () => {
    const rest = await rested(600_000)
    await ticksFor(rest, 600 * 12)
    asked = 0
    await ticksFor(rest, 3_600)
    // Each time the look and the chores.
    expect(asked).toBeLessThanOrEqual(2 * 7)
  })

  it("has its chores done now and then all the same", async () => {
    const rest = await rested(15_000)
    expect(await ticksFor(rest, 3_600)).toBeGreaterThanOrEqual(5)
  })
})

describe("the job runs", () => {
  it("in the next tick after this process did anything", async () => {
    const rest = await rested(600_000)
    await ticksFor(rest, 500)
    answer = { ...answer, due: true }
    expect(await ticksFor(rest, 10)).toBe(0)
    await sql(database, "insert into bpc_session …")
    expect(await ticksFor(rest, 5)).toBe(1)
  })

  it("as soon as what was known to come is due", async () => {
    const rest = await rested(600_000)
    await ticksFor(rest, 300)
    const dueAt = Date.now() + 60_000
    answer = {
      open: false,
      get due() {
        return Date.now() >= dueAt
      },
      get seconds() {
        return (dueAt - Date.now()) / 1_000
      },
    }
    await sql(database, "select 1")
    expect(await ticksFor(rest, 55)).toBe(0)
    expect(await ticksFor(rest, 10)).toBeGreaterThanOrEqual(1)
  })

  it("at each tick while something is due", async () => {
    const rest = await rested(600_000)
    answer = { ...answer, due: true }
    expect(await ticksFor(rest, 50)).toBe(10)
  })
})

it("looks at every tick while a page can be paid: another process may leave it at any moment", async () => {
  const rest = await rested(600_000)
  answer = { ...answer, open: true }
  await ticksFor(rest, 10)
  asked = 0
  await ticksFor(rest, 60)
  expect(asked).toBe(12)
})
