import { spawnSync } from "node:child_process"

/**
 * Whether the suites in `integration-tests/fleet` can run: they need Debian's redis-server. With `CI` set they must, and fail without it.
 */
export const HAS_REDIS =
  Boolean(process.env.CI) || !spawnSync("redis-server", ["--version"]).error
