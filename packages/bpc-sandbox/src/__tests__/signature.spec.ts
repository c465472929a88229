import { createHmac } from "node:crypto"
import { closeAll } from "./support"
import type { FaultsInput } from "../faults"
import { noFaults } from "../faults"
import { signatureHeader } from "../webhooks/signature"

afterEach(closeAll)

describe("the signature", () => {
  const body =
    '{"created":"2024-03-29T05:33:26Z","data":{"object":{"id":"ps_2GRSj5Du5xYehmv6Pxp48VHDbgnE4zEW6JxrroqVsQGzMtoE1Pvfmj","paymentStatus":"paid","status":"completed"}},"type":"session.completed"}'
  const hex = "2f39fef0ccc0a888fa15b9490ebe0a0c83677ffe8572f400b827e980595b4723"
  const base64 = "Lzn+8MzAqIj6FblJDr4KDINnf/6FcvQAuCfpgFlbRyM="
  const sign = (style: FaultsInput["signature"]) =>
    signatureHeader({
      body,
      secret: "whsec_test",
      now: 1711690406_789,
      style: { ...noFaults().signature, ...style },
    })

  it.each([
    ["by default", {}, `t=1711690406,v1=${hex}`],
    [
      "in capitals",
      { encoding: "HEX" },
      `t=1711690406,v1=${hex.toUpperCase()}`,
    ],
    ["in base64", { encoding: "base64" }, `t=1711690406,v1=${base64}`],
    [
      "in base64url",
      { encoding: "base64url" },
      "t=1711690406,v1=Lzn-8MzAqIj6FblJDr4KDINnf_6FcvQAuCfpgFlbRyM",
    ],
    ["without a header", { layout: "none" }, undefined],
  ] as const)("matches the reference's vector %s", (_what, style, expected) => {
    expect(sign(style)).toBe(expected)
  })

  it.each([
    [
      "t.body",
      { text: "t.body" },
      /^t=1711690406,v1=(.*)$/,
      `1711690406.${body}`,
    ],
    ["body alone", { text: "body" }, /^t=1711690406,v1=(.*)$/, body],
    [
      "milliseconds",
      { timestamp: "ms" },
      /^t=1711690406789,v1=(.*)$/,
      `${body}.1711690406789`,
    ],
    [
      "ISO time",
      { timestamp: "iso" },
      /^t=2024-03-29T05:33:26.789Z,v1=(.*)$/,
      `${body}.2024-03-29T05:33:26.789Z`,
    ],
    ["a bare digest", { layout: "bare" }, /^([0-9a-f]{64})$/, body],
    [
      "two of v1",
      { layout: "two_v1" },
      /^t=1711690406,v1=[0-9a-f]{64},v1=(.*)$/,
      `${body}.1711690406`,
    ],
    [
      "a time that is off",
      { skewSeconds: -400 },
      /^t=1711690006,v1=(.*)$/,
      `${body}.1711690006`,
    ],
  ] as const)("can be made over %s", (_what, style, pattern, text) => {
    const digest = createHmac("sha256", "whsec_test").update(text).digest("hex")
    expect(pattern.exec(sign(style) ?? "")?.[1]).toBe(digest)
  })

  it("can be made with a wrong secret", () => {
    expect(sign({ wrongSecret: true })).not.toContain(hex)
  })
})
