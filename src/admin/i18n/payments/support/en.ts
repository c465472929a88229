/** Cards, refusals and chargebacks: what support and bookkeeping ask for. */
export default {
  card: {
    title: "Card",
    number: "Card",
    wallet: "Wallet",
    rrn: "Reference number (RRN)",
    approval_code: "Approval code",
    three_d_secure: "3-D Secure",
    issuer: "Issuing bank",
    untold: "Not told by the gateway",
    nothing:
      "The gateway has told nothing of the card. An account with an API login (second channel) is told more, soon after the sale.",
    copy: "Copy for the bank",
    copied: "Copied: paste it into your message to the bank.",
    secure: {
      full: "Confirmed by the bank",
      attempted: "Tried, the bank took no part",
      none: "Not done",
    },
    wallets: {
      apple_pay: "Apple Pay",
      google_pay: "Google Pay",
      samsung_pay: "Samsung Pay",
    },
  },
  export: {
    button: "Export",
    payments: "Payments (CSV)",
    operations: "Captures and refunds (CSV)",
    hint: "What the filters show, all pages of it",
    busy: "The file is being made …",
    failed: "The file could not be made. Try again.",
  },
  decline: {
    refused: "Refused: {{name}}",
    filter: "Refused because",
    all: "Any attempt",
    name: {
      approved: "Approved",
      not_tried: "Left before paying",
      page_expired: "Time was over",
      insufficient_funds: "Not enough money",
      limit: "Card limit",
      card_data: "Wrong card data",
      card_expired: "Card expired",
      authentication: "Bank's confirmation failed",
      bank_unreachable: "Bank unreachable",
      too_many_attempts: "Too many tries",
      blocked: "Card blocked",
      merchant_setup: "Shop's account",
      declined: "Refused without a reason",
      pending: "Not decided yet",
    },
    text: {
      approved: "The bank agreed.",
      not_tried: "The shopper left the page before paying.",
      page_expired: "The time for paying was over.",
      insufficient_funds:
        "There is not enough money, or the card's limit is reached. Another card, or a smaller amount, may work.",
      limit:
        "The card's limit does not allow this amount. The shopper can ask their bank, or use another card.",
      card_data: "Number, expiry date or security code was wrong.",
      card_expired: "The card has expired. The shopper needs another one.",
      authentication:
        "The bank's confirmation (3-D Secure) failed or was not finished. The shopper can try again and confirm in time.",
      bank_unreachable:
        "The shopper's bank could not be reached. Trying again later may work.",
      too_many_attempts:
        "Too many tries with this card. Only another card helps.",
      blocked:
        "The bank has blocked this card (lost, stolen, or suspected fraud). The shopper was told only to use another card or ask their bank; do not tell them more.",
      merchant_setup:
        "The shop's merchant account refuses this. Ask your bank with the code.",
      declined:
        "The bank refused without a reason. The shopper can ask their bank, or use another card.",
      pending: "The gateway has not decided yet.",
    },
  },
  chargeback: {
    badge: "Charged back",
    money:
      "The bank took {{amount}} back from you (chargeback). The order still shows it as paid.",
    todo: "Answer the bank before its deadline, in the gateway's portal or as your bank asks for it: with the delivery's proof, or by accepting it. Medusa's books stay as they are. Write down here what was done. Do not refund it as well, or the shopper has the money twice.",
    noted: "What was done is written down in the timeline.",
    refundWarning:
      "The bank has already taken this payment back. A refund would give the money a second time.",
    action: "Note what was done",
    title: "Chargeback",
    decision: "Write down what was done",
    decisionText:
      "Nothing is sent and no book is changed. The note stays in the timeline, and the payment asks for nobody's attention any more.",
    since: "Seen",
  },
}
