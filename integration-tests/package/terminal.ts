import { readFile } from "node:fs/promises"
import { delimiter, dirname, join } from "node:path"
import { type Crew } from "../../demo/runner/crew"
import { type NodeProcess, cleanEnvironment } from "../../demo/runner/processes"

export type Outcome = { code: number | string; output: string }
type Setting = { cwd: string; env?: NodeJS.ProcessEnv }

/** What a developer does at a prompt, in an environment that knows nothing of this repository. */
export class Terminal {
  #count = 0

  constructor(
    /** For tarball and logs. */
    readonly directory: string,
    private readonly crew: Crew
  ) {}

  npm(args: string[]): string[] {
    return [npmProgram("npm-cli.js"), ...args]
  }

  npx(args: string[]): string[] {
    return [npmProgram("npx-cli.js"), ...args]
  }

  /** Starts Node on a script; the process ends with the crew at the latest. */
  start(args: string[], { cwd, env }: Setting): NodeProcess {
    return this.crew.start({
      name: args.join(" "),
      args,
      cwd,
      env: { ...foreignEnvironment(), ...env },
      logPath: join(this.directory, "logs", `${++this.#count}.log`),
    })
  }

  async run(args: string[], setting: Setting): Promise<Outcome> {
    const running = this.start(args, setting)
    const code = await running.exited
    return { code, output: await readFile(running.logPath, "utf8") }
  }

  /** @throws Error with everything that the program said, when it ends otherwise than with exit code 0. */
  async succeed(args: string[], setting: Setting): Promise<Outcome> {
    const outcome = await this.run(args, setting)
    if (outcome.code !== 0) {
      throw new Error(
        `${args.join(" ")} ended with ${outcome.code}:\n${outcome.output}`
      )
    }
    return outcome
  }
}

/** The npm that runs this test, whichever and wherever it is. */
function npmProgram(name: "npm-cli.js" | "npx-cli.js"): string {
  const npm = process.env.npm_execpath
  if (!npm) {
    throw new Error(
      "This test needs the npm that started it; use `npm run test:package`."
    )
  }
  return join(dirname(npm), name)
}

/**
 * `npm run` tells its children which package they belong to, and puts that package's programs first in the search path. With these,
 * the fresh store would borrow what it should have installed.
 */
function foreignEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(cleanEnvironment()).filter(
    ([name]) =>
      !/^(INIT_CWD|NODE_OPTIONS|NODE_PATH|npm_(package|lifecycle|command|config_local_prefix).*)$/.test(
        name
      )
  )
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]\.bin$/.test(folder))
  return {
    ...Object.fromEntries(kept),
    PATH: path.join(delimiter),
    MEDUSA_DISABLE_TELEMETRY: "1",
  }
}
