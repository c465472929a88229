import { cpus, loadavg, release, totalmem, type as system } from "node:os"
import { type Postgres } from "../demo/runner/postgres"
import { onServerAsk } from "./sql"

export type Machine = {
  processor: string
  cores: number
  memoryGb: number
  system: string
  node: string
  postgres: string
}

export async function thisMachine(postgres: Postgres): Promise<Machine> {
  const [row] = await onServerAsk<{ server_version: string }>(
    postgres.databaseUrl,
    "show server_version"
  )
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown processor",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${system()} ${release()}`,
    node: process.version,
    postgres: row?.server_version ?? "unknown",
  }
}

/** How many processes wanted to run, on average over the last minute. */
export const loadNow = () => loadavg()[0] ?? 0
