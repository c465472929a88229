import { type ProblemCode } from "../../../api-schemas/vocabulary"
import { type GatewayTrouble } from "../watch"
import {
  type Look,
  type Problem,
  SETTINGS_PAGE,
  accountsInMode,
} from "./health-problem"

/** A single call that got no answer is no news yet; this often in a row or for this long, and the gateway is down. */
const CALLS_IN_A_ROW = 3
const DOWN_SECONDS = 60

/** Whether anything can be sold right now, as the last calls to the gateway tell. */
export function gatewayProblems(look: Look): Problem[] {
  const problems = look.troubles.flatMap((trouble) => {
    const account = look.accounts.find(({ id }) => id === trouble.accountId)
    return account
      ? [
          problemOf(trouble, account.name, {
            inUse: accountsInMode(look).includes(account),
          }),
        ]
      : []
  })
  const { checkouts_failing } = look.facts
  if (checkouts_failing > 0) {
    problems.push({
      code: "checkouts_failing",
      severity: "error",
      message: `The last ${checkouts_failing === 1 ? "checkout" : `${checkouts_failing} checkouts`} could not start a card payment, and none has since. Nobody was charged.`,
      action:
        "Look at the other problems here, read the gateway's words at the failed payments, and test the account's connection.",
      link: "/bpc-payments?state=failed",
    })
  }
  return problems
}

function problemOf(
  trouble: GatewayTrouble,
  name: string,
  { inUse }: { inUse: boolean }
): Problem {
  const since = `since ${trouble.since.toISOString()}`
  const settled =
    trouble.kind !== "unreachable" ||
    trouble.calls >= CALLS_IN_A_ROW ||
    trouble.sinceSeconds >= DOWN_SECONDS
  return {
    ...TEXTS[trouble.kind](`"${name}"`, since),
    severity: inUse && settled ? "error" : "warning",
    link: SETTINGS_PAGE,
  }
}

const TEXTS: Record<
  GatewayTrouble["kind"],
  (
    account: string,
    since: string
  ) => { code: ProblemCode; message: string; action: string }
> = {
  key_refused: (account, since) => ({
    code: "gateway_key_refused",
    message: `The gateway has refused the API key of ${account} ${since}: nothing can be sold, captured or refunded with it.`,
    action:
      "Copy the key again from the gateway's portal, check that it belongs to this mode, and test the connection.",
  }),
  blocked: (account, since) => ({
    code: "gateway_blocked",
    message: `Something in front of the gateway has blocked the calls of ${account} ${since}, so nothing can be sold with it.`,
    action:
      "Ask the bank to allow this server's address and your return URLs, then test the connection.",
  }),
  unreachable: (account, since) => ({
    code: "gateway_down",
    message: `The gateway of ${account} has not answered ${since}. Payments that were made become orders once it does.`,
    action:
      "Test the connection. If the address is right and this server may open connections to it, ask the bank.",
  }),
}
