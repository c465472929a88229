import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  rm,
  writeFile,
} from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"
import { planPatch } from "../plan-patch"
import { planUndo } from "../plan-undo"
import { type Plan } from "../plan"
import { write } from "../write"
import { type Files } from "./starters"

const VERSION = "0.1.0"
const made: string[] = []

/** A folder of its own with these files. `forgetShops` takes it away. */
export async function shopOnDisk(files: Files): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "bpc-storefront-"))
  made.push(root)
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return root
}

export async function forgetShops(): Promise<void> {
  for (const root of made.splice(0)) {
    await rm(root, { recursive: true, force: true })
  }
}

export async function filesIn(root: string): Promise<Files> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files: Files = {}
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) {
      files[relative(root, path)] = await readFile(path, "utf8")
    } else if (entry.isSymbolicLink()) {
      files[relative(root, path)] = `a link to ${await readlink(path)}`
    } else if ((await readdir(path)).length === 0) {
      files[relative(root, path)] = "an empty folder"
    }
  }
  return files
}

/** Patches and answers with the plan that was followed. @throws Error with the obstacles */
export async function patch(
  root: string,
  providerId = "pp_bpc_bpc"
): Promise<Plan> {
  return follow(root, await planPatch(root, { providerId }, VERSION))
}

export async function undo(root: string): Promise<Plan> {
  return follow(root, await planUndo(root))
}

async function follow(root: string, plan: Plan): Promise<Plan> {
  if (plan.obstacles.length > 0) {
    throw new Error(plan.obstacles.map(({ reason }) => reason).join("\n"))
  }
  await write(root, plan.changes)
  return plan
}

/** The files as they are after patching these. */
export async function patched(files: Files): Promise<Files> {
  const root = await shopOnDisk(files)
  await patch(root)
  return filesIn(root)
}
