import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Crew } from "../../demo/runner/crew"
import { Terminal } from "./terminal"

export type Workplace = {
  directory: string
  crew: Crew
  terminal: Terminal
  close(): Promise<void>
}

/** A folder outside this repository, with a prompt in it. `close` ends all that was started there. */
export async function openWorkplace(): Promise<Workplace> {
  const directory = await mkdtemp(join(tmpdir(), "bpc-package-"))
  // As root, PostgreSQL runs as a user of its own, who must get through here.
  await chmod(directory, 0o755)
  const crew = new Crew(new AbortController().signal)
  return {
    directory,
    crew,
    terminal: new Terminal(directory, crew),
    close: async () => {
      await crew.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
