/** Everything that the pages of a shopper say. `{merchant}`, `{amount}` and `{last4}` are filled in. */
export type HostedTexts = {
  /** The language's name in itself. */
  name: string
  sandboxNote: string
  paymentTo: string
  reference: string
  timeLeft: string
  language: string
  cardTitle: string
  pan: string
  expiry: string
  expiryPlaceholder: string
  cvc: string
  cardholderName: string
  pay: string
  cancel: string
  declined: string
  declinedHint: string
  /** By action code. */
  reasons: Record<"71015" | "5" | "-2025", string>
  errors: { pan: string; expiry: string; cvc: string }
  testCards: string
  testCardsHint: string
  paths: {
    plain: string
    frictionless: string
    challenge: string
    attempt: string
    fails: string
  }
  expiredTitle: string
  expiredText: string
  paidTitle: string
  paidText: string
  unknownTitle: string
  unknownText: string
  back: string
  challengeTitle: string
  challengeText: string
  challengeHint: string
}
