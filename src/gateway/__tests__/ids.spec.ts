import {
  gatewayPaymentId,
  gatewayRefundId,
  gatewaySessionId,
  mdOrderOf,
  merchantReference,
  parseGatewaySessionId,
} from "../index"

describe("ids", () => {
  it.each([
    "ps_2GRSigkh7m3hqz5pMCAYCzJaXjsHgypQui6nMBss3XLVLF8gwDASHP",
    "test_aksdhauedqiuwehdiqwbdq",
    "no-prefix-at-all",
    "a/b?c#d",
    "x".repeat(255),
  ])("accept %s whatever its scheme", (id) => {
    expect(gatewaySessionId(id)).toBe(id)
    expect(gatewayPaymentId(id)).toBe(id)
    expect(gatewayRefundId(id)).toBe(id)
    expect(merchantReference(id)).toBe(id)
  })

  it.each(["", "  ", ".", "..", "a\nb", "a\u0000", "\ud800", "x".repeat(256)])(
    "refuse %j",
    (id) => {
      expect(() => gatewaySessionId(id)).toThrow(TypeError)
      expect(parseGatewaySessionId(id)).toBeUndefined()
    }
  )

  it.each([undefined, null, 7, {}, ["ps_1"]])(
    "are undefined when parsed from %j",
    (value) => {
      expect(parseGatewaySessionId(value)).toBeUndefined()
    }
  )
})

describe("mdOrderOf", () => {
  // Section 3 of the gateway reference.
  it.each([
    [
      "ps_2GRSigkh7m3hqz5pMCAYCzJaXjsHgypQui6nMBss3XLVLF8gwDASHP",
      "12a19f56-50e6-74bc-a289-c93d00a9c8eb",
    ],
    [
      "ps_2GRSigkh7nHdxwjV4Yf7PpdEevc1dAwEvssZuP8TJ6mjuNmPMoV9mB",
      "12a5f16a-416e-73e0-866e-82b700a9c8eb",
    ],
    [
      "ps_2GRSj5Du5xYehmv6Pxp48VHDbgnE4zEW6JxrroqVsQGzMtoE1Pvfmj",
      "d707897c-188c-45ca-8665-487e614e42bb",
    ],
    [
      "ps_2GRSiixQpk5GF3NKnRcS9c4K8FUFR9sC2icYE8YQgGhtycss3QxWwR",
      "62c828fd-e54e-49e6-b7dd-1ab5e8e2c240",
    ],
  ])("decodes %s", (sessionId, mdOrder) => {
    expect(mdOrderOf(undefined, sessionId)).toBe(mdOrder)
  })

  it("prefers what the payment page's address says", () => {
    expect(
      mdOrderOf(
        "https://dev.bpcbt.com/payment/merchants/ecom/payment.html?mdOrder=12a19f56-50e6-74bc-a289-c93d00a9c8eb&language=en",
        "ps_2GRSj5Du5xYehmv6Pxp48VHDbgnE4zEW6JxrroqVsQGzMtoE1Pvfmj"
      )
    ).toBe("12a19f56-50e6-74bc-a289-c93d00a9c8eb")
  })

  it.each([
    ["ps_aksdhauedqiuwehdiqwbdq"],
    ["test_aksdhauedqiuwehdiqwbdq"],
    ["ps_2njmpfC9BUCfsmALYNEQv5eoR8SdVsEHuXZC7D3uLiRxqfb8g2wJzWo8UvE9QL"],
    ["ps_"],
    ["ps_0OIl"],
    [`ps_${"z".repeat(5000)}`],
    [undefined],
  ])("knows none for %s", (sessionId) => {
    expect(mdOrderOf("not a url", sessionId)).toBeUndefined()
  })
})
