import { execFile } from "node:child_process"
import { request } from "node:http"
import { connect } from "node:net"
import { join } from "node:path"
import { promisify } from "node:util"
import fc from "fast-check"
import { signWebhook } from "../../packages/bpc-sandbox/src"
import {
  expectPromiseKept,
  ledgerOf,
  ordersOf,
  settled,
} from "../support/books"
import {
  type ServerProcess,
  startServerProcess,
} from "../support/server-process"
import { Shopper, eventually } from "../support/shopper"
import { printTotal } from "../support/totals"
import { type Surroundings, prepareSurroundings } from "../support/surroundings"

/* What strangers can do to the webhook's door: forge as fast as a second process can, and send anything at all. */

jest.setTimeout(600_000)

const run = promisify(execFile)
/** Ten prove it; docs/reliability.md has what came of a minute. */
const FLOOD_SECONDS = Number(process.env.ABUSE_FLOOD_SECONDS ?? 10)
const FUZZED = 10_000

let surroundings: Surroundings
let server: ServerProcess

beforeAll(async () => {
  surroundings = await prepareSurroundings()
  server = await startServerProcess({ LOG_LEVEL: "info" })
  surroundings.url = server.url
  surroundings.sandbox.control.setWebhook({ url: `${server.url}/webhooks/bpc` })
})
afterAll(async () => {
  await server?.stop()
  await surroundings?.close()
})

const lines = async () => (await server.output()).split("\n").length

/** Transactions of the store's database so far; PostgreSQL counts them with a delay of up to a second. */
async function transactions(): Promise<number> {
  await new Promise((next) => setTimeout(next, 1_500))
  const [row] = await surroundings.sql<{ count: string }>(
    `select xact_commit + xact_rollback as count from pg_stat_database where datname = current_database()`
  )
  return Number(row?.count)
}

async function flood(seconds: number): Promise<Record<string, number>> {
  const { stdout } = await run(process.execPath, [
    join(__dirname, "flood.cjs"),
    `${server.url}/webhooks/bpc`,
    String(seconds),
    "20",
  ])
  return JSON.parse(stdout) as Record<string, number>
}

const sum = (answers: Record<string, number>) =>
  Object.values(answers).reduce((all, count) => all + count, 0)

async function shoppers(count: number): Promise<Shopper[]> {
  const all = Array.from({ length: count }, () => new Shopper(surroundings))
  for (const shopper of all) {
    await shopper.startCheckout()
  }
  return all
}

describe("a flood of forged webhooks", () => {
  it("is refused for as long as it lasts with no more than a line a second in the log, and without work for the database", async () => {
    const loggedBefore = await lines()
    const before = await transactions()
    const answers = await flood(FLOOD_SECONDS)
    const spent = (await transactions()) - before
    const logged = (await lines()) - loggedBefore

    const forged = sum(answers)
    expect(Object.keys(answers).sort()).toEqual(["401", "413"])
    expect(forged).toBeGreaterThan(FLOOD_SECONDS * 100)
    expect(logged).toBeLessThanOrEqual(FLOOD_SECONDS)
    // The job, the health sign and this test's own look go on meanwhile; what is forged adds nothing to them.
    expect(spent).toBeLessThan(FLOOD_SECONDS * 20)
    expect(spent).toBeLessThan(forged / 20)
    expect(await surroundings.sql(`select id from bpc_event`)).toEqual([])
    printTotal(
      `forged webhooks: ${forged} in ${FLOOD_SECONDS} s, ${logged} lines logged, ${spent} transactions`
    )
  })

  it("leaves real ones unhurt", async () => {
    const all = await shoppers(5)
    const flooding = flood(10)
    for (const shopper of all) {
      await surroundings.sandbox.control.pay(shopper.gatewaySessionId)
    }
    for (const shopper of all) {
      await settled(surroundings, shopper)
      expect(await ordersOf(surroundings, shopper)).toHaveLength(1)
    }
    const answers = surroundings.sandbox.control
      .deliveries()
      .flatMap(({ tries }) => tries.map(({ status }) => status))
    expect(new Set(answers)).toEqual(new Set([200]))
    expect(sum(await flooding)).toBeGreaterThan(0)
    await expectPromiseKept(surroundings)
  })
})

