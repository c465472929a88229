import { mkdir, symlink, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { build as bundle } from "esbuild"
import { ROOT } from "../../demo/runner/paths"
import { BareProject } from "./bare-project"
import { type Outcome } from "./terminal"

export const KIT = "medusa-payment-bpc-storefront"

const APP = `
import { BpcPaymentButton, type BpcPaymentButtonProps, useBpcPayment } from "${KIT}/react"
import { type BpcCart, isBpc, paymentUrl, redirectToPayment } from "${KIT}"
import { paymentMessage } from "${KIT}/messages"

const cart: BpcCart = { id: "cart_1" }
export const props: BpcPaymentButtonProps = { cart, target: "new" }
export const url: string | undefined = paymentUrl(cart)
export const texts: string[] = [paymentMessage("expired", "de")]
export const used = [BpcPaymentButton, useBpcPayment, isBpc, redirectToPayment]
// @ts-expect-error: none of the types has decayed to any
paymentUrl(5)
`

/** Every way in which TypeScript looks for the types of a package, with the extension of a file that is looked at so. */
export const RESOLUTIONS = [
  { module: "esnext", resolution: "bundler", extension: "ts" },
  { module: "node16", resolution: "node16", extension: "mts" },
  { module: "node16", resolution: "node16", extension: "cts" },
  { module: "commonjs", resolution: "node10", extension: "ts" },
]

/** A project with React, the kit, and nothing else. */
export class BareStorefront extends BareProject {
  /** The repository's own, so that what `npm` installs is counted without it. */
  async borrowReact(): Promise<void> {
    const modules = join(this.directory, "node_modules")
    for (const name of ["react", "@types/react"]) {
      await mkdir(dirname(join(modules, name)), { recursive: true })
      await symlink(join(ROOT, "node_modules", name), join(modules, name))
    }
  }

  /** @returns the names that each entry exports */
  async exportsOf(system: "import" | "require"): Promise<string[][]> {
    const entries = [KIT, `${KIT}/messages`, `${KIT}/react`]
    const { output } = await this.node([
      "-e",
      `Promise.all(${JSON.stringify(entries)}.map((entry) => ${system}(entry)))
           .then((all) => console.log(JSON.stringify(all.map((one) => Object.keys(one).filter((name) => !/^(default|module.exports)$/.test(name)).sort()))))`,
    ])
    return JSON.parse(output) as string[][]
  }

  async typeCheck({
    module,
    resolution,
    extension,
  }: (typeof RESOLUTIONS)[number]): Promise<Outcome> {
    const file = `app-${resolution}.${extension}`
    await writeFile(join(this.directory, file), APP)
    return this.terminal.run(
      [
        join(ROOT, "node_modules/typescript/bin/tsc"),
        ...["--noEmit", "--strict", "--types", "react"],
        ...["--lib", "es2022,dom", "--target", "es2022"],
        ...["--module", module, "--moduleResolution", resolution, file],
      ],
      { cwd: this.directory }
    )
  }

  /** What a bundler makes of these lines, without React. */
  async bundled(code: string): Promise<string> {
    const { outputFiles } = await bundle({
      stdin: { contents: code, resolveDir: this.directory },
      bundle: true,
      minify: true,
      splitting: true,
      format: "esm",
      outdir: "out",
      logLevel: "error",
      write: false,
      external: ["react", "react/jsx-runtime"],
    })
    return outputFiles[0]?.text ?? ""
  }
}
