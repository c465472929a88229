import { checkApiUrl, isForbiddenAddress } from "../index"

const strict = { allowInsecure: false }
const sandbox = { allowInsecure: true }

describe("checkApiUrl", () => {
  it.each([
    ["https://dev.bpcbt.com/api2", "https://dev.bpcbt.com/api2"],
    ["https://dev.bpcbt.com/api2/", "https://dev.bpcbt.com/api2"],
    [" https://dev.bpcbt.com/api2// ", "https://dev.bpcbt.com/api2"],
    ["https://gateway.example:8443", "https://gateway.example:8443/"],
    ["https://8.8.8.8/api2", "https://8.8.8.8/api2"],
  ])("accepts %s", (url, href) => {
    const result = checkApiUrl(url, strict)
    expect(result.ok && result.value.href).toBe(href)
  })

  it.each([
    "http://localhost:9000/api2",
    "http://127.0.0.1:9000/api2",
    "http://[::1]:9000",
    "http://10.1.2.3/api2",
    "http://gateway.example/api2",
    "https://localhost/api2",
    "http://2130706433/api2",
    "http://[::ffff:127.0.0.1]/",
    "http://sub.localhost/",
    "http://localhost./",
    "http://[::7f00:1]/",
    "http://[::ffff:0:127.0.0.1]/",
    "http://[64:ff9b:1::a00:1]/",
  ])("accepts %s for a sandbox only", (url) => {
    expect(checkApiUrl(url, sandbox).ok).toBe(true)
    expect(checkApiUrl(url, strict)).toMatchObject({
      ok: false,
      error: { kind: "configuration", retryable: false, outcomeUnknown: false },
    })
  })

  it.each([
    "",
    "dev.bpcbt.com/api2",
    "ftp://dev.bpcbt.com",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "https://user:pass@dev.bpcbt.com/api2",
    "https://dev.bpcbt.com/api2?x=1",
    "https://dev.bpcbt.com/api2?",
    "https://dev.bpcbt.com/api2#x",
    "http://169.254.169.254/latest/meta-data",
    "http://[fe80::1]/",
    "http://[fd00:ec2::254]/",
    "http://[::ffff:169.254.169.254]/",
    "http://[::169.254.169.254]/",
    "http://[::ffff:0:a9fe:a9fe]/",
    "http://[64:ff9b:1::169.254.169.254]/",
    "http://0xa9fea9fe/",
    "http://metadata.google.internal/",
    "http://metadata.google.internal./",
    "http://METADATA.google.internal/",
  ])("refuses %j always", (url) => {
    for (const options of [strict, sandbox]) {
      expect(checkApiUrl(url, options)).toMatchObject({
        ok: false,
        error: { kind: "configuration" },
      })
    }
  })

  it("names the remedy", () => {
    const result = checkApiUrl("http://gateway.example", strict)
    expect(!result.ok && result.error.merchant).toContain("https://")
  })
})

describe("isForbiddenAddress", () => {
  it.each([
    ["8.8.8.8", false, false],
    ["2606:4700::1111", false, false],
    ["64:ff9b::8.8.8.8", false, false],
    ["127.0.0.1", true, false],
    ["10.0.0.1", true, false],
    ["172.16.0.1", true, false],
    ["172.32.0.1", false, false],
    ["192.168.1.1", true, false],
    ["100.64.0.1", true, false],
    ["0.0.0.0", true, false],
    ["::1", true, false],
    ["::", true, false],
    ["fd12::1", true, false],
    ["::ffff:10.0.0.1", true, false],
    ["64:ff9b::10.0.0.1", true, false],
    ["169.254.169.254", true, true],
    ["::ffff:169.254.169.254", true, true],
    ["64:ff9b::169.254.169.254", true, true],
    ["fe80::1", true, true],
    ["fe80::1%eth0", true, true],
    ["fd00:ec2::254", true, true],
    ["168.63.129.16", true, true],
    ["224.0.0.1", true, true],
    // IPv4 addresses in IPv6 clothes: compatible, mapped, translated, NAT64, 6to4, Teredo.
    ["::127.0.0.1", true, false],
    ["::8.8.8.8", true, false],
    ["::a00:1", true, false],
    ["::169.254.169.254", true, true],
    ["::ffff:8.8.8.8", false, false],
    ["::ffff:127.0.0.1", true, false],
    ["::ffff:7f00:1", true, false],
    ["0:0:0:0:0:ffff:a9fe:a9fe", true, true],
    ["::ffff:0:127.0.0.1", true, false],
    ["::ffff:0:8.8.8.8", true, false],
    ["::ffff:0:169.254.169.254", true, true],
    ["0000:0000:0000:0000:FFFF:0000:A9FE:A9FE", true, true],
    ["64:ff9b::127.0.0.1", true, false],
    ["0064:FF9B::0A00:0001", true, false],
    ["64:ff9b:1::", true, false],
    ["64:ff9b:1::8.8.8.8", true, false],
    ["64:ff9b:1::10.0.0.1", true, false],
    ["64:ff9b:1:ffff::1", true, false],
    ["64:ff9b:1::169.254.169.254", true, true],
    ["64:ff9b:1:a9fe:a9:fe00::", true, true],
    ["64:ff9b:1:a9:fe:a9fe::", true, true],
    ["64:ff9b:1:1:a9:fea9:fe00::", true, true],
    ["64:ff9b:2::1", false, false],
    ["2002:7f00:1::1", true, false],
    ["2002:808:808::1", true, false],
    ["2002:a9fe:a9fe::1", true, true],
    ["2001:0:a9fe:a9fe::1", true, true],
    ["2001:0:808:808::1", true, false],
    ["2001:4860:4860::8888", false, false],
    ["fec0::1", true, false],
    ["ff02::1", true, true],
    ["not an address", true, true],
    ["", true, true],
  ])(
    "of %s is %s, and %s for a sandbox",
    (ip, forbidden, forbiddenForSandbox) => {
      expect(isForbiddenAddress(ip, strict)).toBe(forbidden)
      expect(isForbiddenAddress(ip, sandbox)).toBe(forbiddenForSandbox)
    }
  )
})
