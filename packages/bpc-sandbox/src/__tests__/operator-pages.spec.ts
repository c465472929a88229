import { valueAt, SWITCH_GROUPS } from "../operator/switches"
import { faultsSchema, noFaults } from "../faults"
import {
  call,
  closeAll,
  createSession,
  fundedSession,
  sandboxFor,
} from "./support"
import type { Sandbox } from ".."

afterEach(closeAll)

async function page(sandbox: Sandbox, path: string): Promise<string> {
  const answer = await fetch(sandbox.url + path, {
    headers: { Accept: "text/html" },
  })
  return answer.text()
}

describe("the operator's pages", () => {
  it("show an empty sandbox, then its sessions, webhooks and calls", async () => {
    const sandbox = await sandboxFor({ merchantName: "<Shop>" })
    expect(await page(sandbox, "/")).toContain("No sessions yet")
    const { id } = await fundedSession(sandbox, {
      merchantReferenceId: "payses_<1>".replace(/[<>]/g, ""),
    })
    await sandbox.control.idle()
    const dashboard = await page(sandbox, "/")
    for (const part of [
      "payses_1",
      "€100.00",
      "paid",
      "no target",
      "createSession",
      "&lt;Shop&gt;",
      `/sessions/${id}`,
    ]) {
      expect(dashboard).toContain(part)
    }
  })

  it("fetch their changing parts again", async () => {
    const sandbox = await sandboxFor()
    const { id } = await createSession(sandbox)
    const parts = async (path: string) =>
      (await (await fetch(sandbox.url + path)).json()) as Record<string, string>
    expect((await parts("/live"))["sessions"]).toContain("open")
    await sandbox.control.pay(id)
    expect((await parts("/live"))["sessions"]).toContain("paid")
    expect((await parts(`/sessions/${id}/live`))["money"]).toContain("€100.00")
  })

  it.each([
    [
      "open",
      async (_: Sandbox) => {},
      ["Open the payment page", "Decline a card", "Expire"],
    ],
    [
      "expired",
      (sandbox: Sandbox, id: string) => sandbox.control.expire(id),
      ["Pay late"],
    ],
    [
      "held",
      (sandbox: Sandbox, id: string) => sandbox.control.pay(id, { hold: true }),
      ["Capture", "Release the hold"],
    ],
    [
      "paid",
      (sandbox: Sandbox, id: string) => sandbox.control.pay(id),
      ["Refund"],
    ],
  ] as const)(
    "offer what fits a session that is %s",
    async (state, bring, offers) => {
      const sandbox = await sandboxFor()
      const { id } = await createSession(sandbox)
      await bring(sandbox, id)
      const shown = await page(sandbox, `/sessions/${id}`)
      for (const text of [state, ...offers]) expect(shown).toContain(text)
      expect(shown).toContain("&quot;paymentStatus&quot;")
    }
  )

  it("offer to settle a refund under way, and nothing once all is refunded", async () => {
    const sandbox = await sandboxFor({ faults: { refunds: "pending" } })
    const { id } = await fundedSession(sandbox)
    const { refunds } = await sandbox.control.portalRefund(id)
    expect(await page(sandbox, `/sessions/${id}`)).toContain("It succeeds")
    await sandbox.control.settleRefund(refunds[0]?.id ?? "", "succeeded")
    expect(await page(sandbox, `/sessions/${id}`)).toContain(
      "Nothing more can happen"
    )
  })

  it("say in words what is not there", async () => {
    const sandbox = await sandboxFor()
    expect(await page(sandbox, "/sessions/ps_unknown")).toContain(
      "No such session"
    )
    expect(await page(sandbox, "/nothing")).toContain("Nothing is at /nothing")
    const api = await call(sandbox, "GET", "/nothing")
    expect(api.body).toHaveProperty("error.code", "not_found")
  })

  it("document every control route", async () => {
    const sandbox = await sandboxFor()
    const documented = await page(sandbox, "/control")
    expect(documented).toContain("/control/sessions/:id/pay")
    expect(documented).toContain("bpc-sandbox")
  })

  it("offer switches that exist, with values that are accepted", () => {
    for (const { switches } of SWITCH_GROUPS) {
      for (const one of switches) {
        expect(valueAt(noFaults(), one.key)).toBeDefined()
        if (one.kind !== "choice") continue
        for (const choice of one.choices) {
          const [group = "", name] = one.key.split(".")
          const change = { [group]: name ? { [name]: choice } : choice }
          expect(faultsSchema.safeParse(change).success).toBe(true)
        }
      }
    }
  })
})
