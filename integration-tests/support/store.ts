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

export type Store = Surroundings & {
  container: MedusaContainer
  bpc: BpcModuleService
}

/** A real Medusa on a database of its own, listening, with a sandbox gateway that sends its webhooks to it. */
export async function startStore(
  options: SurroundingsOptions & {
    /** What the store's own developer has put in front of Medusa. */
    before?: (app: express.Express) => void
  } = {}
): Promise<Store> {
  const surroundings = await prepareSurroundings(options)
  const store = await openStore(surroundings, surroundings.port, options.before)
  return {
    ...store,
    close: async () => {
      await store.close()
      await surroundings.close()
    },
  }
}

/**
 * One more Medusa, in this process, where surroundings are prepared already: its services can be called here. It listens at `port`
 * if there is one. Closing it leaves the surroundings as they are.
 */
export async function openStore(
  surroundings: Surroundings,
  port?: number,
  before?: (app: express.Express) => void
): Promise<Store> {
  const app = express()
  before?.(app)
  const medusa = await load({
    directory: join(__dirname, "../.."),
    expressApp: app,
  })
  const server = port === undefined ? undefined : await listening(app, port)
  return {
    ...surroundings,
    container: medusa.container,
    bpc: medusa.container.resolve<BpcModuleService>(BPC_MODULE),
    close: async () => {
      if (server) {
        await new Promise((done) => {
          server.close(done)
          server.closeAllConnections()
        })
      }
      await medusa.shutdown()
    },
  }
}

async function listening(app: express.Express, port: number): Promise<Server> {
  const server = createServer(app)
  await new Promise<void>((ready) => server.listen(port, ready))
  return server
}
