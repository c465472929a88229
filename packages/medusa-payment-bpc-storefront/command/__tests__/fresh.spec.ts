import { structuredPatch } from "diff"
import { parseSource } from "../syntax"
import {
  filesIn,
  forgetShops,
  patch,
  patched,
  shopOnDisk,
  undo,
} from "./shop-on-disk"
import { type Files, PATHS, STARTERS, starter } from "./starters"

jest.setTimeout(60_000)

afterEach(forgetShops)

const MANNERS: [string, (text: string) => string][] = [
  ["as it is cloned", (text) => text],
  ["with Windows' line ends", (text) => text.replaceAll("\n", "\r\n")],
  [
    "with tabs",
    (text) => text.replace(/^( {2})+/gm, (all) => "\t".repeat(all.length / 2)),
  ],
  [
    "with four spaces",
    (text) => text.replace(/^( {2})+/gm, (all) => all + all),
  ],
  [
    "with semicolons and single quotes",
    (text) =>
      text.replace(
        /^(import .*)"(.*)"$/gm,
        (_, before: string, from: string) => `${before}'${from}';`
      ),
  ],
]

function inManner(files: Files, manner: (text: string) => string): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      path === PATHS.manifest ? text : manner(text),
    ])
  )
}

function changedLines(before: Files, after: Files) {
  const lines = Object.keys(before).flatMap((path) =>
    structuredPatch(
      path,
      path,
      before[path] ?? "",
      after[path] ?? ""
    ).hunks.flatMap(({ lines }) => lines)
  )
  const those = (sign: string) =>
    lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1))
  return { added: those("+"), gone: those("-") }
}

describe.each(STARTERS)("a fresh %s", (kind) => {
  it("gets all that card payments need, in seven of its files and two new ones", async () => {
    const before = starter(kind)
    const after = await patched(before)

    expect(
      Object.keys(after)
        .filter((path) => after[path] !== before[path])
        .sort()
    ).toEqual(
      [
        PATHS.manifest,
        PATHS.methods,
        PATHS.payButton,
        PATHS.step,
        PATHS.cookies,
        PATHS.layout,
        PATHS.dropdown,
        PATHS.components,
        PATHS.actions,
      ].sort()
    )
    expect(JSON.parse(after[PATHS.manifest] ?? "")).toHaveProperty(
      ["dependencies", "medusa-payment-bpc-storefront"],
      "^0.1.0"
    )
    expect(after[PATHS.methods]).toContain(
      `pp_bpc_bpc: {
    title: "Credit or debit card",
    icon: <CreditCard />,
  },`
    )
    expect(after[PATHS.payButton])
      .toContain(`    case isBpc(paymentSession?.provider_id):
      return (
        <BpcPlaceOrderButton
          cart={cart}
          disabled={notReady}
          data-testid={dataTestId}
        />
      )
`)
    expect(after[PATHS.step]).toMatch(
      /<BpcPaymentMessage[^>]*\/>\s*<ErrorMessage/
    )
    expect(after[PATHS.step]).toContain(
      'import { initiatePaymentSession } from "../bpc-payment"'
    )
    expect(after[PATHS.dropdown]).toContain(
      "if (before.current !== totalItems && totalItems > 0 /* medusa-payment-bpc: "
    )
    expect(after[PATHS.layout]).toContain(
      "        <BpcOrderWatch />\n      </body>"
    )
  })

  it("keeps the cart's cookie on the way back, and no other cookie is touched", async () => {
    const after = (await patched(starter(kind)))[PATHS.cookies] ?? ""
    expect(after.match(/sameSite: "\w+"/g)).toEqual([
      'sameSite: "strict"',
      'sameSite: "lax"',
    ])
    expect(after.indexOf('"lax"')).toBeGreaterThan(after.indexOf("setCartId"))
  })

  it("has code everywhere afterwards that can be parsed", async () => {
    for (const [path, text] of Object.entries(await patched(starter(kind)))) {
      if (path.endsWith("json")) continue
      expect(() => parseSource(text)).not.toThrow()
    }
  })

  describe.each(MANNERS)("%s", (_, manner) => {
    const before = inManner(starter(kind), manner)

    it("loses three lines: the cookie's rule, an import, a condition; every other stays as it was", async () => {
      const { gone } = changedLines(before, await patched(before))
      expect(gone.map((line) => line.trim())).toEqual([
        expect.stringMatching(/^import \{ initiatePaymentSession \} from/),
        'sameSite: "strict",',
        expect.stringMatching(/^if \(before\.current !== totalItems/),
      ])
    })

    it("gains lines in the manner of the file", async () => {
      const after = await patched(before)
      for (const path of [PATHS.payButton, PATHS.step, PATHS.layout]) {
        const one = (files: Files) => ({ [path]: files[path] ?? "" })
        const { added } = changedLines(one(before), one(after))
        const theirs = (before[path] ?? "").split("\n")
        expect(added.every((line) => line.endsWith("\r"))).toBe(
          theirs.slice(0, -1).every((line) => line.endsWith("\r"))
        )
        expect(added.some((line) => line.startsWith("\t"))).toBe(
          theirs.some((line) => line.startsWith("\t"))
        )
        const ends = (lines: string[]) =>
          new Set(
            lines
              .filter((line) => line.startsWith("import "))
              .map((line) => line.replace(/ \/\*.*\*\//, ""))
              .map((line) => line.trimEnd().slice(-2).replace(/\w/, ""))
          )
        expect(ends(theirs)).toEqual(new Set([...ends(theirs), ...ends(added)]))
      }
    })

    it("is the same after a second time", async () => {
      const root = await shopOnDisk(before)
      await patch(root)
      const once = await filesIn(root)
      const { changes } = await patch(root)
      expect(changes).toEqual([])
      expect(await filesIn(root)).toEqual(once)
    })

    it("is byte for byte what it was when all is taken back", async () => {
      const root = await shopOnDisk(before)
      await patch(root)
      const { kept } = await undo(root)
      expect(await filesIn(root)).toEqual(before)
      expect(kept).toEqual([])
    })
  })
})

it("the button looks like those beside it", async () => {
  const look = async (kind: (typeof STARTERS)[number]) =>
    (await patched(starter(kind)))[PATHS.components]
  expect(await look("nextjs-starter-medusa")).toContain("bg-ui-button-inverted")
  expect(await look("dtc-starter")).toContain("bg-black")
})

it("a provider with an id of its own gets its entry, beside the usual one too", async () => {
  const root = await shopOnDisk(starter("dtc-starter"))
  await patch(root)
  await patch(root, "pp_bpc_second-shop")
  const after = await filesIn(root)
  expect(after[PATHS.methods]).toContain("  pp_bpc_bpc: {")
  expect(after[PATHS.methods]).toContain('  "pp_bpc_second-shop": {')
  await undo(root)
  expect(await filesIn(root)).toEqual(starter("dtc-starter"))
})
