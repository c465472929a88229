import { type Redis, startRedis } from "./redis"
import { type RoundRobin, startRoundRobin } from "./round-robin"
import {
  type ServerProcess,
  migrate,
  startServerProcess,
} from "./server-process"
import {
  type Surroundings,
  type SurroundingsOptions,
  prepareSurroundings,
} from "./surroundings"

export type Locking = "redis" | "postgres"

export type Fleet = {
  surroundings: Surroundings
  servers: ServerProcess[]
  workers: ServerProcess[]
  /** What makes another Medusa one of them. */
  environment: { REDIS_URL: string; LOCKING: Locking }
  startWorker(): Promise<ServerProcess>
  close(): Promise<void>
}

/**
 * Two servers and two workers on one PostgreSQL and one Redis, behind a load balancer at the suite's address that sends each
 * request to the other server: no state may live in a process (docs/scaling.md).
 */
export async function startFleet(
  locking: Locking,
  options: SurroundingsOptions = {}
): Promise<Fleet> {
  const redis: Redis = await startRedis()
  const surroundings = await prepareSurroundings(options)
  const environment = { REDIS_URL: redis.url, LOCKING: locking }
  await migrate(environment)
  const start = (mode: "server" | "worker") =>
    startServerProcess({ ...environment, MEDUSA_WORKER_MODE: mode })
  const servers = [await start("server"), await start("server")]
  const workers = [await start("worker"), await start("worker")]
  const front: RoundRobin = await startRoundRobin(
    servers.map(({ url }) => url),
    surroundings.port
  )
  return {
    surroundings,
    servers,
    workers,
    environment,
    startWorker: async () => {
      const worker = await start("worker")
      workers.push(worker)
      return worker
    },
    close: async () => {
      await front.close()
      await Promise.all([...servers, ...workers].map((one) => one.stop()))
      await surroundings.close()
      await redis.stop()
    },
  }
}
