#!/usr/bin/env node
import { UsageError, type Command } from "./command"
import { diagnosis } from "./diagnosis"
import { doctor } from "./doctor"
import { exportCommand } from "./export"
import { generateKey } from "./generate-key"
import { packageVersion } from "../config/version"

const COMMANDS: readonly Command[] = [
  doctor,
  diagnosis,
  exportCommand,
  generateKey,
]

async function main(argv: string[]): Promise<number> {
  const [word, ...args] = argv
  if (word === undefined || word === "--help" || word === "-h") {
    console.log(overview())
    return 0
  }
  if (word === "--version" || word === "-v") {
    console.log(packageVersion())
    return 0
  }
  const command = COMMANDS.find((one) => one.name === word)
  if (!command) {
    console.error(`There is no command "${word}".\n\n${overview()}`)
    return 2
  }
  if (args.includes("--help") || args.includes("-h")) {
    console.log(command.help)
    return 0
  }
  return run(command, args)
}

async function run(command: Command, args: string[]): Promise<number> {
  try {
    return await command.run(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(
      `${error.message}\nSee: medusa-payment-bpc ${command.name} --help`
    )
    return 2
  }
}

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length))
  const lines = COMMANDS.map(
    (command) => `  ${command.name.padEnd(width)}  ${command.summary}`
  )
  return `Usage: medusa-payment-bpc <command> [options]

Commands:
${lines.join("\n")}

Options:
  --help     Show this, or with a command its own options
  --version  Show the version
`
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
)
