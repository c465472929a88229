import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Store } from "../support/store"

/** PostgreSQL's own words for a step of a plan. */
type Step = {
  "Node Type": string
  "Relation Name"?: string
  "Index Name"?: string
  "Index Cond"?: string
  Filter?: string
  "Actual Rows"?: number
  "Actual Loops"?: number
  "Rows Removed by Filter"?: number
  "Rows Removed by Index Recheck"?: number
  Plans?: Step[]
}
type Statement = { sql: string; bindings?: readonly unknown[] }

const LARGE = /^(bpc_session|bpc_event|bpc_timeline|order)$/

/** Tells the plans of the statements that a piece of real code sends. */
export class Planner {
  /** Indexes that some statement went by. */
  readonly used = new Set<string>()

  private constructor(
    private readonly store: Store,
    private readonly partial: ReadonlySet<string>
  ) {}

  static async of(store: Store): Promise<Planner> {
    const rows = await store.sql<{ name: string }>(
      `select relname as name from pg_index join pg_class on pg_class.oid = indexrelid where indpred is not null`
    )
    return new Planner(store, new Set(rows.map(({ name }) => name)))
  }

  /**
   * Runs the code, listens to what it asks the database, and has each statement explained.
   *
   * @returns how long the code took, how many rows of large tables its statements looked at, and what is wrong with them
   */
  async examine(code: () => Promise<unknown>): Promise<{
    milliseconds: number
    statements: number
    rows: number
    complaints: string[]
  }> {
    const statements: Statement[] = []
    const database = this.store.container.resolve<Knex>("__pg_connection__")
    const listen = (statement: Statement) => {
      // Ours; of Medusa's own tables alone we read orders by their ids and numbers.
      if (/\bbpc_|\bfrom "order" where\b/.test(statement.sql)) {
        statements.push(statement)
      }
    }
    database.on("query", listen)
    const start = performance.now()
    try {
      await code()
    } finally {
      database.removeListener("query", listen)
    }
    const milliseconds = performance.now() - start
    const complaints: string[] = []
    let rows = 0
    for (const statement of statements) {
      const { plan, run } = await this.explain(statement)
      complaints.push(...this.complaintsAbout(plan, run))
      rows += rowsOf(plan)
    }
    return { milliseconds, statements: statements.length, rows, complaints }
  }

  /** Statements that insert were done by the code already, and would meet their own rows: those are planned, not run. */
  private async explain({
    sql,
    bindings,
  }: Statement): Promise<{ plan: Step; run: boolean }> {
    const run = !/\binsert into\b/i.test(sql)
    const [row] = await this.store.sql<{ "QUERY PLAN": { Plan: Step }[] }>(
      `explain (${run ? "analyze, timing off, " : ""}format json) ${sql}`,
      [...(bindings ?? [])]
    )
    const plan = row?.["QUERY PLAN"][0]?.Plan
    if (!plan) {
      throw new Error(`No plan for ${sql}`)
    }
    return { plan, run }
  }

  /** `bounded`: how far an index is walked is known from the run, or from a limit above it. */
  private complaintsAbout(step: Step, bounded: boolean): string[] {
    const below = (step.Plans ?? []).flatMap((one) =>
      this.complaintsAbout(one, bounded || step["Node Type"] === "Limit")
    )
    const table = step["Relation Name"] ?? ""
    const index = step["Index Name"]
    this.used.add(index ?? "")
    const name = `${step["Node Type"]} of ${table} ${index ?? ""}`.trim()
    if (index === undefined) {
      return step["Node Type"] === "Seq Scan" && LARGE.test(table)
        ? [...below, name]
        : below
    }
    const whole =
      step["Index Cond"] === undefined && !this.partial.has(index) && !bounded
    return whole ? [...below, `whole ${name}`] : below
  }
}

/** Rows of large tables that a plan looked at, whether or not it kept them; 0 for a plan that was not run. */
function rowsOf(step: Step): number {
  const below = (step.Plans ?? []).reduce((sum, one) => sum + rowsOf(one), 0)
  if (!LARGE.test(step["Relation Name"] ?? "")) {
    return below
  }
  const each =
    (step["Actual Rows"] ?? 0) +
    (step["Rows Removed by Filter"] ?? 0) +
    (step["Rows Removed by Index Recheck"] ?? 0)
  return below + each * (step["Actual Loops"] ?? 1)
}
