import { request } from "node:http"
import { noFaults } from "../faults"
import {
  closeAll,
  createSession,
  fundedSession,
  heldSession,
  sandboxFor,
  shop,
  type Json,
} from "./support"
import type { Sandbox } from ".."

afterEach(closeAll)

async function control(
  sandbox: Sandbox,
  method: "GET" | "POST",
  path: string,
  body?: unknown
): Promise<{ status: number; body: Json }> {
  const answer = await fetch(`${sandbox.url}/control${path}`, {
    method,
    ...(method === "POST" && {
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body ?? {}),
    }),
  })
  return { status: answer.status, body: (await answer.json()) as Json }
}

describe("the control API", () => {
  it("does what the methods do", async () => {
    const store = await shop()
    const sandbox = await sandboxFor()
    const target = { url: store.url, secret: "s" }
    expect((await control(sandbox, "POST", "/webhook", target)).status).toBe(
      200
    )
    const { id } = await createSession(sandbox, {
      merchantReferenceId: "payses_1",
    })
    await control(sandbox, "POST", `/sessions/${id}/decline`)
    await control(sandbox, "POST", `/sessions/payses_1/cancel`)
    const paid = await control(sandbox, "POST", `/sessions/${id}/pay`, {
      card: "4111111111111111",
      hold: true,
    })
    expect(paid.body).toMatchObject({
      outcome: "paid",
      session: { capturable: 10000 },
    })
    await control(sandbox, "POST", `/sessions/${id}/capture`, { amount: 4000 })
    await control(sandbox, "POST", "/faults", { refunds: "pending" })
    const refunded = await control(sandbox, "POST", `/sessions/${id}/refund`, {
      amount: 1000,
    })
    const [refund] = (refunded.body["session"] as { refunds: { id: string }[] })
      .refunds
    await control(sandbox, "POST", `/refunds/${refund?.id}/settle`, {
      outcome: "succeeded",
    })
    await control(sandbox, "POST", "/idle")
    const books = await control(sandbox, "GET", "/books")
    expect(books.body).toMatchObject({
      books: { EUR: { captured: 4000, released: 6000, refunded: 1000 } },
    })
    const read = await control(sandbox, "GET", `/sessions/${id}`)
    expect(read.body["session"]).toEqual(sandbox.control.getSession(id))
    const list = await control(sandbox, "GET", "/sessions")
    expect(list.body["sessions"]).toHaveLength(1)
    const deliveries = await control(sandbox, "GET", "/deliveries")
    const [first] = deliveries.body["deliveries"] as { id: string }[]
    const resent = await control(
      sandbox,
      "POST",
      `/deliveries/${first?.id}/resend`
    )
    expect(resent.body).toMatchObject({ delivery: { state: "delivered" } })
    expect(
      (await control(sandbox, "GET", "/requests")).body["requests"]
    ).toHaveLength(1)
    await control(sandbox, "POST", "/requests/clear")
    expect(sandbox.control.requests()).toEqual([])
    expect((await control(sandbox, "GET", "/faults")).body).toMatchObject({
      faults: { refunds: "pending" },
    })
    await control(sandbox, "POST", "/faults/clear")
    expect(sandbox.control.faults()).toEqual(noFaults())
  })

  it("voids, expires, moves the clock and forgets", async () => {
    const sandbox = await sandboxFor()
    const { id } = await heldSession(sandbox)
    await control(sandbox, "POST", `/sessions/${id}/void`)
    expect(sandbox.control.getSession(id).released).toBe(10000)
    const open = await createSession(sandbox)
    const expired = await control(
      sandbox,
      "POST",
      `/sessions/${open.id}/expire`
    )
    expect(expired.body).toMatchObject({ session: { status: "expired" } })
    const before = sandbox.control.now().getTime()
    await control(sandbox, "POST", "/time", { ms: 60_000 })
    expect(sandbox.control.now().getTime() - before).toBeGreaterThanOrEqual(
      60_000
    )
    await control(sandbox, "POST", "/reset")
    expect(sandbox.control.listSessions()).toEqual([])
  })

  it.each([
    ["/sessions/ps_unknown/pay", {}, 404],
    ["/deliveries/whd_unknown/resend", {}, 404],
    ["/refunds/re_unknown/settle", { outcome: "succeeded" }, 404],
    ["/refunds/re_unknown/settle", { outcome: "maybe" }, 400],
    ["/faults", { nonsense: 1 }, 400],
    ["/time", { ms: -1 }, 400],
    ["/webhook", { url: "ftp://shop" }, 400],
    ["/webhook", { secret: "" }, 400],
  ])("refuses %s %j with %i", async (path, body, status) => {
    const sandbox = await sandboxFor()
    const answer = await control(sandbox, "POST", path, body)
    expect(answer.status).toBe(status)
    expect(answer.body).toHaveProperty("error.message")
  })

  it("refuses portal amounts that do not fit and sessions without money", async () => {
    const sandbox = await sandboxFor()
    const { id } = await createSession(sandbox)
    await expect(sandbox.control.portalRefund(id)).rejects.toThrow(
      "Nothing was paid"
    )
    const paid = await fundedSession(sandbox)
    await expect(sandbox.control.portalRefund(paid.id, 0.5)).rejects.toThrow(
      "integer"
    )
    await expect(sandbox.control.portalRefund(paid.id, 10001)).rejects.toThrow(
      "above"
    )
    expect(sandbox.control.getSession(paid.id).refunded).toBe(0)
  })

  it("does not take a form of another website", async () => {
    const sandbox = await sandboxFor()
    const answer = await fetch(`${sandbox.url}/control/reset`, {
      method: "POST",
      body: new URLSearchParams({ a: "1" }),
    })
    expect(answer.status).toBe(415)
  })

  it.each(["/control/sessions", "/", "/control"])(
    "answers %s not under a name of somebody else",
    async (path) => {
      const sandbox = await sandboxFor()
      const status = await statusUnder(sandbox, path, "evil.example:80")
      expect(status).toBe(403)
      const local = new URL(sandbox.url).host.replace("127.0.0.1", "localhost")
      expect(await statusUnder(sandbox, path, local)).toBe(200)
    }
  )

  it("answers everybody once it is opened to the network", async () => {
    const sandbox = await sandboxFor({ host: "0.0.0.0" })
    expect(await statusUnder(sandbox, "/control/sessions", "box.example")).toBe(
      200
    )
  })
})

function statusUnder(
  sandbox: Sandbox,
  path: string,
  host: string
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(sandbox.url + path, { headers: { Host: host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on("error", reject)
      .end()
  })
}
