import { createServer, type Server } from "node:http"
import { join } from "node:path"
import express from "express"
import load from "@medusajs/medusa/loaders/index"
import { type MedusaContainer } from "@medusajs/framework/types"
import { BPC_MODULE } from "../../src/modules/bpc"
import type BpcModuleService from "../../src/modules/bpc/service"
import {
  type Surroundings,
  type SurroundingsOptions,
  prepareSurroundings,
} from "./surroundings"

export type Store = Omit<Surroundings, "port"> & {
  container: MedusaContainer
  bpc: BpcModuleService
}

/** A real Medusa on a database of its own, listening, with a sandbox gateway that sends its webhooks to it. */
export async function startStore(
  options: SurroundingsOptions = {}
): Promise<Store> {
  const { port, ...surroundings } = await prepareSurroundings(options)
  const app = express()
  const medusa = await load({
    directory: join(__dirname, "../.."),
    expressApp: app,
  })
  const server = await listening(app, port)
  return {
    ...surroundings,
    container: medusa.container,
    bpc: medusa.container.resolve<BpcModuleService>(BPC_MODULE),
    close: async () => {
      await new Promise((done) => {
        server.close(done)
        server.closeAllConnections()
      })
      await medusa.shutdown()
      await surroundings.close()
    },
  }
}

async function listening(app: express.Express, port: number): Promise<Server> {
  const server = createServer(app)
  await new Promise<void>((ready) => server.listen(port, ready))
  return server
}
