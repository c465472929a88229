import { type Express, type Request, type Response } from "express"
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export const LIMIT_PATH = "/bench/limit"

/**
 * What no webhook route that stores its events can beat: it takes the bytes, inserts one row through the store's own connections,
 * and answers. It verifies nothing and understands nothing.
 */
export function limitRoute(app: Express): {
  open(container: MedusaContainer): Promise<void>
} {
  let database: Knex | undefined
  app.post(LIMIT_PATH, (request, response) => {
    if (database) {
      storeBytes(database, request, response)
    }
  })
  return {
    open: async (container) => {
      const opened = container.resolve<Knex>(
        ContainerRegistrationKeys.PG_CONNECTION
      )
      await opened.raw(
        `create table if not exists bench_limit (id text primary key, payload jsonb not null, at timestamptz not null default now())`
      )
      database = opened
    },
  }
}

/** Answers 200 once the request's bytes are a row, 503 if they could not become one. */
export function storeBytes(
  database: Knex,
  request: Request,
  response: Response
): void {
  const chunks: Buffer[] = []
  request.on("data", (chunk: Buffer) => chunks.push(chunk))
  request.on("end", () => {
    const body = Buffer.concat(chunks).toString("utf8")
    void database
      .raw(
        `insert into bench_limit (id, payload) values (:id, cast(:body as jsonb))`,
        { id: String(request.headers["api-request-id"]), body }
      )
      .then(
        () => response.status(200).json({ received: true }),
        () => response.status(503).end()
      )
  })
}
