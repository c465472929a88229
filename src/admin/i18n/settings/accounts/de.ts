import type { AccountTexts } from "./en"

const texts: AccountTexts = {
  title: "Händlerkonten",
  description:
    "Die meisten Händler haben für jede Währung ein Konto. Eine Zahlung nutzt das Konto des aktuellen Modus, das ihre Währung bedient.",
  ofConfig: "Das aus der Konfiguration des Shops",
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
  overruled: {
    badge: "Nicht benutzt",
    options:
      "Keine neue Zahlung benutzt dieses Konto: Das aus den Optionen des Plugins bedient alle seine Währungen und hat Vorrang. Um mit diesem zu verkaufen, nehmen Sie das Konto aus medusa-config; oder löschen Sie dieses.",
    environment:
      "Keine neue Zahlung benutzt dieses Konto: Das aus den Umgebungsvariablen bedient alle seine Währungen und hat Vorrang. Um mit diesem zu verkaufen, nehmen Sie BPC_API_URL und BPC_API_KEY aus der Umgebung; oder löschen Sie dieses.",
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
    again:
      "Die Adresse führt jetzt zu einem anderen Server. Geben Sie dies erneut ein: Gespeichertes wird nur an den Server gesendet, für den es eingegeben wurde.",
    currencies:
      "Schalten Sie dies aus, um die Währungen zu wählen, die dieses Konto annehmen kann.",
  },
  searchCurrency: "Währung suchen",
  noCurrency: "Keine Währung heißt so.",
  chooseCurrency:
    "Wählen Sie mindestens eine oder schalten Sie „Jede Währung“ ein.",
  layout: {
    unknown: "Noch nicht bekannt. Der erste echte Webhook legt ihn fest.",
    since:
      "Bekannt seit {{when}}. Webhooks mit anderem Aufbau werden abgewiesen.",
    title: "Den Aufbau vergessen?",
    text: "Der nächste echte Webhook für „{{name}}“ legt den Aufbau der Signatur dann neu fest. Tun Sie das nur, wenn das Gateway seine Art zu signieren geändert hat.",
    go: "Aufbau vergessen",
    forgotten: "Vergessen. Der nächste echte Webhook legt den Aufbau fest.",
  },
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
  second: {
    title: "Zweiter Kanal (Merchant REST API)",
    text: "Manche Gateways können nur über ihre Merchant REST API einziehen, freigeben und erstatten; mit dem API-Benutzernamen und -Passwort von der Bank laufen diese Schritte darüber.",
    stored: "Gesetzt",
    hint: {
      api_login: "Sie bekommen ihn von der Bank; er endet auf -api.",
      api_password:
        "Es wird verschlüsselt gespeichert und nie wieder angezeigt.",
      keep: "Eine Angabe ist gespeichert. Lassen Sie das Feld leer, um sie zu behalten.",
      v1_api_url:
        "Lassen Sie dies leer, wenn die Bank keine andere nennt: Sie liegt dann neben der API-URL unter /payment/rest.",
    },
    remove: {
      title: "Zweiten Kanal entfernen?",
      text: "„{{name}}“ zieht dann nur noch über die Haupt-API des Gateways ein, gibt frei und erstattet.",
      go: "Entfernen",
    },
    result: {
      ok: {
        title: "Zweiter Kanal verbunden",
        fix: "Die Merchant REST API des Gateways hat geantwortet und den API-Zugang angenommen.",
      },
      wrong_login: {
        title: "Zweiter Kanal: falscher Zugang",
        fix: "Die Merchant REST API nimmt Benutzernamen und Passwort nicht an, oder der Zugang darf keine Zahlungen lesen. Geben Sie beides so ein, wie die Bank es mitgeteilt hat, und prüfen Sie, ob es zu diesem Modus (Test oder Live) gehört.",
      },
      blocked: {
        title: "Zweiter Kanal: blockiert",
        fix: "Etwas vor der Merchant REST API blockiert unsere Aufrufe. Bitten Sie die Bank, die Adresse dieses Servers freizugeben.",
      },
      unreachable: {
        title: "Zweiter Kanal: nicht erreichbar",
        fix: "Die Merchant REST API ist nicht erreichbar. Prüfen Sie ihre Adresse und ob dieser Server Verbindungen dorthin öffnen darf.",
      },
      tls: {
        title: "Zweiter Kanal: Problem mit dem Zertifikat",
        fix: "Das Zertifikat an der Adresse der Merchant REST API wird nicht angenommen. Prüfen Sie, ob die Adresse den richtigen Host nennt.",
      },
      not_the_gateway: {
        title: "Zweiter Kanal: falsche Adresse",
        fix: "An dieser Adresse antwortet etwas anderes. Fragen Sie die Bank nach der Adresse der Merchant REST API und geben Sie sie mit Pfad ein.",
      },
    },
  },
  delete: {
    title: "Konto „{{name}}“ löschen?",
    text: "Seine Geheimnisse werden endgültig gelöscht. Zahlungen über dieses Konto können dann von hier aus nicht mehr geprüft, eingezogen oder erstattet werden.",
  },
}

export default texts
