/** Texts of the payment links beside an order. */
export default {
  title: "Payment links",
  outstanding: "Outstanding",
  create: "Create link",
  empty:
    "Make a link, send it to the shopper, and the payment lands on this order.",
  obstacle: {
    no_account:
      "No merchant account can take {{currency}} now, so no link can be made. Look at the accounts under Settings → BPC Payments.",
    unknown_currency:
      "The gateway cannot charge this order's currency, so no link can be made.",
    sent_for_free:
      "What a claim sends is free for the shopper, so no link asks for it. Use an exchange to charge for it.",
  },
  error: "The payment links could not be loaded.",
  createTitle: "Create a payment link",
  createText:
    "Whoever opens the link pays by card what the order owes at that moment; now it is {{amount}}. If the order changes, the link asks for the new amount.",
  expires: "Works until the end of",
  expiresHint: "The last day that can be chosen is {{last}}.",
  expiresWrong: "Choose a day from today to {{last}}.",
  created: "The link is ready. Send it to the shopper.",
  name: "payment link",
  showQr: "Show QR code",
  hideQr: "Hide QR code",
  qr: "QR code of the payment link",
  qrText: "Scan it with a phone to open the payment page.",
  revoke: "Revoke",
  revokeTitle: "Revoke this link?",
  revokeText:
    "It stops working at once, and a payment page that was opened with it is closed. Money that was paid stays where it is.",
  revoked: "The link is revoked.",
  state: { open: "Open", paid: "Paid", revoked: "Revoked", expired: "Expired" },
  until: "Works until {{when}}",
  paidAt: "Paid {{when}}",
  revokedAt: "Revoked {{when}} by {{by}}",
  expiredAt: "Expired {{when}}",
  madeBy: "Made by {{by}}",
  earlier: "Show earlier links ({{number}})",
  fewer: "Hide earlier links",
  payment: "Open payment",
}
