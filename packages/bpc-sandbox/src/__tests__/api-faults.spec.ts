import type { FaultsInput } from "../faults"
import {
  call,
  closeAll,
  createSession,
  fundedSession,
  sandboxFor,
  sessionBody,
} from "./support"

// Thirty megabytes take a while on a machine that does other work, too.
jest.setTimeout(60_000)
afterEach(closeAll)

type Fault = NonNullable<FaultsInput["api"]>[number]

/** A raw `POST /sessions`, with what came back, or why nothing did. */
async function tryCreate(fault: Fault, patienceMs = 20_000) {
  const sandbox = await sandboxFor({ faults: { api: [fault] } })
  const outcome = await fetch(`${sandbox.apiUrl}/sessions`, {
    method: "POST",
    headers: {
      "X-Api-Key": sandbox.apiKey,
      "Content-Type": "application/json",
    },
    body: JSON.stringify(sessionBody()),
    signal: AbortSignal.timeout(patienceMs),
  }).then(
    async (answer) => ({
      status: answer.status,
      headers: answer.headers,
      text: await answer.text().catch(() => "cut"),
    }),
    (error: Error) => ({ failed: error.name })
  )
  return {
    outcome,
    created: sandbox.control.listSessions().length,
    logged: sandbox.control.requests()[0],
  }
}

describe("API faults", () => {
  it("status: refuses with the status, a JSON error and Retry-After", async () => {
    const { outcome, created, logged } = await tryCreate({
      operation: "createSession",
      kind: "status",
      status: 429,
      retryAfter: 2,
    })
    expect(outcome).toMatchObject({ status: 429 })
    if ("headers" in outcome) {
      expect(outcome.headers.get("retry-after")).toBe("2")
      expect(JSON.parse(outcome.text)).toHaveProperty(
        "error.code",
        "too_many_requests"
      )
    }
    expect(created).toBe(0)
    expect(logged).toMatchObject({ status: 429, fault: "status" })
  })

  it.each([
    ["status", { status: 500 }, 0],
    ["status_after_commit", { status: 500 }, 1],
    ["html", { status: 200 }, 0],
    ["empty", { status: 200, text: "" }, 1],
    ["half_body", { status: 200, text: "cut" }, 1],
  ] as const)("%s", async (kind, expected, sessions) => {
    const { outcome, created } = await tryCreate({ operation: "*", kind })
    expect(outcome).toMatchObject(expected)
    expect(created).toBe(sessions)
  })

  it.each([
    ["reset", "TypeError", 0],
    ["timeout_before_commit", "TimeoutError", 0],
    ["timeout_after_commit", "TimeoutError", 1],
  ] as const)("%s: no answer", async (kind, failed, sessions) => {
    const { outcome, created, logged } = await tryCreate(
      { operation: "*", kind },
      400
    )
    expect(outcome).toEqual({ failed })
    expect(created).toBe(sessions)
    expect(logged).toMatchObject({ status: null, fault: kind })
  })

  it("a timeout with a delay hangs up by itself", async () => {
    const { outcome } = await tryCreate({
      operation: "*",
      kind: "timeout_before_commit",
      delayMs: 20,
    })
    expect(outcome).toEqual({ failed: "TypeError" })
  })

  it("html: a page where JSON was due", async () => {
    const { outcome } = await tryCreate({
      operation: "*",
      kind: "html",
      status: 403,
    })
    expect(outcome).toMatchObject({ status: 403 })
    expect("text" in outcome && outcome.text).toContain("<html>")
  })

  it("huge: the answer and megabytes after it", async () => {
    const { outcome, created } = await tryCreate({
      operation: "*",
      kind: "huge",
    })
    expect("text" in outcome && outcome.text.length).toBeGreaterThan(30_000_000)
    expect(created).toBe(1)
  })

  it("latency: waits on the sandbox clock, before or after the work", async () => {
    const sandbox = await sandboxFor({
      faults: {
        api: [
          {
            operation: "createSession",
            kind: "latency",
            delayMs: 60_000,
            times: 1,
          },
          {
            operation: "createSession",
            kind: "latency",
            delayMs: 60_000,
            times: 1,
            commit: true,
          },
        ],
      },
    })
    const aMoment = () => new Promise((resolve) => setTimeout(resolve, 60))
    const created = () => sandbox.control.listSessions().length
    /** Moves the clock until the answer is there: nobody knows when the request arrives. */
    const answerOf = async (request: ReturnType<typeof call>) => {
      let answered = false
      void request.finally(() => (answered = true))
      while (!answered) {
        await sandbox.control.advanceTime(60_000)
        await aMoment()
      }
      return request
    }
    const before = call(sandbox, "POST", "/sessions", sessionBody())
    await aMoment()
    expect(created()).toBe(0)
    expect((await answerOf(before)).status).toBe(200)
    expect(created()).toBe(1)
    const after = call(sandbox, "POST", "/sessions", sessionBody())
    while (created() < 2) {
      await aMoment()
    }
    let early = false
    void after.then(() => (early = true))
    await aMoment()
    expect(early).toBe(false)
    expect((await answerOf(after)).status).toBe(200)
  })

  it("strikes its operation only, as often as it says, after those it skips", async () => {
    const sandbox = await sandboxFor({
      faults: {
        api: [
          {
            operation: "readSession",
            kind: "status",
            status: 503,
            skip: 1,
            times: 2,
          },
        ],
      },
    })
    const { id } = await createSession(sandbox)
    const statuses = []
    for (let time = 0; time < 5; time++) {
      statuses.push((await call(sandbox, "GET", `/sessions/${id}`)).status)
    }
    expect(statuses).toEqual([200, 503, 503, 200, 200])
  })

  it("strikes calls about one session, its payment and its refunds", async () => {
    const sandbox = await sandboxFor()
    const one = await fundedSession(sandbox)
    const other = await fundedSession(sandbox)
    sandbox.control.setFaults({
      api: [{ operation: "*", kind: "status", status: 500, sessionId: one.id }],
    })
    const refund = (paymentId: string) =>
      call(sandbox, "POST", "/refunds", { paymentId, amount: 1 })
    expect((await call(sandbox, "GET", `/sessions/${one.id}`)).status).toBe(500)
    expect(
      (await call(sandbox, "GET", `/payments/${one.paymentId}`)).status
    ).toBe(500)
    expect((await refund(one.paymentId)).status).toBe(500)
    expect((await refund(other.paymentId)).status).toBe(200)
  })

  it("a timeout after a refund leaves the money given back", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentId } = await fundedSession(sandbox)
    sandbox.control.setFaults({
      api: [
        {
          operation: "createRefund",
          kind: "timeout_after_commit",
          times: 1,
          delayMs: 10,
        },
      ],
    })
    const body = { paymentId, amount: 2500 }
    await expect(call(sandbox, "POST", "/refunds", body)).rejects.toThrow()
    expect(sandbox.control.getSession(id).refunded).toBe(2500)
  })
})
