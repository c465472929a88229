import {
  call,
  closeAll,
  createSession,
  errorCode,
  fundedSession,
  heldSession,
  sandboxFor,
  type Json,
} from "./support"

afterEach(closeAll)

async function sessionObject(
  sandbox: Parameters<typeof call>[0],
  id: string
): Promise<Json> {
  return (await call(sandbox, "GET", `/sessions/${id}`)).body
}

describe("a session's payment", () => {
  it("is absent while attempts only fail, and there from the first success on", async () => {
    const sandbox = await sandboxFor()
    const { id } = await createSession(sandbox)
    await sandbox.control.decline(id)
    await sandbox.control.decline(id)
    const before = await sessionObject(sandbox, id)
    expect(before).toMatchObject({ status: "open", paymentStatus: "unpaid" })
    expect(before).not.toHaveProperty("payment")
    await sandbox.control.pay(id)
    const after = await sessionObject(sandbox, id)
    expect(after).toMatchObject({ status: "completed", paymentStatus: "paid" })
    expect(after["payment"]).toEqual({
      id: expect.stringMatching(/^pay_/),
      status: "succeeded",
      amount: 10000,
      amountCapturable: 0,
      amountCaptured: 10000,
      amountRefunded: 0,
    })
    expect(after).not.toHaveProperty("paymentUrl")
  })

  it("is held with manual capture", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentId } = await heldSession(sandbox)
    expect(await sessionObject(sandbox, id)).toMatchObject({
      status: "completed",
      paymentStatus: "authorized",
      payment: {
        id: paymentId,
        status: "requiresCapture",
        amountCapturable: 10000,
        amountCaptured: 0,
      },
    })
  })

  it("can be read by its id, a failed attempt too", async () => {
    const sandbox = await sandboxFor()
    const { id, object } = await createSession(sandbox)
    const { session } = await sandbox.control.decline(id)
    const paymentId = session.payments[0]?.id ?? ""
    const { body } = await call(sandbox, "GET", `/payments/${paymentId}`)
    expect(body).toMatchObject({
      id: paymentId,
      status: "failed",
      amountCaptured: 0,
      currency: "EUR",
      sessionId: id,
      merchantReferenceId: object["merchantReferenceId"],
      error: { code: "71015" },
    })
  })
})

describe("POST /payments/{id}/capture", () => {
  it("takes the whole hold", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentId } = await heldSession(sandbox)
    const { status, body } = await call(
      sandbox,
      "POST",
      `/payments/${paymentId}/capture`,
      { amount: 10000 }
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({
      status: "succeeded",
      amountCapturable: 0,
      amountCaptured: 10000,
    })
    expect(await sessionObject(sandbox, id)).toMatchObject({
      paymentStatus: "paid",
    })
  })

  it.each([
    ["releases_rest", { status: "succeeded", amountCapturable: 0 }, 400],
    ["keeps_rest", { status: "requiresCapture", amountCapturable: 7500 }, 200],
  ] as const)(
    "takes a part and %s",
    async (partialCapture, expected, again) => {
      const sandbox = await sandboxFor({ faults: { partialCapture } })
      const { id, paymentId } = await heldSession(sandbox)
      const path = `/payments/${paymentId}/capture`
      const { body } = await call(sandbox, "POST", path, { amount: 2500 })
      expect(body).toMatchObject({ ...expected, amountCaptured: 2500 })
      const rest = await call(sandbox, "POST", path, { amount: 7500 })
      expect(rest.status).toBe(again)
      expect(sandbox.control.getSession(id).captured).toBe(
        again === 200 ? 10000 : 2500
      )
    }
  )

  it.each([
    ["above the hold", { amount: 10001 }],
    ["of nothing", { amount: 0 }],
    ["without an amount", {}],
    ["of half a cent", { amount: 0.5 }],
  ])("refuses a capture %s", async (_what, body) => {
    const sandbox = await sandboxFor()
    const { id, paymentId } = await heldSession(sandbox)
    const answer = await call(
      sandbox,
      "POST",
      `/payments/${paymentId}/capture`,
      body
    )
    expect(answer.status).toBe(400)
    expect(sandbox.control.getSession(id)).toMatchObject({
      captured: 0,
      capturable: 10000,
    })
  })

  it("refuses a payment that is captured already", async () => {
    const sandbox = await sandboxFor()
    const { paymentId } = await fundedSession(sandbox)
    const answer = await call(
      sandbox,
      "POST",
      `/payments/${paymentId}/capture`,
      { amount: 1 }
    )
    expect(answer.status).toBe(400)
    expect(errorCode(answer)).toBe("invalid_state")
  })
})

describe("POST /payments/{id}/cancel", () => {
  it("gives the hold back", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentId } = await heldSession(sandbox)
    const { body } = await call(
      sandbox,
      "POST",
      `/payments/${paymentId}/cancel`
    )
    expect(body).toMatchObject({ status: "canceled", amountCapturable: 0 })
    expect(sandbox.control.getSession(id)).toMatchObject({
      authorized: 10000,
      released: 10000,
      captured: 0,
    })
  })

  it("is refused after the first capture, after a cancel, and on a failed attempt", async () => {
    const sandbox = await sandboxFor({
      faults: { partialCapture: "keeps_rest" },
    })
    const part = await heldSession(sandbox)
    await sandbox.control.portalCapture(part.id, 100)
    const gone = await heldSession(sandbox)
    await sandbox.control.portalVoid(gone.id)
    const { id } = await createSession(sandbox)
    const failed = (await sandbox.control.decline(id)).session.payments[0]?.id
    for (const paymentId of [part.paymentId, gone.paymentId, failed]) {
      const answer = await call(
        sandbox,
        "POST",
        `/payments/${paymentId}/cancel`
      )
      expect(answer.status).toBe(400)
      expect(errorCode(answer)).toBe("invalid_state")
    }
  })
})
