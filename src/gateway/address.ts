import { BlockList, isIP, isIPv6 } from "node:net"

export type EgressOptions = { allowInsecure: boolean }

type Ranges = { ipv4: [string, number][]; ipv6: [string, number][] }

/** Cloud metadata services and neighbours on the link: they hand out credentials, so no setting opens them. */
const ALWAYS: Ranges = {
  ipv4: [
    ["169.254.0.0", 16],
    ["168.63.129.16", 32],
    ["100.100.100.200", 32],
    ["224.0.0.0", 4],
    ["255.255.255.255", 32],
  ],
  ipv6: [
    ["fe80::", 10],
    ["fd00:ec2::254", 128],
    ["ff00::", 8],
  ],
}

const INTERNAL: Ranges = {
  ipv4: [
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["240.0.0.0", 4],
  ],
  ipv6: [
    // Loopback, "any", and IPv4 addresses in the form that was given up (RFC 4291, 2.5.5.1).
    ["::", 96],
    // IPv4 translated (RFC 2765) and translated as the network at hand likes (RFC 8215); Teredo and 6to4.
    ["::ffff:0:0:0", 96],
    ["64:ff9b:1::", 48],
    ["2001::", 32],
    ["2002::", 16],
    ["fc00::", 7],
    ["fec0::", 10],
  ],
}

function blockList({ ipv4, ipv6 }: Ranges): BlockList {
  const list = new BlockList()
  for (const [address, prefix] of ipv4) {
    list.addSubnet(address, prefix, "ipv4")
  }
  for (const [address, prefix] of ipv6) {
    list.addSubnet(address, prefix, "ipv6")
  }
  return list
}

const always = blockList(ALWAYS)
const internal = blockList(INTERNAL)

/**
 * Whether an address must not be called: link-local and metadata addresses never, private and loopback ones only with
 * `allowInsecure`; an IPv6 address that carries an IPv4 address, by that one too. What is not an IP address at all is forbidden.
 */
export function isForbiddenAddress(
  ip: string,
  options: EgressOptions
): boolean {
  const address = ip.split("%", 1)[0] ?? ""
  if (isIP(address) === 0) {
    return true
  }
  const forbidden = (one: string, family: "ipv4" | "ipv6") =>
    always.check(one, family) ||
    (!options.allowInsecure && internal.check(one, family))
  return isIPv6(address)
    ? forbidden(address, "ipv6") ||
        carriedAddresses(address).some((one) => forbidden(one, "ipv4"))
    : forbidden(address, "ipv4")
}

/** Where a prefix (in hexadecimal) has the bytes of an IPv4 address. */
const CARRIERS: readonly { prefix: string; places: readonly number[][] }[] = [
  // Compatible, mapped, translated, NAT64.
  ...[
    "000000000000000000000000",
    "00000000000000000000ffff",
    "0000000000000000ffff0000",
    "0064ff9b0000000000000000",
  ].map((prefix) => ({ prefix, places: [[12, 13, 14, 15]] })),
  {
    // A prefix of 48, 56, 64 or 96 bits (RFC 6052, 2.2): only the network knows which.
    prefix: "0064ff9b0001",
    places: [
      [6, 7, 9, 10],
      [7, 9, 10, 11],
      [9, 10, 11, 12],
      [12, 13, 14, 15],
    ],
  },
  { prefix: "2002", places: [[2, 3, 4, 5]] },
  { prefix: "20010000", places: [[4, 5, 6, 7]] },
]

function carriedAddresses(ipv6: string): string[] {
  const bytes = bytesOf(ipv6)
  const at = (place: readonly number[]) =>
    place.map((index) => bytes[index]).join(".")
  return CARRIERS.filter(({ prefix }) =>
    bytes.toString("hex").startsWith(prefix)
  ).flatMap(({ places }) => places.map(at))
}

/** The 16 bytes of an IPv6 address, however it is written. */
function bytesOf(ipv6: string): Buffer {
  // The URL parser writes every form in the shortest one, without dots.
  const written = new URL(`http://[${ipv6}]`).hostname.slice(1, -1)
  const [before = "", after] = written.split("::")
  const groups = (part: string) => (part === "" ? [] : part.split(":"))
  const head = groups(before)
  const tail = groups(after ?? "")
  const gap = new Array<string>(8 - head.length - tail.length).fill("0")
  return Buffer.from(
    [...head, ...gap, ...tail].map((group) => group.padStart(4, "0")).join(""),
    "hex"
  )
}
