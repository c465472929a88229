import { useState } from "react"
import { parseAmount, toField } from "./money"
import { useTexts } from "./use-texts"

export type HowMuch = "all" | "part"

export type AmountDraft = {
  howMuch: HowMuch
  setHowMuch: (howMuch: HowMuch) => void
  /** Major units, as typed. */
  text: string
  setText: (text: string) => void
  /** Minor units; undefined while what was typed is no amount. */
  minor: number | undefined
  /** What is wrong with it, in words; an empty field is complained about only when it was sent. */
  complaint: string | undefined
}

/**
 * All of an amount, or a part that is typed.
 *
 * @param rules.most minor units
 * @param rules.kind whose sentence says that a part is too much
 */
export function useAmount(
  currency: { currency_code: string; exponent: number },
  {
    most,
    kind,
    tried,
  }: { most: number; kind: "capture" | "refund"; tried: boolean }
): AmountDraft {
  const { t, locale, money } = useTexts()
  const [howMuch, setHowMuch] = useState<HowMuch>("all")
  const [text, setText] = useState("")
  const { exponent, currency_code } = currency
  const read =
    howMuch === "all"
      ? { minor: most }
      : parseAmount(text, { exponent, most, locale })
  const complain = (problem: string) =>
    t(problem === "tooMuch" ? `drawers.${kind}.tooMuch` : wording(problem), {
      amount: money(most, currency),
      example: toField({ minor: most, exponent }, locale),
      currency: currency_code,
      digits: exponent,
    })
  const wording = (problem: string) =>
    `drawers.amount.${problem === "tooPrecise" && exponent === 0 ? "noDecimals" : problem}`
  return {
    howMuch,
    setHowMuch,
    text,
    setText,
    minor: "minor" in read ? read.minor : undefined,
    complaint:
      "problem" in read && (tried || read.problem !== "required")
        ? complain(read.problem)
        : undefined,
  }
}
