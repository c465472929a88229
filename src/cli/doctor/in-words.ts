import { type Check, type CheckStatus, type Report } from "./report"

const MARKS: Record<CheckStatus, { sign: string; color: number }> = {
  ok: { sign: "✓", color: 32 },
  warning: { sign: "!", color: 33 },
  problem: { sign: "✗", color: 31 },
}
const WIDEST = 100

/** A report for a person at a terminal: every check with its mark, its sentence, and below it what to do. */
export function inWords(
  { mode, checks }: Report,
  terminal: { color: boolean; columns: number }
): string {
  const paint = (text: string, color: number) =>
    terminal.color ? `\x1b[${color}m${text}\x1b[0m` : text
  const titles = Math.max(...checks.map(({ title }) => title.length))
  const indent = titles + 6
  const width = Math.max(40, Math.min(terminal.columns, WIDEST) - indent - 1)
  const linesOf = (check: Check) => {
    const { sign, color } = MARKS[check.status]
    const [first = "", ...rest] = wrapped(check.message, width)
    const action = check.action ? wrapped(check.action, width - 2) : []
    return [
      `  ${paint(sign, color)} ${check.title.padEnd(titles)}  ${first}`,
      ...rest.map((line) => " ".repeat(indent) + line),
      ...action.map(
        (line, index) =>
          " ".repeat(indent) +
          (index === 0 ? `${paint("→", 36)} ` : "  ") +
          line
      ),
    ].join("\n")
  }
  return [
    "",
    `  BPC payments${mode ? ` · ${mode} mode` : ""}`,
    "",
    ...checks.map(linesOf),
    "",
    `  ${paint(verdict(checks), worst(checks))}`,
    "",
  ].join("\n")
}

function verdict(checks: Check[]): string {
  const count = (status: CheckStatus) =>
    checks.filter((check) => check.status === status).length
  const several = (number: number, noun: string) =>
    `${number} ${noun}${number === 1 ? "" : "s"}`
  return [
    several(count("problem"), "problem"),
    several(count("warning"), "warning"),
    `${count("ok")} ok`,
  ].join(", ")
}

function worst(checks: Check[]): number {
  const status = (["problem", "warning"] as const).find((one) =>
    checks.some((check) => check.status === one)
  )
  return MARKS[status ?? "ok"].color
}

/** Lines of at most `width` characters; a word that is longer, such as a URL, stays whole. */
function wrapped(text: string, width: number): string[] {
  const lines = [""]
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? ""
    if (line && line.length + 1 + word.length > width) {
      lines.push(word)
    } else {
      lines[lines.length - 1] = line ? `${line} ${word}` : word
    }
  }
  return lines
}
