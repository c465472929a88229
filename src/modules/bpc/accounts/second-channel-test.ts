import { randomUUID } from "node:crypto"
import { type z } from "zod"
import { type secondChannelTestSchema } from "../../../api-schemas/accounts"
import { type SecondChannelCause } from "../../../api-schemas/vocabulary"
import {
  type GatewayError,
  createV1Client,
  isCredentialRefusal,
  isTlsFailure,
} from "../../../gateway"
import { type MerchantRestLogin } from "./accounts"

type SecondChannelTest = z.output<typeof secondChannelTestSchema>

const MESSAGES: Record<SecondChannelCause, string> = {
  ok: "The gateway's Merchant REST API answered and accepted the API login.",
  wrong_login:
    "The gateway's Merchant REST API does not accept this API login and password, or the login may not read orders. Enter them again as the bank gave them (the login ends in -api) and check that they belong to this environment (test or live).",
  blocked:
    "Something in front of the gateway blocks our calls to the Merchant REST API. Ask the bank to allow this server's address.",
  unreachable:
    "The gateway's Merchant REST API cannot be reached. Check its address, and that this server may open connections to it.",
  tls: "The certificate at the Merchant REST API's address is not accepted. Check that the address names the right host. If the bank's own authority issued it, or a proxy inspects the traffic, start Medusa with NODE_EXTRA_CA_CERTS=/path/to/that/authority.pem.",
  not_the_gateway:
    "Something answers at the Merchant REST API's address, but not that API. Ask the bank for the address and enter it with its path, such as https://dev.bpcbt.com/payment/rest.",
}

/**
 * Reads an order that cannot exist, so nothing is changed: without a complaint about the login, the login works (INFERRED, 15.2).
 * A login that is surely wrong must be refused as such, or it is not the gateway that answers; it is an invented one, because
 * wrong passwords may lock a real one. Never throws.
 */
export async function testSecondChannel(
  input: MerchantRestLogin & { allowInsecure: boolean }
): Promise<SecondChannelTest> {
  const cause = await findCause(input)
  return { ok: cause === "ok", cause, message: MESSAGES[cause] }
}

async function findCause(
  input: Parameters<typeof testSecondChannel>[0]
): Promise<SecondChannelCause> {
  const first = await probe(input)
  if (first !== "answered") {
    return first
  }
  const invented = `connection-test-${randomUUID().slice(0, 8)}`
  const second = await probe({ ...input, login: invented, password: invented })
  return second === "wrong_login" ? "ok" : "not_the_gateway"
}

type Probe = Exclude<SecondChannelCause, "ok"> | "answered"

async function probe(
  input: Parameters<typeof testSecondChannel>[0]
): Promise<Probe> {
  try {
    const client = createV1Client({
      ...input,
      readRetries: 0,
      totalTimeoutMs: 10_000,
    })
    try {
      const answer = await client.readOrder({ mdOrder: randomUUID() })
      return answer.ok ? "not_the_gateway" : causeOf(answer.error)
    } finally {
      client.close()
    }
  } catch {
    return "unreachable"
  }
}

function causeOf(error: GatewayError): Probe {
  if (isCredentialRefusal(error)) {
    return "wrong_login"
  }
  switch (error.kind) {
    case "rejected":
    case "throttled":
    case "auth":
      return "answered"
    case "blocked":
      return error.httpStatus === 412 || error.httpStatus === 403
        ? "blocked"
        : "not_the_gateway"
    case "protocol":
      return "not_the_gateway"
    case "transport":
    case "timeout":
      return isTlsFailure(error) ? "tls" : "unreachable"
    case "configuration":
      return "unreachable"
  }
}
