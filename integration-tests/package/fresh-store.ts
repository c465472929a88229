import { readFileSync } from "node:fs"
import { appendFile, cp, mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type NodeProcess } from "../../demo/runner/processes"
import { ROOT, STORE as DEMO_STORE } from "../../demo/runner/paths"
import { type Manifest, manifestOf } from "./packages"
import { type Outcome, type Terminal } from "./terminal"

/** What Medusa's own starter depends on, less its admin and test tools. */
const STARTER_PACKAGES = [
  "@medusajs/admin-sdk",
  "@medusajs/cli",
  "@medusajs/framework",
  "@medusajs/medusa",
]
const STARTER_TOOLS = ["@swc/core", "@types/node", "ts-node", "typescript"]
/** Another version of Medusa than the one that this repository is built with (docs/compatibility.md). */
const OTHER_MEDUSA = process.env.TEST_MEDUSA
const INSTALL = [
  "install",
  "--prefer-offline",
  "--no-audit",
  "--no-fund",
  // To learn whether a version outside the peer range works.
  ...(OTHER_MEDUSA ? ["--legacy-peer-deps"] : []),
]
const START_LIMIT_MS = 120_000

/** A Medusa application outside this repository, with nothing in it but what its developer wrote and npm installed. */
export class FreshStore {
  constructor(
    private readonly terminal: Terminal,
    readonly directory: string
  ) {}

  /** Writes the application and installs its packages, as Medusa's starter has them. */
  async create(): Promise<void> {
    await mkdir(this.directory, { recursive: true })
    await cp(join(__dirname, "store"), this.directory, { recursive: true })
    // The demo's seed is the one description of a shop that can sell.
    await cp(join(DEMO_STORE, "src"), join(this.directory, "src"), {
      recursive: true,
    })
    const { devDependencies } = manifestOf(ROOT)
    const versions = (names: string[]) =>
      Object.fromEntries(
        names.map((name) => [
          name,
          (name.startsWith("@medusajs/") && OTHER_MEDUSA) ||
            devDependencies[name],
        ])
      )
    await writeFile(
      join(this.directory, "package.json"),
      JSON.stringify({
        name: "fresh-store",
        version: "0.0.1",
        private: true,
        dependencies: versions(STARTER_PACKAGES),
        devDependencies: versions(STARTER_TOOLS),
      })
    )
    await this.npm(INSTALL)
  }

  /** How many packages lie in `node_modules`. */
  async packageCount(): Promise<number> {
    const { output } = await this.npm(["ls", "--all", "--parseable"])
    return new Set(output.trim().split("\n")).size
  }

  /** `npm install`, of a tarball. */
  install(...args: string[]): Promise<Outcome> {
    return this.npm([...INSTALL, ...args])
  }

  async addToEnv(lines: Record<string, string>): Promise<void> {
    await appendFile(
      join(this.directory, ".env"),
      Object.entries(lines)
        .map(([name, value]) => `${name}=${value}\n`)
        .join("")
    )
  }

  npm(args: string[]): Promise<Outcome> {
    return this.terminal.succeed(this.terminal.npm(args), {
      cwd: this.directory,
    })
  }

  npx(args: string[]): Promise<Outcome> {
    return this.terminal.succeed(this.terminal.npx(args), {
      cwd: this.directory,
    })
  }

  node(args: string[]): Promise<Outcome> {
    return this.terminal.succeed(args, { cwd: this.directory })
  }

  medusa(args: string[]): Promise<Outcome> {
    return this.node([this.program("@medusajs/cli", "medusa"), ...args])
  }

  /** Starts Medusa for as long as it cares to run. */
  tryToStart(env: NodeJS.ProcessEnv): Promise<Outcome> {
    const args = [this.program("@medusajs/cli", "medusa"), "start"]
    return this.terminal.run(args, {
      cwd: this.directory,
      env: { NODE_ENV: "development", ...env },
    })
  }

  /**
   * What `npx` would run, without npm and a shell in between: those keep a signal to themselves, and the program would outlive the
   * test.
   */
  program(packageName: string, command: string): string {
    const home = join(this.directory, "node_modules", packageName)
    const { bin } = JSON.parse(
      readFileSync(join(home, "package.json"), "utf8")
    ) as Manifest
    const path = bin[command]
    if (!path) {
      throw new Error(`${packageName} has no program "${command}".`)
    }
    return join(home, path)
  }

  /**
   * Starts a program of an installed package and waits for a line that says it is ready.
   *
   * @returns everything it said until then
   * @throws Error with its output, if it ends or is not ready within two minutes.
   */
  async startUntil(ready: RegExp, args: string[]): Promise<string> {
    const running = this.terminal.start(args, {
      cwd: this.directory,
      env: { NODE_ENV: "development" },
    })
    const deadline = Date.now() + START_LIMIT_MS
    for (;;) {
      const output = await readFile(running.logPath, "utf8")
      if (ready.test(output)) {
        return output
      }
      if (hasEnded(running) || Date.now() > deadline) {
        throw new Error(`${running.name} did not come up:\n${output}`)
      }
      await new Promise((next) => setTimeout(next, 100))
    }
  }
}

function hasEnded({ child }: NodeProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
