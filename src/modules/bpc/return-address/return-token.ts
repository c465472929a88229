import { randomBytes, timingSafeEqual } from "node:crypto"

/** Which of the two URLs the gateway sent the shopper to: a hint for the page to show, never proof of anything. */
export type ReturnSide = "success" | "failure"

export type ParsedReturnToken = { id: string; secret: string; side: ReturnSide }

/** 256 random bits; together with the ledger id it is the opaque token in the return URLs. */
export function newReturnSecret(): string {
  return randomBytes(32).toString("base64url")
}

/** The token is a path segment, so that nothing depends on how the gateway joins its own query to ours. */
export function returnToken(
  row: { id: string; returnSecret: string },
  side: ReturnSide
): string {
  return `${row.id}.${row.returnSecret}${side === "failure" ? ".f" : ""}`
}

export function parseReturnToken(token: string): ParsedReturnToken | undefined {
  const match = /^(bpcses_[0-9A-Za-z]{1,40})\.([\w-]{43})(\.f)?$/.exec(token)
  return match?.[1] && match[2]
    ? { id: match[1], secret: match[2], side: match[3] ? "failure" : "success" }
    : undefined
}

/** Compares in constant time. */
export function tokenFits(parsed: { secret: string }, secret: string): boolean {
  const given = Buffer.from(parsed.secret)
  const expected = Buffer.from(secret)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
