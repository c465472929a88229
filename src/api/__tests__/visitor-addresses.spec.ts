import { VisitorAddresses } from "../visitor-addresses"

const shared = (requests: readonly (readonly [string, string?])[]) => {
  const visitors = new VisitorAddresses()
  return requests
    .map(([address, forwarded]) => visitors.record(address, forwarded))
    .find(Boolean)
}
const hundred = <T>(make: (index: number) => T) =>
  Array.from({ length: 100 }, (_, index) => make(index))

describe("whether all shoppers arrive with one address", () => {
  it("is seen behind two proxies, and names the outer one", () => {
    expect(
      shared(hundred((i) => ["10.0.0.2", `198.51.100.${i}, 10.0.0.2`]))
    ).toBe("10.0.0.2")
  })

  it.each([
    ["no proxy", hundred((i) => [`198.51.100.${i}`] as const)],
    [
      "one proxy",
      hundred((i) => [`198.51.100.${i}`, `198.51.100.${i}`] as const),
    ],
    [
      "one busy shopper",
      hundred(() => ["203.0.113.9", "203.0.113.9"] as const),
    ],
    [
      "an office",
      hundred(
        (i) => ["203.0.113.9", `192.168.0.${i % 10}, 203.0.113.9`] as const
      ),
    ],
    [
      "a stranger who writes addresses, among others",
      hundred((i) =>
        i % 2
          ? ([`198.51.100.${i}`] as const)
          : (["203.0.113.66", `${i}.1.1.1, 203.0.113.66`] as const)
      ),
    ],
    [
      "too few requests to tell",
      hundred((i) => ["10.0.0.2", `198.51.100.${i}, 10.0.0.2`] as const).slice(
        0,
        99
      ),
    ],
  ])("is not said of %s", (_, requests) => {
    expect(shared(requests)).toBeUndefined()
  })
})
