import { createHmac } from "node:crypto"
import {
  closeAll,
  createSession,
  fundedSession,
  heldSession,
  sandboxFor,
  shop,
  call,
} from "./support"

afterEach(closeAll)

describe("events", () => {
  it("carry the documented headers and envelope, signed over the bytes sent", async () => {
    const store = await shop()
    const sandbox = await sandboxFor({ webhookUrl: store.url })
    const { id } = await createSession(sandbox, { locale: "de" })
    await sandbox.control.expire(id)
    await sandbox.control.idle()
    const [event] = store.received
    const signature = String(event?.headers["x-signature"])
    const [, t = "", v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? []
    expect(Math.abs(Number(t) - Date.now() / 1000)).toBeLessThan(60)
    expect(v1).toBe(
      createHmac("sha256", "whsec_sandbox")
        .update(`${event?.body}.${t}`)
        .digest("hex")
    )
    expect(event?.headers).toMatchObject({
      "content-type": "application/json",
      "x-version": "2023-11-15",
      "api-request-id": expect.stringMatching(/^req_[0-9a-f-]{36}$/),
    })
    expect(JSON.parse(event?.body ?? "")).toMatchObject({
      created: expect.stringMatching(/\+00:00$/),
      type: "session.expired",
      data: {
        object: {
          id,
          status: "expired",
          locale: "de",
          paymentUrl: expect.any(String),
          expiresAt: expect.stringMatching(/\+00:00$/),
        },
      },
    })
  })

  it("follow one payment in the order of the dialect", async () => {
    const store = await shop()
    const sandbox = await sandboxFor({
      webhookUrl: store.url,
      faults: { refunds: "pending" },
    })
    const { id } = await createSession(sandbox)
    await sandbox.control.decline(id)
    await sandbox.control.pay(id)
    const { refunds } = await sandbox.control.portalRefund(id, 100)
    await sandbox.control.settleRefund(refunds[0]?.id ?? "", "succeeded")
    const again = await sandbox.control.portalRefund(id, 100)
    await sandbox.control.settleRefund(again.refunds[1]?.id ?? "", "failed")
    await sandbox.control.idle()
    expect(store.types()).toEqual([
      "payment.failed",
      "payment.succeeded",
      "session.completed",
      "refund.succeeded",
      "refund.failed",
    ])
  })

  it("tell a hold, its capture and its release", async () => {
    const store = await shop()
    const sandbox = await sandboxFor({ webhookUrl: store.url })
    const held = await heldSession(sandbox)
    await call(sandbox, "POST", `/payments/${held.paymentId}/capture`, {
      amount: 10000,
    })
    await sandbox.control.idle()
    const other = await heldSession(sandbox)
    await call(sandbox, "POST", `/payments/${other.paymentId}/cancel`)
    await sandbox.control.idle()
    expect(store.types()).toEqual([
      "payment.amountCapturableUpdated",
      "session.completed",
      "payment.funded",
      "payment.succeeded",
      "payment.amountCapturableUpdated",
      "session.completed",
      "payment.canceled",
    ])
  })

  it.each([
    ["both", ["merchantReferenceId", "sessionId"]],
    ["sessionId", ["sessionId"]],
    ["merchantReferenceId", ["merchantReferenceId"]],
    ["none", []],
  ] as const)("name a payment's session by %s", async (choice, names) => {
    const store = await shop()
    const sandbox = await sandboxFor({
      webhookUrl: store.url,
      faults: { paymentBackReference: choice },
    })
    await fundedSession(sandbox)
    await sandbox.control.idle()
    const keys = Object.keys(store.received[0]?.object ?? {})
    expect(
      keys.filter((key) => /sessionId|merchantReferenceId/.test(key)).sort()
    ).toEqual(names)
  })

  it("are snapshots of their moment, however late they arrive", async () => {
    const store = await shop()
    const sandbox = await sandboxFor({
      webhookUrl: store.url,
      faults: { webhooks: { delayMs: { "payment.succeeded": 60_000 } } },
    })
    const { id } = await fundedSession(sandbox)
    await sandbox.control.portalRefund(id)
    await sandbox.control.advanceTime(60_000)
    expect(store.types()).toEqual([
      "session.completed",
      "refund.succeeded",
      "payment.succeeded",
    ])
    expect(store.received[2]?.object).toMatchObject({ amountRefunded: 0 })
  })
})
