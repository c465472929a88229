import { visit } from "../../../../gateway"
import {
  isLocalAddress,
  previewsOf,
  complaintAbout,
  parseSettingInput,
  type Settings,
} from "../../../../modules/bpc/settings"
import { type Check, checkOf } from "../../report"
import { REASONS } from "./reasons"

const storefront = checkOf("storefront", "Storefront")
const templates = checkOf("return", "Return addresses")

/** Whether every web address that shoppers are led to after paying can be reached; an app's scheme cannot be asked. */
export function storefrontChecks(
  settings: Settings,
  options: { allowInsecure: boolean }
): Promise<Check[]> {
  const { success, failure } = previewsOf(settings)
  const origins = [settings.storefrontUrl, success, failure]
    .filter((url) => /^https?:/i.test(url) && URL.canParse(url))
    .map((url) => new URL(url).origin)
  return Promise.all(
    [...new Set(origins)].map((origin) => reach(origin, options))
  )
}

async function reach(
  url: string,
  options: { allowInsecure: boolean }
): Promise<Check> {
  const answer = await visit(url, options)
  if (answer.ok) {
    return answer.status < 500
      ? storefront.ok(`${url} answers.`)
      : storefront.warning(
          `${url} answers with an error of its own (HTTP ${answer.status}).`,
          "Look into the storefront's log: shoppers come back to it after they have paid."
        )
  }
  const sentence = `${url} cannot be reached from here: ${REASONS[answer.reason]}. Shoppers are led there after they have paid.`
  return isLocalAddress(url)
    ? storefront.warning(
        sentence,
        "Start the storefront, or correct the storefront URL."
      )
    : storefront.problem(
        sentence,
        "Correct the storefront URL, or put the storefront up."
      )
}

/** Whether the templates can be filled, and lead to origins that shoppers may be led to. */
export function templateCheck(settings: Settings): Check {
  const parsed = parseSettingInput({
    storefront_url: settings.storefrontUrl,
    success_template: settings.successTemplate,
    failure_template: settings.failureTemplate,
    allowed_return_origins: settings.allowedReturnOrigins,
  })
  const complaint = parsed.ok ? complaintAbout(settings) : parsed.error
  const { success, failure } = previewsOf(settings)
  return complaint
    ? templates.problem(
        `The setting ${complaint.field} ${complaint.complaint}.`,
        "Correct it under Settings → BPC Payments, or where it is set."
      )
    : templates.ok(
        `Shoppers come back to ${success}, or to ${failure} when nothing was paid.`
      )
}
