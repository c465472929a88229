import crypto from "node:crypto"
import fc from "fast-check"
import {
  type SignWebhookInput,
  type VerifyWebhookInput,
  SIGNATURE_VARIANTS,
  layoutOf,
  signWebhook,
  verifyWebhookSignature,
} from "../index"

// Section 8.3 of the gateway reference: literals, not computed by the code under test.
const SECRET = "whsec_test"
const T = "1711690406"
const BODY = Buffer.from(
  '{"created":"2024-03-29T05:33:26Z","data":{"object":{"id":"ps_2GRSj5Du5xYehmv6Pxp48VHDbgnE4zEW6JxrroqVsQGzMtoE1Pvfmj","paymentStatus":"paid","status":"completed"}},"type":"session.completed"}'
)
const HEX = "2f39fef0ccc0a888fa15b9490ebe0a0c83677ffe8572f400b827e980595b4723"
const BASE64 = "Lzn+8MzAqIj6FblJDr4KDINnf/6FcvQAuCfpgFlbRyM="
const BASE64URL = "Lzn-8MzAqIj6FblJDr4KDINnf_6FcvQAuCfpgFlbRyM"
// The other texts, signed with Python's hmac module.
const T_BODY_HEX =
  "534d034ce616db97fb77686bfec9ce1ac0b3495d0db10f915fc7b60ebf44a625"
const BODY_HEX =
  "8ca9034bfddc6adf6d94cb2aeacca1eba0bced619ae90ac365a3a604ee828dbe"
const MS_HEX =
  "25ba7ac7a535d4127127948aa965846b6d7e21c9beb1a2f636660c423cd08cd9"
const ISO_HEX =
  "6546d0acedc6a4be7240e2ecabeff99a35afbbd14ac86e271a5ecbe6ec0d97b3"
const WORD_HEX =
  "673f4d95a24246e88b2ee243c857333c81786ce07b94f750d6f5bb7f185806c8"
const OTHER_HEX = "0".repeat(64)

const check = (
  header: VerifyWebhookInput["header"],
  changes: Partial<VerifyWebhookInput> = {}
) =>
  verifyWebhookSignature({
    rawBody: BODY,
    header,
    secrets: [SECRET],
    now: new Date(Number(T) * 1000),
    ...changes,
  })

