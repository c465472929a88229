import { execFile, spawn } from "node:child_process"
import { join } from "node:path"
import packageJson from "../../../package.json"

const ROOT = join(__dirname, "../../..")

type Ended = { code: number | null; out: string; err: string }

function run(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["-r", "ts-node/register", "src/cli/index.ts", ...args],
      { cwd: ROOT },
      (_, out, err) => resolve({ code: child.exitCode, out, err })
    )
  })
}

jest.setTimeout(60_000)

describe("the command line", () => {
  it.each([[["--help"]], [[]]])("%j lists the commands", async (args) => {
    const { code, out } = await run(...args)
    expect(code).toBe(0)
    expect(out).toContain("doctor")
    expect(out).toContain("generate-key")
  })

  it("--version is the package's", async () => {
    const { code, out } = await run("--version")
    expect(code).toBe(0)
    expect(out.trim()).toBe(packageJson.version)
  })

  it("an unknown command is named, with what there is, exit 2", async () => {
    const { code, out, err } = await run("docotr")
    expect(code).toBe(2)
    expect(out).toBe("")
    expect(err).toContain('There is no command "docotr".')
    expect(err).toContain("generate-key")
  })
})

it("starting it loads nothing of Medusa", async () => {
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
  expect(loaded.some((file) => file.includes("src/cli"))).toBe(true)
  expect(
    loaded.filter((file) => /@medusajs|src.gateway|src.modules/.test(file))
  ).toEqual([])
})

describe("generate-key", () => {
  it("prints 32 random bytes in base64 and nothing else; the hint goes to stderr", async () => {
    const [one, other] = await Promise.all([
      run("generate-key"),
      run("generate-key"),
    ])
    expect(one.code).toBe(0)
    expect(one.out).toMatch(/^[A-Za-z0-9+/]{43}=\n$/)
    expect(Buffer.from(one.out, "base64")).toHaveLength(32)
    expect(one.out).not.toBe(other.out)
    expect(one.err).toContain("BPC_ENCRYPTION_KEY")
  })
})
