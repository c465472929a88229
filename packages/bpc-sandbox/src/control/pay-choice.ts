import { TEST_CARDS, testCard, type CardEntry } from "../cards"

/** `card` is a card number, by default one without 3-D Secure; a challenge is passed. `late` pays an expired session. */
export type PayChoice = {
  card?: string
  cvc?: string
  expiry?: string
  hold?: boolean
  late?: boolean
  /** How V1 calls the way of paying, such as `APPLE_PAY`. */
  paymentWay?: string
}

export const PLAIN_CARD = "4444555511113333"

/** What a shopper who chooses so would type. */
export function cardEntry(choice: PayChoice): CardEntry {
  const pan = choice.card ?? PLAIN_CARD
  const known = testCard(pan) ?? TEST_CARDS[0]
  return {
    pan,
    cvc: choice.cvc ?? known?.cvc ?? "123",
    expiry: choice.expiry ?? known?.expiry ?? "12/26",
  }
}
