import { fork } from "node:child_process"
import { join } from "node:path"
import { checkOf, type Message, type Report, reportOf } from "./report"

const TIME_LIMIT_MS = 120_000
const boot = checkOf("configuration", "Configuration")

/**
 * Examines the store in the current folder. That happens in a process of its own: a store that cannot start may end it, hang
 * it or fill its output, and none of that reaches the report.
 */
export function examine(input: {
  url: string | undefined
  onStep: (step: string) => void
}): Promise<Report> {
  return new Promise((resolve) => {
    const child = fork(
      join(__dirname, "examination"),
      [JSON.stringify({ url: input.url })],
      { stdio: ["ignore", "ignore", "ignore", "ipc"] }
    )
    let step = "Starting"
    let reported = false
    const tell = (report: Report) => {
      if (!reported) {
        reported = true
        clearTimeout(limit)
        child.kill("SIGKILL")
        resolve(report)
      }
    }
    const limit = setTimeout(() => {
      tell(
        failed(
          `The store did not come up within ${TIME_LIMIT_MS / 1000} seconds (${step}).`
        )
      )
    }, TIME_LIMIT_MS)
    child.on("message", (message: Message) => {
      if ("report" in message) {
        tell(reportOf(message.report.mode, message.report.checks))
      } else {
        step = message.step
        input.onStep(step)
      }
    })
    child.on("error", (error) => tell(failed(error.message)))
    child.on("exit", () =>
      tell(failed(`The store ended while it was loaded (${step}).`))
    )
  })
}

function failed(message: string): Report {
  return reportOf(null, [
    boot.problem(
      message,
      "Start it with `npx medusa start`: its own words say what is in the way."
    ),
  ])
}
