import { spawn, type ChildProcess } from "node:child_process"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import packageJson from "../../package.json"

const ROOT = join(__dirname, "../../../..")

type Ended = { code: number | null; out: string; err: string }
type Running = {
  process: ChildProcess
  ended: Promise<Ended>
  says: (pattern: RegExp) => Promise<string>
}

function run(...args: string[]): Running {
  const child = spawn(
    process.execPath,
    ["-r", "ts-node/register", join(__dirname, "../cli.ts"), ...args],
    { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] }
  )
  let out = ""
  let err = ""
  const listeners = new Set<() => void>()
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString("utf8")
    for (const listener of listeners) listener()
  })
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString("utf8")))
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code) => resolve({ code, out, err }))
  })
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(out)
        if (found) resolve(found[1] ?? found[0])
      }
      listeners.add(look)
      look()
      void ended.then(() => reject(new Error(`It ended first: ${out}${err}`)))
    })
  return { process: child, ended, says }
}

jest.setTimeout(60_000)

describe("the command line", () => {
  it("says where it is, answers there, and ends at Ctrl-C with exit 0", async () => {
    const running = run(
      "--port",
      "0",
      "--api-key",
      "key_1",
      "--merchant-name",
      "My Shop"
    )
    const apiUrl = await running.says(/BPC_API_URL=(\S+)/)
    await running.says(/BPC_API_KEY=key_1/)
    const answer = await fetch(`${apiUrl}/sessions/ps_1`, {
      headers: { "X-Api-Key": "key_1" },
    })
    expect(answer.status).toBe(404)
    expect(await (await fetch(new URL("/", apiUrl))).text()).toContain(
      "My Shop"
    )
    await running.says(/GET \/api2\/sessions\/ps_1 {2}404/)
    running.process.kill("SIGINT")
    const { code, err } = await running.ended
    expect(code).toBe(0)
    expect(err).toBe("")
  })

  it("says in one sentence that the port is taken, exit 1", async () => {
    const server: Server = createServer()
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.address() as AddressInfo
    const { code, out, err } = await run("--port", String(port)).ended
    server.close()
    expect(code).toBe(1)
    expect(out).toBe("")
    expect(err).toBe(
      `Port ${port} is taken. Stop what uses it, or choose another one with --port.\n`
    )
  })

  it.each([
    [["--port", "http"], "--port must be a number"],
    [["--port", "70000"], "--port must be a number"],
    [["--webhook-url", "localhost:9000"], "--webhook-url must be a URL"],
    [["--api-key", ""], "--api-key must not be empty"],
    [["--prot", "1"], "--prot"],
    [["here"], "here"],
  ])("%j is explained, exit 2", async (args, text) => {
    const { code, err } = await run(...args).ended
    expect(code).toBe(2)
    expect(err).toContain(text)
    expect(err).toContain("bpc-sandbox --help")
    expect(err).not.toContain("    at ")
  })

  it("--help lists its options", async () => {
    const { code, out } = await run("--help").ended
    expect(code).toBe(0)
    expect(out).toContain("--webhook-url")
  })

  it("an unknown currency is one sentence, exit 1", async () => {
    const { code, err } = await run("--port", "0", "--currency", "XXQ").ended
    expect(code).toBe(1)
    expect(err).toContain("Unknown currency XXQ")
    expect(err.trim().split("\n")).toHaveLength(1)
  })

  it("--version is the package's", async () => {
    const { code, out } = await run("--version").ended
    expect(code).toBe(0)
    expect(out.trim()).toBe(packageJson.version)
  })
})
