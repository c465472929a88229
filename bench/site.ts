import { join } from "node:path"
import { Crew } from "../demo/runner/crew"
import { DEFAULT_DIRECTORY } from "../demo/runner/paths"
import { type Postgres } from "../demo/runner/postgres"
import { cleanEnvironment } from "../demo/runner/processes"
import { type Progress } from "../demo/runner/progress"
import setUpMachine, {
  stopMachine,
} from "../integration-tests/support/global-setup"
import { type MockGateways, startMockGateways } from "./gateways/mock"
import { type LoadJobs } from "./load/jobs"
import { type Plan } from "./plan"
import { buildPlugin } from "./plugin-build"
import { Remote } from "./remote"

/** Everything that the chapters share. */
export type Site = {
  plan: Plan
  postgres: Postgres
  crew: Crew
  progress: Progress
  mock: MockGateways
  /** The load generator, a process of its own. */
  load: Remote<LoadJobs>
  logPath(name: string): string
}

export async function openSite(
  plan: Plan,
  progress: Progress,
  signal: AbortSignal
): Promise<Site> {
  const crew = new Crew(signal)
  crew.add({ stop: stopMachine })
  await progress.step("Starting PostgreSQL and seeding a shop", () =>
    setUpMachine()
  )
  const postgres = globalThis.bpcTestMachine?.postgres
  if (!postgres) {
    throw new Error("PostgreSQL did not start")
  }
  await progress.step("Building the plugin", () => buildPlugin(crew))
  const mock = await startMockGateways()
  crew.add({ stop: () => mock.close() })
  const logPath = (name: string) =>
    join(DEFAULT_DIRECTORY, "bench/logs", `${name}.log`)
  const load = await Remote.connect<LoadJobs>(
    crew.start({
      name: "Load generator",
      args: ["-r", "ts-node/register", join(__dirname, "load/main.ts")],
      cwd: __dirname,
      env: cleanEnvironment(),
      logPath: logPath("load"),
    })
  )
  return { plan, postgres, crew, progress, mock, load, logPath }
}
