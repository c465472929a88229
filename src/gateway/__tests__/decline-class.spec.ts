import { DECLINE_CLASSES } from "../decline-classes"
import {
  actionCodeOf,
  declineClassOf,
  isRefusal,
  shopperClassOf,
} from "../decline-class"

describe("the class of an action code", () => {
  // prettier-ignore
  it.each([
    [0, "approved"], ["000", "approved"], ["0", "approved"],
    [-100, "not_tried"], ["-2014", "not_tried"], [-2007, "page_expired"],
    [116, "insufficient_funds"], ["51", "insufficient_funds"], ["051", "insufficient_funds"],
    [-20010, "limit"], ["b1", "limit"], ["B1", "limit"],
    [71015, "card_data"], ["AB", "card_data"], [101, "card_expired"],
    [-2025, "authentication"], ["S1", "authentication"],
    [907, "bank_unreachable"], [151019, "bank_unreachable"],
    [-2013, "too_many_attempts"], [1115, "too_many_attempts"],
    [208, "blocked"], ["F1", "blocked"], [4, "blocked"],
    [2016, "merchant_setup"], [-30001, "pending"], [1120, "pending"],
    [5, "declined"], ["05", "declined"], [424242, "declined"], ["Z9", "declined"],
  ] as const)("%j is %s", (code, expected) => {
    expect(declineClassOf(code)).toBe(expected)
  })

  it.each([
    undefined,
    null,
    "",
    " ",
    "a sentence",
    {},
    1.5,
    NaN,
    "12345678901",
    "CODE-5",
  ])("%j is no code", (code) => {
    expect(declineClassOf(code)).toBeUndefined()
    expect(actionCodeOf(code)).toBeUndefined()
  })
})

it("lists no code twice, and gives every class but the general one a code", () => {
  const classes = new Set<string>()
  for (let code = -30001; code <= 151019; code++) {
    const found = declineClassOf(code)
    if (found) classes.add(found)
  }
  expect([...classes].sort()).toEqual([...DECLINE_CLASSES].sort())
})

it("what nobody tried to pay, or what is not decided, was not refused", () => {
  expect(DECLINE_CLASSES.filter((one) => !isRefusal(one)).sort()).toEqual([
    "approved",
    "not_tried",
    "page_expired",
    "pending",
  ])
})

it("a shopper never hears that a card is blocked, nor what is wrong with the shop", () => {
  const heard = new Set(DECLINE_CLASSES.map(shopperClassOf))
  expect(heard).not.toContain("blocked")
  expect(heard).not.toContain("merchant_setup")
})
