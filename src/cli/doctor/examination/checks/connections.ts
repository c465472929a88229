import { testConnection } from "../../../../modules/bpc/connection-test"
import type BpcModuleService from "../../../../modules/bpc/service"
import { type Check, checkOf } from "../../report"

const ACTIONS = {
  wrong_key: "Correct the API key of this account.",
  blocked: "Ask the bank to allow this server.",
  unreachable: "Correct the API URL, or let this server reach it.",
  tls: "Correct the API URL, or take the proxy out of the way.",
  not_the_gateway: "Correct the API URL of this account.",
} as const

/** A real call to the gateway with each account of the mode that the shop is in; nothing is created by it. */
export async function connectionChecks(
  bpc: BpcModuleService,
  mode: "test" | "live"
): Promise<Check[]> {
  const accounts = (await bpc.configuration.accounts()).filter(
    (account) => account.mode === mode
  )
  return Promise.all(
    accounts.map(async ({ name, apiUrl, apiKey }) => {
      const { ok, problem } = checkOf("connection", `Gateway, "${name}"`)
      const { cause, message } = await testConnection({
        apiUrl,
        apiKey,
        allowInsecure: bpc.allowsInsecureGateway,
      })
      return cause === "ok"
        ? ok(message)
        : problem(`${apiUrl}: ${message}`, ACTIONS[cause])
    })
  )
}
