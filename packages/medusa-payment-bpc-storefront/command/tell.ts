import { PACKAGE } from "./names"
import { installCommand } from "./package-manager"
import { type Plan } from "./plan"
import { coloured, diffOf, obstaclesOf, plain, stepsOf } from "./report"

export type Outlook = {
  root: string
  /** As it was typed. */
  directory: string
  plan: Plan
  undo: boolean
  dryRun: boolean
}

const paint = process.stdout.isTTY && !process.env.NO_COLOR ? coloured : plain

/** Tells the person at the keyboard what was done, or would be, and what comes next. Answers with the exit code. */
export async function tell(outlook: Outlook): Promise<number> {
  const { plan, dryRun, undo, root } = outlook
  if (plan.obstacles.length > 0) {
    refuse(plan, undo)
    return 1
  }
  if (dryRun) {
    console.log(diffOf(plan.changes, paint).trimEnd())
    console.error(
      plan.changes.length > 0
        ? `\n${plan.changes.length === 1 ? "One file" : `${plan.changes.length} files`} would change in ${root}. Nothing was written.`
        : `Nothing would change in ${root}.`
    )
    return 0
  }
  console.log(`\n${paint("bold", "Storefront")}  ${root}\n`)
  if (undo) tellUndone(plan)
  else await tellPatched(outlook)
  return 0
}

function refuse({ obstacles }: Plan, undo: boolean): void {
  const [what, how] = undo
    ? ["undone", "Correct this and run it again:"]
    : [
        "changed",
        "This is not as the starters have it. Add the lines by hand, or bring the code closer to the starter's and run it again:",
      ]
  console.error(`
Nothing was ${what}: ${obstacles.length === 1 ? "one place" : `${obstacles.length} places`} cannot be understood.
${how}

${obstaclesOf(obstacles, paint)}
`)
}

async function tellPatched({ plan, root, directory }: Outlook): Promise<void> {
  console.log(
    stepsOf(plan.steps, { changed: "added", unchanged: "there" }, paint)
  )
  if (plan.changes.length === 0) {
    console.log("\nEverything was there. Nothing was changed.\n")
    return
  }
  console.log(`
${paint("bold", "Next")}
  1. In the storefront: ${await installCommand(root)}
  2. In Medusa's admin, Settings > BPC Payments: the storefront's address, and
     the payment method switched on in each region that sells.
  3. Start the storefront and buy something. In test mode no money moves.

To see what was changed: git diff. To take it back:
  npx ${PACKAGE} ${directory} --undo
`)
}

function tellUndone({ steps, changes, kept }: Plan): void {
  if (changes.length === 0) {
    console.log("There is nothing to take back.")
  } else {
    const taken = steps.filter(({ changed }) => changed)
    console.log(stepsOf(taken, { changed: "gone", unchanged: "" }, paint))
  }
  if (kept.length > 0) {
    console.log(`
Left as they are, because they are yours by now or still in use, and need the package:
${kept.map((path) => `  ${path}`).join("\n")}
The dependency in package.json was left with them.`)
  }
  console.log()
}
