import { closeAll, createSession, sandboxFor, SUCCESS_URL } from "./support"
import { answerChallenge, challengeOf, locationOf, text } from "./shopper"

afterEach(closeAll)

describe("3-D Secure", () => {
  it("asks, and Success pays", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentUrl } = await createSession(sandbox)
    const url = await challengeOf(sandbox, paymentUrl)
    const page = await text(url)
    expect(page).toMatch(/>\s*Success\s*</)
    expect(page).toMatch(/>\s*Fail\s*</)
    expect(sandbox.control.getSession(id).captured).toBe(0)
    expect(locationOf(await answerChallenge(url, "success"))).toContain(
      SUCCESS_URL
    )
    expect(sandbox.control.getSession(id).captured).toBe(10000)
  })

  it("Fail declines with -2025 and the session stays open", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentUrl } = await createSession(sandbox)
    const url = await challengeOf(sandbox, paymentUrl)
    const back = sandbox.url + locationOf(await answerChallenge(url, "fail"))
    expect(await text(back)).toContain("-2025")
    expect(sandbox.control.getSession(id)).toMatchObject({
      status: "open",
      captured: 0,
    })
  })

  it.each(["success", "fail"])("5168… fails on %s", async (answer) => {
    const sandbox = await sandboxFor()
    const { id, paymentUrl } = await createSession(sandbox)
    const url = await challengeOf(sandbox, paymentUrl, {
      pan: "5168494895055780",
      expiry: "12/26",
    })
    locationOf(await answerChallenge(url, answer))
    expect(sandbox.control.getSession(id).payments[0]).toMatchObject({
      status: "failed",
      failure: { code: "-2025" },
    })
  })

  it("answered twice pays once", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentUrl } = await createSession(sandbox)
    const url = await challengeOf(sandbox, paymentUrl)
    await answerChallenge(url, "success")
    expect((await answerChallenge(url, "success")).status).toBe(200)
    expect(sandbox.control.getSession(id).captured).toBe(10000)
  })

  it.each([
    ["refuse", 410, 0],
    ["pay", 303, 10000],
  ] as const)(
    "passed after the session expired: %s",
    async (lateChallenge, status, captured) => {
      const sandbox = await sandboxFor({ faults: { lateChallenge } })
      const { id, paymentUrl } = await createSession(sandbox)
      const url = await challengeOf(sandbox, paymentUrl)
      await sandbox.control.expire(id)
      expect((await answerChallenge(url, "success")).status).toBe(status)
      expect(sandbox.control.getSession(id).captured).toBe(captured)
    }
  )
})
