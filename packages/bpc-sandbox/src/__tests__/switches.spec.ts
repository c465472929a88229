import { Refusal } from ".."
import type { FaultsInput } from "../faults"
import {
  call,
  closeAll,
  createSession,
  errorCode,
  fundedSession,
  sandboxFor,
  sessionBody,
} from "./support"

afterEach(closeAll)

describe("switches", () => {
  it("blockedUserAgents: 412 and a blank page, for the API and for the shopper", async () => {
    const sandbox = await sandboxFor()
    const { paymentUrl } = await createSession(sandbox)
    sandbox.control.setFaults({ blockedUserAgents: ["HeadlessChrome"] })
    for (const url of [`${sandbox.apiUrl}/sessions/ps_1`, paymentUrl]) {
      const blocked = await fetch(url, {
        headers: {
          "User-Agent": "Mozilla HeadlessChrome/120",
          "X-Api-Key": sandbox.apiKey,
        },
      })
      expect(blocked.status).toBe(412)
      expect(await blocked.text()).toBe("")
    }
    expect((await fetch(paymentUrl)).status).toBe(200)
  })

  it.each([
    ["object", { payment: { status: "succeeded", amountCaptured: 10000 } }],
    ["id_string", { payment: expect.stringMatching(/^pay_/) }],
    ["paymentId", { paymentId: expect.stringMatching(/^pay_/) }],
    ["payments_array", { payments: [{ status: "succeeded" }] }],
    ["paymentData.id", { paymentData: { id: expect.stringMatching(/^pay_/) } }],
    [
      "paymentData.paymentId",
      { paymentData: { paymentId: expect.stringMatching(/^pay_/) } },
    ],
  ] as const)("paymentLink %s", async (paymentLink, expected) => {
    const sandbox = await sandboxFor({ faults: { paymentLink } })
    const { id } = await fundedSession(sandbox)
    const { body } = await call(sandbox, "GET", `/sessions/${id}`)
    expect(body).toMatchObject(expected)
  })

  it("paymentLink none: no trace of the payment", async () => {
    const sandbox = await sandboxFor({ faults: { paymentLink: "none" } })
    const { id } = await fundedSession(sandbox)
    const { body } = await call(sandbox, "GET", `/sessions/${id}`)
    expect(JSON.stringify(body)).not.toContain("pay_")
  })

  it.each([
    [{ completedWord: "complete" }, { status: "complete" }],
    [{ paymentStatusWords: { paid: "funded" } }, { paymentStatus: "funded" }],
    [{ localeCase: "lower" }, { locale: "en" }],
    [{ dateFormat: "+00:00" }, { created: expect.stringMatching(/\+00:00$/) }],
    [{ extraFields: true }, { futureField: expect.anything() }],
    [{ tamper: { "*": { amount: 1 } } }, { amount: 1 }],
    [{ amountInAnswers: "one_more" }, { amount: 10001 }],
    [{ amountInAnswers: "one_less" }, { amount: 9999 }],
    [{ tamper: { payses_1: { currency: "USD" } } }, { currency: "USD" }],
    [
      { tamper: { payses_1: { merchantReferenceId: "other" } } },
      { merchantReferenceId: "other" },
    ],
    [
      { tamper: { payses_1: { paymentAmount: 7 } } },
      { amount: 10000, payment: { amount: 7 } },
    ],
  ] as [FaultsInput, object][])("%j shows as %j", async (faults, expected) => {
    const sandbox = await sandboxFor({ faults })
    const { id } = await fundedSession(sandbox, {
      merchantReferenceId: "payses_1",
    })
    const { body } = await call(sandbox, "GET", `/sessions/${id}`)
    expect(body).toMatchObject(expected)
    expect(sandbox.control.getSession(id)).toMatchObject({
      amount: 10000,
      currency: "EUR",
    })
  })

  it("tamper by session id leaves other sessions alone", async () => {
    const sandbox = await sandboxFor()
    const one = await createSession(sandbox)
    const other = await createSession(sandbox)
    sandbox.control.setFaults({ tamper: { [one.id]: { amount: 1 } } })
    expect(
      (await call(sandbox, "GET", `/sessions/${one.id}`)).body["amount"]
    ).toBe(1)
    expect(
      (await call(sandbox, "GET", `/sessions/${other.id}`)).body["amount"]
    ).toBe(10000)
  })

  it("paymentUrlOnceExpired and createdStatus", async () => {
    const sandbox = await sandboxFor({
      faults: { paymentUrlOnceExpired: "present", createdStatus: 201 },
    })
    const created = await call(sandbox, "POST", "/sessions", sessionBody())
    expect(created.status).toBe(201)
    const { body } = await call(
      sandbox,
      "POST",
      `/sessions/${created.body["id"]}/expire`
    )
    expect(body).toHaveProperty("paymentUrl")
  })

  it("set: the named ones change, the others stay, and clear goes back to the start", async () => {
    const sandbox = await sandboxFor({ faults: { completedWord: "complete" } })
    sandbox.control.setFaults({ paymentLink: "none", webhooks: { drop: true } })
    expect(sandbox.control.faults()).toMatchObject({
      completedWord: "complete",
      paymentLink: "none",
      webhooks: { drop: true, duplicate: 0 },
    })
    expect(sandbox.control.clearFaults()).toMatchObject({
      completedWord: "complete",
      paymentLink: "object",
      webhooks: { drop: false },
    })
  })

  it("wrong ones are refused with their name", async () => {
    const sandbox = await sandboxFor()
    const wrong = { completedWord: "done" } as unknown as FaultsInput
    expect(() => sandbox.control.setFaults(wrong)).toThrow(/completedWord/)
    const unknown = { complitedWord: "complete" } as unknown as FaultsInput
    expect(() => sandbox.control.setFaults(unknown)).toThrow(/complitedWord/)
    await expect(sandboxFor({ faults: wrong })).rejects.toThrow(Refusal)
  })

  it("a fault strikes before the key is looked at", async () => {
    const sandbox = await sandboxFor({
      faults: { api: [{ operation: "*", kind: "status", status: 403 }] },
    })
    const answer = await call(sandbox, "GET", "/sessions/x", undefined, {
      "X-Api-Key": "wrong",
    })
    expect(answer.status).toBe(403)
    expect(errorCode(answer)).toBe("access_denied")
  })
})
