import type { Sandbox } from ".."
import {
  call,
  closeAll,
  createSession,
  fundedSession,
  heldSession,
  sandboxFor,
  shop,
  type Json,
} from "./support"

afterEach(closeAll)

async function post(
  sandbox: Sandbox,
  operation: string,
  fields: Record<string, string>,
  login: Record<string, string> = {
    userName: sandbox.apiLogin,
    password: sandbox.apiPassword,
  }
): Promise<Json> {
  const answer = await fetch(`${sandbox.v1ApiUrl}/${operation}.do`, {
    method: "POST",
    body: new URLSearchParams({ ...login, ...fields }),
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Json
}

const mdOrderOf = (sandbox: Sandbox, id: string) =>
  sandbox.control.getSession(id).mdOrder

const status = (sandbox: Sandbox, orderId: string) =>
  post(sandbox, "getOrderStatusExtended", { orderId })

const DONE = { errorCode: "0", errorMessage: "Success" }

describe("the Merchant REST API", () => {
  it("reads an order by the mdOrder of its payment page", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentUrl } = await createSession(sandbox)
    const orderId = new URL(paymentUrl).searchParams.get("mdOrder") ?? ""
    expect(await status(sandbox, orderId)).toMatchObject({
      ...DONE,
      orderStatus: 0,
      actionCode: "-100",
      amount: 10000,
      currency: "978",
    })
    await sandbox.control.pay(id)
    const paid = await status(sandbox, orderId)
    expect(paid).toMatchObject({
      orderStatus: 2,
      paymentAmountInfo: {
        paymentState: "DEPOSITED",
        depositedAmount: 10000,
        refundedAmount: 0,
      },
    })
    expect(paid).not.toHaveProperty("refunds")
  })

  it("says nothing of the status of an order that it does not know", async () => {
    const sandbox = await sandboxFor()
    const answer = await status(sandbox, "11111111-2222-3333-4444-555555555555")
    expect(answer).toMatchObject({ errorCode: "6" })
    expect(answer).not.toHaveProperty("orderStatus")
  })

  it.each<Record<string, string>>([
    {},
    { userName: "sandbox-api", password: "wrong" },
  ])("refuses the login %j with code 5", async (login) => {
    const sandbox = await sandboxFor()
    const { id } = await fundedSession(sandbox)
    expect(
      await post(
        sandbox,
        "refund",
        { orderId: mdOrderOf(sandbox, id), amount: "1" },
        login
      )
    ).toEqual({ errorCode: "5", errorMessage: "Access denied" })
    expect(sandbox.control.getSession(id).refunded).toBe(0)
  })

  it("captures a hold, and the same books and events show in V2", async () => {
    const { url, types } = await shop()
    const sandbox = await sandboxFor({ webhookUrl: url })
    const { id, paymentId } = await heldSession(sandbox)
    const orderId = mdOrderOf(sandbox, id)
    expect(await status(sandbox, orderId)).toMatchObject({
      orderStatus: 1,
      paymentAmountInfo: { approvedAmount: 10000, depositedAmount: 0 },
    })
    expect(
      await post(sandbox, "deposit", {
        orderId,
        amount: "4000",
        currency: "978",
      })
    ).toEqual(DONE)
    expect(
      (await call(sandbox, "GET", `/payments/${paymentId}`)).body
    ).toMatchObject({
      status: "succeeded",
      amountCaptured: 4000,
    })
    await sandbox.control.idle()
    expect(types()).toEqual(
      expect.arrayContaining(["payment.funded", "payment.succeeded"])
    )
  })

  it("takes the amount 0 for the whole order, as the documents warn", async () => {
    const sandbox = await sandboxFor()
    const { id } = await heldSession(sandbox)
    const orderId = mdOrderOf(sandbox, id)
    await post(sandbox, "deposit", { orderId, amount: "0" })
    expect(sandbox.control.getSession(id).captured).toBe(10000)
    await post(sandbox, "refund", { orderId, amount: "0" })
    expect(sandbox.control.getSession(id).refunded).toBe(10000)
  })

  it("shows a capture in steps as intermediate when the rest is kept", async () => {
    const sandbox = await sandboxFor({
      faults: { partialCapture: "keeps_rest" },
    })
    const { id } = await heldSession(sandbox)
    const orderId = mdOrderOf(sandbox, id)
    await post(sandbox, "deposit", { orderId, amount: "4000" })
    expect(await status(sandbox, orderId)).toMatchObject({ orderStatus: 8 })
  })

  it.each([
    ["above the hold", { amount: "10001" }],
    ["without an amount", {}],
    ["with a decimal amount", { amount: "10.00" }],
    ["in another currency", { amount: "1", currency: "840" }],
  ])(
    "refuses a capture %s with code 5",
    async (_, fields: Record<string, string>) => {
      const sandbox = await sandboxFor()
      const { id } = await heldSession(sandbox)
      const orderId = mdOrderOf(sandbox, id)
      expect(
        await post(sandbox, "deposit", { orderId, ...fields })
      ).toMatchObject({
        errorCode: "5",
      })
      expect(sandbox.control.getSession(id).captured).toBe(0)
    }
  )

  it("releases a hold, and after a refused attempt never again", async () => {
    const sandbox = await sandboxFor()
    const released = await heldSession(sandbox)
    const orderId = mdOrderOf(sandbox, released.id)
    expect(await post(sandbox, "reverse", { orderId })).toEqual(DONE)
    expect(await status(sandbox, orderId)).toMatchObject({ orderStatus: 3 })

    const spoilt = await heldSession(sandbox)
    const other = mdOrderOf(sandbox, spoilt.id)
    await post(sandbox, "reverse", { orderId: other, amount: "999999" })
    expect(await post(sandbox, "reverse", { orderId: other })).toMatchObject({
      errorCode: "5",
    })
    expect(sandbox.control.getSession(spoilt.id).capturable).toBe(10000)
  })

  it("makes one refund for one externalRefundId", async () => {
    const sandbox = await sandboxFor()
    const { id } = await fundedSession(sandbox)
    const orderId = mdOrderOf(sandbox, id)
    const refund = () =>
      post(sandbox, "refund", {
        orderId,
        amount: "2500",
        externalRefundId: "ref_1",
        expectedDepositedAmount: "10000",
      })
    expect(await refund()).toEqual(DONE)
    expect(await refund()).toEqual(DONE)
    expect(await status(sandbox, orderId)).toMatchObject({
      orderStatus: 4,
      paymentAmountInfo: { depositedAmount: 7500, refundedAmount: 2500 },
      refunds: [{ amount: 2500, actionCode: "0", externalRefundId: "ref_1" }],
    })
  })

  it("refunds only while the deposited amount is the expected one", async () => {
    const sandbox = await sandboxFor()
    const { id } = await fundedSession(sandbox)
    const orderId = mdOrderOf(sandbox, id)
    const refund = (externalRefundId: string) =>
      post(sandbox, "refund", {
        orderId,
        amount: "2500",
        externalRefundId,
        expectedDepositedAmount: "10000",
      })
    await refund("ref_1")
    expect(await refund("ref_2")).toMatchObject({ errorCode: "5" })
    expect(sandbox.control.getSession(id).refunded).toBe(2500)
  })

  it("lists a refund under way with code 1120 until it ends", async () => {
    const sandbox = await sandboxFor({ faults: { refunds: "pending" } })
    const { id } = await fundedSession(sandbox)
    const orderId = mdOrderOf(sandbox, id)
    await post(sandbox, "refund", { orderId, amount: "2500" })
    expect(await status(sandbox, orderId)).toMatchObject({
      paymentAmountInfo: { depositedAmount: 10000, refundedAmount: 0 },
      refunds: [{ actionCode: "1120" }],
    })
    const [refund] = sandbox.control.getSession(id).refunds
    await sandbox.control.settleRefund(refund?.id ?? "", "succeeded")
    expect(await status(sandbox, orderId)).toMatchObject({
      paymentAmountInfo: { depositedAmount: 7500, refundedAmount: 2500 },
      refunds: [{ actionCode: "0" }],
    })
  })

  it("ends an unpaid order when both of its numbers are given", async () => {
    const sandbox = await sandboxFor()
    const { id } = await createSession(sandbox, { merchantReferenceId: "4711" })
    const orderId = mdOrderOf(sandbox, id)
    expect(await post(sandbox, "decline", { orderId })).toMatchObject({
      errorCode: "5",
    })
    expect(
      await post(sandbox, "decline", { orderId, orderNumber: "4711" })
    ).toEqual(DONE)
    expect(await status(sandbox, orderId)).toMatchObject({ orderStatus: 6 })
    expect(sandbox.control.getSession(id).status).toBe("expired")
  })

  it("obeys faults, and keeps the login out of the log", async () => {
    const sandbox = await sandboxFor()
    const { id } = await fundedSession(sandbox)
    const orderId = mdOrderOf(sandbox, id)
    sandbox.control.setFaults({
      api: [
        { operation: "refund", kind: "status_after_commit", sessionId: id },
      ],
    })
    const answer = await fetch(`${sandbox.v1ApiUrl}/refund.do`, {
      method: "POST",
      body: new URLSearchParams({
        userName: sandbox.apiLogin,
        password: sandbox.apiPassword,
        orderId,
        amount: "100",
      }),
    })
    expect(answer.status).toBe(500)
    expect(sandbox.control.getSession(id).refunded).toBe(100)
    const logged = sandbox.control
      .requests()
      .find(({ operation }) => operation === "refund")
    expect(logged).toMatchObject({
      sessionId: id,
      fault: "status_after_commit",
      body: { userName: "***", password: "***", orderId, amount: "100" },
    })
  })

  it("answers in each of the forms that the documents show", async () => {
    const sandbox = await sandboxFor({
      faults: {
        v1: { codes: "success_flag", version: 2, amounts: "text" },
      },
    })
    const { id } = await fundedSession(sandbox)
    const answer = await status(sandbox, mdOrderOf(sandbox, id))
    expect(answer).toMatchObject({ success: true, amount: "10000" })
    expect(answer).not.toHaveProperty("paymentAmountInfo")
    sandbox.control.setFaults({ v1: { codes: "number" } })
    expect(await status(sandbox, mdOrderOf(sandbox, id))).toMatchObject({
      errorCode: 0,
    })
    expect(await status(sandbox, "nobody")).toMatchObject({ errorCode: 6 })
  })
})

