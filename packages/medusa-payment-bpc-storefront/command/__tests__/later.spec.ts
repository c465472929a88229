import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { marked } from "../mark"
import {
  filesIn,
  forgetShops,
  patch,
  patched,
  shopOnDisk,
  undo,
} from "./shop-on-disk"
import { PATHS, STARTERS, starter } from "./starters"

jest.setTimeout(60_000)

afterEach(forgetShops)

async function edit(
  root: string,
  path: string,
  how: (text: string) => string
): Promise<void> {
  const file = join(root, path)
  await writeFile(file, how(await readFile(file, "utf8")))
}

const PIECES = [
  PATHS.manifest,
  PATHS.methods,
  PATHS.payButton,
  PATHS.step,
  PATHS.cookies,
  PATHS.layout,
  PATHS.dropdown,
  PATHS.components,
  PATHS.actions,
]

describe.each(STARTERS)("a %s that was patched before", (kind) => {
  it.each(PIECES)(
    "but lacks what belongs into %s: only that is added",
    async (path) => {
      const before = starter(kind)
      const whole = await patched(before)
      const { [path]: _, ...others } = whole
      const root = await shopOnDisk(
        before[path] === undefined
          ? others
          : { ...others, [path]: before[path] }
      )
      const { changes } = await patch(root)
      expect(changes.map((change) => change.path)).toEqual([path])
      expect(await filesIn(root)).toEqual(whole)
    }
  )
})

describe("what the shop has changed since", () => {
  it("in the files around our lines stays when these are taken back", async () => {
    const before = starter("dtc-starter")
    const root = await shopOnDisk(before)
    await patch(root)
    const mine = (text: string) =>
      text.replace('title: "Voucher"', 'title: "Gift"')
    await edit(root, PATHS.methods, (text) =>
      mine(text).replace("Credit or debit card", "Card, any")
    )
    await edit(root, PATHS.step, (text) => `${text}\nexport const mine = 1\n`)
    await undo(root)
    expect(await filesIn(root)).toEqual({
      ...before,
      [PATHS.methods]: mine(before[PATHS.methods] ?? ""),
      [PATHS.step]: `${before[PATHS.step]}\nexport const mine = 1\n`,
    })
  })

  it("in a file that was added: it is the shop's now, with the dependency that it needs", async () => {
    const before = starter("dtc-starter")
    const root = await shopOnDisk(before)
    await patch(root)
    await edit(root, PATHS.components, (text) =>
      text.replace("Place order", "Pay now")
    )
    const { kept } = await undo(root)
    const after = await filesIn(root)
    expect(kept).toContain(PATHS.components)
    expect(after[PATHS.components]).toContain("Pay now")
    expect(after[PATHS.manifest]).toContain("medusa-payment-bpc")
    expect(after[PATHS.payButton]).toBe(before[PATHS.payButton])
  })

  it("in a file that was added is not written over by patching again", async () => {
    const root = await shopOnDisk(starter("dtc-starter"))
    await patch(root)
    await edit(root, PATHS.components, (text) =>
      text.replace("Place order", "Pay now")
    )
    expect((await patch(root)).changes).toEqual([])
  })

  it("in formatting only does not make it the shop's", async () => {
    const before = starter("dtc-starter")
    const root = await shopOnDisk(before)
    await patch(root)
    for (const path of [PATHS.components, PATHS.actions]) {
      await edit(root, path, (text) =>
        text
          .replaceAll('"', "'")
          .replace(/^( {2})+/gm, (all) => "\t".repeat(all.length / 2))
          .replace(/^((?:import|\}) .*')$/gm, "$1;")
      )
    }
    expect((await patch(root)).changes).toEqual([])
    await undo(root)
    expect(await filesIn(root)).toEqual(before)
  })
})

describe("what the shop still uses of ours", () => {
  /** Patched, then edited, then undone. */
  async function undone(path: string, how: (text: string) => string) {
    const root = await shopOnDisk(starter("dtc-starter"))
    await patch(root)
    await edit(root, path, how)
    const { kept } = await undo(root)
    return { kept, files: await filesIn(root) }
  }

  it("in a file that was patched stays, with what it needs itself", async () => {
    const { kept, files } = await undone(
      PATHS.payButton,
      (text) => `${text}\nexport const ours = () => <BpcPlaceOrderButton />\n`
    )
    expect(files[PATHS.payButton]).toContain('from "../bpc-payment"')
    expect(files[PATHS.components]).toContain("BpcPlaceOrderButton")
    expect(files[PATHS.actions]).toContain("startPaymentSession")
    expect(files[PATHS.manifest]).toContain("medusa-payment-bpc")
    expect(kept).toEqual([PATHS.actions, PATHS.components])
  })

  it("in the components that it made its own: the actions stay", async () => {
    const { kept, files } = await undone(PATHS.components, (text) =>
      text.replace("Place order", "Pay now")
    )
    expect(files[PATHS.actions]).toContain("startPaymentSession")
    expect(kept).toEqual([PATHS.actions, PATHS.components])
  })

  it.each([
    'import { bpcPaymentStatus } from "@lib/data/bpc"',
    "import { bpcPaymentStatus } from '../lib/data/bpc'",
    'export * from "lib/data/bpc.ts"',
    'const { bpcPaymentStatus } = await import("@/lib/data/bpc")',
  ])("in a file of its own stays: %s", async (line) => {
    const root = await shopOnDisk({
      ...starter("dtc-starter"),
      "src/own/status.js": `${line}\n`,
    })
    await patch(root)
    const { kept } = await undo(root)
    const files = await filesIn(root)
    expect(kept).toEqual([PATHS.actions])
    expect(files[PATHS.actions]).toContain("bpcPaymentStatus")
    expect(files[PATHS.components]).toBeUndefined()
  })
})

it("a shop's own components without what the payment step needs by now: nothing is written, and it is said", async () => {
  const root = await shopOnDisk(starter("dtc-starter"))
  await patch(root)
  await edit(root, PATHS.components, (text) =>
    text.replaceAll("initiatePaymentSession", "start")
  )
  await expect(patch(root)).rejects.toThrow(
    "does not export initiatePaymentSession"
  )
})

it("an added file of another version, untouched, is brought up to date", async () => {
  const root = await shopOnDisk(starter("dtc-starter"))
  await patch(root)
  const present = await readFile(join(root, PATHS.actions), "utf8")
  await edit(root, PATHS.actions, (text) =>
    marked(text.replace(/\(mark \w+\)/, "(mark )").replace("orders", "order"))
  )
  await patch(root)
  expect(await readFile(join(root, PATHS.actions), "utf8")).toBe(present)
})

it("code of the shop's own that uses the package keeps the dependency", async () => {
  const files = {
    ...starter("dtc-starter"),
    "src/mine.ts":
      'import { paymentStatus } from "medusa-payment-bpc-storefront"',
  }
  const root = await shopOnDisk(files)
  await patch(root)
  const { kept } = await undo(root)
  expect(kept).toEqual(["src/mine.ts"])
  expect((await filesIn(root))[PATHS.manifest]).toContain("medusa-payment-bpc")
})

it("a storefront that was never patched has nothing to take back", async () => {
  const root = await shopOnDisk(starter("dtc-starter"))
  expect((await undo(root)).changes).toEqual([])
})
