import { expectPromiseKept, settled } from "../support/books"
import { ADMIN } from "../support/admin"
import { Clerk } from "../support/clerk"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/*
 * What bookkeeping takes out: files of payments, and of captures and refunds, that add up to what the gateway has.
 */

jest.setTimeout(180_000)

let store: Store
let clerk: Clerk
let token: string

beforeAll(async () => {
  store = await startStore()
  clerk = await Clerk.logIn(store)
  const login = await fetch(`${store.url}/auth/user/emailpass`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ADMIN),
  })
  token = ((await login.json()) as { token: string }).token
})
afterAll(() => store.close())

async function sale(market: "eur" | "jpy" | "kwd"): Promise<Shopper> {
  const shopper = new Shopper(store, market)
  await shopper.startCheckout()
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  await settled(store, shopper)
  return shopper
}

async function exported(query: string) {
  const response = await fetch(`${store.url}/admin/bpc/export?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}

const textOf = ({ bytes }: { bytes: Uint8Array }) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)

/** A reader of its own: fields of these files have neither separators nor line ends in them. */
async function rowsOf(query: string): Promise<Record<string, string>[]> {
  const answer = await exported(query)
  expect(answer).toMatchObject({ status: 200, type: "text/csv; charset=utf-8" })
  const [head = "", ...lines] = textOf(answer).trimEnd().split("\r\n")
  const columns = head.split(",")
  return lines.map((line) => {
    const cells = line.split(",")
    expect(cells).toHaveLength(columns.length)
    return Object.fromEntries(
      columns.map((column, index) => [column, cells[index] ?? ""])
    )
  })
}

/** Digits alone are added: no float comes near the amounts. */
const minor = (amount: string) => BigInt(amount.replace(".", ""))

it("what is captured and given back adds up to what the gateway has, in three currencies", async () => {
  const shoppers = [await sale("eur"), await sale("jpy"), await sale("kwd")]
  await store.sandbox.control.portalRefund(shoppers[0]!.gatewaySessionId, 150)
  const sums = () =>
    rowsOf("kind=operations").then((rows) => {
      const sum: Record<string, Record<string, bigint>> = {}
      for (const { currency = "", kind = "", amount = "" } of rows) {
        const of = (sum[currency] ??= { capture: 0n, refund: 0n })
        of[kind] = (of[kind] ?? 0n) + minor(amount)
      }
      return sum
    })
  const books = store.sandbox.control.books()
  const expected = Object.fromEntries(
    Object.entries(books).map(([currency, { captured, refunded }]) => [
      currency,
      { capture: BigInt(captured), refund: BigInt(refunded) },
    ])
  )
  expect(Object.keys(expected).sort()).toEqual(["EUR", "JPY", "KWD"])
  await eventually(
    async () => String(JSON.stringify(await sums(), bigints)),
    (text) => text.includes('"refund":"150"')
  )
  expect(await sums()).toEqual(expected)

  await expectPromiseKept(store)
  const payments = await rowsOf("kind=payments")
  expect(payments).toHaveLength(3)
  expect(
    payments.map(({ currency, captured }) => [
      currency,
      captured?.split(".")[1]?.length ?? 0,
    ])
  ).toEqual([
    ["EUR", 2],
    ["JPY", 0],
    ["KWD", 3],
  ])
  expect(payments[0]).toMatchObject({
    state: "paid",
    refunded: "1.50",
    order: expect.stringMatching(/^\d+$/),
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  })
})

const bigints = (_: string, value: unknown) =>
  typeof value === "bigint" ? String(value) : value

it("takes the list's own filters, and its period", async () => {
  const all = await rowsOf("kind=payments")
  expect(await rowsOf("kind=payments&state=open")).toEqual([])
  expect(await rowsOf("kind=payments&from=2000-01-01&to=2000-02-01")).toEqual(
    []
  )
  expect(await rowsOf(`kind=payments&q=${all[1]!.cart_id}`)).toEqual([all[1]])
  expect(await rowsOf(`kind=operations&q=${all[1]!.cart_id}`)).toMatchObject([
    { kind: "capture", payment_id: all[1]!.payment_id },
  ])
})

it("counts a last day with all of it, to its last microsecond, and the next one without", async () => {
  const [row] = await store.sql<{ id: string }>(
    `insert into bpc_movement (session_id, kind, amount, at)
     select id, 'capture', 1, cast('2024-05-31T23:59:59.999999Z' as timestamptz) from bpc_session limit 1 returning session_id as id`
  )
  await store.sql(
    `update bpc_session set created_at = '2024-05-31T23:59:59.999999Z' where id = $1`,
    [row!.id]
  )
  for (const kind of ["payments", "operations"]) {
    const in_ = (period: string) => rowsOf(`kind=${kind}&${period}`)
    expect(await in_("from=2024-05-01&to=2024-05-31")).toHaveLength(1)
    expect(await in_("from=2024-06-01&to=2024-06-30")).toHaveLength(0)
  }
  await store.sql(`delete from bpc_movement where amount = 1`)
  await store.sql(`update bpc_session set created_at = now() where id = $1`, [
    row!.id,
  ])
})

it("runs nothing in a spreadsheet, and keeps what a shopper wrote in its cell", async () => {
  await store.sql(
    `update bpc_session set email = case currency_code when 'EUR' then '=HYPERLINK("http://x")@e.example' when 'JPY' then '@SUM(1,2)' else E'a"b\\nc@e.example' end`
  )
  const text = textOf(await exported("kind=payments"))
  expect(text).toContain(`"'=HYPERLINK(""http://x"")@e.example"`)
  expect(text).toContain(`"'@SUM(1,2)"`)
  expect(text).toContain(`"a""b\nc@e.example"`)
  expect(text).not.toMatch(/(^|,)"?[=@+]/m)
})

it("opens in a spreadsheet of either kind: byte order mark, separator and decimal sign of its language", async () => {
  const semicolon = await exported("kind=payments&layout=semicolon")
  expect([...semicolon.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(textOf(semicolon)).toMatch(/^\ufeffpayment_id;created_at;/)
  expect(textOf(semicolon)).toContain(";1,50;")
  const comma = textOf(await exported("kind=payments&layout=comma"))
  expect(comma).toMatch(/^\ufeffpayment_id,created_at,/)
  expect(comma).toContain(",1.50,")
})

it.each([
  ["", /kind must be one of payments, operations/],
  ["kind=orders", /kind must be one of/],
  ["kind=payments&layout=xls", /layout must be one of/],
  ["kind=payments&from=tomorrow", /from must be a date/],
  [
    "kind=payments&from=2026-02-01&to=2026-01-01",
    /to must not lie before from/,
  ],
])("%j is refused by the name of its field", async (query, complaint) => {
  const refused = await clerk.call<{ message: string }>(
    "GET",
    `/admin/bpc/export?${query}`
  )
  expect(refused.status).toBe(400)
  expect(refused.body.message).toMatch(complaint)
})

it("is nothing for those who are not logged in", async () => {
  const response = await fetch(`${store.url}/admin/bpc/export?kind=payments`)
  expect(response.status).toBe(401)
})

it("a movement stands in the moment in which the ledger learned of it, and what turned out to be less is taken back", async () => {
  const [row] = await store.sql<{ id: string }>(
    `select id from bpc_session where currency_code = 'EUR'`
  )
  await store.sql(
    `update bpc_session set refunded = refunded - 50 where id = $1`,
    [row!.id]
  )
  await store.sql(`update bpc_session set refunded = refunded where id = $1`, [
    row!.id,
  ])
  const rows = await rowsOf(`kind=operations&q=${row!.id}`)
  expect(rows.map(({ kind, amount }) => [kind, amount])).toEqual([
    ["capture", "26.90"],
    ["refund", "1.50"],
    ["refund", "-0.50"],
  ])
})

describe("the totals", () => {
  type Total = Record<string, string | number>
  const totals = async (query: string) =>
    (await clerk.call<{ totals: Total[] }>("GET", `/admin/bpc/totals?${query}`))
      .body.totals

  it("are what the gateway took and gave back, by currency, and add up over the days", async () => {
    const books = Object.entries(store.sandbox.control.books())
    const seen = await totals("group=month")
    for (const [currency, { captured }] of books) {
      expect(
        seen.find(({ currency_code }) => currency_code === currency)
      ).toMatchObject({ taken: captured, payments: 1, mode: "test" })
    }
    const euros = seen.find(({ currency_code }) => currency_code === "EUR")!
    // 1.50 went back, of which the test before took 0.50 off again.
    expect(euros).toMatchObject({ refunded: 100, refunds: 1, exponent: 2 })
    expect(euros.net).toBe(Number(euros.taken) - 100)
  })

  it("go by the days of the shop's time zone, also where it is off by half an hour", async () => {
    await store.sql(
      `insert into bpc_movement (session_id, kind, amount, at)
       select id, 'capture', moved.amount, cast(moved.at as timestamptz) from bpc_session,
         (values (10, '2024-03-09T18:29:59Z'), (200, '2024-03-09T18:30:00Z'), (3000, '2024-03-10T18:29:59Z')) as moved (amount, at)
       where currency_code = 'EUR'`
    )
    const days = async (query: string) =>
      (await totals(query)).map(({ period, taken }) => [period, taken])
    expect(
      await days("from=2024-03-09&to=2024-03-10&time_zone=Asia/Kolkata")
    ).toEqual([
      ["2024-03-09", 10],
      ["2024-03-10", 3200],
    ])
    expect(await days("from=2024-03-10&to=2024-03-10")).toEqual([
      ["2024-03-10", 3000],
    ])
    expect(
      await days(
        "from=2024-03-01&to=2024-03-31&group=month&time_zone=Asia/Kolkata"
      )
    ).toEqual([["2024-03", 3210]])
    expect(
      await days("from=2024-03-09T18:30:00Z&to=2024-03-09T18:30:00Z")
    ).toEqual([["2024-03-09", 200]])
  })

  it.each([
    ["group=week", /group must be one of day, month/],
    ["time_zone=Mars/Olympus", /time_zone must be a time zone/],
    ["from=someday", /from must be a date/],
    ["from=2026-02-01&to=2026-01-01", /to must not lie before from/],
  ])("%j is refused by the name of its field", async (query, complaint) => {
    const refused = await clerk.call<{ message: string }>(
      "GET",
      `/admin/bpc/totals?${query}`
    )
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(complaint)
  })
})
