import type { Diagnosis } from "./en"

const texts: Diagnosis = {
  connection: {
    ok: {
      title: "Verbunden",
      fix: "Das Gateway hat geantwortet und den Schlüssel angenommen.",
    },
    wrong_key: {
      title: "Falscher Schlüssel",
      fix: "Das Gateway nimmt diesen API-Schlüssel nicht an. Kopieren Sie ihn noch einmal aus dem Portal und prüfen Sie, ob er zu diesem Modus (Test oder Live) gehört.",
    },
    blocked: {
      title: "Gesperrt",
      fix: "Etwas vor dem Gateway sperrt unsere Anfragen. Bitten Sie die Bank, die Adresse dieses Servers und Ihre Rückkehr-URLs freizugeben.",
    },
    unreachable: {
      title: "Nicht erreichbar",
      fix: "Das Gateway ist nicht erreichbar. Prüfen Sie die API-URL auf Tippfehler und ob dieser Server Verbindungen dorthin öffnen darf. Hinter einem ausgehenden Proxy starten Sie Medusa mit HTTPS_PROXY.",
    },
    tls: {
      title: "Zertifikatsproblem",
      fix: "Das Zertifikat des Gateways wird nicht anerkannt. Prüfen Sie, ob die API-URL den richtigen Host nennt. Stammt es von einer eigenen Stelle der Bank oder liest ein Proxy mit, starten Sie Medusa mit NODE_EXTRA_CA_CERTS=/pfad/zur/stelle.pem.",
    },
    not_the_gateway: {
      title: "Nicht das Gateway",
      fix: "An dieser Adresse antwortet etwas, aber nicht die API des Gateways. Die API-URL muss ihren Pfad enthalten.",
    },
  },
  webhookTest: {
    ok: {
      title: "Angekommen",
      fix: "Das signierte Testereignis kam über die öffentliche Adresse zurück. Webhooks können ankommen.",
    },
    redirect: {
      title: "Umgeleitet",
      fix: "Die Adresse leitet um, und das Gateway folgt nicht. Verwenden Sie das Ziel der Umleitung als Backend-URL.",
    },
    forbidden: {
      title: "Abgewiesen (403)",
      fix: "Etwas vor dem Shop weist die Anfrage ab. Lassen Sie Anfragen an /webhooks/bpc durch Ihre Firewall oder Ihren Proxy.",
    },
    not_found: {
      title: "Nicht gefunden (404)",
      fix: "Unter diesem Pfad antwortet nichts. Die Backend-URL muss zu Medusa selbst führen, mit Pfadpräfix, falls es eines gibt.",
    },
    body_changed: {
      title: "Unterwegs verändert",
      fix: "Die Anfrage kam an, aber ihre Signatur passte nicht mehr: Ein Proxy verändert den Inhalt oder entfernt den Header X-Signature.",
    },
    body_read: {
      title: "Inhalt schon gelesen",
      fix: "Die Anfrage kam an, aber eine Middleware oder ein Body-Parser des Shops liest ihren Inhalt vorher und behält die Bytes nicht, sodass sich keine Signatur prüfen lässt. Nehmen Sie /webhooks/bpc davon aus, oder bewahren Sie die Bytes in req.rawBody auf.",
    },
    wrong_host: {
      title: "Falscher Host",
      fix: "Der Hostname existiert nicht, oder dort antwortet ein anderer Server. Prüfen Sie die Backend-URL.",
    },
    unreachable: {
      title: "Nicht erreichbar",
      fix: "Die Adresse ist von diesem Server aus nicht erreichbar. Prüfen Sie, ob die Backend-URL die öffentliche ist.",
    },
    tls: {
      title: "Zertifikatsproblem",
      fix: "Das Zertifikat an dieser Adresse wird nicht anerkannt. Das Gateway braucht eines von einer öffentlichen Stelle, für den richtigen Host.",
    },
    server_error: {
      title: "Serverfehler",
      fix: "Der Shop antwortete mit einem eigenen Fehler. Das Protokoll des Servers an dieser Adresse sagt, mit welchem.",
    },
    no_secret: {
      title: "Kein Webhook-Geheimnis",
      fix: "Dieses Konto hat noch kein Webhook-Geheimnis. Kopieren Sie es aus dem Portal des Gateways und speichern Sie es zuerst.",
    },
    not_https: {
      title: "Kein https",
      fix: "Die Backend-URL beginnt nicht mit https://, deshalb wurde nichts gesendet. Tragen Sie die öffentliche https-Adresse als Backend-URL ein.",
    },
    inner_address: {
      title: "Interne Adresse",
      fix: "Von diesem Server aus führt die Backend-URL in ein privates Netz oder auf diesen Rechner, deshalb wurde nichts gesendet. Tragen Sie die öffentliche Adresse ein; ist sie es schon, können Webhooks trotzdem ankommen: Achten Sie auf die Zustellungen.",
    },
  },
  problems: {
    no_account: {
      message:
        "In diesem Modus gibt es kein Händlerkonto, daher kann niemand mit Karte zahlen.",
      action:
        "Legen Sie ein Konto mit API-URL und API-Schlüssel aus dem Portal des Gateways an.",
    },
    account_unreadable: {
      message:
        "Die Geheimnisse eines Kontos sind nicht lesbar, daher lehnt die Kasse seine Währungen ab. Nichts ist verloren.",
      action:
        "Setzen Sie den früheren Verschlüsselungsschlüssel wieder ein oder geben Sie die Geheimnisse des Kontos neu ein.",
    },
    no_encryption_key: {
      message:
        "BPC_ENCRYPTION_KEY ist nicht gesetzt, daher können keine Konten im Admin gespeichert werden.",
      action:
        "Erzeugen Sie einen Schlüssel mit npx medusa-payment-bpc generate-key, setzen Sie BPC_ENCRYPTION_KEY auf jedem Server und starten Sie die Server neu.",
    },
    no_webhook_secret: {
      message:
        "Ein Konto hat kein Webhook-Geheimnis, daher werden seine Webhooks abgelehnt. Bestellungen kommen trotzdem, aber später.",
      action:
        "Kopieren Sie das Webhook-Geheimnis aus dem Portal des Gateways in das Konto.",
    },
    gateway_key_refused: {
      message:
        "Das Gateway lehnt den API-Schlüssel eines Kontos ab: Damit kann nichts verkauft, eingezogen oder erstattet werden.",
      action:
        "Kopieren Sie den Schlüssel noch einmal aus dem Portal des Gateways, prüfen Sie, ob er zu diesem Modus gehört, und testen Sie die Verbindung.",
    },
    gateway_blocked: {
      message:
        "Etwas vor dem Gateway blockiert die Aufrufe eines Kontos, daher kann damit nichts verkauft werden.",
      action:
        "Bitten Sie die Bank, die Adresse dieses Servers und Ihre Rückkehradressen zuzulassen, und testen Sie die Verbindung.",
    },
    gateway_down: {
      message:
        "Das Gateway eines Kontos antwortet nicht. Zahlungen, die schon gemacht sind, werden zu Bestellungen, sobald es antwortet.",
      action:
        "Testen Sie die Verbindung. Stimmt die Adresse und darf dieser Server Verbindungen dorthin öffnen, fragen Sie die Bank.",
    },
    checkouts_failing: {
      message:
        "Die letzten Bestellvorgänge konnten keine Kartenzahlung beginnen. Niemandem wurde etwas abgebucht.",
      action:
        "Sehen Sie sich die anderen Probleme hier an, lesen Sie bei den gescheiterten Zahlungen, was das Gateway sagt, und testen Sie die Verbindung des Kontos.",
    },
    options_account_wins: {
      message:
        "Das Konto aus Optionen und Umgebung hat Vorrang, daher wird ein Konto der Verwaltung nie für eine neue Zahlung benutzt.",
      action:
        "Nehmen Sie das Konto aus den Optionen oder der Umgebung, um mit dem der Verwaltung zu verkaufen; oder löschen Sie jenes.",
    },
    region_without_account: {
      message:
        "Eine Region bietet Kartenzahlung an, aber kein Konto in diesem Modus bedient ihre Währung: Ihre Kundschaft wird an der Kasse abgewiesen.",
      action:
        "Fügen Sie die Währung einem Konto hinzu, legen Sie ein Konto für sie an, oder schalten Sie den Anbieter in dieser Region aus.",
    },
    provider_gone: {
      message:
        "Bestellungen wurden über eine Anbieter-ID bezahlt, die dieser Shop nicht mehr hat: Medusa kann sie weder einziehen noch erstatten.",
      action:
        "Setzen Sie die frühere ID wieder in die Optionen, oder führen Sie den Anbieter im Zahlungsmodul auch unter dieser ID auf.",
    },
    backend_url_insecure: {
      message: "Im Live-Modus muss die Backend-URL über https erreichbar sein.",
      action: "Tragen Sie die öffentliche https-Adresse als Backend-URL ein.",
    },
    backend_url_local: {
      message:
        "Die Backend-URL führt nur auf diesen Rechner: Webhooks und zurückkehrende Kunden erreichen ihn nicht.",
      action: "Tragen Sie die öffentliche Adresse als Backend-URL ein.",
    },
    storefront_url_insecure: {
      message:
        "Im Live-Modus muss die Storefront-URL über https erreichbar sein.",
      action:
        "Tragen Sie die öffentliche https-Adresse als Storefront-URL ein.",
    },
    storefront_url_local: {
      message:
        "Die Storefront-URL führt nur auf diesen Rechner: Nach dem Zahlen landen Kunden im Nichts.",
      action: "Tragen Sie die öffentliche Adresse als Storefront-URL ein.",
    },
    test_mode: {
      message:
        "Der Shop ist im Testmodus: Bestellungen werden angelegt, aber es wird kein echtes Geld eingenommen.",
      action:
        "Wechseln Sie in den Live-Modus, wenn Sie bereit zum Verkauf sind.",
    },
    held_payments: {
      message:
        "Zahlungen werden zurückgehalten: Geld wurde eingenommen, das weder zu einer Bestellung wurde noch zurückging.",
      action: "Sehen Sie sich jede an und entscheiden Sie.",
    },
    order_payments_differ: {
      message:
        "Bestellungen zeigen andere Beträge als das Gateway, etwa weil dort eine Erstattung später fehlschlug.",
      action: "Sehen Sie sich jede Zahlung an und entscheiden Sie.",
    },
    shipped_uncaptured: {
      message:
        "Bestellungen sind verschickt, und das dafür reservierte Geld konnte nicht eingezogen werden. Es wird wieder versucht; gibt die Bank die Reservierung frei, ist das Geld verloren.",
      action:
        "Sehen Sie sich jede Zahlung an, lesen Sie den Grund, und ziehen Sie sie in der Bestellung ein.",
    },
    shipped_unpaid: {
      message:
        "Bestellungen sind verschickt, und nicht alles davon ist reserviert oder bezahlt.",
      action:
        "Schicken Sie dem Kunden einen Zahlungslink, oder markieren Sie die Bestellung als bezahlt, wenn Sie das Geld haben.",
    },
    parcel_rest_released: {
      message:
        "Bestellungen werden Paket für Paket eingezogen, aber das Gateway gibt mit dem ersten Einzug den Rest des reservierten Betrags frei. Spätere Pakete gehen unbezahlt hinaus.",
      action:
        "Wählen Sie, dass die ganze Bestellung mit ihrem ersten Paket eingezogen wird.",
    },
    released_unpaid: {
      message:
        "Was für Bestellungen reserviert war, wurde aufgehoben, und die Bestellungen bestehen: Sie sind noch nicht bezahlt, und es ist nichts mehr dafür reserviert.",
      action:
        "Schicken Sie dem Kunden aus der Bestellung einen Zahlungslink, oder stornieren Sie die Bestellung.",
    },
    payments_unreadable: {
      message:
        "Zahlungen konnten eine halbe Stunde oder länger nicht beim Gateway gelesen werden. Was dort mit ihnen geschieht, ist hier nicht zu sehen.",
      action:
        "Prüfen Sie die Verbindung des Kontos und suchen Sie die Zahlung im Portal des Gateways; ihr Verlauf sagt, was das Gateway geantwortet hat.",
    },
    payments_stuck: {
      message:
        "Zahlungen konnten eine halbe Stunde oder länger nicht abgeschlossen werden. Es wird weiter versucht.",
      action:
        "Öffnen Sie die Zahlung und lesen Sie in ihrem Verlauf, warum; drücken Sie „Jetzt prüfen“, wenn die Ursache beseitigt ist.",
    },
    money_in_doubt: {
      message:
        "Einzüge, Erstattungen oder Freigaben wurden gesendet, und ihr Ausgang ist noch nicht bekannt. Es wird nichts obendrauf gesendet.",
      action:
        "Schlagen Sie sie im Portal des Gateways nach; was dort steht, wird hier von selbst gebucht.",
    },
    charged_back: {
      message:
        "Zahlungen wurden von der Bank zurückgeholt (Rückbelastung). Ihre Bestellungen zeigen sie weiter als bezahlt.",
      action:
        "Antworten Sie der Bank vor Ablauf der Frist, im Portal des Gateways, und schreiben Sie bei jeder Zahlung auf, was getan wurde.",
    },
    refunds_failing: {
      message:
        "Automatische Erstattungen sind noch nicht durchgegangen. Sie werden wiederholt.",
      action:
        "Prüfen Sie im Portal des Gateways, ob Erstattungen für diesen Händler erlaubt sind.",
    },
    old_authorizations: {
      message:
        "Auf Karten reservierte Beträge wurden seit Tagen nicht eingezogen. Banken geben sie nach etwa einer Woche frei; dann ist das Geld verloren.",
      action: "Ziehen Sie diese Zahlungen ein oder stornieren Sie sie.",
    },
    parked_events: {
      message:
        "Webhook-Ereignisse konnten nach zehn Versuchen nicht bearbeitet werden. Die Zahlungen selbst verfolgt der Job weiter.",
      action:
        "Öffnen Sie die betroffenen Zahlungen und wiederholen Sie die Ereignisse.",
    },
    webhooks_not_arriving: {
      message:
        "Ihre Webhooks kommen nicht an: Zahlungen findet nur der Job, daher kommen Bestellungen später als möglich.",
      action:
        "Prüfen Sie die Webhook-URL im Portal des Gateways und senden Sie ein Testereignis.",
    },
    webhook_body_read: {
      message:
        "Webhooks lassen sich nicht prüfen: Eine Middleware oder ein Body-Parser des Shops liest ihren Inhalt vorher und behält die Bytes nicht. Bestellungen kommen trotzdem, aber später.",
      action:
        "Nehmen Sie /webhooks/bpc von Ihrer eigenen Middleware aus, oder bewahren Sie die Bytes in req.rawBody auf; senden Sie dann ein Testereignis.",
    },
    webhook_layout_refused: {
      message:
        "Webhooks mit dem richtigen Geheimnis werden abgewiesen, weil ihre Signatur anders aufgebaut ist als bisher. Bestellungen kommen trotzdem, aber später.",
      action:
        "Hat das Gateway seine Art zu signieren geändert, vergessen Sie den Aufbau beim Konto. Wenn nicht, ändern Sie das Webhook-Geheimnis.",
    },
    reconcile_silent: {
      message:
        "Der Job, der sich um Zahlungen kümmert, läuft nicht. Zahlungen, deren Webhook verloren ging, blieben ohne Bestellung.",
      action:
        "Lassen Sie mindestens einen Medusa-Prozess im Modus worker oder shared laufen.",
    },
    in_memory_modules: {
      message:
        "Medusa läuft in mehreren Prozessen, aber seine Sperren oder Ereignisse liegen im Speicher eines einzigen.",
      action:
        "Ergänzen Sie den Redis-Event-Bus von Medusa und einen Locking-Provider mit Redis oder PostgreSQL.",
    },
    shared_visitor_address: {
      message:
        "Alle Kundinnen und Kunden kommen mit derselben Adresse an, teilen sich ein Limit und müssen vielleicht warten. Geld hängt davon nicht ab.",
      action:
        "Medusa vertraut einem Proxy, davor stehen zwei. Begrenzen Sie im äußeren und setzen Sie publicRequestsPerMinute auf 0, oder lassen Sie den inneren die Kundenadresse als letzten Eintrag von X-Forwarded-For weitergeben.",
    },
    clock_skew: {
      message:
        "Die Uhr dieses Servers weicht von der des Gateways ab. Ab fünf Minuten werden Webhooks abgelehnt.",
      action: "Lassen Sie den Server seine Uhr über NTP stellen.",
    },
  },
}

export default texts
