import { type Knex } from "@medusajs/framework/mikro-orm/knex"

export type Statement = { sql: string; milliseconds: number }

type Asked = { __knexQueryUid: string; sql: string }

/** Listens to everything that this store asks its database. */
export class StatementCounter {
  #asked = new Map<string, number>()
  #statements: Statement[] = []
  #listening = false
  #total = 0

  constructor(database: Knex) {
    database.on("query", ({ __knexQueryUid, sql }: Asked) => {
      this.#total++
      if (this.#listening) {
        this.#asked.set(__knexQueryUid, performance.now())
        this.#statements.push({ sql, milliseconds: 0 })
        const place = this.#statements.length - 1
        this.#places.set(__knexQueryUid, place)
      }
    })
    database.on("query-response", (_response, { __knexQueryUid }: Asked) => {
      const since = this.#asked.get(__knexQueryUid)
      const statement = this.#statements[this.#places.get(__knexQueryUid) ?? -1]
      if (since !== undefined && statement) {
        statement.milliseconds = performance.now() - since
      }
    })
  }

  readonly #places = new Map<string, number>()

  /** Of the whole life of the process. */
  get total(): number {
    return this.#total
  }

  start(): void {
    this.#asked.clear()
    this.#places.clear()
    this.#statements = []
    this.#listening = true
  }

  stop(): Statement[] {
    this.#listening = false
    return this.#statements
  }
}
