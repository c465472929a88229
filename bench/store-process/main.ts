import { createServer } from "node:http"
import express from "express"
import load from "@medusajs/medusa/loaders/index"
import { serveJobs } from "../remote"
import { limitRoute } from "./limit-route"
import { storeJobs } from "./jobs"

/** A Medusa that listens on PORT and can be asked to measure itself. */
void main()

async function main(): Promise<void> {
  const app = express()
  // Before Medusa's own: nothing of Medusa's stands between the request and the insert.
  const limit = limitRoute(app)
  const { container } = await load({
    directory: process.cwd(),
    expressApp: app,
  })
  await limit.open(container)
  await new Promise<void>((ready) =>
    createServer(app).listen(Number(process.env.PORT), ready)
  )
  serveJobs(storeJobs(container))
}
