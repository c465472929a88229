import type { HostedTexts } from "./texts"

export const de: HostedTexts = {
  name: "Deutsch",
  sandboxNote: "Sandbox – hier fließt kein echtes Geld",
  paymentTo: "Zahlung an",
  reference: "Referenz",
  timeLeft: "Verbleibende Zeit",
  language: "Sprache",
  cardTitle: "Mit Karte zahlen",
  pan: "Kartennummer",
  expiry: "Gültig bis",
  expiryPlaceholder: "MM/JJ",
  cvc: "Prüfziffer (CVC)",
  cardholderName: "Name auf der Karte",
  pay: "{amount} zahlen",
  cancel: "Abbrechen und zurück zu {merchant}",
  declined: "Ihre Zahlung wurde abgelehnt",
  declinedHint:
    "Es wurde nichts abgebucht. Prüfen Sie die Angaben oder nehmen Sie eine andere Karte.",
  reasons: {
    "71015": "Die Kartendaten stimmen nicht.",
    "5": "Ihre Bank hat die Karte abgelehnt.",
    "-2025": "3-D Secure konnte Sie nicht bestätigen.",
  },
  errors: {
    pan: "Geben Sie eine gültige Kartennummer ein.",
    expiry: "Geben Sie das Datum als MM/JJ ein.",
    cvc: "Geben Sie die 3 oder 4 Ziffern ein.",
  },
  testCards: "Testkarten",
  testCardsHint: "Eine Auswahl füllt das Formular aus.",
  paths: {
    plain: "Zahlt sofort",
    frictionless: "3-D Secure ohne Rückfrage",
    challenge: "3-D Secure fragt nach",
    attempt: "3-D-Secure-Versuch, zahlt",
    fails: "3-D Secure fragt nach und scheitert",
  },
  expiredTitle: "Diese Zahlungsseite ist abgelaufen",
  expiredText:
    "Es wurde nichts abgebucht. Gehen Sie zurück zum Shop und beginnen Sie die Zahlung neu.",
  paidTitle: "Diese Zahlung ist abgeschlossen",
  paidText: "Hier ist nichts mehr zu bezahlen.",
  unknownTitle: "Diese Zahlungsseite gibt es nicht",
  unknownText:
    "Prüfen Sie den Link, oder gehen Sie zurück zum Shop und beginnen Sie neu.",
  back: "Zurück zu {merchant}",
  challengeTitle: "Zahlung bestätigen",
  challengeText:
    "Ihre Bank möchte wissen, ob wirklich Sie mit der Karte, die auf {last4} endet, {amount} an {merchant} zahlen.",
  challengeHint:
    "Dies steht für die Seite Ihrer Bank. Wählen Sie, wie es ausgeht.",
}
