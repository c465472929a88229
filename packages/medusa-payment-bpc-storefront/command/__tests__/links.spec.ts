import {
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  symlink,
  unlink,
  writeFile,
} from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { run } from ".."
import { write } from "../write"
import { filesIn, forgetShops, patch, shopOnDisk, undo } from "./shop-on-disk"
import { PATHS, starter } from "./starters"

jest.setTimeout(60_000)

const FRESH = starter("dtc-starter")

let said: string
let outside: string

beforeEach(async () => {
  said = ""
  for (const method of ["log", "error"] as const) {
    jest.spyOn(console, method).mockImplementation((...words) => {
      said += `${words.join(" ")}\n`
    })
  }
  outside = await mkdtemp(join(tmpdir(), "bpc-outside-"))
})
afterEach(async () => {
  jest.restoreAllMocks()
  await rm(outside, { recursive: true })
  await forgetShops()
})

/** Moves a file or folder of a shop out of it, and leaves a link in its place. */
async function moveOut(root: string, path: string): Promise<string> {
  const place = join(outside, "moved")
  await rename(join(root, path), place)
  await symlink(place, join(root, path))
  return place
}

describe("a link that leads out of the storefront", () => {
  it.each([
    PATHS.payButton,
    PATHS.methods,
    "package.json",
    dirname(PATHS.payButton),
    "src/lib",
    "src",
  ])("is not followed to patch: %s", async (path) => {
    const root = await shopOnDisk(FRESH)
    await moveOut(root, path)
    const before = [await filesIn(outside), await filesIn(root)]
    expect(await run([root])).toBe(1)
    expect(said).toContain("Nothing was changed")
    expect(said).toContain("outside of the storefront's folder")
    expect([await filesIn(outside), await filesIn(root)]).toEqual(before)
  })

  it.each([PATHS.payButton, PATHS.actions, "package.json", "src/lib", "src"])(
    "is not followed to take everything back: %s",
    async (path) => {
      const root = await shopOnDisk(FRESH)
      await patch(root)
      await moveOut(root, path)
      const before = [await filesIn(outside), await filesIn(root)]
      expect(await run([root, "--undo"])).toBe(1)
      expect(said).toContain("Nothing was undone")
      expect([await filesIn(outside), await filesIn(root)]).toEqual(before)
    }
  )

  it("is not shown in a diff", async () => {
    const root = await shopOnDisk(FRESH)
    const secret = join(outside, "secret.ts")
    await writeFile(secret, "export const key = 'the key of somebody'\n")
    await unlink(join(root, PATHS.cookies))
    await symlink(secret, join(root, PATHS.cookies))
    expect(await run([root, "--dry-run"])).toBe(1)
    expect(said).not.toContain("the key of somebody")
  })

  it("is not followed for a file that is to be added", async () => {
    const root = await shopOnDisk(FRESH)
    await symlink(join(outside, "new.ts"), join(root, PATHS.actions))
    expect(await run([root])).toBe(1)
    expect(said).toContain("is a link that leads nowhere")
    expect(await filesIn(outside)).toEqual({})
  })

  it("is not followed when it came between planning and writing", async () => {
    const root = await shopOnDisk({ "a/one.ts": "one", "b/two.ts": "two" })
    await moveOut(root, "b")
    const changes = [
      { path: "a/one.ts", before: "one", after: "ONE" },
      { path: "b/two.ts", before: "two", after: "TWO" },
    ]
    await expect(write(root, changes)).rejects.toThrow("outside of")
    const removal = { path: "b/two.ts", before: "two", after: undefined }
    await expect(write(root, [removal])).rejects.toThrow("outside of")
    expect(await readFile(join(root, "a/one.ts"), "utf8")).toBe("one")
    expect(await filesIn(outside)).toEqual({ "moved/two.ts": "two" })
  })

  it("does not make another folder the storefront", async () => {
    const named = await shopOnDisk({ "package.json": '{"private":true}' })
    const other = await shopOnDisk(FRESH)
    await symlink(other, join(named, "storefront"))
    expect(await run([named])).toBe(1)
    expect(said).toContain("There is no storefront here")
    expect(await filesIn(other)).toEqual(FRESH)
  })
})

describe("a link that stays in the storefront", () => {
  it("is followed, and still is one afterwards", async () => {
    const root = await shopOnDisk(FRESH)
    await mkdir(join(root, "shared"))
    const place = join(root, "shared/methods.tsx")
    await rename(join(root, PATHS.methods), place)
    await symlink(place, join(root, PATHS.methods))
    await patch(root)
    expect(await readFile(place, "utf8")).toContain("pp_bpc_bpc")
    await undo(root)
    expect(await readFile(place, "utf8")).toBe(FRESH[PATHS.methods])
  })

  it("may be the named folder itself", async () => {
    const root = await shopOnDisk(FRESH)
    await symlink(root, join(outside, "shop"))
    expect(await run([join(outside, "shop")])).toBe(0)
    expect((await filesIn(root))[PATHS.methods]).toContain("pp_bpc_bpc")
  })
})
