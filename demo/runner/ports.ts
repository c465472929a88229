import { type AddressInfo, connect, createServer } from "node:net"
import { DemoError } from "./demo-error"

export type PortWish = { use: string; port: number; flag: string }

/**
 * @param command what the person has typed, for the advice
 * @throws DemoError that names every taken port, what it was wanted for and how to choose another.
 */
export async function checkPorts(
  wishes: PortWish[],
  command = "npm run demo"
): Promise<void> {
  const taken: PortWish[] = []
  for (const wish of wishes) {
    if (await isTaken(wish.port)) {
      taken.push(wish)
    }
  }
  if (taken.length === 0) {
    return
  }
  const flags: string[] = []
  for (const { port, flag } of taken) {
    flags.push(`${flag} ${await nextFree(port + 1, wishes)}`)
  }
  throw new DemoError(
    taken.length === 1 ? "A port is taken." : "Some ports are taken.",
    [
      ...taken.map(
        ({ port, use }) =>
          `Port ${port} (${use}) is used by another program${portHint(port)}.`
      ),
      "",
      `Stop it, or choose another port:  ${command} -- ${flags.join(" ")}`,
    ]
  )
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(0, "127.0.0.1", resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

// Both ways of asking are needed: macOS lets a program listen on 127.0.0.1 while another holds the same port on all addresses.
async function isTaken(port: number): Promise<boolean> {
  const answers = await Promise.all([
    accepts(port, "127.0.0.1"),
    accepts(port, "::1"),
    canListen(port).then((free) => !free),
  ])
  return answers.includes(true)
}

function accepts(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host })
    const answer = (taken: boolean) => {
      socket.destroy()
      resolve(taken)
    }
    socket.once("connect", () => answer(true))
    socket.once("error", () => answer(false))
    socket.setTimeout(500, () => answer(false))
  })
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(false))
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)))
  })
}

async function nextFree(from: number, wishes: PortWish[]): Promise<number> {
  const wanted = new Set(wishes.map(({ port }) => port))
  for (let port = from; port < 65_536; port++) {
    if (!wanted.has(port) && !(await isTaken(port))) {
      return port
    }
  }
  return from
}

function portHint(port: number): string {
  return process.platform === "win32" ? "" : ` (see: lsof -i :${port})`
}
