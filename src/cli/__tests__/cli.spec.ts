import { spawn, type ChildProcess } from "node:child_process"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import packageJson from "../../../package.json"

const ROOT = join(__dirname, "../../..")

type Ended = { code: number | null; out: string; err: string }
type Running = {
  process: ChildProcess
  ended: Promise<Ended>
  says: (pattern: RegExp) => Promise<string>
}

function run(...args: string[]): Running {
  const child = spawn(
    process.execPath,
    ["-r", "ts-node/register", "src/cli/index.ts", ...args],
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
  it.each([[["--help"]], [[]]])("%j lists the commands", async (args) => {
    const { code, out } = await run(...args).ended
    expect(code).toBe(0)
    expect(out).toContain("sandbox")
    expect(out).toContain("generate-key")
  })

  it("--version is the package's", async () => {
    const { code, out } = await run("--version").ended
    expect(code).toBe(0)
    expect(out.trim()).toBe(packageJson.version)
  })

  it("an unknown command is named, with what there is, exit 2", async () => {
    const { code, out, err } = await run("sandbxo").ended
    expect(code).toBe(2)
    expect(out).toBe("")
    expect(err).toContain('There is no command "sandbxo".')
    expect(err).toContain("generate-key")
  })
})

it("starting it loads nothing of Medusa, and the sandbox nothing of the plugin", async () => {
  const script = `
    process.argv = [process.argv[0], "cli", "--version"]
    process.on("exit", () => console.log(JSON.stringify(Object.keys(require.cache))))
    require("./src/cli/index.ts")`
  const child = spawn(
    process.execPath,
    ["-r", "ts-node/register", "-e", script],
    { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] }
  )
  let out = ""
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString("utf8")))
  await new Promise((resolve) => child.on("close", resolve))
  const loaded = JSON.parse(out.split("\n")[1] ?? "") as string[]
  expect(loaded.some((file) => file.includes("sandbox"))).toBe(true)
  expect(
    loaded.filter((file) => /@medusajs|src.gateway|src.modules/.test(file))
  ).toEqual([])
})

describe("generate-key", () => {
  it("prints 32 random bytes in base64 and nothing else; the hint goes to stderr", async () => {
    const [one, other] = await Promise.all([
      run("generate-key").ended,
      run("generate-key").ended,
    ])
    expect(one.code).toBe(0)
    expect(one.out).toMatch(/^[A-Za-z0-9+/]{43}=\n$/)
    expect(Buffer.from(one.out, "base64")).toHaveLength(32)
    expect(one.out).not.toBe(other.out)
    expect(one.err).toContain("BPC_ENCRYPTION_KEY")
  })
})

describe("sandbox", () => {
  it("says where it is, answers there, and ends at Ctrl-C with exit 0", async () => {
    const running = run(
      "sandbox",
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
    const { code, out, err } = await run("sandbox", "--port", String(port))
      .ended
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
    const { code, err } = await run("sandbox", ...args).ended
    expect(code).toBe(2)
    expect(err).toContain(text)
    expect(err).toContain("sandbox --help")
    expect(err).not.toContain("    at ")
  })

  it("--help lists its options", async () => {
    const { code, out } = await run("sandbox", "--help").ended
    expect(code).toBe(0)
    expect(out).toContain("--webhook-url")
  })

  it("an unknown currency is one sentence, exit 1", async () => {
    const { code, err } = await run(
      "sandbox",
      "--port",
      "0",
      "--currency",
      "XXQ"
    ).ended
    expect(code).toBe(1)
    expect(err).toContain("Unknown currency XXQ")
    expect(err.trim().split("\n")).toHaveLength(1)
  })
})
