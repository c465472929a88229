import { readDiagnosis } from "../../modules/bpc/diagnosis"
import { surroundingsOf } from "../../modules/bpc/health"
import { withStore } from "../with-store"
import { write } from "../write"

/** @returns the exit code */
export function writeDiagnosis(
  sessionId: string | undefined,
  out: string | undefined
): Promise<number> {
  return withStore(async ({ bpc, container }) => {
    const diagnosis = await readDiagnosis(
      bpc,
      surroundingsOf(container),
      sessionId
    )
    await write([`${JSON.stringify(diagnosis, null, 2)}\n`], out)
  })
}
