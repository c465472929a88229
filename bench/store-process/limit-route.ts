import { type Express } from "express"
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { type MedusaContainer } from "@medusajs/framework/types"

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
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8")
      void database
        ?.raw(
          `insert into bench_limit (id, payload) values (:id, cast(:body as jsonb))`,
          { id: String(request.headers["api-request-id"]), body }
        )
        .then(
          () => response.status(200).json({ received: true }),
          () => response.status(503).end()
        )
    })
  })
  return {
    open: async (container) => {
      database = container.resolve<Knex>("__pg_connection__")
      await database.raw(
        `create table if not exists bench_limit (id text primary key, payload jsonb not null, at timestamptz not null default now())`
      )
    },
  }
}
