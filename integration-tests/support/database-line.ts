import { type AddressInfo, type Socket, connect, createServer } from "node:net"

export type DatabaseLine = {
  /** The database's address by way of this line. */
  through(databaseUrl: string): Promise<string>
  /** As if PostgreSQL had been stopped: every connection breaks, and none is let in. */
  cut(): Promise<void>
  /** As if PostgreSQL had stopped answering: connections stand, and nothing comes back. */
  freeze(): void
  restore(): Promise<void>
  close(): Promise<void>
}

/** The wire between a store and its database, which can be cut: the PostgreSQL of the tests is everybody's and must not be stopped. */
export function databaseLine(): DatabaseLine {
  const open = new Set<Socket>()
  let target = { host: "localhost", port: 5432 }
  let port = 0
  let frozen = false
  const make = () =>
    createServer((near) => {
      const far = connect(target)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(one)
        one.on("error", () => undefined)
        one.on("close", () => {
          open.delete(one)
          other.destroy()
        })
        one.on("data", (bytes) => {
          if (!frozen) {
            other.write(bytes)
          }
        })
      }
    })
  let server = make()
  const listen = (at: number) =>
    new Promise<void>((ready) => server.listen(at, "127.0.0.1", ready))
  const cut = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      open.forEach((socket) => socket.resetAndDestroy())
    })
  return {
    through: async (databaseUrl) => {
      const url = new URL(databaseUrl)
      target = { host: url.hostname, port: Number(url.port) }
      await listen(0)
      port = (server.address() as AddressInfo).port
      url.hostname = "127.0.0.1"
      url.port = String(port)
      return url.href
    },
    cut,
    freeze: () => {
      frozen = true
    },
    restore: async () => {
      if (frozen) {
        frozen = false
        // What was swallowed is lost for good; PostgreSQL's protocol cannot go on.
        open.forEach((socket) => socket.resetAndDestroy())
        return
      }
      server = make()
      await listen(port)
    },
    close: cut,
  }
}
