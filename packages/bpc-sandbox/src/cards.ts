/** What a shopper types, in any spacing. `expiry` is MM/YY. */
export type CardEntry = { pan: string; expiry: string; cvc: string }

export type TestCard = {
  pan: string
  cvc: string
  expiry: string
  scheme: string
  path: "challenge" | "frictionless" | "attempt" | "plain"
  succeeds: boolean
}

/** The documented test cards (reference, section 10). Their expiry is compared, never held against the calendar. */
export const TEST_CARDS: readonly TestCard[] = [
  {
    pan: "4444555511113333",
    cvc: "123",
    expiry: "12/26",
    scheme: "Visa",
    path: "plain",
    succeeds: true,
  },
  {
    pan: "4111111111111111",
    cvc: "123",
    expiry: "12/26",
    scheme: "Visa",
    path: "frictionless",
    succeeds: true,
  },
  {
    pan: "5555555555555599",
    cvc: "123",
    expiry: "12/34",
    scheme: "Mastercard",
    path: "challenge",
    succeeds: true,
  },
  {
    pan: "4000001111111118",
    cvc: "123",
    expiry: "12/30",
    scheme: "Visa",
    path: "attempt",
    succeeds: true,
  },
  {
    pan: "5168494895055780",
    cvc: "123",
    expiry: "12/26",
    scheme: "Mastercard",
    path: "challenge",
    succeeds: false,
  },
]

export type Judgement =
  | { verdict: "approved" }
  | { verdict: "challenge"; succeeds: boolean }
  | { verdict: "declined"; code: string; message: string }

/** Action codes of the gateway (reference, section 10). */
export const DECLINES = {
  invalidCardData: { code: "71015", message: "Invalid card data" },
  declined: { code: "5", message: "Declined by the issuing bank" },
  authenticationFailed: {
    code: "-2025",
    message: "3-D Secure authentication failed",
  },
} as const

/** Cards of the sandbox's own, valid with any future expiry and any code, each refused with one action code (V1 facts, section 2). */
export const DECLINED_CARDS: readonly {
  pan: string
  code: string
  message: string
}[] = [
  { pan: "4000000000001000", code: "51", message: "Insufficient funds" },
  { pan: "4000000000001018", code: "61", message: "Exceeds the card's limit" },
  { pan: "4000000000001026", code: "101", message: "The card has expired" },
  {
    pan: "4000000000001034",
    code: "91",
    message: "The issuing bank cannot be reached",
  },
  { pan: "4000000000001042", code: "-2013", message: "Too many attempts" },
  { pan: "4000000000001059", code: "43", message: "Stolen card" },
  { pan: "4000000000001067", code: "109", message: "Unknown merchant" },
  {
    pan: "4000000000001075",
    code: "5",
    message: "Declined by the issuing bank",
  },
]

/** What the bank says to a card that is well formed. */
export function judge(card: CardEntry): Judgement {
  const refused = DECLINED_CARDS.find(({ pan }) => pan === digits(card.pan))
  if (refused) {
    return {
      verdict: "declined",
      code: refused.code,
      message: refused.message,
    }
  }
  const known = testCard(card.pan)
  if (!known) return { verdict: "declined", ...DECLINES.declined }
  const { expiry, cvc } = tidy(card)
  if (known.cvc !== cvc || known.expiry !== expiry) {
    return { verdict: "declined", ...DECLINES.invalidCardData }
  }
  if (known.path === "challenge") {
    return { verdict: "challenge", succeeds: known.succeeds }
  }
  return known.succeeds
    ? { verdict: "approved" }
    : { verdict: "declined", ...DECLINES.authenticationFailed }
}

export function testCard(pan: string): TestCard | undefined {
  return TEST_CARDS.find((card) => card.pan === digits(pan))
}

export type CardField = "pan" | "expiry" | "cvc"

/** The fields that no bank would be asked about: a number that fails its check digit, an impossible month, a short CVC. */
export function malformedFields(card: CardEntry): CardField[] {
  const { pan, expiry, cvc } = tidy(card)
  const wrong: CardField[] = []
  if (!/^\d{13,19}$/.test(pan) || !passesLuhn(pan)) wrong.push("pan")
  if (!/^(0[1-9]|1[0-2])\/\d{2}$/.test(expiry)) wrong.push("expiry")
  if (!/^\d{3,4}$/.test(cvc)) wrong.push("cvc")
  return wrong
}

/** What the bank keeps of a card: brand, the first six digits and the last four, and how 3-D Secure went. */
export function keptOf(pan: string): {
  scheme: string
  bin: string
  last4: string
  eci: string
} {
  const { scheme, last4 } = maskedCard(pan)
  const path = testCard(pan)?.path ?? "plain"
  const eci = scheme === "Mastercard" ? MASTERCARD_ECI : ECI
  return { scheme, bin: digits(pan).slice(0, 6), last4, eci: eci[path] }
}

const ECI = {
  challenge: "05",
  frictionless: "05",
  attempt: "06",
  plain: "07",
} as const
const MASTERCARD_ECI = {
  challenge: "02",
  frictionless: "02",
  attempt: "01",
  plain: "00",
} as const

export function maskedCard(pan: string): { scheme: string; last4: string } {
  const number = digits(pan)
  const scheme = number.startsWith("4")
    ? "Visa"
    : /^(5[1-5]|2[2-7])/.test(number)
      ? "Mastercard"
      : "Card"
  return { scheme, last4: number.slice(-4) }
}

function tidy(card: CardEntry): CardEntry {
  return {
    pan: digits(card.pan),
    expiry: card.expiry.replace(/\s/g, ""),
    cvc: card.cvc.trim(),
  }
}

function digits(text: string): string {
  return text.replace(/[\s-]/g, "")
}

function passesLuhn(pan: string): boolean {
  let sum = 0
  for (const [index, digit] of [...pan].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
