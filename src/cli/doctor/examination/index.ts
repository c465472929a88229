import { type Check, type Message, type Report } from "../report"
import { look } from "./checks"
import { eatenDollars } from "./checks/env-file"
import { Finding } from "./finding"
import { openStore } from "./open-store"
import { hideSecrets } from "./secrets"

/**
 * A process of its own that loads the store in the current folder, looks at it and tells its parent, which ends it.
 * Reading only: no job runs, no port is opened.
 */
async function examine(url: string | undefined): Promise<void> {
  const checks: Check[] = []
  let mode: Report["mode"] = null
  const secrets = new Set<string>()
  try {
    const store = await openStore(process.cwd(), {
      onStep: (step) => tell({ step }),
      onCheck: (check) => checks.push(check),
      onSecret: (secret) => secrets.add(secret),
    })
    tell({ step: "Looking at the store" })
    const found = await look(store, { url })
    mode = found.mode
    checks.push(...found.checks, ...(await eatenDollars(process.cwd())))
  } catch (error) {
    if (!(error instanceof Finding)) {
      throw error
    }
    checks.push(error.check)
  }
  tell({ report: { mode, checks: hideSecrets(checks, secrets) } })
}

function tell(message: Message): void {
  process.send?.(message)
}

process.on("disconnect", () => process.exit())
const [, , order = "{}"] = process.argv
void examine((JSON.parse(order) as { url?: string }).url).catch(
  (error: unknown) => {
    // The parent has no ears for this output; whoever looks into the matter runs this file by hand.
    console.error(error)
    process.exit(1)
  }
)