describe("verifyWebhookSignature", () => {
  it("is tested with the body of the reference", () => {
    expect(BODY.length).toBe(190)
  })

  it.each([
    ["hex", `t=${T},v1=${HEX}`, "body.t/hex"],
    ["upper-case hex", `t=${T},v1=${HEX.toUpperCase()}`, "body.t/hex"],
    ["base64 with padding", `t=${T},v1=${BASE64}`, "body.t/base64"],
    ["base64url without padding", `t=${T},v1=${BASE64URL}`, "body.t/base64url"],
    ["spaces after the comma", `t=${T}, v1=${HEX}`, "body.t/hex"],
    ["the other order", `v1=${HEX},t=${T}`, "body.t/hex"],
    [
      "a wrong v1 before the right one",
      `t=${T},v1=${OTHER_HEX},v1=${HEX}`,
      "body.t/hex",
    ],
    [
      "a later scheme beside it",
      `t=${T},v0=abc,v1=${HEX},v2=xyz`,
      "body.t/hex",
    ],
    ["the timestamp first", `t=${T},v1=${T_BODY_HEX}`, "t.body/hex"],
    ["the body alone", `t=${T},v1=${BODY_HEX}`, "body/hex"],
    ["a bare digest", BODY_HEX, "body/hex"],
    ["a bare digest with its algorithm", `sha256=${BODY_HEX}`, "body/hex"],
    ["no t", `v1=${BODY_HEX}`, "body/hex"],
    ["t in milliseconds", `t=1711690406000,v1=${MS_HEX}`, "body.t/hex"],
    ["t in ISO 8601", `t=2024-03-29T05:33:26Z,v1=${ISO_HEX}`, "body.t/hex"],
    ["t that is no time", `t=soon,v1=${WORD_HEX}`, "body.t/hex"],
  ])("accepts %s", (_, header, variant) => {
    expect(check(header)).toMatchObject({ ok: true, variant, secretIndex: 0 })
  })

  it("tells the time of the event when the header does", () => {
    const timestamp = new Date("2024-03-29T05:33:26Z")
    expect(check(`t=${T},v1=${HEX}`)).toMatchObject({ timestamp })
    expect(check(`t=1711690406000,v1=${MS_HEX}`)).toMatchObject({ timestamp })
    expect(check(BODY_HEX)).not.toHaveProperty("timestamp")
  })

  it.each<[string, VerifyWebhookInput["header"], string]>([
    ["no header", undefined, "missing"],
    ["an empty header", "", "missing"],
    ["a list of headers", [`t=${T},v1=${HEX}`], "malformed"],
    ["an empty list", [], "malformed"],
    ["t without a signature", `t=${T}`, "malformed"],
    ["an empty v1", `t=${T},v1=`, "malformed"],
    ["two t", `t=${T},t=${T},v1=${HEX}`, "malformed"],
    [
      "two headers joined into one",
      `t=${T},v1=${HEX}, t=${T},v1=${HEX}`,
      "malformed",
    ],
    ["a word", "signature", "malformed"],
    ["commas", ",,,", "malformed"],
    ["half a digest", `t=${T},v1=${HEX.slice(0, 32)}`, "malformed"],
    ["a digest with a byte too many", `t=${T},v1=${HEX}00`, "malformed"],
    ["something endless", `t=${T},v1=${"a".repeat(10_000)}`, "malformed"],
    [
      "a hundred signatures",
      `t=${T}${`,v1=${OTHER_HEX}`.repeat(100)}`.slice(0, 4000),
      "malformed",
    ],
    ["another digest", `t=${T},v1=${OTHER_HEX}`, "mismatch"],
    ["another t", `t=1711690407,v1=${HEX}`, "mismatch"],
    ["a bare digest of body and t", HEX, "mismatch"],
  ])("refuses %s as %s", (_, header, reason) => {
    expect(check(header)).toEqual({ ok: false, reason })
  })

  it("refuses the signature of another body and of another secret", () => {
    const header = `t=${T},v1=${HEX}`
    const mismatch = { ok: false, reason: "mismatch" }
    expect(
      check(header, { rawBody: Buffer.concat([BODY, Buffer.from(" ")]) })
    ).toEqual(mismatch)
    expect(check(header, { secrets: ["another"] })).toEqual(mismatch)
    expect(check(header, { secrets: [] })).toEqual(mismatch)
  })

  it("never matches an empty secret", () => {
    const forged = signWebhook({
      rawBody: BODY,
      secret: "",
      timestamp: Number(T),
    })
    expect(check(forged, { secrets: ["", " "] })).toEqual({
      ok: false,
      reason: "mismatch",
    })
  })

  it("accepts both secrets during a rotation and says which it was", () => {
    const header = `t=${T},v1=${HEX}`
    expect(check(header, { secrets: ["new", SECRET] })).toMatchObject({
      ok: true,
      secretIndex: 1,
    })
    expect(check(header, { secrets: ["", SECRET] })).toMatchObject({
      ok: true,
      secretIndex: 1,
    })
  })

  it.each([
    [-301, 300, false],
    [-300, 300, true],
    [300, 300, true],
    [301, 300, false],
    [86_400, 0, true],
    [86_400, undefined, false],
  ])(
    "received %i s after t with a tolerance of %p s is fresh: %s",
    (seconds, toleranceSeconds, fresh) => {
      const now = new Date((Number(T) + seconds) * 1000)
      const result = check(`t=${T},v1=${HEX}`, {
        now,
        ...(toleranceSeconds !== undefined && { toleranceSeconds }),
      })
      expect(result).toMatchObject(
        fresh ? { ok: true } : { ok: false, reason: "stale" }
      )
    }
  )

  it("does not call a forged event stale", () => {
    expect(check(`t=1,v1=${OTHER_HEX}`)).toEqual({
      ok: false,
      reason: "mismatch",
    })
  })

  it("has no age to check where t is no time or absent", () => {
    const now = new Date("2030-01-01T00:00:00Z")
    expect(check(`t=soon,v1=${WORD_HEX}`, { now }).ok).toBe(true)
    expect(check(BODY_HEX, { now }).ok).toBe(true)
  })

  it("accepts nothing but the variant that is pinned", () => {
    expect(check(`t=${T},v1=${HEX}`, { variant: "body.t/hex" }).ok).toBe(true)
    expect(check(`t=${T},v1=${HEX}`, { variant: "body.t/base64" }).ok).toBe(
      false
    )
    expect(check(`t=${T},v1=${HEX}`, { variant: "t.body/hex" }).ok).toBe(false)
    expect(check(`t=${T},v1=${BODY_HEX}`, { variant: "body.t/hex" }).ok).toBe(
      false
    )
  })

  it.each([
    ["hex", `t=${T},v1=${HEX}`, "body.t/hex"],
    ["upper-case hex", `t=${T},v1=${HEX.toUpperCase()}`, "body.t/hex"],
    ["base64", `t=${T},v1=${BASE64}`, "body.t/base64"],
    ["base64 in the other alphabet", `t=${T},v1=${BASE64URL}`, "body.t/base64"],
    ["the body alone", BODY_HEX, "body/hex"],
  ] as const)("accepts the layout that is known: %s", (_, header, layout) => {
    expect(check(header, { secrets: [{ secret: SECRET, layout }] }).ok).toBe(
      true
    )
  })

  it.each([
    ["another text", `t=${T},v1=${T_BODY_HEX}`, "body.t/hex", "t.body/hex"],
    ["the body alone", BODY_HEX, "body.t/hex", "body/hex"],
    ["another writing", `t=${T},v1=${BASE64}`, "body.t/hex", "body.t/base64"],
  ] as const)(
    "refuses another layout than the known one by that name: %s",
    (_, header, layout, variant) => {
      expect(check(header, { secrets: [{ secret: SECRET, layout }] })).toEqual({
        ok: false,
        reason: "layout",
        variant,
        secretIndex: 0,
        late: false,
      })
    }
  )

  it("holds each secret to its own layout", () => {
    const secrets = [
      { secret: SECRET, layout: "t.body/hex" as const },
      { secret: SECRET, layout: "body.t/hex" as const },
    ]
    expect(check(`t=${T},v1=${HEX}`, { secrets })).toMatchObject({
      ok: true,
      secretIndex: 1,
    })
  })

  it("says whether the signature covers a time", () => {
    const timed = (header: string, changes = {}) =>
      check(header, changes) as { timed?: boolean }
    expect(timed(`t=${T},v1=${HEX}`).timed).toBe(true)
    expect(timed(`t=${T},v1=${T_BODY_HEX}`).timed).toBe(true)
    expect(timed(BODY_HEX).timed).toBe(false)
    // Whoever repeats this one may write any time.
    expect(timed(`t=${T},v1=${BODY_HEX}`).timed).toBe(false)
    expect(timed(`t=soon,v1=${WORD_HEX}`).timed).toBe(false)
    expect(timed(`t=${T},v1=${HEX}`, { toleranceSeconds: 0 }).timed).toBe(false)
  })

  it("refuses whatever a stranger writes, without crashing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(fc.string())), (header) => {
        expect(check(header).ok).toBe(false)
      })
    )
  })
})

