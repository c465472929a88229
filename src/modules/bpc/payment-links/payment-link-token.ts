import { randomBytes } from "node:crypto"

/** 192 random bits; together with the link's id it is the opaque token of the URL that a shopper is sent. */
export function newLinkSecret(): string {
  return randomBytes(24).toString("base64url")
}

export function linkToken(link: { id: string; secret: string }): string {
  return `${link.id}.${link.secret}`
}

export function parseLinkToken(
  token: string
): { id: string; secret: string } | undefined {
  const match = /^(bpclink_[0-9A-Za-z]{1,40})\.([\w-]{32})$/.exec(token)
  return match?.[1] && match[2] ? { id: match[1], secret: match[2] } : undefined
}
