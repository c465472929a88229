import { mkdir, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { run } from ".."
import { UsageError } from "../usage-error"
import { installCommand } from "../package-manager"
import { write } from "../write"
import { filesIn, forgetShops, shopOnDisk } from "./shop-on-disk"
import { type Files, PATHS, starter } from "./starters"

let said: { out: string; err: string }

beforeEach(() => {
  said = { out: "", err: "" }
  jest.spyOn(console, "log").mockImplementation((...words) => {
    said.out += `${words.join(" ")}\n`
  })
  jest.spyOn(console, "error").mockImplementation((...words) => {
    said.err += `${words.join(" ")}\n`
  })
})

jest.setTimeout(60_000)

afterEach(async () => {
  jest.restoreAllMocks()
  await forgetShops()
})

const FRESH = starter("dtc-starter")

describe("the command", () => {
  it.each([
    ["the folder itself", "."],
    ["apps/storefront", "apps/storefront"],
    ["storefront", "storefront"],
    ["src", "src"],
  ])("finds the storefront in %s", async (_, place) => {
    const root = await shopOnDisk({ "package.json": '{"private":true}' })
    const shop = await shopOnDisk(FRESH)
    if (place === ".") {
      await rm(root, { recursive: true })
    } else {
      await mkdir(dirname(join(root, place)), { recursive: true })
    }
    await rename(shop, join(root, place))
    expect(await run([root])).toBe(0)
    expect(said.out).toContain(join(root, place))
  })

  it("tells what was done, how to install, and how to take it back", async () => {
    const root = await shopOnDisk({ ...FRESH, "pnpm-lock.yaml": "" })
    expect(await run([root])).toBe(0)
    expect(said.out).toContain("the payment method has a title and an icon")
    expect(said.out).toContain("pnpm install")
    expect(said.out).toContain(`storefront ${root} --undo`)
  })

  it("says so when everything is there", async () => {
    const root = await shopOnDisk(FRESH)
    await run([root])
    said.out = ""
    expect(await run([root])).toBe(0)
    expect(said.out).toContain("Nothing was changed.")
  })

  it("--dry-run shows a diff and writes nothing", async () => {
    const root = await shopOnDisk(FRESH)
    expect(await run([root, "--dry-run"])).toBe(0)
    expect(said.out).toContain(`--- a/${PATHS.methods}`)
    expect(said.out).toContain("\n+  pp_bpc_bpc: {\n")
    expect(said.out).toContain(`--- /dev/null\n+++ b/${PATHS.actions}`)
    expect(await filesIn(root)).toEqual(FRESH)
  })

  it("--undo takes everything back, and --undo --dry-run shows it", async () => {
    const root = await shopOnDisk(FRESH)
    await run([root])
    said.out = ""
    await run([root, "--undo", "--dry-run"])
    expect(said.out).toContain("\n-  pp_bpc_bpc: {\n")
    expect(await filesIn(root)).not.toEqual(FRESH)
    expect(await run([root, "--undo"])).toBe(0)
    expect(await filesIn(root)).toEqual(FRESH)
  })

  it("--id is the plugin's option", async () => {
    const root = await shopOnDisk(FRESH)
    await run([root, "--id", "eu"])
    expect((await filesIn(root))[PATHS.methods]).toContain("pp_bpc_eu: {")
  })

  it.each([[["a", "b"]], [["--id", "a b"]]])(
    "%j is a wrong call",
    async (args) => {
      await expect(run(args)).rejects.toThrow(UsageError)
    }
  )

  it("says where it looked when there is no storefront", async () => {
    const root = await shopOnDisk({ "package.json": "{}" })
    expect(await run([root])).toBe(1)
    expect(said.err).toContain(join(root, "apps/storefront"))
  })
})

describe("nothing is written", () => {
  async function refuses(files: Files): Promise<string> {
    const root = await shopOnDisk(files)
    expect(await run([root])).toBe(1)
    expect(await filesIn(root)).toEqual(files)
    return said.err
  }

  it("when one file is not understood: the reason, and the lines to add by hand", async () => {
    const text = await refuses({
      ...FRESH,
      [PATHS.payButton]: "export default () => null\n",
    })
    expect(text).toContain("Nothing was changed: one place")
    expect(text).toContain(PATHS.payButton)
    expect(text).toContain(
      '    import { isBpc } from "medusa-payment-bpc-storefront"'
    )
    expect(text).toContain("case isBpc(paymentSession?.provider_id):")
  })

  it("when the storefront is another one: every place is told at once", async () => {
    const text = await refuses({
      "package.json": '{\n  "dependencies": {\n    "next": "15"\n  }\n}\n',
      "src/app/page.tsx": "export default () => <p>Hello</p>\n",
    })
    expect(text).toContain("7 places cannot be understood")
  })

  it("when a file has a syntax error: which one, and where", async () => {
    const text = await refuses({
      ...FRESH,
      [PATHS.cookies]: "export const = 1\n",
    })
    expect(text).toContain(`${PATHS.cookies} has a syntax error`)
    expect(text).toContain("(1:13)")
  })

  it("when the starter's functions are gone that the added files call", async () => {
    const text = await refuses({
      ...FRESH,
      [PATHS.config]: "export const client = 1\n",
    })
    expect(text).toContain("it does not export sdk")
  })

  it("when a file cannot be written: those before it are as they were", async () => {
    const root = await shopOnDisk({ "a.ts": "a", "b.ts/full.ts": "b" })
    const change = (path: string) => ({ path, before: "a", after: "new" })
    await expect(
      write(root, [
        change("a.ts"),
        { path: "new/c.ts", before: undefined, after: "c" },
        change("b.ts"),
      ])
    ).rejects.toThrow()
    expect(await filesIn(root)).toEqual({ "a.ts": "a", "b.ts/full.ts": "b" })
  })
})

describe("the install command", () => {
  it.each([
    ["pnpm-lock.yaml", "pnpm install"],
    ["yarn.lock", "yarn install"],
    ["package-lock.json", "npm install"],
    ["bun.lock", "bun install"],
  ])("with %s is %s", async (lock, command) => {
    const root = await shopOnDisk({
      [lock]: "",
      "apps/shop/package.json": "{}",
    })
    expect(await installCommand(join(root, "apps/shop"))).toBe(command)
  })

  it("is that of the packageManager field without a lock file", async () => {
    const root = await shopOnDisk({
      "package.json": '{ "packageManager": "pnpm@10.11.1" }',
    })
    expect(await installCommand(root)).toBe("pnpm install")
    await writeFile(join(root, "package.json"), "{}")
    await mkdir(join(root, ".git"))
    expect(await installCommand(root)).toBe("npm install")
  })
})
