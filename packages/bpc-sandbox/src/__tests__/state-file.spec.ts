import {
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import {
  closeAll,
  createSession,
  fundedSession,
  heldSession,
  sandboxFor,
  shop,
} from "./support"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bpc-sandbox-"))
})
afterEach(async () => {
  await closeAll()
  rmSync(folder, { recursive: true })
})

it("brings sessions, books and the clock back after a restart", async () => {
  const statePath = join(folder, "state.json")
  const first = await sandboxFor({ statePath })
  const held = await heldSession(first)
  const paid = await fundedSession(first)
  await first.control.portalRefund(paid.id, 500)
  const open = await createSession(first)
  await first.control.advanceTime(60_000)
  const known = first.control
    .listSessions()
    .map(({ captured, refunded, status, id }) => ({
      captured,
      refunded,
      status,
      id,
    }))
  await first.close()

  const second = await sandboxFor({ statePath })
  expect(second.control.listSessions()).toMatchObject(known)
  await second.control.portalCapture(held.id, 10000)
  expect(second.control.getSession(held.id).captured).toBe(10000)
  expect(second.control.now().getTime()).toBeGreaterThan(Date.now() + 50_000)
  await second.control.advanceTime(1_200_000)
  expect(second.control.getSession(open.id).status).toBe("expired")
})

it("goes on with webhooks that still have to be delivered", async () => {
  const statePath = join(folder, "state.json")
  const store = await shop([500])
  const first = await sandboxFor({ statePath, webhookUrl: store.url })
  const { id } = await createSession(first)
  await first.control.expire(id)
  await first.control.idle()
  await first.close()
  const second = await sandboxFor({ statePath, webhookUrl: store.url })
  expect(second.control.deliveries()).toMatchObject([{ state: "retrying" }])
  await second.control.advanceTime(30_000)
  expect(second.control.deliveries()).toMatchObject([{ state: "delivered" }])
  expect(store.received).toHaveLength(2)
})

it("remembers a webhook target that was set while running", async () => {
  const statePath = join(folder, "state.json")
  const first = await sandboxFor({ statePath })
  first.control.setWebhook({ url: "http://127.0.0.1:9/hook", secret: "new" })
  await first.close()
  const second = await sandboxFor({ statePath })
  expect(second.webhookSecret).toBe("new")
})

it("is readable by its owner only and holds no card number", async () => {
  const statePath = join(folder, "state.json")
  const sandbox = await sandboxFor({ statePath })
  await fundedSession(sandbox)
  await sandbox.close()
  expect(statSync(statePath).mode & 0o777).toBe(0o600)
  expect(readFileSync(statePath, "utf8")).not.toContain("4444555511113333")
})

it("refuses a file that is something else, and leaves it alone", async () => {
  const statePath = join(folder, "state.json")
  for (const text of ["not JSON", '{"version":7}']) {
    writeFileSync(statePath, text)
    await expect(sandboxFor({ statePath })).rejects.toThrow("no state file")
    expect(readFileSync(statePath, "utf8")).toBe(text)
  }
})

it("is not touched by a sandbox that could not start", async () => {
  const statePath = join(folder, "state.json")
  const running = await sandboxFor({ statePath })
  await createSession(running)
  const port = Number(new URL(running.url).port)
  await expect(sandboxFor({ statePath, port })).rejects.toMatchObject({
    code: "EADDRINUSE",
  })
  await running.close()
  const again = await sandboxFor({ statePath })
  expect(again.control.listSessions()).toHaveLength(1)
})
