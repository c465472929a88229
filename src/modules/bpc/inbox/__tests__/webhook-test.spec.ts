import {
  type FakeServer,
  json,
  startFakeServer,
  tenMegabytes,
  text,
} from "../../../../gateway/__tests__/fake-server"
import { isDeployed } from "../../settings"
import { testWebhook } from "../webhook-test"

const SECRET = "whsec_of_the_round_trip"

let server: FakeServer

beforeEach(async () => {
  server = await startFakeServer()
})
afterEach(() => server.close())

const roundTrip = (allowInsecure = true, url = server.url) =>
  testWebhook({ url, secret: SECRET, allowInsecure })

describe("the webhook round trip", () => {
  it("goes to the developer's own machine in development", async () => {
    server.answer(json(200, { received: true }))
    expect(await roundTrip()).toMatchObject({ ok: true, cause: "ok" })
    expect(server.received).toMatchObject([
      { method: "POST", headers: { "content-type": "application/json" } },
    ])
  })

  it("follows no redirect: the signed event goes to nobody else", async () => {
    const elsewhere = await startFakeServer()
    server.answer(text(307, "", { Location: elsewhere.url }))
    expect(await roundTrip()).toMatchObject({
      ok: false,
      cause: "redirect",
      status: 307,
    })
    expect(elsewhere.received).toHaveLength(0)
    await elsewhere.close()
  })

  it("is not held up by an answer without end", async () => {
    server.answer(tenMegabytes)
    expect(await roundTrip()).toMatchObject({ ok: false, cause: "wrong_host" })
  })

  it.each([
    ["http://shop.example/webhooks/bpc", "not_https"],
    ["https://127.0.0.1/webhooks/bpc", "inner_address"],
    ["https://localhost:9000/webhooks/bpc", "inner_address"],
    ["https://10.0.0.7/webhooks/bpc", "inner_address"],
    ["https://[::ffff:0:10.0.0.7]/webhooks/bpc", "inner_address"],
  ])("in production sends nothing to %s: %s", async (url, cause) => {
    const result = await roundTrip(false, url)
    expect(result).toMatchObject({ ok: false, cause, status: null })
    expect(result.message).toMatch(/nothing was sent/)
    expect(result.message).not.toContain(SECRET)
  })

  it("is never sent to a metadata service, not even in development", async () => {
    expect(
      await roundTrip(true, "http://169.254.169.254/latest/meta-data")
    ).toMatchObject({ cause: "inner_address" })
  })
})

it.each([
  ["production", true],
  ["prod", true],
  ["staging", true],
  ["development", false],
  ["test", false],
  [undefined, false],
])("NODE_ENV %s runs for shoppers: %s", (value, deployed) => {
  expect(isDeployed({ NODE_ENV: value })).toBe(deployed)
})
