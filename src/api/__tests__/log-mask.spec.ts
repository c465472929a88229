import { type AddressInfo } from "node:net"
import { type Server, createServer } from "node:http"
import express from "express"
import { maskToken } from "../log-mask"

const SECRET = "k".repeat(43)
const TOKEN = `bpcses_01KE2.${SECRET}`

let server: Server
let base: string
/** What a request log writes when an answer is done, as morgan does (`:url`). */
const logged: string[] = []

beforeAll(async () => {
  const app = express()
  app.use((req, res, next) => {
    res.once("finish", () => logged.push(req.originalUrl || req.url))
    next()
  })
  app.use("/bpc/return", maskToken)
  app.get("/bpc/return/:token/broken", () => {
    throw new Error("the database is away")
  })
  app.get("/bpc/return/:token", (req, res) => {
    res.send(req.params.token)
  })
  // As Medusa's error handler writes it.
  const onError: express.ErrorRequestHandler = (_error, req, res, _next) => {
    logged.push(`Error 500 at ${req.path}`)
    res.status(500).end()
  }
  app.use(onError)
  server = createServer(app)
  await new Promise<void>((ready) => server.listen(0, ready))
  base = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((done) => server.close(done)))
beforeEach(() => logged.splice(0))

const ask = async (path: string, method = "GET") => {
  const answer = await fetch(base + path, { method })
  return answer.text()
}

describe("a token in an address", () => {
  it("reaches its route, and the log only with its id", async () => {
    expect(await ask(`/bpc/return/${TOKEN}.f?n=3`)).toBe(`${TOKEN}.f`)
    expect(logged).toEqual(["/bpc/return/bpcses_01KE2.***?n=3"])
  })

  it.each([
    `/BPC/return/${TOKEN}`,
    `/bpc/return/${TOKEN}/`,
    `/bpc/return/${TOKEN}/more`,
    `/bpc/return/bpcses_01KE2%2E${SECRET}`,
    `/bpc/return/${SECRET}`,
    `/bpc/return/%zz${SECRET}`,
  ])("stays out of the log however it is written: %s", async (path) => {
    await ask(path)
    expect(logged.join()).toContain("***")
    expect(logged.join()).not.toContain(SECRET)
  })

  it("is not written with a route's error", async () => {
    await ask(`/bpc/return/${TOKEN}/broken`)
    expect(logged[0]).toBe("Error 500 at /bpc/return/bpcses_01KE2.***")
    expect(logged.join()).not.toContain(SECRET)
  })

  it.each(["PUT", "DELETE", "PATCH", "OPTIONS"])(
    "is not on the page for %s, which has no route",
    async (method) => {
      expect(await ask(`/bpc/return/${TOKEN}`, method)).not.toContain(SECRET)
      expect(logged.join()).not.toContain(SECRET)
    }
  )
})
