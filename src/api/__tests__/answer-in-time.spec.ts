import { createServer, type RequestListener } from "node:http"
import { type AddressInfo } from "node:net"
import express, { type Handler } from "express"
import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { answerWithin } from "../answer-in-time"

/** What a storefront gets from a server whose route does this. */
async function ask(route: Handler, patienceMs: number) {
  const app: RequestListener & express.Application = express()
  const guard = answerWithin(patienceMs)
  app.use((req, res, next) =>
    guard(req as MedusaRequest, res as MedusaResponse, next)
  )
  app.get("/", route)
  const server = createServer(app)
  await new Promise<void>((ready) => server.listen(0, ready))
  const { port } = server.address() as AddressInfo
  try {
    const response = await fetch(`http://localhost:${port}/`)
    return {
      status: response.status,
      retryAfter: response.headers.get("retry-after"),
      body: (await response.json()) as unknown,
    }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const UNAVAILABLE = {
  status: 503,
  retryAfter: "5",
  body: {
    type: "unavailable",
    message: expect.stringContaining("Please do not pay again") as string,
  },
}

it("says within its patience that it cannot say now", async () => {
  expect(await ask(() => undefined, 20)).toEqual(UNAVAILABLE)
})

it("says so instead of an unknown error", async () => {
  expect(
    await ask((_req, res) => {
      res.status(500).json({ code: "unknown_error" })
    }, 10_000)
  ).toEqual(UNAVAILABLE)
})

it("leaves a good answer alone, and one that the asker has caused", async () => {
  for (const status of [200, 404]) {
    expect(
      await ask((_req, res) => {
        res.status(status).json({ is: status })
      }, 10_000)
    ).toEqual({ status, retryAfter: null, body: { is: status } })
  }
})

it("does not break the connection when the answer comes after all", async () => {
  const late: unknown[] = []
  const answer = await ask((_req, res) => {
    setTimeout(() => {
      try {
        res.status(200).set("x", "y").json({ is: "late" })
      } catch (error) {
        late.push(error)
      }
    }, 40)
  }, 10)
  expect(answer).toEqual(UNAVAILABLE)
  await new Promise((next) => setTimeout(next, 80))
  expect(late).toEqual([])
})
