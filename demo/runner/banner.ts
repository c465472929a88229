import { join, relative } from "node:path"
import { type Demo } from ".."

/** What the person at the terminal needs once everything is up. */
export function banner(demo: Demo, seconds: number): string {
  const log = relative(process.cwd(), join(demo.directory, "medusa.log"))
  const rows: [string, string][] = [
    ["Shop", demo.storefrontUrl],
    ["Admin", demo.adminUrl],
    ["", `${demo.adminEmail}  /  ${demo.adminPassword}`],
    ["Gateway", `${demo.sandboxUrl}  (sandbox: sessions, webhooks, faults)`],
    ["Test card", "4444 5555 1111 3333   12/26   CVC 123"],
    ["", "5555 5555 5555 5599   12/34   CVC 123   (asks for 3-D Secure)"],
    ["Logs", log],
    ["Stop", "Ctrl-C  (the data is kept; --fresh starts over)"],
  ]
  const lines = [
    `The demo is ready after ${seconds.toFixed(1)} s.`,
    "",
    ...rows.map(([label, text]) => `${label.padEnd(11)}${text}`),
  ]
  const width = Math.max(...lines.map((line) => line.length))
  const edge = "─".repeat(width + 4)
  return [
    "",
    `╭${edge}╮`,
    ...lines.map((line) => `│  ${line.padEnd(width)}  │`),
    `╰${edge}╯`,
    "",
  ].join("\n")
}
