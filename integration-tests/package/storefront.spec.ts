import { mkdir, readFile, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import {
  PATHS,
  starter,
} from "../../packages/medusa-payment-bpc-storefront/command/__tests__/starters"
import { BareStorefront, KIT, RESOLUTIONS } from "./bare-storefront"
import { tarballs } from "./packages"
import { type Workplace, openWorkplace } from "./workplace"

const MINUTE = 60_000

let place: Workplace
let storefront: BareStorefront

beforeAll(async () => {
  place = await openWorkplace()
  storefront = new BareStorefront(
    place.terminal,
    join(place.directory, "storefront")
  )
  await storefront.create(tarballs().storefront.path)
  await storefront.borrowReact()
}, 5 * MINUTE)

afterAll(() => place.close(), 5 * MINUTE)

describe("the kit, in a storefront that has nothing else", () => {
  it(
    "is the same to ES modules and to CommonJS",
    async () => {
      const [kit, messages, react] = await storefront.exportsOf("import")
      expect(kit).toEqual(
        expect.arrayContaining(["isBpc", "paymentStatus", "paymentUrl"])
      )
      expect(messages).toEqual(["paymentMessage"])
      expect(react).toEqual([
        "BpcPaymentButton",
        "BpcPaymentMessage",
        "useBpcPayment",
      ])
      expect(await storefront.exportsOf("require")).toEqual([
        kit,
        messages,
        react,
      ])
    },
    MINUTE
  )

  it.each(RESOLUTIONS)(
    "brings its types to a project of module $module, resolution $resolution, extension $extension",
    async (resolution) => {
      expect(await storefront.typeCheck(resolution)).toEqual({
        code: 0,
        output: "",
      })
    },
    2 * MINUTE
  )

  it("marks the React part for React's servers, and adds nothing that is not used", async () => {
    const react = storefront.program(KIT, "dist/react/index.mjs")
    expect(await readFile(react, "utf8")).toMatch(/^"use client"/)
    expect(await storefront.bundled(`import "${KIT}"`)).toBe("")
    expect(
      await storefront.bundled(`export { isBpc } from "${KIT}"`)
    ).not.toContain("fetch")
  })
})

it.each(["dtc-starter", "nextjs-starter-medusa"] as const)(
  "its command patches %s and takes everything back, with no library installed",
  async (kind) => {
    const root = join(place.directory, kind)
    const files = Object.entries(starter(kind))
    for (const [path, text] of files) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text)
    }
    const command = storefront.program(KIT, "dist/command.js")
    const { output } = await storefront.node([command, root])
    const manifest = await readFile(join(root, PATHS.manifest), "utf8")
    await storefront.node([command, root, "--undo"])

    expect(output).toContain("the payment method has a title and an icon")
    expect(manifest).toContain(`"${KIT}": "^`)
    for (const [path, text] of files) {
      expect(await readFile(join(root, path), "utf8")).toBe(text)
    }
  },
  MINUTE
)
