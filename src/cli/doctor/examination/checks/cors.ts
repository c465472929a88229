import { visit } from "../../../../gateway"
import { parseCorsOrigins } from "@medusajs/framework/utils"
import { type Check, checkOf } from "../../report"

const { ok, warning } = checkOf("cors", "CORS")

/**
 * Whether a browser on the storefront may ask the store API. The running backend is asked when there is one, since a proxy may
 * have a say; else the configuration is read.
 */
export async function corsCheck(input: {
  storefrontUrl: string
  storeCors: string
  /** Undefined when no backend answers. */
  backendUrl: string | undefined
  allowInsecure: boolean
}): Promise<Check> {
  const { origin } = new URL(input.storefrontUrl)
  const allowed = input.backendUrl
    ? await allowedByServer(input.backendUrl, origin, input.allowInsecure)
    : allowedByConfig(input.storeCors, origin)
  return allowed
    ? ok(`The store API allows ${origin}.`)
    : warning(
        `The store API does not allow the storefront's origin ${origin}, so a browser there cannot start a payment or ask about one.`,
        `Add ${origin} to STORE_CORS, as it stands here, and restart Medusa.`
      )
}

export function allowedByConfig(storeCors: string, origin: string): boolean {
  return parseCorsOrigins(storeCors).some((one) =>
    one instanceof RegExp ? one.test(origin) : one === origin
  )
}

async function allowedByServer(
  backendUrl: string,
  origin: string,
  allowInsecure: boolean
): Promise<boolean> {
  const answer = await visit(`${backendUrl}/store/regions`, {
    allowInsecure,
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "GET",
      "access-control-request-headers": "x-publishable-api-key",
    },
  })
  const allowed = answer.ok && answer.headers["access-control-allow-origin"]
  return allowed === origin || allowed === "*"
}
