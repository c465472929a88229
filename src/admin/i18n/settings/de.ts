import accounts from "./accounts/de"
import diagnosis from "./diagnosis/de"
import type { SettingsTexts } from "./en"

const texts: SettingsTexts = {
  menu: "BPC-Zahlungen",
  title: "BPC-Zahlungen",
  description:
    "Kartenzahlungen auf der Zahlungsseite von BPC Payment Gateway. Alles wird hier eingestellt; Änderungen gelten ab dem nächsten Bezahlvorgang, ohne Neustart.",
  loading: "Wird geladen",
  saved: "Gespeichert.",
  never: "Nie",
  unknown: "Noch nicht bekannt",
  on: "An",
  off: "Aus",
  optional: "optional",
  actions: {
    edit: "Bearbeiten",
    save: "Speichern",
    cancel: "Abbrechen",
    delete: "Löschen",
    retry: "Erneut versuchen",
    fix: "Dorthin",
  },
  errors: {
    load: "Das konnte nicht geladen werden.",
    network:
      "Der Server hat nicht geantwortet. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
  },
  lock: {
    options: "In den Optionen gesetzt",
    environment: "In der Umgebung gesetzt",
  },
  fields: {
    mode: "Modus",
    capture_method: "Wann das Geld eingezogen wird",
    capture_on_shipment: "Beim Versand der Bestellung einziehen",
    capture_warning_days: "Warnung bei nicht eingezogenen Zahlungen nach",
    backend_url: "Backend-URL",
    storefront_url: "Storefront-URL",
    success_template: "Adresse bei Erfolg",
    failure_template: "Adresse bei Misserfolg",
    allowed_return_origins: "Erlaubte Rückkehradressen",
    locale: "Sprache der Zahlungsseite",
    contact: "Kontakt für Käufer",
    late_payment: "Späte oder doppelte Zahlung",
    webhook_tolerance_seconds: "Höchstalter eines Webhooks in Sekunden",
    webhook_signature_variant: "Aufbau der Signatur",
    signature_layout: "Aufbau der Webhook-Signatur",
    account: "Konto",
    name: "Name",
    api_url: "API-URL",
    api_key: "API-Schlüssel",
    webhook_secret: "Webhook-Geheimnis",
    next_webhook_secret: "Nächstes Webhook-Geheimnis",
    api_login: "API-Benutzername",
    api_password: "API-Passwort",
    v1_api_url: "URL der Merchant-REST-API",
    currencies: "Bediente Währungen",
  },
  health: {
    title: "Zustand",
    good: "Alles in Ordnung",
    warned: "Läuft, mit Warnungen",
    broken: "Braucht Sie",
    allWell: "Alles, was sich prüfen lässt, ist in Ordnung.",
    error: "Fehler",
    warning: "Warnung",
    lastGood: "Letzter gültiger Webhook",
    lastBad: "Letzter ungültiger Webhook",
    lastRun: "Letzter Lauf des Jobs",
    held: "Zurückgehaltene Zahlungen",
    clock: "Uhrabweichung zum Gateway",
    seconds: "{{n}} s",
  },
  diagnosis: {
    button: "Für den Support herunterladen",
    hint: "Versionen, Einstellungen ohne Geheimnisse, Zustand und letzte Ereignisse: eine Datei für alle, die Ihnen helfen. Kein Geheimnis und keine personenbezogenen Daten sind darin.",
    failed: "Die Datei konnte nicht erstellt werden. Versuchen Sie es erneut.",
  },
  steps: {
    title: "Verkauf starten",
    progress: "{{done}} von {{all}} Schritten erledigt",
    done: "Erledigt",
    key: {
      title: "Den Verschlüsselungsschlüssel setzen",
      text: "Geheimnisse werden verschlüsselt gespeichert. Erzeugen Sie einen Schlüssel mit: npx medusa-payment-bpc generate-key, setzen Sie ihn auf jedem Server als BPC_ENCRYPTION_KEY und starten Sie die Server einmal neu.",
      go: "Zustand ansehen",
    },
    account: {
      title: "Ein Händlerkonto anlegen ({{mode}})",
      text: "Kopieren Sie API-URL und API-Schlüssel aus dem Portal des Gateways.",
      go: "Konto anlegen",
    },
    connection: {
      title: "Die Verbindung testen",
      text: "Der Test läuft von selbst, sobald das Konto gespeichert ist. Seine Antwort beim Konto sagt, was zu berichtigen ist.",
      go: "Antwort ansehen",
    },
    webhook: {
      title: "Das Gateway den Shop über Zahlungen informieren lassen",
      text: "Tragen Sie die Webhook-URL im Portal des Gateways ein, kreuzen Sie die Ereignisse an, kopieren Sie das Webhook-Geheimnis in das Konto und senden Sie ein Testereignis.",
      go: "Zu den Webhooks",
    },
    region: {
      title: "Kartenzahlung in einer Region einschalten",
      text: "Kunden dieser Region können sie dann an der Kasse wählen.",
      go: "Zu den Regionen",
    },
  },
  mode: {
    title: "Test oder Live",
    description: "Jeder Modus hat seine eigenen Händlerkonten.",
    test: "Test",
    live: "Live",
    hint: {
      test: "Nur Testkarten, nichts wird abgebucht.",
      live: "Echte Karten, echtes Geld.",
    },
    now: {
      test: "Testmodus: Bestellungen werden angelegt, aber keine Karte wird wirklich belastet.",
      live: "Live-Modus: Kunden zahlen mit echtem Geld.",
    },
    saved: {
      test: "Neue Bezahlvorgänge laufen jetzt im Testmodus.",
      live: "Neue Bezahlvorgänge nehmen jetzt echtes Geld ein.",
    },
    confirm: {
      title: "Live gehen?",
      text: "Ab jetzt werden an der Kasse echte Karten belastet. Begonnene Zahlungen enden in dem Modus, in dem sie begonnen haben.",
      noAccount:
        "Es gibt noch kein Live-Konto: Kartenzahlungen werden abgelehnt, bis Sie eines anlegen.",
      go: "Live gehen",
    },
  },
  capture: {
    title: "Einzug",
    description: "Wann das Geld von der Karte des Kunden eingezogen wird.",
    automatic: "Sofort",
    manual: "Von Hand",
    hint: {
      automatic: "Die Karte wird belastet, wenn der Kunde bezahlt.",
      manual:
        "Der Betrag wird auf der Karte reserviert und eingezogen, wenn Sie ihn in der Bestellung einziehen.",
    },
    shipment: {
      off: "Nie",
      whole: "Alles mit dem ersten Paket",
      parcel: "Paket für Paket",
    },
    shipmentHint: {
      off: "Sie ziehen von Hand ein, in der Bestellung.",
      whole:
        "Der ganze reservierte Betrag wird eingezogen, wenn das erste Paket das Haus verlässt oder abgeholt wird.",
      parcel:
        "Jedes Paket und jede Abholung zieht die eigenen Artikel ein: den Versand mit dem ersten, den Rest mit dem letzten.",
    },
    restReleased:
      "Das Gateway von {{names}} gibt mit dem ersten Einzug den Rest des reservierten Betrags frei: Spätere Pakete gingen unbezahlt hinaus. Wählen Sie „Alles mit dem ersten Paket“.",
    days: "{{n}} Tagen",
    daysHint:
      "1 bis 30 Tage. Banken geben reservierte Beträge nach etwa einer Woche frei; danach kann das Geld nicht mehr eingezogen werden.",
  },
  urls: {
    title: "Adressen",
    description: "Wo das Gateway und zurückkehrende Kunden Ihren Shop finden.",
    afterSuccess: "Nach einer Zahlung",
    afterFailure: "Nach einer fehlgeschlagenen Zahlung",
    onlyStorefront: "Nur die Storefront",
    preview: "Vorschau",
    hint: {
      backend_url:
        "Die öffentliche Adresse von Medusa. Hier kommen Webhooks und zurückkehrende Kunden an.",
      storefront_url: "Ohne Pfad, zum Beispiel https://shop.example.",
      success_template:
        "Platzhalter: {storefront} {country} {order_id} {cart_id}",
      failure_template:
        "Platzhalter: {storefront} {country} {reason} {cart_id}",
      allowed_return_origins:
        "Eine je Zeile. Weitere Shops und Apps, zu denen Kunden zurückkehren dürfen; die Storefront ist immer erlaubt.",
    },
  },
  shopper: {
    title: "Kunden",
    description:
      "Was Kunden sehen und was mit Geld geschieht, das niemand erwartet.",
    ownLanguage: "Die des Kunden",
    contactHint:
      "Eine E-Mail-Adresse, Webadresse oder Telefonnummer. Erscheint mit dem Namen des Shops, dem Betrag und einer Referenz auf den Seiten zwischen Zahlungsseite und Ihrem Shop.",
    noContact: "Keiner; die Seiten nennen nur den Shop",
    localeHint:
      "Der Zahlungsseite des Gateways und der Seiten zwischen ihr und Ihrem Shop.",
    lateHint:
      "Wenn eine Zahlung eintrifft, für die es keine Bestellung geben kann: zu spät oder ein zweites Mal.",
    refund: "Von selbst erstatten",
    hold: "Für einen Menschen zurückhalten",
    hint: {
      refund: "Der Kunde bekommt sofort alles zurück.",
      hold: "Sie entscheiden unter „BPC-Zahlungen“. Bis dahin bleibt das Geld bei Ihnen.",
    },
  },
  webhooks: {
    title: "Webhooks",
    description:
      "Mit diesen Nachrichten meldet das Gateway Ihrem Shop Zahlungen. Ohne sie kommen Bestellungen auch, aber später.",
    url: "URL für das Portal des Gateways",
    copy: "Webhook-URL kopieren",
    events: "Anzukreuzende Ereignisse",
    required: "Nötig",
    test: "Rundlauf",
    testHint:
      "Sendet ein signiertes Testereignis von außen an die obige URL und sagt, was ihm im Weg ist.",
    testAccount: "Konto, dessen Geheimnis das Testereignis signiert",
    send: "Testereignis senden",
    needsAccount:
      "Legen Sie zuerst ein Händlerkonto an: Sein Webhook-Geheimnis signiert.",
    foundWithout: "Ohne Webhook gefundene Zahlungen, letzte 7 Tage",
    notArriving: "Ihre Webhooks kommen nicht an.",
    deliveries: "Letzte Zustellungen",
    noDeliveries:
      "Noch ist nichts angekommen. Senden Sie ein Testereignis oder machen Sie eine Testzahlung.",
    state: {
      received: "Wartet",
      done: "Bearbeitet",
      parked: "Geparkt",
    },
    advanced: "Erweitert",
    advancedHint:
      "Lassen Sie dies, wie es ist, solange der Support des Gateways nicht um eine Änderung bittet.",
    toleranceHint:
      "0 bis 86.400. Webhooks, die nach eigener Angabe älter sind, werden abgelehnt; 0 schaltet das ab.",
    variantHint: "Nur eine Art der Signatur annehmen.",
    anyVariant: "Jeder dokumentierte Aufbau",
  },
  regions: {
    title: "Regionen",
    description: "Wo Kunden an der Kasse die Kartenzahlung wählen können.",
    none: "Der Shop hat noch keine Regionen. Legen Sie unter Einstellungen → Regionen eine an.",
    switchedOn: "Kartenzahlung ist in {{name}} eingeschaltet.",
    switchedOff: "Kartenzahlung ist in {{name}} ausgeschaltet.",
    unserved:
      "Kein Konto bedient {{currency}} im Modus {{mode}}: Kartenzahlungen werden hier an der Kasse abgelehnt. Legen Sie ein Konto an oder schalten Sie dies aus.",
    wouldBeUnserved:
      "Noch kein Konto bedient {{currency}} im Modus {{mode}}. Legen Sie eines an, bevor Sie dies einschalten.",
  },
  history: {
    title: "Änderungsverlauf",
    description:
      "Wer wann was geändert hat. Geheimnisse werden nie aufgeschrieben.",
    none: "Noch wurde nichts geändert.",
    more: "Mehr anzeigen",
    settings: "Einstellungen",
    account: "Konto „{{name}}“",
    system: "System",
    to: "zu",
    words: {
      set: "gesetzt",
      changed: "geändert",
      removed: "entfernt",
      added: "angelegt",
      deleted: "gelöscht",
      forgotten: "vergessen",
      madeCurrent: "nächstes zum aktuellen gemacht",
      yes: "an",
      no: "aus",
    },
  },
  accounts,
  ...diagnosis,
}

export default texts
