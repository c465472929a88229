import { run } from "."
import { PACKAGE } from "./names"
import { UsageError } from "./usage-error"

run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const called = error instanceof UsageError
    const message = error instanceof Error ? error.message : String(error)
    console.error(called ? `${message}\nSee: ${PACKAGE} --help` : message)
    process.exit(called ? 2 : 1)
  }
)
