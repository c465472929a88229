import { type PaymentTexts } from "../texts"

const de: PaymentTexts["links"] = {
  title: "Zahlungslinks",
  outstanding: "Offen",
  create: "Link erstellen",
  empty:
    "Erstellen Sie einen Link, schicken Sie ihn dem Käufer, und die Zahlung landet auf dieser Bestellung.",
  obstacle: {
    no_account:
      "Kein Händlerkonto kann zurzeit {{currency}} annehmen, deshalb lässt sich kein Link erstellen. Sehen Sie unter Einstellungen → BPC Payments nach den Konten.",
    unknown_currency:
      "Das Gateway kann die Währung dieser Bestellung nicht abbuchen, deshalb lässt sich kein Link erstellen.",
    sent_for_free:
      "Was eine Reklamation verschickt, ist für den Kunden kostenlos; kein Link verlangt Geld dafür. Nehmen Sie einen Umtausch, wenn es bezahlt werden soll.",
  },
  error: "Die Zahlungslinks konnten nicht geladen werden.",
  createTitle: "Zahlungslink erstellen",
  createText:
    "Wer den Link öffnet, zahlt mit Karte, was die Bestellung in diesem Moment noch verlangt; jetzt sind das {{amount}}. Änderungen der Bestellung werden von selbst berücksichtigt.",
  expires: "Gilt bis zum Ende von",
  expiresHint: "Der letzte wählbare Tag ist {{last}}.",
  expiresWrong: "Wählen Sie einen Tag von heute bis {{last}}.",
  created: "Der Link ist fertig. Schicken Sie ihn dem Käufer.",
  name: "Zahlungslink",
  showQr: "QR-Code zeigen",
  hideQr: "QR-Code ausblenden",
  qr: "QR-Code des Zahlungslinks",
  qrText: "Mit einem Telefon scannen, um die Zahlungsseite zu öffnen.",
  revoke: "Widerrufen",
  revokeTitle: "Diesen Link widerrufen?",
  revokeText:
    "Er gilt sofort nicht mehr, und eine damit geöffnete Zahlungsseite wird geschlossen. Bezahltes Geld bleibt, wo es ist.",
  revoked: "Der Link ist widerrufen.",
  state: {
    open: "Offen",
    paid: "Bezahlt",
    revoked: "Widerrufen",
    expired: "Abgelaufen",
  },
  until: "Gilt bis {{when}}",
  paidAt: "Bezahlt {{when}}",
  revokedAt: "Widerrufen {{when}} von {{by}}",
  expiredAt: "Abgelaufen {{when}}",
  madeBy: "Erstellt von {{by}}",
  earlier: "Frühere Links zeigen ({{number}})",
  fewer: "Frühere Links ausblenden",
  payment: "Zahlung öffnen",
}

export default de
