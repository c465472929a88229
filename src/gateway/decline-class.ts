import { DECLINE_CLASSES, type DeclineClass } from "./decline-classes"
import { FAILURE_CODES, valuesAt } from "./dialect"

const CODES: Partial<Record<DeclineClass, string>> = {
  approved: "0",
  not_tried: "-100 -2014",
  page_expired: "-2007",
  insufficient_funds: "20 51 100 116 902 903",
  limit: "-20010 61 65 110 121 123 814 B1",
  card_data: "14 73 78 82 88 111 125 71015 AB",
  card_expired: "33 101 906",
  authentication:
    "-2006 -2009 -2018 -2020 -2022 -2023 -2024 -2025 1434 2003 4032 S1",
  bank_unreachable: "31 68 90 91 96 103 124 907 909 912 916 998 151018 151019",
  too_many_attempts: "-2013 1112 1113 1114 1115 1116 1117 1118",
  blocked:
    "4 36 37 41 43 62 63 72 106 119 120 151 203 204 208 212 555 823 920 999 2030 F1",
  merchant_setup: "109 181 904 913 941 950 2016 2023",
  pending: "-30001 1120",
}

const CLASS_OF: ReadonlyMap<string, DeclineClass> = new Map(
  DECLINE_CLASSES.flatMap((one) =>
    (CODES[one] ?? "").split(" ").map((code) => [code, one] as const)
  ).filter(([code]) => code !== "")
)

/**
 * The class of an action code as the gateway wrote it; `declined` for one that is not listed. Pure and total.
 *
 * @returns undefined for what is no code at all
 */
export function declineClassOf(code: unknown): DeclineClass | undefined {
  const text = actionCodeOf(code)
  return text === undefined ? undefined : (CLASS_OF.get(text) ?? "declined")
}

/** A code in its one spelling: `000` and 0 are `0`, `05` is `5`, `b1` is `B1`. */
export function actionCodeOf(code: unknown): string | undefined {
  if (typeof code === "number") {
    return Number.isSafeInteger(code) ? String(code) : undefined
  }
  const text = typeof code === "string" ? code.trim() : ""
  if (/^-?\d{1,9}$/.test(text)) {
    return String(Number(text))
  }
  return /^[A-Za-z][A-Za-z0-9]{0,3}$/.test(text)
    ? text.toUpperCase()
    : undefined
}

/** The action code that a payment of V2 names, in its one spelling; undefined where it names none. */
export function actionCodeIn(payment: unknown): string | undefined {
  return FAILURE_CODES.flatMap((path) => valuesAt(payment, path))
    .map(actionCodeOf)
    .find((code) => code !== undefined)
}

const NO_ATTEMPTS: ReadonlySet<DeclineClass> = new Set([
  "approved",
  "pending",
  // An order that nobody tried to pay says so too.
  "not_tried",
  "page_expired",
])

/** Whether the code of an order tells of an attempt that somebody made and that did not go well. */
export function isRefusal(one: DeclineClass): boolean {
  return !NO_ATTEMPTS.has(one)
}

/** What a shopper may hear: why the bank has blocked a card, or what is wrong with the shop, is nobody's business at the checkout. */
export function shopperClassOf(one: DeclineClass): DeclineClass {
  return one === "blocked" || one === "merchant_setup" ? "declined" : one
}