describe("a gateway whose V2 has no money calls", () => {
  it.each([
    ["not_found", 404, 404],
    ["method_not_allowed", 405, 200],
  ] as const)("answers them %s", async (v2MoneyCalls, calls, list) => {
    const sandbox = await sandboxFor({ faults: { v2MoneyCalls } })
    const { id, paymentId } = await heldSession(sandbox)
    for (const [path, body] of [
      [`/payments/${paymentId}/capture`, { amount: 1 }],
      [`/payments/${paymentId}/cancel`, undefined],
      ["/refunds", { paymentId, amount: 1 }],
    ] as const) {
      expect((await call(sandbox, "POST", path, body)).status).toBe(calls)
    }
    expect(
      (await call(sandbox, "GET", `/refunds?paymentId=${paymentId}`)).status
    ).toBe(list)
    expect((await call(sandbox, "GET", `/payments/${paymentId}`)).status).toBe(
      200
    )
    expect(sandbox.control.getSession(id).capturable).toBe(10000)
  })
})

describe("an order's card", () => {
  it.each([
    [1, ["approvalCode", "maskedPan", "secureAuthInfo"], []],
    [2, ["approvalCode", "maskedPan", "secureAuthInfo"], ["authRefNum"]],
    [
      3,
      ["approvalCode", "maskedPan", "secureAuthInfo"],
      ["authRefNum", "bankInfo"],
    ],
    [
      8,
      ["approvalCode", "maskedPan", "paymentSystem", "secureAuthInfo"],
      ["authRefNum", "bankInfo", "chargeback"],
    ],
    [
      9,
      ["approvalCode", "maskedPan", "paymentSystem", "secureAuthInfo"],
      ["authRefNum", "bankInfo", "chargeback", "paymentWay"],
    ],
  ] as const)(
    "is told as far as version %i goes",
    async (version, ofCard, besides) => {
      const sandbox = await sandboxFor({ faults: { v1: { version } } })
      const { id } = await createSession(sandbox)
      await sandbox.control.pay(id, { card: "4111111111111111" })
      const order = await status(sandbox, mdOrderOf(sandbox, id))
      const card = order["cardAuthInfo"] as Json
      expect(Object.keys(card)).toEqual(expect.arrayContaining([...ofCard]))
      expect("paymentSystem" in card).toBe(version >= 8)
      const facts = ["authRefNum", "bankInfo", "chargeback", "paymentWay"]
      expect(facts.filter((name) => name in order)).toEqual([...besides])
    }
  )

  it("is left out altogether where the switch says so", async () => {
    const sandbox = await sandboxFor({ faults: { v1: { card: "absent" } } })
    const { id } = await createSession(sandbox)
    await sandbox.control.pay(id)
    const order = await status(sandbox, mdOrderOf(sandbox, id))
    expect(order).not.toHaveProperty("cardAuthInfo")
  })

  it("that was refused leaves its code, and the end of the page another", async () => {
    const sandbox = await sandboxFor()
    const { id } = await createSession(sandbox)
    await sandbox.control.pay(id, { card: "4000000000001059" })
    const order = mdOrderOf(sandbox, id)
    expect(await status(sandbox, order)).toMatchObject({ actionCode: "43" })
    const left = await createSession(sandbox)
    await sandbox.control.expire(left.id)
    expect(await status(sandbox, mdOrderOf(sandbox, left.id))).toMatchObject({
      actionCode: "-2007",
    })
  })
})

describe("a chargeback", () => {
  it("is told by the order's status from version 6 on, and by nothing else", async () => {
    const sandbox = await sandboxFor()
    const { id } = await createSession(sandbox)
    expect(() => sandbox.control.chargeback(id)).toThrow("Nothing was paid")
    await sandbox.control.pay(id)
    await sandbox.control.idle()
    const events = sandbox.control.deliveries().length
    sandbox.control.chargeback(id)
    await sandbox.control.idle()
    expect(sandbox.control.deliveries()).toHaveLength(events)
    const order = mdOrderOf(sandbox, id)
    expect(await status(sandbox, order)).toMatchObject({ chargeback: true })
    sandbox.control.setFaults({ v1: { version: 5 } })
    expect(await status(sandbox, order)).not.toHaveProperty("chargeback")
  })
})
