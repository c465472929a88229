import { V1_CODE_REFUSED } from "./dialect"
import { PROXY_REFUSED } from "./connection-error"
import { type ErrorTexts, type GatewayErrorKind } from "./errors"
import { isUnknownAuthorityCode } from "./tls-codes"

/** What a call does to money, as far as the texts are concerned. */
export type CallPurpose =
  "start" | "read" | "close" | "capture" | "cancel" | "refund"

export type FailureFacts = {
  kind: Exclude<GatewayErrorKind, "configuration">
  purpose: CallPurpose
  outcomeUnknown: boolean
  /** "POST /refunds": method and path, no query. */
  call: string
  /** The Merchant REST API; V2 when left out. */
  api?: "v1" | undefined
  httpStatus?: number | undefined
  /** The gateway's own words, redacted. */
  detail?: string | undefined
  code?: string | undefined
  requestId?: string | undefined
  apiVersion?: string | undefined
  networkCode?: string | undefined
  tls?: boolean
}

export function textsOf(facts: FailureFacts): ErrorTexts {
  return {
    shopper: shopperText(facts),
    merchant: [happened(facts), money(facts), remedy(facts)].join(" "),
    log: logText(facts),
  }
}

function shopperText({ kind, purpose, outcomeUnknown }: FailureFacts): string {
  const temporary =
    kind === "transport" || kind === "timeout" || kind === "throttled"
  switch (purpose) {
    case "start":
      return temporary
        ? "The payment page could not be opened. You have not been charged. Please try again in a moment."
        : "The payment page could not be opened. You have not been charged. Please choose another payment method or contact the shop."
    case "read":
    case "close":
      return "The state of your payment could not be checked yet. Nothing further was charged. If you have paid, please do not pay again; your order follows by itself."
    case "capture":
    case "cancel":
      return "The payment could not be updated. You have not been charged twice. The shop will look into it."
    case "refund":
      return outcomeUnknown
        ? "The refund is being checked. The shop will look into it."
        : "The refund could not be made yet. The shop will look into it."
  }
}

function happened(facts: FailureFacts): string {
  const said = facts.detail === undefined ? "" : ` It said: "${facts.detail}".`
  switch (facts.kind) {
    case "transport":
      if (facts.tls) {
        return `The gateway's certificate was not accepted (${facts.networkCode}).`
      }
      if (facts.networkCode === PROXY_REFUSED) {
        return "The outgoing proxy that HTTPS_PROXY names did not let the call through to the gateway."
      }
      return facts.httpStatus === undefined
        ? `The gateway could not be reached${facts.networkCode ? ` (${facts.networkCode})` : ""}.`
        : `The gateway had a fault of its own (HTTP ${facts.httpStatus}).${said}`
    case "timeout":
      return "The gateway did not answer in time."
    case "throttled":
      return "The gateway refused the call because too many calls arrive (HTTP 429)."
    case "rejected":
      if (facts.httpStatus === undefined) {
        return `The request was not sent: ${facts.detail}.`
      }
      return `The gateway refused the request (HTTP ${facts.httpStatus}${facts.code ? `, code ${facts.code}` : ""}).${said}`
    case "auth":
      return `The gateway refused the ${facts.api === "v1" ? "API login of the Merchant REST API" : "API key"} (HTTP ${facts.httpStatus}).${said}`
    case "blocked":
      return `The call was blocked before it reached the gateway's API (HTTP ${facts.httpStatus}).`
    case "protocol":
      return "The gateway's answer could not be understood."
  }
}

function money({ purpose, outcomeUnknown }: FailureFacts): string {
  if (purpose === "read") {
    return "No money was moved by this call."
  }
  if (!outcomeUnknown) {
    return "Nothing was carried out: no money was taken or returned by this call."
  }
  switch (purpose) {
    case "start":
      return "A payment page may exist that nobody was sent to; it takes no money and expires by itself."
    case "close":
      return "The payment page may be closed or still usable."
    case "capture":
      return "The money may have been captured all the same."
    case "cancel":
      return "The held money may have been released all the same."
    case "refund":
      return "The refund may have been made all the same."
  }
}

function remedy(facts: FailureFacts): string {
  const { kind, purpose, outcomeUnknown, tls, api } = facts
  const checkFirst =
    outcomeUnknown && purpose !== "start"
      ? "Check the payment at the gateway before repeating. "
      : ""
  switch (kind) {
    case "transport":
      if (facts.networkCode === PROXY_REFUSED) {
        return "Check HTTPS_PROXY with its user name and password, and allow the gateway's host at the proxy."
      }
      if (isUnknownAuthorityCode(facts.networkCode)) {
        return NAME_THE_AUTHORITY
      }
      return tls
        ? "Check the gateway's address and ask BPC or the bank to renew the certificate; checks are never switched off."
        : `${checkFirst}Try again later; if it persists, check the gateway's address and the server's network.`
    case "timeout":
    case "throttled":
      return `${checkFirst}Try again later.`
    case "rejected":
      if (api === "v1" && facts.httpStatus !== undefined) {
        return checkFirst + remedyOfV1(facts)
      }
      return "Correct what the gateway names, or ask BPC or the bank which rule of the merchant account applies."
    case "auth":
      return api === "v1"
        ? CHECK_LOGIN
        : "Check the API key in the settings: it must be complete, active, and made for this gateway address (test and live have different keys)."
    case "blocked":
      return `${checkFirst}Check that the gateway's address is right and uses https, and ask BPC or the bank about the User-Agent filter, the IP allow-list and the redirect-URL allow-list.`
    case "protocol":
      return `${checkFirst}Check the gateway's address; if it is right, report this with the log line to the plugin's maintainers.`
  }
}

/** For a certificate whose issuer this server does not know. */
export const NAME_THE_AUTHORITY =
  "This server does not know the authority that issued it: the bank's own, or a proxy that inspects traffic. Save the authority's certificate as a PEM file and start Medusa with NODE_EXTRA_CA_CERTS=/path/to/that.pem; checks are never switched off."

const CHECK_LOGIN =
  "Check the API login and password of the second channel in the settings: they belong to an API user (its login ends in -api) of the same merchant account and environment (test or live)."

/** Code 5 covers very different causes (section 15.1); its text is localised and changes, so all of them are named. */
function remedyOfV1({ purpose, code }: FailureFacts): string {
  const causes =
    code === V1_CODE_REFUSED
      ? `The gateway uses code 5 for several causes: the API login or its password is wrong, the login may not ${purpose === "read" ? "read orders" : purpose} (the bank grants that), or the payment's present state does not allow it. ${CHECK_LOGIN}`
      : "Read the payment in the gateway's portal and ask BPC or the bank what this code means for the merchant account."
  return purpose === "cancel"
    ? `${causes} The gateway takes only one attempt to release a hold: if it is still there, let the bank release it, or capture and refund it.`
    : causes
}

function logText(facts: FailureFacts): string {
  const details = [
    facts.httpStatus === undefined ? undefined : `http=${facts.httpStatus}`,
    facts.networkCode === undefined
      ? undefined
      : `network=${facts.networkCode}`,
    facts.code === undefined ? undefined : `code=${facts.code}`,
    facts.requestId === undefined ? undefined : `request=${facts.requestId}`,
    facts.apiVersion === undefined ? undefined : `version=${facts.apiVersion}`,
    facts.outcomeUnknown ? "outcome=unknown" : undefined,
    facts.detail === undefined ? undefined : `"${facts.detail}"`,
  ].filter((detail) => detail !== undefined)
  return [`${facts.call} failed: ${facts.kind}`, ...details].join(" ")
}
