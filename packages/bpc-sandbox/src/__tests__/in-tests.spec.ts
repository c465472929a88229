import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { signWebhook, startSandbox } from ".."

it("lets a store test its checkout: a session is created, paid and read", async () => {
  const sandbox = await startSandbox({ apiKey: "key_of_the_test" })
  try {
    const created = await fetch(`${sandbox.apiUrl}/sessions`, {
      method: "POST",
      headers: {
        "X-Api-Key": "key_of_the_test",
        "Content-Type": "application/json",
      },
      body: JSON.stringify({
        amount: 1234,
        currency: "JPY",
        successUrl: "https://shop.example/ok",
        failureUrl: "https://shop.example/no",
      }),
    })
    expect(created.status).toBe(200)
    const [session] = sandbox.control.listSessions()
    await sandbox.control.pay(session?.id ?? "")
    expect(sandbox.control.books()).toMatchObject({ JPY: { captured: 1234 } })
  } finally {
    await sandbox.close()
  }
})

it("signs as the sandbox does: two readings of one document agree", async () => {
  const received: { body: string; signature: string }[] = []
  const server = createServer((request, response) => {
    let body = ""
    request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")))
    request.on("end", () => {
      received.push({
        body,
        signature: String(request.headers["x-signature"]),
      })
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const sandbox = await startSandbox({
    webhookUrl: `http://127.0.0.1:${port}/`,
    webhookSecret: "shared",
  })
  try {
    await fetch(`${sandbox.apiUrl}/sessions`, {
      method: "POST",
      headers: {
        "X-Api-Key": sandbox.apiKey,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({
        amount: 1,
        currency: "EUR",
        successUrl: "https://shop.example/größe",
        failureUrl: "https://shop.example/no",
      }),
    })
    await sandbox.control.expire(sandbox.control.listSessions()[0]?.id ?? "")
    await sandbox.control.idle()
    const [event] = received
    const timestamp = Number(/^t=(\d+)/.exec(event?.signature ?? "")?.[1])
    expect(
      signWebhook({ rawBody: event?.body ?? "", secret: "shared", timestamp })
    ).toBe(event?.signature)
  } finally {
    await sandbox.close()
    server.close()
  }
})
