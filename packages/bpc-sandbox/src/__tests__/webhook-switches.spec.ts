import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import {
  closeAll,
  createSession,
  fundedSession,
  sandboxFor,
  shop,
  call,
} from "./support"
import type { FaultsInput } from "../faults"

afterEach(closeAll)

describe("webhook switches", () => {
  async function paid(faults: FaultsInput) {
    const store = await shop()
    const sandbox = await sandboxFor({ webhookUrl: store.url, faults })
    const session = await fundedSession(sandbox)
    await sandbox.control.idle()
    return { store, sandbox, session }
  }

  it("drop: nothing arrives, by hand it still does", async () => {
    const { store, sandbox } = await paid({ webhooks: { drop: true } })
    expect(store.received).toEqual([])
    const [delivery] = sandbox.control.deliveries()
    expect(delivery).toMatchObject({ state: "dropped" })
    await sandbox.control.resend(delivery?.id ?? "")
    expect(store.types()).toEqual(["payment.succeeded"])
  })

  it("drop: only the listed types", async () => {
    const { store } = await paid({ webhooks: { drop: ["session.completed"] } })
    expect(store.types()).toEqual(["payment.succeeded"])
  })

  it("duplicate: copies with the same body and the same id", async () => {
    const { store } = await paid({ webhooks: { duplicate: 2 } })
    expect(store.types()).toEqual([
      ...Array.from({ length: 3 }, () => "payment.succeeded"),
      ...Array.from({ length: 3 }, () => "session.completed"),
    ])
    const copies = store.received.slice(0, 3)
    expect(new Set(copies.map((one) => one.body)).size).toBe(1)
    expect(
      new Set(copies.map((one) => one.headers["api-request-id"])).size
    ).toBe(1)
  })

  it("together: the second event does not wait for the first one's answer", async () => {
    let first: ServerResponse | undefined
    const store = createServer((request, response) => {
      request.resume()
      if (!first) return (first = response)
      response.end()
      return first.end()
    })
    await new Promise<void>((resolve) => store.listen(0, "127.0.0.1", resolve))
    const { port } = store.address() as AddressInfo
    const { sandbox } = await paid({ webhooks: { together: true } })
    sandbox.control.setWebhook({ url: `http://127.0.0.1:${port}/` })
    await fundedSession(sandbox)
    await sandbox.control.idle()
    const states = sandbox.control.deliveries().map((one) => one.state)
    expect(states.slice(-2)).toEqual(["delivered", "delivered"])
    store.close()
  })

  it("reorder: the opposite order", async () => {
    const { store } = await paid({ webhooks: { reorder: true } })
    expect(store.types()).toEqual(["session.completed", "payment.succeeded"])
  })

  it("delayMs: nothing before its time", async () => {
    const { store, sandbox } = await paid({ webhooks: { delayMs: 5000 } })
    expect(store.received).toEqual([])
    await sandbox.control.advanceTime(5000)
    expect(store.types()).toEqual(["payment.succeeded", "session.completed"])
  })

  it("unknownEvents: an event that no document knows comes first", async () => {
    const { store } = await paid({ webhooks: { unknownEvents: true } })
    expect(store.types()).toEqual([
      "dispute.opened",
      "payment.succeeded",
      "session.completed",
    ])
  })

  it("sessionCreated: the event of the EDS document", async () => {
    const { store } = await paid({ webhooks: { sessionCreated: true } })
    expect(store.types()[0]).toBe("session.created")
  })

  it.each([
    ["per_event", 2],
    ["per_happening", 1],
  ] as const)(
    "requestId %s: %i ids for two events",
    async (requestId, count) => {
      const { store } = await paid({ webhooks: { requestId } })
      const ids = store.received.map((one) => one.headers["api-request-id"])
      expect(new Set(ids).size).toBe(count)
    }
  )

  it("requestId absent and per_try", async () => {
    const { store, sandbox } = await paid({ webhooks: { requestId: "absent" } })
    expect(store.received[0]?.headers).not.toHaveProperty("api-request-id")
    sandbox.control.setFaults({ webhooks: { requestId: "per_try" } })
    const { id } = await createSession(sandbox)
    await sandbox.control.expire(id)
    await sandbox.control.idle()
    await sandbox.control.resend(sandbox.control.deliveries().at(-1)?.id ?? "")
    const [first, second] = store.received
      .slice(-2)
      .map((one) => one.headers["api-request-id"])
    expect(first).not.toBe(second)
  })

  it("early: the event of a call arrives before its answer", async () => {
    const order: string[] = []
    const store = await shop()
    const sandbox = await sandboxFor({
      webhookUrl: store.url,
      faults: { webhooks: { early: true } },
    })
    const push = store.received.push.bind(store.received)
    store.received.push = (...events) => {
      order.push(...events.map((event) => event.type))
      return push(...events)
    }
    const { id } = await createSession(sandbox)
    order.push("answer")
    await call(sandbox, "POST", `/sessions/${id}/expire`)
    order.push("answer")
    expect(order).toEqual([
      "session.created",
      "answer",
      "session.expired",
      "answer",
    ])
  })

  it("webhookOrder: the redirect waits for the webhooks, or leaves before them", async () => {
    const store = await shop()
    const sandbox = await sandboxFor({
      webhookUrl: store.url,
      faults: { webhookOrder: "before_redirect" },
    })
    const first = await createSession(sandbox)
    await sandbox.control.pay(first.id)
    expect(store.received).toHaveLength(2)
    sandbox.control.setFaults({ webhookOrder: "after_redirect" })
    const second = await createSession(sandbox)
    await sandbox.control.pay(second.id)
    expect(store.received).toHaveLength(2)
    await sandbox.control.idle()
    expect(store.received).toHaveLength(4)
  })

  it("retryKeepsTimestamp: a retry is signed with its first time", async () => {
    const store = await shop([500])
    let now = Date.now()
    const sandbox = await sandboxFor({
      webhookUrl: store.url,
      clock: () => now,
      faults: { signature: { retryKeepsTimestamp: true } },
    })
    const { id } = await createSession(sandbox)
    await sandbox.control.expire(id)
    await sandbox.control.idle()
    now += 10_000
    await sandbox.control.advanceTime(20_000)
    const [first, second] = store.received.map(
      (one) => one.headers["x-signature"]
    )
    expect(second).toBe(first)
  })
})
