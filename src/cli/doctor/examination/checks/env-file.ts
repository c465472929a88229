import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { type Check, checkOf } from "../../report"

const { warning } = checkOf("env_file", ".env")
const LINE = /^\s*(?:export\s+)?(BPC_\w+)\s*=(.*)$/gm
/** As dotenv-expand finds them. */
const REFERENCE = /(?<!\\)\$(?:\{?([A-Za-z_]\w*)?)/g

/**
 * Medusa's loader takes `$name` in `.env` for a variable, in quotes too (@medusajs/utils, common/load-env): a secret that holds a `$` arrives
 * without it, and every webhook is refused. Says nothing where all is well.
 */
export async function eatenDollars(
  directory: string,
  env: NodeJS.ProcessEnv = process.env
): Promise<Check[]> {
  const names = [".env", ...(env.NODE_ENV ? [`.env.${env.NODE_ENV}`] : [])]
  const texts = await Promise.all(
    names.map((name) => readFile(join(directory, name), "utf8").catch(() => ""))
  )
  const wrong = texts.flatMap((text) =>
    [...text.matchAll(LINE)].flatMap(([, variable = "", value = ""]) =>
      [...value.matchAll(REFERENCE)].some(
        ([, name]) => name === undefined || env[name] === undefined
      )
        ? [variable]
        : []
    )
  )
  return [...new Set(wrong)].map((variable) =>
    warning(
      `${variable} holds a $, which Medusa takes for the name of a variable: what arrives is not what you wrote.`,
      `Write \\$ for each $ in it.`
    )
  )
}
