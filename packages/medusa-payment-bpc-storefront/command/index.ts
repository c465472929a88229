import { parseArgs } from "node:util"
import { version } from "../package.json"
import { findStorefront } from "./find-storefront"
import { PACKAGE } from "./names"
import { planPatch } from "./plan-patch"
import { planUndo } from "./plan-undo"
import { type Outlook, tell } from "./tell"
import { UsageError } from "./usage-error"
import { write } from "./write"

const HELP = `Usage: ${PACKAGE} [directory] [options]

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
  --help       Show this
  --version    Show the version
`

/**
 * @returns the exit code: 0 done, 1 could not
 * @throws UsageError when it was wrongly called
 */
export async function run(args: string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(HELP)
    return 0
  }
  if (args.includes("--version") || args.includes("-v")) {
    console.log(version)
    return 0
  }
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
    : await planPatch(root, { providerId }, version)
  const writes = plan.obstacles.length === 0 && !dryRun
  if (writes) await write(root, plan.changes)
  const outlook: Outlook = { root, directory, plan, undo, dryRun }
  return tell(outlook)
}

function optionsOf(args: string[]) {
  const { values, positionals } = parsed(args)
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

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean", default: false },
        undo: { type: "boolean", default: false },
        id: { type: "string", default: "bpc" },
      },
    })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ""
    throw error instanceof Error && code.startsWith("ERR_PARSE_ARGS")
      ? new UsageError(error.message)
      : error
  }
}
