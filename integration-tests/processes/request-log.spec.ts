import { pageOf } from "../support/books"
import {
  type ServerProcess,
  startServerProcess,
} from "../support/server-process"
import { Shopper } from "../support/shopper"
import { type Surroundings, prepareSurroundings } from "../support/surroundings"

/* Whoever reads Medusa's request log must not be able to use the addresses that shoppers were given. */

jest.setTimeout(300_000)

let surroundings: Surroundings
let server: ServerProcess

beforeAll(async () => {
  surroundings = await prepareSurroundings()
  // Medusa writes no request log in tests.
  server = await startServerProcess({ NODE_ENV: "staging", LOG_LEVEL: "http" })
  surroundings.url = server.url
})
afterAll(async () => {
  await server?.stop()
  await surroundings?.close()
})

it("holds no token of a return address or a payment link, whatever the method", async () => {
  const shopper = new Shopper(surroundings)
  await shopper.startCheckout()
  const { success, failure } = pageOf(surroundings, shopper).redirects
  const [id, secret] = (
    new URL(success).pathname.split("/").at(-1) ?? ""
  ).split(".")
  const link = `bpclink_01KE2.${"s".repeat(32)}`
  const addresses = [success, failure, `${success}/`].map(
    (address) => server.url + new URL(address).pathname
  )
  for (const address of [...addresses, `${server.url}/bpc/pay/${link}`]) {
    for (const method of ["GET", "HEAD", "POST", "PUT"]) {
      const answer = await fetch(address, { method, redirect: "manual" })
      expect(await answer.text()).not.toContain(secret)
    }
  }
  const malformed = await fetch(addresses[0] ?? "", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{",
    redirect: "manual",
  })
  expect(malformed.status).toBeLessThan(400)

  const log = await server.output()
  expect(log).toContain(`/bpc/return/${id}.***`)
  expect(log).toContain("/bpc/pay/bpclink_01KE2.***")
  expect(log).not.toContain(secret)
  expect(log).not.toContain("s".repeat(32))
})
