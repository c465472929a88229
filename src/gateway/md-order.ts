import { SESSION_ID } from "./dialect"

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Decoding is quadratic; a session id has about 57 characters, and the ids that we accept at most 255. */
const LONGEST = 255

/**
 * The V1 order id ("mdOrder", a UUID) under a V2 session: the portal and V1 calls know the payment by it.
 * Read from `paymentUrl` when there is one, else decoded from the session id (section 3). Undefined when neither tells.
 */
export function mdOrderOf(
  paymentUrl: string | undefined,
  sessionId?: string
): string | undefined {
  return fromPaymentUrl(paymentUrl) ?? fromSessionId(sessionId)
}

function fromPaymentUrl(paymentUrl: string | undefined): string | undefined {
  if (paymentUrl === undefined || !URL.canParse(paymentUrl)) {
    return undefined
  }
  const value = new URL(paymentUrl).searchParams.get(SESSION_ID.queryName)
  return value === null || value.trim() === "" ? undefined : value.trim()
}

function fromSessionId(sessionId: string | undefined): string | undefined {
  const id = sessionId?.trim()
  if (
    id === undefined ||
    id.length > LONGEST ||
    !id.startsWith(SESSION_ID.prefix)
  ) {
    return undefined
  }
  const text = base58Text(id.slice(SESSION_ID.prefix.length))
  if (text === undefined || !text.startsWith(SESSION_ID.innerPrefix)) {
    return undefined
  }
  const uuid = text.slice(SESSION_ID.innerPrefix.length).trim()
  return UUID.test(uuid) ? uuid : undefined
}

function base58Text(encoded: string): string | undefined {
  let number = 0n
  for (const character of encoded) {
    const digit = BASE58.indexOf(character)
    if (digit < 0) {
      return undefined
    }
    number = number * 58n + BigInt(digit)
  }
  const hex = number.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex").toString(
    "utf8"
  )
}
