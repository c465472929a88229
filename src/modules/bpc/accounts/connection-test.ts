import { randomUUID } from "node:crypto"
import { type z } from "zod"
import { type connectionTestAnswer } from "../../../api-schemas/accounts"
import { type ConnectionCause } from "../../../api-schemas/vocabulary"
import {
  type GatewayError,
  createGatewayClient,
  gatewaySessionId,
  isTlsFailure,
} from "../../../gateway"
import { type MerchantRestLogin } from "./accounts"
import { testSecondChannel } from "./second-channel-test"

type ConnectionTest = z.output<typeof connectionTestAnswer>

const MESSAGES: Record<ConnectionCause, string> = {
  ok: "The gateway answered and accepted the key.",
  wrong_key:
    "The gateway does not accept this API key. Copy it again from the gateway's portal and check that it belongs to this environment (test or live).",
  blocked:
    "Something in front of the gateway blocks our calls (HTTP 412 or a page instead of data). Ask the bank to allow this server's address and your return URLs, and use https.",
  unreachable:
    "The gateway cannot be reached. Check the API URL for typing errors and that this server may open connections to it. Behind an outgoing proxy, start Medusa with HTTPS_PROXY.",
  tls: "The gateway's certificate is not accepted. Check that the API URL names the right host. If the bank's own authority issued it, or a proxy inspects the traffic, start Medusa with NODE_EXTRA_CA_CERTS=/path/to/that/authority.pem.",
  not_the_gateway:
    "Something answers at this address, but not the gateway's API. The API URL must include its path, such as https://dev.bpcbt.com/api2.",
}

/**
 * A real call with an account's URL and key: it reads a session that cannot exist, so nothing is created. The form of the
 * gateway's errors is not documented, so "not found" alone proves nothing; a second call with a key that is surely wrong
 * must be refused as such, or it is not the gateway that answers. Never throws.
 */
export async function testConnection(
  input: Probed & { v1?: MerchantRestLogin | undefined }
): Promise<ConnectionTest> {
  const { v1, ...v2 } = input
  const [cause, secondChannel] = await Promise.all([
    findCause(v2),
    v1 && testSecondChannel({ ...v1, allowInsecure: input.allowInsecure }),
  ])
  return {
    ok: cause === "ok",
    cause,
    message: MESSAGES[cause],
    second_channel: secondChannel ?? null,
  }
}

type Probed = { apiUrl: string; apiKey: string; allowInsecure: boolean }

async function findCause(input: Probed): Promise<ConnectionCause> {
  const first = await probe(input)
  if (first !== "answered") {
    return first
  }
  const second = await probe({
    ...input,
    apiKey: `connection-test-${randomUUID()}`,
  })
  return second === "wrong_key" ? "ok" : "not_the_gateway"
}

async function probe(
  input: Probed
): Promise<Exclude<ConnectionCause, "ok"> | "answered"> {
  try {
    const client = createGatewayClient({
      ...input,
      readRetries: 0,
      totalTimeoutMs: 10_000,
    })
    try {
      const answer = await client.readSession(
        gatewaySessionId(`ps_connection_test_${randomUUID()}`)
      )
      return answer.ok ? "not_the_gateway" : causeOf(answer.error)
    } finally {
      client.close()
    }
  } catch {
    return "unreachable"
  }
}

function causeOf(
  error: GatewayError
): Exclude<ConnectionCause, "ok"> | "answered" {
  switch (error.kind) {
    case "rejected":
    case "throttled":
      return "answered"
    case "auth":
      return "wrong_key"
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
