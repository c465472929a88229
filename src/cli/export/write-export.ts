import { exportQuery } from "../../api-schemas/export"
import { csvOf } from "../../modules/bpc/reports"
import { UsageError } from "../command"
import { withStore } from "../with-store"
import { write } from "../write"

/**
 * Loads the store in the current folder and writes its file.
 *
 * @param asked as the admin API takes it
 * @param out a path; standard output when left out
 * @returns the exit code
 * @throws UsageError
 */
export async function writeExport(
  asked: object,
  out: string | undefined
): Promise<number> {
  const { kind, layout, ...filters } = parsed(asked)
  return withStore(({ bpc }) =>
    write(csvOf(bpc.queries.export(kind, filters), layout), out)
  )
}

function parsed(asked: object) {
  const { success, data, error } = exportQuery.safeParse(asked)
  if (success) {
    return data
  }
  const [issue] = error.issues
  throw new UsageError(
    `${String(issue?.path[0] ?? "kind")} ${issue?.message ?? "is not right"}.`
  )
}
