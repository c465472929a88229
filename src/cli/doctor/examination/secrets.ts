import { type Check } from "../report"

const SECRET_NAMES = /(^|_)(KEY|SECRET|PASSWORD|PASSWD|TOKEN|URL)S?(_|$)/i
/** Shorter ones would hide ordinary words. */
const SHORTEST = 6

/**
 * The last guard before a report leaves the examination: sentences quote errors of other people's code, which may quote a
 * connection string or a key.
 */
export function hideSecrets(
  checks: readonly Check[],
  known: Iterable<string>,
  env: NodeJS.ProcessEnv = process.env
): Check[] {
  const secrets = [...known, ...secretsOf(env)]
    .filter((secret) => secret.length >= SHORTEST)
    .sort((one, other) => other.length - one.length)
  const hidden = (text: string) =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, "…"), text)
  return checks.map((check) => ({
    ...check,
    message: hidden(check.message),
    action: check.action && hidden(check.action),
  }))
}

/** Keys and the like as they stand; of an address only its password, since the address itself is what a check speaks of. */
function secretsOf(env: NodeJS.ProcessEnv): string[] {
  return Object.entries(env).flatMap(([name, value = ""]) => {
    if (!SECRET_NAMES.test(name)) {
      return []
    }
    return URL.canParse(value)
      ? passwordsOf(value)
      : value.split(",").map((part) => part.trim())
  })
}

/** The password of a connection string, as it is written and as it is meant. */
export function passwordsOf(url: string): string[] {
  const password = URL.canParse(url) ? new URL(url).password : ""
  const written = /:\/\/[^/@:]*:([^/@]*)@/.exec(url)?.[1] ?? ""
  return [password, written, decoded(written)].filter(Boolean)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
