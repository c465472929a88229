export default {
  howMuch: "Wie viel?",
  all: "Alles",
  part: "Einen Teil",
  amount: {
    label: "Betrag",
    required: "Geben Sie einen Betrag ein.",
    invalid: "Geben Sie eine Zahl wie {{example}} ein.",
    tooPrecise: "{{currency}} hat {{digits}} Nachkommastellen.",
    noDecimals: "{{currency}} hat keine Nachkommastellen.",
    zero: "Der Betrag muss über null liegen.",
    most: "Höchstens {{amount}}",
  },
  note: "Notiz",
  reason: "Erstattungsgrund",
  noReason: "Kein Grund",
  capture: {
    title: "Einbuchen",
    text: "Das Geld wird von der Karte des Käufers eingezogen. Die Bestellung in Medusa zeigt es als bezahlt.",
    partText:
      "Was jetzt nicht eingebucht wird, gibt Ihre Bank dem Käufer womöglich frei; später lässt es sich dann nicht mehr einbuchen.",
    tooMuch: "Mehr als {{amount}} sind auf der Karte nicht reserviert.",
    noteHint: "Sie bleibt mit Ihrem Namen im Verlauf.",
    submit: "{{amount}} einbuchen",
    done: "{{amount}} wurden eingebucht.",
  },
  refund: {
    title: "Erstatten",
    text: "Das Geld geht auf die Karte zurück, mit der der Käufer bezahlt hat.",
    partText: "Der Rest lässt sich auch später noch erstatten.",
    throughOrder:
      "Die Erstattung wird auch in Medusa bei der Bestellung gebucht.",
    wholeOnly: "Geld ohne Bestellung geht nur als Ganzes zurück.",
    tooMuch: "Mehr als {{amount}} lässt sich nicht erstatten.",
    noteHint:
      "Sie bleibt mit Ihrem Namen im Verlauf und bei der Erstattung der Bestellung.",
    confirmTitle: "{{amount}} erstatten?",
    confirmText:
      "Der Käufer erhält {{amount}} zurück. Das lässt sich nicht rückgängig machen.",
    submit: "{{amount}} erstatten",
    done: "{{amount}} sind auf dem Weg zurück zum Käufer.",
  },
}
