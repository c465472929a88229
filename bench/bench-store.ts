import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { cleanEnvironment } from "../demo/runner/processes"
import {
  type Surroundings,
  prepareSurroundings,
} from "../integration-tests/support/surroundings"
import {
  type WebhookCollector,
  startWebhookCollector,
} from "./gateways/webhook-collector"
import { Remote } from "./remote"
import { type Site } from "./site"
import { type StoreJobs } from "./store-process/jobs"

export type BenchStore = Surroundings & {
  remote: Remote<StoreJobs>
  /** Where the sandbox's webhooks go; a measurement delivers them. */
  webhookCollector: WebhookCollector
  log(): Promise<string>
}

export type BenchStoreOptions = {
  name: string
  /** "server": no jobs and no subscribers, another process would do that work. */
  worker?: "shared" | "server"
  /** The gateway is the mock, which answers at once and remembers nothing. */
  mock?: boolean
}

/** A Medusa with the packed plugin and Medusa's own Stripe provider, in a process of its own, on a database of its own. */
export async function openStore(
  site: Site,
  options: BenchStoreOptions
): Promise<BenchStore> {
  const webhookCollector = await startWebhookCollector()
  const surroundings = await prepareSurroundings({
    sandbox: { webhookUrl: webhookCollector.url },
    environment: options.mock ? { BPC_API_URL: site.mock.apiUrl } : {},
  })
  const running = site.crew.start({
    name: `Medusa (${options.name})`,
    args: [
      "--expose-gc",
      "-r",
      "ts-node/register",
      join(__dirname, "store-process/main.ts"),
    ],
    cwd: join(__dirname, "store"),
    env: {
      ...storeEnvironment(),
      MEDUSA_WORKER_MODE: options.worker ?? "shared",
      BENCH_STRIPE: "yes",
      PORT: String(surroundings.port),
    },
    logPath: site.logPath(options.name),
  })
  const remote = await Remote.connect<StoreJobs>(running)
  await remote.call("pointStripeAt", { port: site.mock.port })
  await surroundings.sql(
    `insert into region_payment_provider (id, region_id, payment_provider_id) select 'regpp_' || id, id, 'pp_stripe_stripe' from region`
  )
  return {
    ...surroundings,
    url: `http://127.0.0.1:${surroundings.port}`,
    remote,
    webhookCollector,
    log: () => readFile(running.logPath, "utf8"),
    close: async () => {
      await running.stop()
      await webhookCollector.close()
      await surroundings.close()
    },
  }
}

/** What `prepareSurroundings` put into this process's environment; requests are not logged, by nobody. */
export function storeEnvironment(): NodeJS.ProcessEnv {
  const prepared = Object.entries(process.env).filter(
    ([name]) => name.startsWith("BPC_") || name === "DATABASE_URL"
  )
  return {
    ...cleanEnvironment(),
    ...Object.fromEntries(prepared),
    // Not production: the plugin refuses a gateway on plain http there.
    NODE_ENV: "bench",
    LOG_LEVEL: "error",
    MEDUSA_DISABLE_ADMIN: "true",
    MEDUSA_DISABLE_TELEMETRY: "1",
  }
}
