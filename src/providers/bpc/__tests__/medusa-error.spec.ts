import { MedusaError } from "@medusajs/framework/utils"
import { GatewayError, type GatewayErrorKind } from "../../../gateway"
import { type CallPurpose, textsOf } from "../../../gateway/error-texts"
import { EncryptionError } from "../../../modules/bpc/accounts"
import {
  accountGone,
  cannot,
  currencyNotServed,
  noAccount,
  notOurs,
  notPayable,
  outcomeOpen,
  notCarriedOut,
  startedElsewhere,
  stillInDoubt,
} from "../../../modules/bpc/refusals"
import { money } from "../../../modules/bpc/__tests__/builders"
import { type Reader, logLine, toMedusaError } from "../medusa-error"

const READERS: readonly Reader[] = ["shopper", "merchant"]

function gatewayError(
  changes: { kind?: GatewayErrorKind; retryable?: boolean } = {}
) {
  return new GatewayError({
    kind: "rejected",
    retryable: false,
    outcomeUnknown: false,
    texts: {
      shopper: "For the shopper.",
      merchant: "For the merchant.",
      log: "POST /sessions failed",
    },
    ...changes,
  })
}

function told(error: unknown, reader: Reader): MedusaError {
  const answer = toMedusaError(error, reader)
  if (!(answer instanceof MedusaError)) {
    throw new Error("It is not a MedusaError")
  }
  return answer
}

describe("an error of ours becomes one whose message Medusa shows", () => {
  const encryption = new EncryptionError(
    "other_key",
    "Put the old BPC_ENCRYPTION_KEY back."
  )
  const fallback =
    "Card payment is not available at the moment. You have not been charged. Please choose another payment method or contact the shop."
  // prettier-ignore
  const cases: { name: string; error: unknown; type: string; shopper: string; merchant: string }[] = [
    { name: "a refusal", error: gatewayError(), type: "not_allowed", shopper: "For the shopper.", merchant: "For the merchant." },
    { name: "a passing fault", error: gatewayError({ kind: "timeout", retryable: true }), type: "unexpected_state", shopper: "For the shopper.", merchant: "For the merchant." },
    { name: "a secret that cannot be read", error: encryption, type: "not_allowed", shopper: fallback, merchant: "Put the old BPC_ENCRYPTION_KEY back." },
  ]
  it.each(cases)("$name: $type", ({ error, type, shopper, merchant }) => {
    expect(told(error, "shopper")).toMatchObject({ type, message: shopper })
    expect(told(error, "merchant")).toMatchObject({ type, message: merchant })
  })

  // prettier-ignore
  const foreign: { name: string; error: unknown }[] = [
    { name: "Medusa's own", error: new MedusaError(MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR, "Not yet.") },
    { name: "a bug", error: new TypeError("undefined is not a function") },
    { name: "not even an error", error: "text" },
    { name: "nothing", error: undefined },
  ]
  it.each(foreign)(
    "one that is not ours passes unchanged: $name",
    ({ error }) => {
      for (const reader of READERS) {
        expect(toMedusaError(error, reader)).toBe(error)
      }
    }
  )
})

describe("a shopper reads nothing technical", () => {
  const TECHNICAL =
    /HTTP|API|URL|JSON|key|account|gateway|server|portal|ECONN|BPC_|\/sessions|\b[45]\d\d\b|option|ledger|sk_live|undefined|null/i
  const KINDS = [
    "transport",
    "timeout",
    "throttled",
    "rejected",
    "auth",
    "blocked",
    "protocol",
  ] as const
  const PURPOSES: readonly CallPurpose[] = [
    "start",
    "read",
    "close",
    "capture",
    "cancel",
    "refund",
  ]
  const fromGateway = KINDS.flatMap((kind) =>
    PURPOSES.map((purpose) => ({
      name: `${kind} on ${purpose}`,
      error: new GatewayError({
        kind,
        retryable: false,
        outcomeUnknown: purpose === "refund",
        texts: textsOf({
          kind,
          purpose,
          outcomeUnknown: purpose === "refund",
          call: "POST /sessions",
          httpStatus: 500,
          detail: "sk_live_1 is wrong",
          networkCode: "ECONNRESET",
        }),
      }),
    }))
  )
  const CENTS = money(1_234)
  // prettier-ignore
  const ownRefusals = [
    { name: "no account", error: noAccount("Set BPC_API_KEY.") },
    { name: "currency not served", error: currencyNotServed("Add EUR to an account.") },
    { name: "amount not payable", error: notPayable("The amount is NaN.") },
    { name: "started in another tab", error: startedElsewhere() },
    { name: "not ours", error: notOurs("The gateway session ps_1") },
    { name: "account gone", error: accountGone("live") },
    { name: "capture impossible", error: cannot("capture", "HTTP 500.") },
    { name: "not carried out", error: notCarriedOut("refund", CENTS, gatewayError()) },
    { name: "still in doubt", error: stillInDoubt("refund", CENTS) },
    { name: "outcome open", error: outcomeOpen("refund", CENTS, gatewayError()) },
    { name: "secret damaged", error: new EncryptionError("damaged", "BPC_ENCRYPTION_KEY") },
  ]
  it.each([...fromGateway, ...ownRefusals])("$name", ({ error }) => {
    const { message } = told(error, "shopper")
    expect(message).toMatch(/^[A-Z].*\.$/)
    expect(message).not.toMatch(TECHNICAL)
  })
})

describe("the log line", () => {
  // prettier-ignore
  const cases: { name: string; error: unknown; line: string }[] = [
    { name: "the gateway's error, for merchant and support", error: gatewayError(), line: "[bpc] starting a payment: For the merchant. (POST /sessions failed)" },
    { name: "a secret that cannot be read", error: new EncryptionError("no_key", "Set the key."), line: "[bpc] starting a payment: Set the key." },
    { name: "a bug", error: new TypeError("x is not a function"), line: "[bpc] starting a payment: x is not a function" },
    { name: "what is no error is not written out", error: { apiKey: "sk_live_1" }, line: "[bpc] starting a payment: unknown error" },
  ]
  it.each(cases)("$name", ({ error, line }) => {
    expect(logLine("starting a payment", error)).toBe(line)
  })
})
