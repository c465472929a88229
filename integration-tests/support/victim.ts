import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type ServerProcess, startServerProcess } from "./server-process"

export type Victim = ServerProcess & {
  /** From now on points are told, and the one that was named kills. */
  arm(): Promise<void>
  /** The points passed so far, in order. */
  points(): Promise<string[]>
}

/** A Medusa of its own that dies at a named point (see processes/kill-switch.cjs); without one it only tells the points. */
export async function startVictim(killAt?: string): Promise<Victim> {
  const directory = await mkdtemp(join(tmpdir(), "bpc-victim-"))
  const log = join(directory, "points")
  const armed = join(directory, "armed")
  await writeFile(log, "")
  const server = await startServerProcess({
    NODE_OPTIONS: `--require ${join(__dirname, "../processes/kill-switch.cjs")}`,
    BPC_KILL_LOG: log,
    BPC_KILL_ARMED: armed,
    ...(killAt && { BPC_KILL_AT: killAt }),
  })
  return {
    ...server,
    arm: () => writeFile(armed, ""),
    points: async () =>
      (await readFile(log, "utf8")).split("\n").filter((line) => line),
    stop: async () => {
      await server.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