describe("whatever is sent to the webhook's door", () => {
  type Delivery = {
    body: string
    signed: boolean
    headers: Record<string, string>
  }
  type Target = { id: string; reference: string }

  const EVENTS = [
    "session.completed",
    "session.expired",
    "payment.succeeded",
    "payment.funded",
    "payment.canceled",
    "payment.amountCapturableUpdated",
    "refund.succeeded",
    "refund.failed",
    "__proto__",
  ]
  const oddText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "",
      "null",
      "constructor",
      "'; drop table bpc_session --",
      "\u0000",
      "1e999"
    )
  )
  const headerValue = fc
    .array(fc.integer({ min: 0x20, max: 0x7e }), { maxLength: 200 })
    .map((codes) => String.fromCharCode(...codes))

  /** Bodies from noise to events that could be real, about real payments. */
  const deliveries = (targets: readonly Target[]): fc.Arbitrary<Delivery> => {
    const odd = fc.oneof(
      oddText,
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom(-1, 0, 1e308, Number.MAX_SAFE_INTEGER)
    )
    const object = fc.constantFrom(...targets).chain(({ id, reference }) =>
      fc.record(
        {
          id: fc.oneof(fc.constant(id), oddText, odd),
          merchantReferenceId: fc.oneof(fc.constant(reference), odd),
          status: fc.oneof(
            fc.constantFrom("completed", "open", "expired"),
            odd
          ),
          paymentStatus: fc.oneof(
            fc.constantFrom("paid", "unpaid", "authorized"),
            odd
          ),
          amount: odd,
          currency: fc.oneof(fc.constantFrom("EUR", "XXX"), odd),
          paymentSession: fc.oneof(fc.constant(id), odd),
          session: fc.oneof(fc.constant({ id }), odd),
        },
        { requiredKeys: [] }
      )
    )
    const event = fc.record(
      {
        type: fc.oneof(fc.constantFrom(...EVENTS), odd),
        created: fc.oneof(fc.constant(new Date().toISOString()), odd),
        data: fc.oneof(fc.record({ object }), odd),
      },
      { requiredKeys: [] }
    )
    const body = fc.oneof(
      { weight: 6, arbitrary: event.map((one) => JSON.stringify(one)) },
      { weight: 2, arbitrary: fc.json() },
      { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          "",
          "{",
          "[".repeat(50_000),
          '{"data":{"object":{"id":1}},"type":"a","type":"session.completed"}',
          `{"type":"${"x".repeat(100_000)}","data":{"object":{}}}`,
          '\ufeff{"type":"session.completed","data":{"object":{}}}'
        ),
      }
    )
    return fc.record({
      body,
      signed: fc.integer({ min: 0, max: 4 }).map((n) => n < 2),
      headers: fc.dictionary(
        fc.constantFrom(
          "x-signature",
          "api-request-id",
          "content-type",
          "content-encoding",
          "x-forwarded-for",
          "accept-language"
        ),
        headerValue,
        { maxKeys: 4 }
      ),
    })
  }

  function send({ body, signed, headers }: Delivery): Promise<number | string> {
    const bytes = Buffer.from(body)
    return new Promise((resolve) => {
      const outgoing = request(
        `${server.url}/webhooks/bpc`,
        {
          method: "POST",
          headers: {
            ...headers,
            ...(signed && {
              "x-signature": signWebhook({
                rawBody: bytes,
                secret: surroundings.sandbox.webhookSecret,
              }),
            }),
            "content-length": bytes.length,
          },
        },
        (answer) => {
          answer.resume()
          answer.once("end", () => resolve(answer.statusCode ?? 0))
        }
      )
      outgoing.once("error", (error) => resolve(error.message))
      outgoing.end(bytes)
    })
  }

  it(`settles nothing and breaks nothing, ${FUZZED} times over`, async () => {
    const targets = await shoppers(3)
    const known = await surroundings.sql<Target>(
      `select gateway_session_id as id, merchant_reference_id as reference from bpc_session where state = 'open'`
    )
    expect(known).toHaveLength(targets.length)
    const seed = 20_261_121
    const all = fc.sample(deliveries(known), { numRuns: FUZZED, seed })
    const answers: Record<string, number> = {}
    let next = 0
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let delivery = all[next++]; delivery; delivery = all[next++]) {
          const answer = await send(delivery)
          answers[answer] = (answers[answer] ?? 0) + 1
        }
      })
    )
    expect(Object.keys(answers).sort()).toEqual(["200", "400", "401"])
    expect(sum(answers)).toBe(FUZZED)
    await eventually(
      () =>
        surroundings.sql(`select id from bpc_event where state = 'received'`),
      ({ length }) => length === 0,
      120_000
    )
    expect(
      await surroundings.sql(
        `select outcome from bpc_event where state not in ('done', 'received') limit 5`
      )
    ).toEqual([])
    for (const shopper of targets) {
      expect(await ledgerOf(surroundings, shopper)).toMatchObject({
        state: "open",
        captured: "0",
        order_id: null,
      })
      expect(await ordersOf(surroundings, shopper)).toEqual([])
    }
    printTotal(`fuzzed webhooks: ${JSON.stringify(answers)}`)

    for (const shopper of targets) {
      await surroundings.sandbox.control.pay(shopper.gatewaySessionId)
      await settled(surroundings, shopper)
    }
    await expectPromiseKept(surroundings)
  })

  it("that is no HTTP at all or stops in the middle is survived", async () => {
    const port = Number(new URL(server.url).port)
    const head = "POST /webhooks/bpc HTTP/1.1\r\nHost: localhost\r\n"
    const strange = [
      "\u0000\u0001\u0002",
      "GET",
      `${head}Content-Length: 100\r\n\r\n{"type":`,
      `${head}Content-Length: -1\r\n\r\n`,
      `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
      `${head}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n`,
      `${head}X-Signature: ${"a".repeat(100_000)}\r\n\r\n`,
      `${head}Content-Length: 2\r\n\r\n{}POST /x`,
    ]
    for (const bytes of strange.flatMap((one) => Array<string>(25).fill(one))) {
      await new Promise<void>((done) => {
        const socket = connect(port, "127.0.0.1")
        socket.once("connect", () => socket.end(bytes))
        socket.on("data", () => undefined)
        socket.once("error", () => done())
        socket.once("close", () => done())
        setTimeout(() => socket.destroy(), 100)
      })
    }
    const [shopper] = await shoppers(1)
    await surroundings.sandbox.control.pay(shopper!.gatewaySessionId)
    await settled(surroundings, shopper!)
    expect(server.ended()).toBe(false)
  })
})
