export default {
  card: {
    title: "Karte",
    number: "Karte",
    wallet: "Wallet",
    rrn: "Referenznummer (RRN)",
    approval_code: "Genehmigungscode",
    three_d_secure: "3-D Secure",
    issuer: "Kartenausgebende Bank",
    untold: "Vom Gateway nicht mitgeteilt",
    nothing:
      "Das Gateway hat zur Karte nichts mitgeteilt. Ein Konto mit API-Login (zweiter Kanal) erfährt mehr, kurz nach dem Verkauf.",
    copy: "Für die Bank kopieren",
    copied: "Kopiert: Fügen Sie es in Ihre Nachricht an die Bank ein.",
    secure: {
      full: "Von der Bank bestätigt",
      attempted: "Versucht, die Bank nahm nicht teil",
      none: "Nicht durchgeführt",
    },
    wallets: {
      apple_pay: "Apple Pay",
      google_pay: "Google Pay",
      samsung_pay: "Samsung Pay",
    },
  },
  export: {
    button: "Exportieren",
    payments: "Zahlungen (CSV)",
    operations: "Einzüge und Erstattungen (CSV)",
    hint: "Was die Filter zeigen, alle Seiten davon",
    busy: "Die Datei wird erstellt …",
    failed: "Die Datei konnte nicht erstellt werden. Versuchen Sie es erneut.",
  },
  decline: {
    refused: "Abgelehnt: {{name}}",
    filter: "Abgelehnt wegen",
    all: "Jeder Versuch",
    name: {
      approved: "Genehmigt",
      not_tried: "Vor dem Bezahlen verlassen",
      page_expired: "Zeit abgelaufen",
      insufficient_funds: "Zu wenig Guthaben",
      limit: "Kartenlimit",
      card_data: "Falsche Kartendaten",
      card_expired: "Karte abgelaufen",
      authentication: "Bestätigung der Bank fehlgeschlagen",
      bank_unreachable: "Bank nicht erreichbar",
      too_many_attempts: "Zu viele Versuche",
      blocked: "Karte gesperrt",
      merchant_setup: "Konto des Shops",
      declined: "Ohne Grund abgelehnt",
      pending: "Noch nicht entschieden",
    },
    text: {
      approved: "Die Bank hat zugestimmt.",
      not_tried: "Der Kunde hat die Seite vor dem Bezahlen verlassen.",
      page_expired: "Die Zeit zum Bezahlen war abgelaufen.",
      insufficient_funds:
        "Es ist zu wenig Geld da, oder das Limit der Karte ist erreicht. Eine andere Karte oder ein kleinerer Betrag kann gehen.",
      limit:
        "Das Limit der Karte lässt diesen Betrag nicht zu. Der Kunde kann seine Bank fragen oder eine andere Karte verwenden.",
      card_data: "Nummer, Ablaufdatum oder Prüfziffer war falsch.",
      card_expired: "Die Karte ist abgelaufen. Der Kunde braucht eine andere.",
      authentication:
        "Die Bestätigung der Bank (3-D Secure) ist fehlgeschlagen oder wurde nicht beendet. Der Kunde kann es erneut versuchen und rechtzeitig bestätigen.",
      bank_unreachable:
        "Die Bank des Kunden war nicht erreichbar. Später kann es gehen.",
      too_many_attempts:
        "Zu viele Versuche mit dieser Karte. Nur eine andere Karte hilft.",
      blocked:
        "Die Bank hat diese Karte gesperrt (verloren, gestohlen oder Betrugsverdacht). Dem Kunden wurde nur gesagt, er solle eine andere Karte verwenden oder seine Bank fragen; sagen Sie ihm nicht mehr.",
      merchant_setup:
        "Das Händlerkonto des Shops lässt dies nicht zu. Fragen Sie Ihre Bank mit dem Code.",
      declined:
        "Die Bank hat ohne Grund abgelehnt. Der Kunde kann seine Bank fragen oder eine andere Karte verwenden.",
      pending: "Das Gateway hat noch nicht entschieden.",
    },
  },
  chargeback: {
    badge: "Rückbelastet",
    money:
      "Die Bank hat Ihnen {{amount}} wieder abgezogen (Rückbelastung). Die Bestellung zeigt sie weiter als bezahlt.",
    todo: "Antworten Sie der Bank vor Ablauf der Frist, im Portal des Gateways oder wie Ihre Bank es verlangt: mit dem Liefernachweis oder indem Sie zustimmen. Die Bücher von Medusa bleiben, wie sie sind. Schreiben Sie hier auf, was getan wurde. Erstatten Sie nicht zusätzlich, sonst hat der Kunde das Geld zweimal.",
    noted: "Was getan wurde, steht im Verlauf.",
    refundWarning:
      "Die Bank hat diese Zahlung schon zurückgeholt. Eine Erstattung gäbe das Geld ein zweites Mal zurück.",
    action: "Notieren, was getan wurde",
    title: "Rückbelastung",
    decision: "Aufschreiben, was getan wurde",
    decisionText:
      "Es wird nichts gesendet und kein Buch geändert. Die Notiz bleibt im Verlauf, und die Zahlung braucht niemandes Aufmerksamkeit mehr.",
    since: "Gesehen",
  },
}
