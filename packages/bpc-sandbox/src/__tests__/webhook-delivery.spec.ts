import { closeAll, createSession, sandboxFor, shop } from "./support"

afterEach(closeAll)

describe("delivery", () => {
  it("is tried again every 30 s until HTTP 200, under one id", async () => {
    const store = await shop([500, 204])
    const sandbox = await sandboxFor({ webhookUrl: store.url })
    const { id } = await createSession(sandbox)
    await sandbox.control.expire(id)
    await sandbox.control.idle()
    expect(store.received).toHaveLength(1)
    await sandbox.control.advanceTime(29_000)
    expect(store.received).toHaveLength(1)
    await sandbox.control.advanceTime(1_000)
    expect(store.received).toHaveLength(2)
    await sandbox.control.advanceTime(300_000)
    expect(store.received).toHaveLength(3)
    const ids = store.received.map((one) => one.headers["api-request-id"])
    expect(new Set(ids).size).toBe(1)
    expect(sandbox.control.deliveries()).toMatchObject([
      {
        state: "delivered",
        tries: [{ status: 500 }, { status: 204 }, { status: 200 }],
      },
    ])
  })

  it("gives up after three tries and can be resent by hand", async () => {
    const store = await shop([500, 500, 500])
    const sandbox = await sandboxFor({ webhookUrl: store.url })
    const { id } = await createSession(sandbox)
    await sandbox.control.expire(id)
    await sandbox.control.advanceTime(600_000)
    const [delivery] = sandbox.control.deliveries()
    expect(delivery).toMatchObject({ state: "failed" })
    expect(delivery?.tries).toHaveLength(3)
    const resent = await sandbox.control.resend(delivery?.id ?? "")
    expect(resent).toMatchObject({ state: "delivered" })
    expect(resent.tries[3]).toMatchObject({ manual: true, status: 200 })
    expect(resent.tries[3]?.headers).toHaveProperty("X-Signature")
  })

  it("writes down a connection that fails and an answer that does not come", async () => {
    const sandbox = await sandboxFor({
      webhookUrl: "http://127.0.0.1:1/",
      webhookRetry: { attempts: 1 },
      timeoutMs: 50,
    })
    const { id } = await createSession(sandbox)
    await sandbox.control.expire(id)
    await sandbox.control.idle()
    expect(sandbox.control.deliveries()[0]).toMatchObject({
      state: "failed",
      tries: [{ status: null, error: expect.stringContaining("refused") }],
    })
    const deaf = await sandboxFor({
      faults: {
        api: [{ operation: "readSession", kind: "timeout_before_commit" }],
      },
    })
    sandbox.control.setWebhook({ url: `${deaf.apiUrl}/sessions/ps_1/expire` })
    deaf.control.setFaults({
      api: [{ operation: "*", kind: "timeout_before_commit" }],
    })
    const [delivery] = sandbox.control.deliveries()
    const resent = await sandbox.control.resend(delivery?.id ?? "")
    expect(resent.tries[1]).toMatchObject({
      status: null,
      error: "No answer within 0.05 s",
    })
  })

  it("is written down without a target and can be resent once there is one", async () => {
    const store = await shop()
    const sandbox = await sandboxFor()
    const { id } = await createSession(sandbox)
    await sandbox.control.expire(id)
    await sandbox.control.idle()
    const [delivery] = sandbox.control.deliveries()
    expect(delivery).toMatchObject({ state: "no_target", tries: [] })
    sandbox.control.setWebhook({ url: store.url, secret: "another" })
    await sandbox.control.resend(delivery?.id ?? "")
    expect(store.types()).toEqual(["session.expired"])
    expect(sandbox.webhookSecret).toBe("another")
    expect(() => sandbox.control.setWebhook({ url: "shop" })).toThrow("http://")
  })

  it("follows no redirect", async () => {
    const store = await shop([302])
    const sandbox = await sandboxFor({
      webhookUrl: store.url,
      webhookRetry: { attempts: 1 },
    })
    const { id } = await createSession(sandbox)
    await sandbox.control.expire(id)
    await sandbox.control.idle()
    expect(sandbox.control.deliveries()[0]).toMatchObject({ state: "failed" })
  })
})
