import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type Terminal } from "./terminal"

/** A project in which nothing is installed but the packages given, and what they bring. */
export class BareProject {
  constructor(
    protected readonly terminal: Terminal,
    readonly directory: string
  ) {}

  async create(...tarballs: string[]): Promise<void> {
    await mkdir(this.directory, { recursive: true })
    await writeFile(
      join(this.directory, "package.json"),
      JSON.stringify({ name: "bare-project", private: true })
    )
    await this.terminal.succeed(
      this.terminal.npm([
        "install",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        ...tarballs,
      ]),
      { cwd: this.directory }
    )
  }

  /** The names of all that lies in `node_modules`, one for each copy. */
  async installed(): Promise<string[]> {
    const { output } = await this.terminal.succeed(
      this.terminal.npm(["ls", "--all", "--parseable"]),
      { cwd: this.directory }
    )
    return [...new Set(output.trim().split("\n"))]
      .filter((path) => path.includes("node_modules"))
      .map((path) => path.replace(/^.*node_modules\//, ""))
  }

  /** The file that `npx` would run. */
  program(packageName: string, path: string): string {
    return join(this.directory, "node_modules", packageName, path)
  }

  node(args: string[]): ReturnType<Terminal["succeed"]> {
    return this.terminal.succeed(args, { cwd: this.directory })
  }
}
