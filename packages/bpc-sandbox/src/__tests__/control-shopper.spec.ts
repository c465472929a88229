import {
  closeAll,
  createSession,
  FAILURE_URL,
  sandboxFor,
  SUCCESS_URL,
} from "./support"

import { CHALLENGE } from "./shopper"

afterEach(closeAll)

describe("a shopper without a browser", () => {
  it("pays late when told to, and then the session is paid", async () => {
    const sandbox = await sandboxFor()
    const { id } = await createSession(sandbox)
    await sandbox.control.expire(id)
    await expect(sandbox.control.pay(id)).rejects.toThrow("has expired")
    const { outcome, redirectUrl, session } = await sandbox.control.pay(id, {
      late: true,
    })
    expect(outcome).toBe("paid")
    expect(redirectUrl).toBe(`${SUCCESS_URL}?sessionId=${id}`)
    expect(session).toMatchObject({ status: "completed", captured: 10000 })
    await expect(sandbox.control.pay(id, { late: true })).rejects.toThrow(
      "paid already"
    )
  })

  it("passes a challenge, holds on request, is declined and cancels", async () => {
    const sandbox = await sandboxFor()
    const { id } = await createSession(sandbox)
    expect(await sandbox.control.cancel(id)).toMatchObject({
      outcome: "canceled",
      redirectUrl: `${FAILURE_URL}?sessionId=${id}`,
      session: { status: "open" },
    })
    expect(await sandbox.control.decline(id)).toMatchObject({
      outcome: "declined",
      redirectUrl: null,
    })
    expect(
      await sandbox.control.pay(id, { card: "5168494895055780" })
    ).toMatchObject({
      outcome: "declined",
    })
    expect(
      await sandbox.control.pay(id, { card: CHALLENGE.pan, hold: true })
    ).toMatchObject({ outcome: "paid", session: { capturable: 10000 } })
  })
})
