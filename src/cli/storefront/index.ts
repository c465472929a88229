import { parseArgs } from "node:util"
import { type Command, UsageError, usage } from "../command"
import { packageVersion } from "../version"
import { findStorefront } from "./find-storefront"
import { planPatch } from "./plan-patch"
import { planUndo } from "./plan-undo"
import { type Outlook, tell } from "./tell"
import { write } from "./write"

export const storefront: Command = {
  name: "storefront",
  summary: "Put the checkout into an official storefront",
  help: `Usage: medusa-payment-bpc storefront [directory] [options]

Adds card payments to a storefront made from Medusa's dtc-starter or
nextjs-starter-medusa, also when it has been edited since: a title and an icon
for the payment method, "Place order" that leads to the payment page, a message
for a shopper who comes back unpaid, and an emptied cart for one who has paid.

It looks in the directory (default: this one), and in apps/storefront,
storefront and src below it. It changes all files or none, adds only what is
missing, and leaves everything else as it is written.

Options:
  --dry-run    Show the changes as a diff and write nothing
  --undo       Take everything back; with --dry-run, show what that would be
  --id <text>  The provider's id, if it is not bpc (option id of the plugin)
`,
  run: async (args) => {
    const { directory, undo, dryRun, providerId } = optionsOf(args)
    const { root, looked } = await findStorefront(directory)
    if (!root) {
      console.error(
        `There is no storefront here: no package.json that depends on next in\n${looked.map((one) => `  ${one}`).join("\n")}`
      )
      return 1
    }
    const plan = undo
      ? await planUndo(root)
      : await planPatch(root, { providerId }, packageVersion())
    const writes = plan.obstacles.length === 0 && !dryRun
    if (writes) await write(root, plan.changes)
    const outlook: Outlook = { root, directory, plan, undo, dryRun }
    return tell(outlook)
  },
}

function optionsOf(args: string[]) {
  const { values, positionals } = usage(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean", default: false },
        undo: { type: "boolean", default: false },
        id: { type: "string", default: "bpc" },
      },
    })
  )
  if (positionals.length > 1) {
    throw new UsageError(`One directory, not ${positionals.length}.`)
  }
  if (!/^[\w-]+$/.test(values.id)) {
    throw new UsageError(
      `--id is the option id of the plugin, such as bpc, not "${values.id}"`
    )
  }
  return {
    directory: positionals[0] ?? ".",
    undo: values.undo,
    dryRun: values["dry-run"],
    providerId: `pp_bpc_${values.id}`,
  }
}
