import { type LinkState } from "../../../../api-schemas/vocabulary"
import { linkUrl, listedLink } from "../payment-link-view"
import { linkToken, newLinkSecret, parseLinkToken } from "../payment-link-token"
import { linkStateOf, type PaymentLink } from "../payment-links"

const NOW = new Date("2026-11-20T12:00:00Z")
const EARLIER = new Date("2026-11-19T12:00:00Z")
const LATER = new Date("2026-11-27T12:00:00Z")

function aLink(changes: Partial<PaymentLink> = {}): PaymentLink {
  return {
    id: "bpclink_01JD3K4Q5R6S7T8V9W0X1Y2Z3B",
    orderId: "order_1",
    secret: newLinkSecret(),
    createdBy: "clerk@shop.example",
    createdAt: EARLIER,
    expiresAt: LATER,
    revokedAt: null,
    revokedBy: null,
    paidAt: null,
    paidSessionId: null,
    ...changes,
  }
}

describe("a link's state", () => {
  // prettier-ignore
  const cases: { name: string; link: Partial<PaymentLink>; state: LinkState }[] = [
    { name: "new", link: {}, state: "open" },
    { name: "at its very end", link: { expiresAt: NOW }, state: "expired" },
    { name: "revoked", link: { revokedAt: EARLIER }, state: "revoked" },
    { name: "revoked and expired", link: { revokedAt: EARLIER, expiresAt: EARLIER }, state: "revoked" },
    { name: "paid", link: { paidAt: EARLIER }, state: "paid" },
    { name: "paid and expired since", link: { paidAt: EARLIER, expiresAt: EARLIER }, state: "paid" },
  ]
  it.each(cases)("$name: $state", ({ link, state }) => {
    expect(linkStateOf(aLink(link), NOW)).toBe(state)
  })
})

describe("a link's token", () => {
  it("holds 192 random bits and is read back", () => {
    const link = aLink()
    expect(Buffer.from(link.secret, "base64url")).toHaveLength(24)
    expect(newLinkSecret()).not.toBe(newLinkSecret())
    expect(parseLinkToken(linkToken(link))).toEqual({
      id: link.id,
      secret: link.secret,
    })
  })

  it.each([
    "",
    ".",
    "bpclink_1",
    `bpclink_1.${"a".repeat(31)}`,
    `bpclink_1.${"a".repeat(33)}`,
    `bpclink_.${"a".repeat(32)}`,
    `bpcses_1.${"a".repeat(32)}`,
    `bpclink_1.${"a".repeat(32)}.f`,
    `bpclink_1.${"a".repeat(31)}%`,
    ` bpclink_1.${"a".repeat(32)}`,
    `bpclink_1.${"a".repeat(32)}\n`,
  ])("is refused when malformed: %j", (token) => {
    expect(parseLinkToken(token)).toBeUndefined()
  })
})

describe("a listed link", () => {
  const view = (changes: Partial<PaymentLink>) =>
    listedLink(aLink(changes), { backendUrl: "https://api.shop", now: NOW })

  it("has its address and its code while it is open", () => {
    const link = aLink()
    expect(
      listedLink(link, { backendUrl: "https://api.shop", now: NOW })
    ).toMatchObject({
      state: "open",
      url: `https://api.shop/bpc/pay/${link.id}.${link.secret}`,
    })
    expect(linkUrl(link, "https://api.shop")).toContain(link.secret)
    expect(view({}).qr?.size).toBeGreaterThan(20)
  })

  it.each([
    { paidAt: EARLIER },
    { revokedAt: EARLIER },
    { expiresAt: EARLIER },
  ])("has neither once it is of no use: %j", (changes) => {
    expect(view(changes)).toMatchObject({ url: null, qr: null })
    expect(view(changes)).not.toHaveProperty("secret")
  })
})
