import { type Account, testConnection } from "../../../../modules/bpc/accounts"
import type BpcModuleService from "../../../../modules/bpc/service"
import { type Check, checkOf } from "../../report"

const ACTIONS = {
  wrong_key: "Correct the API key of this account.",
  wrong_login: "Correct the API login and password of this account.",
  blocked: "Ask the bank to allow this server.",
  unreachable: "Correct the address, or let this server reach it.",
  tls: "Correct the address, or take the proxy out of the way.",
  not_the_gateway: "Correct the address.",
} as const

/** A real call to the gateway with each account of the mode that the shop is in; nothing is created by it. */
export async function connectionChecks(
  bpc: BpcModuleService,
  mode: "test" | "live"
): Promise<Check[]> {
  const accounts = (await bpc.configuration.accounts()).filter(
    (account) => account.mode === mode
  )
  const checks = accounts.map((account) =>
    connectionChecksOf(account, bpc.allowsInsecureGateway)
  )
  return (await Promise.all(checks)).flat()
}

/** By the key, and by the login of the second channel where there is one. */
async function connectionChecksOf(
  { name, apiUrl, apiKey, v1 }: Account,
  allowInsecure: boolean
): Promise<Check[]> {
  const { second_channel: second, ...first } = await testConnection({
    apiUrl,
    apiKey,
    v1,
    allowInsecure,
  })
  return [first, ...(second ? [second] : [])].map(({ cause, message }) => {
    const { ok, problem } = checkOf("connection", `Gateway, "${name}"`)
    return cause === "ok" ? ok(message) : problem(message, ACTIONS[cause])
  })
}
