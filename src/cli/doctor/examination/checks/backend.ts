import { visit } from "../../../../gateway"
import { isLocalAddress } from "../../../../modules/bpc/settings"
import { type Check, checkOf } from "../../report"
import { field } from "../field"
import { REASONS } from "./reasons"

const { ok, warning, problem } = checkOf("backend", "Backend")

/** Whether Medusa answers at the address that shoppers return to and that the gateway sends its webhooks to. */
export async function backendCheck(
  url: string,
  options: { allowInsecure: boolean }
): Promise<{ check: Check; up: boolean; stopped: boolean }> {
  const answer = await visit(`${url}/store/regions`, options)
  if (!answer.ok) {
    const stopped = answer.reason === "refused" && isLocalAddress(url)
    return {
      up: false,
      stopped,
      check: stopped
        ? warning(
            `Medusa does not run at ${url}, so webhooks could not be tried.`,
            "Start it (`npx medusa develop`) and run doctor again; --url names another address."
          )
        : problem(
            `${url} cannot be reached from here: ${REASONS[answer.reason]}.`,
            "Correct the backend URL, or let the gateway and shoppers reach it."
          ),
    }
  }
  if (isMedusa(answer)) {
    return { check: ok(`Medusa answers at ${url}.`), up: true, stopped: false }
  }
  const { location } = answer.headers
  return {
    up: false,
    stopped: false,
    check: location
      ? problem(
          `${url} redirects to ${location}, and the gateway does not follow redirects.`,
          "Set the address that it redirects to as the backend URL."
        )
      : problem(
          `Something answers at ${url}, but not Medusa: its store API answers with HTTP ${answer.status}.`,
          "Correct the backend URL; it must lead to Medusa, with its path prefix if there is one."
        ),
  }
}

/** The store API refuses a caller without a publishable key in Medusa's own form; `/health` may stay behind a proxy. */
function isMedusa({ status, text }: { status: number; text: string }): boolean {
  try {
    return status < 500 && field(JSON.parse(text), "type") !== undefined
  } catch {
    return false
  }
}
