import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync, openSync, closeSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { dirname } from "node:path"
import { DemoError } from "./demo-error"
import { FOLLOW_PARENT } from "./paths"

export type NodeProcess = {
  name: string
  logPath: string
  child: ChildProcess
  /** Resolves once with the exit code, or the signal's name; never rejects. */
  exited: Promise<number | string>
  /** SIGTERM, then SIGKILL for the whole group when it takes too long; resolves when the process is gone. */
  stop(): Promise<void>
}

const PATIENCE_MS = 5_000

/**
 * Starts Node on a script, its output going to a log file of this run alone.
 *
 * The process gets a group of its own: Ctrl-C in the terminal must reach the demo alone, which then ends its parts in order.
 */
export function startNode({
  name,
  args,
  cwd,
  env,
  logPath,
}: {
  name: string
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
  logPath: string
}): NodeProcess {
  mkdirSync(dirname(logPath), { recursive: true })
  const log = openSync(logPath, "w")
  const child = spawn(process.execPath, ["-r", FOLLOW_PARENT, ...args], {
    cwd,
    env,
    detached: process.platform !== "win32",
    stdio: ["ignore", log, log, "ipc"],
  })
  closeSync(log)
  const exited = new Promise<number | string>((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "unknown"))
    child.once("error", (error) => resolve(error.message))
  })
  return { name, logPath, child, exited, stop: () => stop(child, exited) }
}

/**
 * Waits for a process that should end by itself.
 *
 * @throws DemoError with the last lines of its log, if it ended otherwise than with exit code 0.
 */
export async function untilDone(running: NodeProcess): Promise<void> {
  const outcome = await running.exited
  if (outcome !== 0) {
    throw await failureOf(running, outcome)
  }
}

export async function failureOf(
  { name, logPath }: NodeProcess,
  outcome: number | string
): Promise<DemoError> {
  const ending = typeof outcome === "number" ? `exit code ${outcome}` : outcome
  return new DemoError(
    `${name} ended with ${ending}. The last lines of ${logPath}:`,
    await lastLines(logPath)
  )
}

/** The process's environment without what would leak from the user's shell into the store. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(BPC_|MEDUSA_|DATABASE_|REDIS_|DEMO_|JEST_|JWT_SECRET|COOKIE_SECRET|NODE_ENV$|PORT$|HOST$)/.test(
          name
        )
    )
  )
}

async function lastLines(path: string, count = 25): Promise<string[]> {
  const text = await readFile(path, "utf8").catch(() => "")
  return text.trimEnd().split("\n").slice(-count).map(readable)
}

/** Medusa logs JSON; a person wants its message. */
function readable(line: string): string {
  if (!line.startsWith("{")) {
    return line
  }
  try {
    const { level, message, method, path, status } = JSON.parse(line)
    return message ? `${level}: ${message}` : `${method} ${path} ${status}`
  } catch {
    return line
  }
}

async function stop(child: ChildProcess, exited: Promise<unknown>) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) {
    return
  }
  child.kill("SIGTERM")
  const impatience = setTimeout(() => killGroup(child), PATIENCE_MS)
  await exited
  clearTimeout(impatience)
}

function killGroup({ pid }: ChildProcess) {
  if (pid) {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL")
  }
}