describe("a forged body", () => {
  const FORGED = `t=${T},v1=${OTHER_HEX}`
  const secrets = Array.from({ length: 20 }, (_, index) => `secret_${index}`)
  const hashedFor = (bytes: number, changes: Partial<VerifyWebhookInput>) => {
    const counted = jest.spyOn(crypto, "createHmac")
    try {
      const rawBody = Buffer.alloc(bytes, "x")
      expect(check(FORGED, { rawBody, secrets, ...changes })).toEqual({
        ok: false,
        reason: "mismatch",
      })
      return counted.mock.calls.length
    } finally {
      counted.mockRestore()
    }
  }

  it("of an event's size is tried with every secret in every text", () => {
    expect(hashedFor(2_000, {})).toBe(60)
    expect(hashedFor(34_000, {})).toBe(60)
  })

  it("costs no more than 2 MiB of hashing, whatever its size", () => {
    for (const kilobytes of [64, 100, 200, 256]) {
      const tries = hashedFor(kilobytes * 1024, {})
      expect(tries).toBe(Math.floor(2048 / kilobytes))
    }
  })

  it("over 64 KiB is tried in the known layout only", () => {
    const known = [{ secret: SECRET, layout: "body.t/hex" as const }]
    expect(hashedFor(64 * 1024, { secrets: known })).toBe(3)
    expect(hashedFor(64 * 1024 + 1, { secrets: known })).toBe(1)
  })

  it("costs nothing where its header cannot be of the known layout", () => {
    const known = [{ secret: SECRET, layout: "body.t/base64" as const }]
    expect(hashedFor(256 * 1024, { secrets: known })).toBe(0)
  })

  it("does not keep a real event of the largest size out, with two secrets of which none is known yet", () => {
    const rawBody = Buffer.alloc(256 * 1024, "x")
    const header = signWebhook({
      rawBody,
      secret: SECRET,
      timestamp: Number(T),
      text: "body",
    })
    expect(check(header, { rawBody, secrets: ["new", SECRET] }).ok).toBe(true)
  })
})

