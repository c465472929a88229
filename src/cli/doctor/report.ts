export type CheckStatus = "ok" | "warning" | "problem"

/** One thing that was looked at. `message` and `action` are one sentence each; neither holds a secret. */
export type Check = {
  /** Stable name, for those who read the report by machine. */
  check: string
  title: string
  status: CheckStatus
  message: string
  /** What to do; null when nothing is to be done. */
  action: string | null
}

export type Report = {
  /** False when there is a problem; warnings leave it true. */
  ok: boolean
  mode: "test" | "live" | null
  checks: Check[]
}

/** What the examination, a process of its own, tells the command. */
export type Message =
  { step: string } | { report: { mode: Report["mode"]; checks: Check[] } }

/** The results of one check, by name and title. */
export function checkOf(check: string, title: string) {
  const result =
    (status: CheckStatus) =>
    (message: string, action: string | null): Check => ({
      check,
      title,
      status,
      message,
      action,
    })
  return {
    ok: (message: string) => result("ok")(message, null),
    warning: (message: string, action: string) =>
      result("warning")(message, action),
    problem: (message: string, action: string) =>
      result("problem")(message, action),
  }
}

export function reportOf(mode: Report["mode"], checks: Check[]): Report {
  return {
    ok: checks.every(({ status }) => status !== "problem"),
    mode,
    checks,
  }
}
