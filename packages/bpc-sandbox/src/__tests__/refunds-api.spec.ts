import { call, closeAll, fundedSession, sandboxFor, type Json } from "./support"

afterEach(closeAll)

async function sessionObject(
  sandbox: Parameters<typeof call>[0],
  id: string
): Promise<Json> {
  return (await call(sandbox, "GET", `/sessions/${id}`)).body
}

describe("POST /refunds", () => {
  it("gives money back, in parts up to what was captured", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentId } = await fundedSession(sandbox)
    const refund = (amount: number) =>
      call(sandbox, "POST", "/refunds", {
        paymentId,
        amount,
        merchantReferenceId: "ref_1",
      })
    const { status, body } = await refund(2500)
    expect(status).toBe(200)
    expect(body).toEqual({
      id: expect.stringMatching(/^re_/),
      paymentId,
      amount: 2500,
      currency: "EUR",
      status: "succeeded",
      merchantReferenceId: "ref_1",
      created: expect.stringMatching(/Z$/),
    })
    expect((await refund(7501)).status).toBe(400)
    expect((await refund(7500)).status).toBe(200)
    expect((await refund(1)).status).toBe(400)
    expect(sandbox.control.getSession(id)).toMatchObject({
      captured: 10000,
      refunded: 10000,
    })
    expect(await sessionObject(sandbox, id)).toMatchObject({
      payment: { status: "succeeded", amountRefunded: 10000 },
    })
  })

  it("carries out two refunds with one reference and one key: nothing is promised", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentId } = await fundedSession(sandbox)
    const body = { paymentId, amount: 1000, merchantReferenceId: "ref_1" }
    for (let time = 0; time < 2; time++) {
      await call(sandbox, "POST", "/refunds", body, { "Idempotency-Key": "k" })
    }
    expect(sandbox.control.getSession(id).refunded).toBe(2000)
  })

  it("carries out one when Idempotency-Key is honoured, and refuses the key with another body", async () => {
    const sandbox = await sandboxFor({ faults: { honourIdempotencyKey: true } })
    const { id, paymentId } = await fundedSession(sandbox)
    const refund = (amount: number) =>
      call(
        sandbox,
        "POST",
        "/refunds",
        { paymentId, amount },
        {
          "Idempotency-Key": "k",
        }
      )
    const first = await refund(1000)
    const second = await refund(1000)
    expect(second.body).toEqual(first.body)
    expect((await refund(1001)).status).toBe(400)
    expect(sandbox.control.getSession(id).refunded).toBe(1000)
  })

  it("may take its time: pending money is neither refunded nor free", async () => {
    const sandbox = await sandboxFor({ faults: { refunds: "pending" } })
    const { id, paymentId } = await fundedSession(sandbox)
    const refund = (amount: number) =>
      call(sandbox, "POST", "/refunds", { paymentId, amount })
    const first = await refund(6000)
    expect(first.body["status"]).toBe("pending")
    expect((await refund(4001)).status).toBe(400)
    const second = await refund(4000)
    expect(sandbox.control.getSession(id)).toMatchObject({
      refunded: 0,
      refundPending: 10000,
      refundable: 0,
    })
    await sandbox.control.settleRefund(String(first.body["id"]), "failed")
    await sandbox.control.settleRefund(String(second.body["id"]), "succeeded")
    expect(sandbox.control.getSession(id)).toMatchObject({
      refunded: 4000,
      refundPending: 0,
      refundable: 6000,
    })
    await expect(
      sandbox.control.settleRefund(String(first.body["id"]), "succeeded")
    ).rejects.toThrow("failed already")
  })

  it("lists and reads the refunds of a payment", async () => {
    const sandbox = await sandboxFor()
    const { paymentId } = await fundedSession(sandbox)
    await fundedSession(sandbox)
    const empty = await call(sandbox, "GET", `/refunds?paymentId=${paymentId}`)
    expect(empty.body).toEqual({ data: [] })
    const one = await call(sandbox, "POST", "/refunds", {
      paymentId,
      amount: 5,
    })
    const list = await call(sandbox, "GET", `/refunds?paymentId=${paymentId}`)
    expect(list.body).toEqual({ data: [one.body] })
    const read = await call(sandbox, "GET", `/refunds/${one.body["id"]}`)
    expect(read.body).toEqual(one.body)
  })

  it.each([
    ["a hold", { paymentData: { captureMethod: "manual" } }, { amount: 1 }],
    ["no amount", {}, {}],
    ["a zero amount", {}, { amount: 0 }],
    [
      "a reference of 37 characters",
      {},
      { amount: 1, merchantReferenceId: "r".repeat(37) },
    ],
  ])("refuses %s", async (_what, session, body) => {
    const sandbox = await sandboxFor()
    const { id, paymentId } = await fundedSession(sandbox, session)
    const answer = await call(sandbox, "POST", "/refunds", {
      paymentId,
      ...body,
    })
    expect(answer.status).toBe(400)
    expect(sandbox.control.getSession(id).refunded).toBe(0)
  })
})