describe("layoutOf", () => {
  it("takes the two alphabets of base64 for one", () => {
    expect(layoutOf("t.body/base64url")).toBe("t.body/base64")
    expect(layoutOf("t.body/base64")).toBe("t.body/base64")
    expect(layoutOf("t.body/hex")).toBe("t.body/hex")
  })
})

describe("signWebhook", () => {
  const timestamp = new Date(Number(T) * 1000)

  it("writes the header of the reference", () => {
    const input = { rawBody: BODY, secret: SECRET, timestamp }
    expect(signWebhook(input)).toBe(`t=${T},v1=${HEX}`)
    expect(signWebhook({ ...input, rawBody: BODY.toString() })).toBe(
      `t=${T},v1=${HEX}`
    )
    expect(signWebhook({ ...input, timestamp: Number(T) })).toBe(
      `t=${T},v1=${HEX}`
    )
    expect(signWebhook({ ...input, encoding: "base64" })).toBe(
      `t=${T},v1=${BASE64}`
    )
    expect(signWebhook({ ...input, encoding: "base64url" })).toBe(
      `t=${T},v1=${BASE64URL}`
    )
    expect(signWebhook({ ...input, encoding: "HEX" })).toBe(
      `t=${T},v1=${HEX.toUpperCase()}`
    )
    expect(signWebhook({ ...input, layout: "bare" })).toBe(BODY_HEX)
    expect(signWebhook({ ...input, text: "t.body" })).toBe(
      `t=${T},v1=${T_BODY_HEX}`
    )
  })

  const texts = ["body.t", "t.body", "body"] as const
  const encodings = ["hex", "HEX", "base64", "base64url"] as const
  it.each(
    texts.flatMap((text) =>
      encodings.map(
        (
          encoding
        ): [SignWebhookInput["text"], SignWebhookInput["encoding"]] => [
          text,
          encoding,
        ]
      )
    )
  )("signs %s in %s so that it is accepted now", (text, encoding) => {
    const header = signWebhook({
      rawBody: BODY,
      secret: SECRET,
      text,
      encoding,
    })
    const result = verifyWebhookSignature({
      rawBody: BODY,
      header,
      secrets: [SECRET],
    })
    expect(result.ok).toBe(true)
  })

  it("has nine variants, the documented one first", () => {
    expect(SIGNATURE_VARIANTS).toHaveLength(9)
    expect(SIGNATURE_VARIANTS[0]).toBe("body.t/hex")
  })
})
