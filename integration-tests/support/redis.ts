import { spawn } from "node:child_process"
import { once } from "node:events"
import { connect } from "node:net"
import { freePort } from "../../demo/runner/ports"
import { eventually } from "./shopper"

export type Redis = { url: string; stop(): Promise<void> }

/** Debian's Redis on a port of its own, in memory only. */
export async function startRedis(): Promise<Redis> {
  const port = await freePort()
  const server = spawn(
    "redis-server",
    [
      "--port",
      String(port),
      "--bind",
      "127.0.0.1",
      "--save",
      "",
      "--appendonly",
      "no",
    ],
    { stdio: "ignore" }
  )
  let failure: Error | undefined
  server.once("error", (error) => (failure = error))
  await eventually(
    async () => failure !== undefined || (await listens(port)),
    (ready) => ready
  )
  if (failure) {
    throw new Error(
      `redis-server did not start (${failure.message}). Install Debian's package redis-server.`
    )
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      if (server.exitCode === null) {
        server.kill("SIGTERM")
        await once(server, "exit")
      }
    },
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1")
    socket.once("connect", () => {
      socket.destroy()
      resolve(true)
    })
    socket.once("error", () => resolve(false))
  })
}
