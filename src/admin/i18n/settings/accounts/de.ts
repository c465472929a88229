import type { AccountTexts } from "./en"

const texts: AccountTexts = {
  title: "Händlerkonten",
  description:
    "Die meisten Händler haben für jede Währung ein Konto. Eine Zahlung nutzt das Konto des aktuellen Modus, das ihre Währung bedient.",
  add: "Konto anlegen",
  addTitle: "Händlerkonto anlegen",
  editTitle: "Händlerkonto bearbeiten",
  formHint: "Diese Werte finden Sie im Händlerportal des Gateways.",
  none: {
    test: "Noch kein Testkonto. Legen Sie eines mit API-URL und API-Schlüssel aus dem Testportal des Gateways an.",
    live: "Noch kein Live-Konto. Legen Sie eines an, sobald die Bank Ihnen Live-Zugang gegeben hat.",
  },
  test: "Verbindung testen",
  saved: "Konto „{{name}}“ gespeichert.",
  deleted: "Konto „{{name}}“ gelöscht.",
  unreadable: "Geheimnisse nicht lesbar",
  openSessions: "Offene Zahlungen: {{n}}",
  everyCurrency: "Jede Währung",
  notSet: "Nicht gesetzt",
  setBy: "Gesetzt am {{when}} von {{who}}",
  setAt: "Gesetzt am {{when}}",
  actionsOf: "Aktionen für das Konto {{name}}",
  readOnly: {
    options:
      "Dieses Konto stammt aus den Optionen des Plugins in medusa-config und wird dort geändert.",
    environment:
      "Dieses Konto stammt aus Umgebungsvariablen (BPC_API_URL, BPC_API_KEY, BPC_WEBHOOK_SECRET) und wird dort geändert.",
  },
  hint: {
    name: "Für Sie und Ihre Kollegen, zum Beispiel „Euro-Shop“.",
    test: "Kein echtes Geld",
    live: "Echtes Geld",
    api_url: "Mit ihrem Pfad, so wie das Portal sie zeigt.",
    api_key: "Er wird verschlüsselt gespeichert und nie wieder angezeigt.",
    webhook_secret:
      "Das Portal zeigt es dort, wo Sie die Webhook-URL eintragen. Sie können es später ergänzen.",
    next_webhook_secret:
      "Nur während Sie das Webhook-Geheimnis wechseln: Beide gelten, bis Sie das neue zum aktuellen machen.",
    keep: "Ein Geheimnis mit der Endung {{last4}} ist gespeichert. Lassen Sie das Feld leer, um es zu behalten.",
    currencies:
      "Schalten Sie dies aus, um die Währungen zu wählen, die dieses Konto annehmen kann.",
  },
  searchCurrency: "Währung suchen",
  noCurrency: "Keine Währung heißt so.",
  chooseCurrency:
    "Wählen Sie mindestens eine oder schalten Sie „Jede Währung“ ein.",
  promote: {
    title: "Das nächste Geheimnis zum aktuellen machen?",
    text: "„{{name}}“ nimmt dann nur noch Webhooks an, die mit dem neuen Geheimnis signiert sind. Tun Sie das, nachdem das Gateway es verwendet.",
    go: "Zum aktuellen machen",
  },
  remove: {
    title: "Das nächste Geheimnis entfernen?",
    text: "„{{name}}“ nimmt dann nur noch Webhooks an, die mit dem aktuellen Geheimnis signiert sind.",
    go: "Entfernen",
  },
  delete: {
    title: "Konto „{{name}}“ löschen?",
    text: "Seine Geheimnisse werden endgültig gelöscht. Zahlungen über dieses Konto können dann von hier aus nicht mehr geprüft, eingezogen oder erstattet werden.",
  },
}

export default texts
