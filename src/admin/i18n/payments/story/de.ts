import { type StoryTexts } from "./texts"

const de: StoryTexts = {
  reason: {
    amount_mismatch:
      "Der Betrag beim Gateway weicht von dem Betrag ab, den dieser Shop verlangt hat.",
    currency_mismatch:
      "Die Währung beim Gateway weicht von der Währung ab, die dieser Shop verlangt hat.",
    reference_mismatch:
      "Die Zahlung beim Gateway trägt eine andere Referenz als die, die dieser Shop angemeldet hat.",
    duplicate_payment:
      "Die Bestellung war schon mit einer anderen Zahlung bezahlt.",
    cart_changed:
      "Die Summe des Warenkorbs hat sich geändert, nachdem die Zahlungsseite geöffnet war.",
    cart_gone: "Den Warenkorb dieser Zahlung gibt es nicht mehr.",
    completed_elsewhere:
      "Der Warenkorb wurde von eigenem Code des Shops abgeschlossen, und keine Bestellung ist mit ihm verknüpft.",
    order_changed:
      "Die Bestellung verlangte diesen Betrag nicht mehr: Sie wurde inzwischen geändert, storniert oder anders bezahlt.",
    order_impossible:
      "Medusa hat die Bestellung abgelehnt, zum Beispiel weil ein Artikel ausverkauft war.",
    no_order_after_retries: "Die Bestellung ließ sich mehrmals nicht anlegen.",
    refund_failed:
      "Das Geld sollte an den Käufer zurückgehen, aber die Erstattung ist mehrmals gescheitert.",
    capture_failed:
      "Die Bestellung zeigt einen Einzug, den das Gateway nicht hat.",
    shipped_uncaptured:
      "Die Bestellung ist verschickt, und was dafür reserviert ist, konnte nicht eingezogen werden.",
    order_canceled:
      "Die Bestellung wurde storniert, dieses Geld sollte also zurückgehen.",
    order_total_differs:
      "Die Bestellung wurde über eine andere Summe angelegt, als bezahlt wurde: Der Warenkorb wurde im selben Moment geändert oder von anderem Code abgeschlossen.",
    refund_requested:
      "Jemand hat das Geld erstattet, bevor es eine Bestellung hatte.",
    booking_failed:
      "Was das Gateway getan hat, ließ sich nach mehreren Versuchen nicht auf der Bestellung verbuchen. Es wird stündlich weiter versucht.",
    gateway_refused:
      "Das Gateway hat es abgelehnt, eine Zahlungsseite zu öffnen.",
    gateway_silent:
      "Das Gateway hat nicht geantwortet, als die Zahlungsseite geöffnet werden sollte.",
    unknown_to_gateway: "Das Gateway kennt diese Zahlungsseite nicht.",
    replaced:
      "Eine neuere Zahlungsseite desselben Kaufs ist an ihre Stelle getreten.",
    other: "Grund: {{reason}}",
  },
  meaning: {
    creating: {
      money: "Es ist kein Geld geflossen.",
      todo: "Das Gateway wird um eine Zahlungsseite gebeten. Es ist nichts zu tun.",
    },
    open: {
      money: "Es ist noch kein Geld geflossen. Der Käufer kann noch zahlen.",
      todo: "Es ist nichts zu tun: Das Gateway wird von selbst gefragt, bis die Seite bezahlt ist oder abläuft.",
    },
    authorized: {
      money:
        "{{amount}} sind auf der Karte des Käufers reserviert. Sie haben das Geld noch nicht.",
      todo: "Buchen Sie es hier oder in der Bestellung ein, oder stornieren Sie die Bestellung, um es freizugeben. Eine Reservierung, die niemand einbucht, verfällt nach einigen Tagen.",
    },
    authorized_part: {
      money: "Sie haben {{captured}} von den reservierten {{amount}}.",
      todo: "Buchen Sie den Rest hier oder in der Bestellung ein. Was nicht eingebucht wird, wird für den Käufer frei.",
    },
    authorized_no_order: {
      money:
        "{{amount}} sind auf der Karte des Käufers reserviert, und es gibt noch keine Bestellung.",
      todo: "Die Bestellung wird von selbst angelegt, wenn nötig in mehreren Versuchen. Ändert sich einige Minuten lang nichts, nutzen Sie „Jetzt prüfen“.",
    },
    paid: {
      money: "Sie haben {{captured}}, und die Bestellung hat ihre Zahlung.",
      todo: "Es ist nichts zu tun.",
    },
    paid_part: {
      money:
        "Sie haben {{captured}} von den reservierten {{amount}}. Der Rest wurde für den Käufer frei.",
      todo: "Es ist nichts zu tun.",
    },
    paid_refunded_part: {
      money:
        "{{refunded}} von {{captured}} gingen an den Käufer zurück. Sie behalten {{kept}}.",
      todo: "Es ist nichts zu tun.",
    },
    paid_no_order: {
      money: "Sie haben {{captured}}, und es gibt noch keine Bestellung.",
      todo: "Die Bestellung wird von selbst angelegt, wenn nötig in mehreren Versuchen. Ändert sich einige Minuten lang nichts, nutzen Sie „Jetzt prüfen“.",
    },
    books_differ: {
      money: "Die Bestellung zeigt andere Beträge, als das Gateway hat.",
      todo: "Vergleichen Sie die Bestellung mit dem Portal des Gateways und klären Sie dann: Senden Sie die Erstattung noch einmal, wenn sie gescheitert ist, oder lassen Sie es, wie es ist, und schreiben Sie, warum.",
    },
    shipped_uncaptured: {
      money:
        "{{amount}} sind auf der Karte des Käufers reserviert, und die Bestellung ist verschickt. Davon haben Sie {{captured}}.",
      todo: "Es wird von selbst wieder versucht. Lesen Sie im Verlauf, woran es scheitert, und buchen Sie es in der Bestellung ein, bevor die Bank die Reservierung freigibt. Ist sie verfallen, schicken Sie dem Käufer einen Zahlungslink.",
    },
    giving_back: {
      money:
        "Keine Bestellung kann dieses Geld verwenden, deshalb geht es an den Käufer zurück.",
      todo: "Es ist nichts zu tun. Scheitert die Erstattung weiter, wird die Zahlung angehalten und erscheint hier in Rot.",
    },
    kept: {
      money:
        "Ein Mensch hat entschieden, dieses Geld zu behalten. Keine Bestellung hat es.",
      todo: "Es ist nichts zu tun. Die Notiz steht im Verlauf.",
    },
    refunded: {
      money: "Das ganze Geld ging an den Käufer zurück: {{refunded}}.",
      todo: "Es ist nichts zu tun. Bis eine Bank eine Erstattung zeigt, können einige Tage vergehen.",
    },
    canceled: {
      money:
        "Die Zahlung wurde storniert. Nichts wurde eingezogen, und eine Reservierung auf der Karte ist freigegeben.",
      todo: "Es ist nichts zu tun.",
    },
    expired: {
      money: "Die Seite endete ohne Zahlung. Es ist kein Geld geflossen.",
      todo: "Es ist nichts zu tun. Kommt doch noch Geld, wird es von selbst abgewickelt.",
    },
    failed: {
      money:
        "Es gab keine Zahlungsseite, die man nutzen konnte. Es ist kein Geld geflossen.",
      todo: "Der Käufer kann die Zahlung neu beginnen. Geschieht das oft, sehen Sie sich die Probleme auf der Seite der BPC-Einstellungen an.",
    },
  },
  held: {
    amount_mismatch: {
      money:
        "Das Gateway hat womöglich einen anderen Betrag eingezogen, als die Bestellung kostet. Es wurde keine Bestellung angelegt und nichts erstattet.",
      todo: "Vergleichen Sie beide Beträge im Verlauf und im Portal des Gateways und entscheiden Sie dann: dem Käufer erstatten, oder das Geld behalten und den Rest mit ihm klären.",
    },
    currency_mismatch: {
      money:
        "Das Gateway hat Geld in einer anderen Währung eingezogen. Es wurde keine Bestellung angelegt und nichts erstattet.",
      todo: "Prüfen Sie die Währung des Händlerkontos beim Gateway und entscheiden Sie dann. Meist ist die Erstattung richtig.",
    },
    reference_mismatch: {
      money:
        "Es ist nicht sicher, dass dieses Geld zu diesem Warenkorb gehört. Es wurde keine Bestellung angelegt und nichts erstattet.",
      todo: "Vergleichen Sie beide Referenzen im Verlauf und im Portal des Gateways und entscheiden Sie dann.",
    },
    duplicate_payment: {
      money:
        "Der Käufer hat zweimal bezahlt. Sie haben dieses Geld zusätzlich zu dem der Bestellung.",
      todo: "Erstatten Sie es, wenn Sie mit dem Käufer nichts anderes vereinbart haben.",
    },
    cart_changed: {
      money:
        "Der Käufer hat die alte Summe des Warenkorbs bezahlt. Das Geld ist bei Ihnen, und keine Bestellung hat es.",
      todo: "Einigen Sie sich mit dem Käufer und entscheiden Sie dann: erstatten, oder behalten und den Unterschied ausgleichen.",
    },
    completed_elsewhere: {
      money:
        "Das Geld ist bei Ihnen. Eigener Code des Shops hat den Warenkorb abgeschlossen, und dieses Plugin sieht nicht, welche Bestellung daraus wurde.",
      todo: "Suchen Sie die Bestellung und vergleichen Sie den Betrag. Behalten Sie das Geld, wenn es dieser Bestellung zusteht, sonst erstatten Sie dem Käufer. Ein Entwickler kann den eigenen Workflow des Shops angeben (Option completeCartWorkflow).",
    },
    cart_gone: {
      money:
        "Das Geld ist bei Ihnen, und es gibt keinen Warenkorb mehr, aus dem eine Bestellung werden könnte.",
      todo: "Erstatten Sie das Geld, oder behalten Sie es, wenn Sie die Bestellung von Hand angelegt haben.",
    },
    order_canceled: {
      money:
        "Die Bestellung ist storniert, und ihr Geld ist noch nicht ganz zurück beim Käufer.",
      todo: "Entscheiden Sie sich für die Erstattung; sie gibt auch eine Reservierung frei. Behalten Sie das Geld nur, wenn Sie es mit dem Käufer so vereinbart haben, und schreiben Sie es in die Notiz.",
    },
    order_changed: {
      money:
        "Das Geld ist bei Ihnen, und die Bestellung, die es verlangt hat, braucht es nicht mehr.",
      todo: "Vergleichen Sie mit der Bestellung und entscheiden Sie dann: dem Käufer erstatten, oder das Geld behalten, wenn Sie es so vereinbart haben.",
    },
    order_impossible: {
      money:
        "Das Geld ist bei Ihnen, und Medusa kann die Bestellung nicht anlegen.",
      todo: "Lesen Sie im Verlauf, was Medusa als Grund nennt. Beheben Sie ihn (etwa mit mehr Bestand) und legen Sie die Bestellung an, oder erstatten Sie dem Käufer.",
    },
    no_order_after_retries: {
      money:
        "Das Geld ist bei Ihnen, und die Bestellung ließ sich nicht anlegen.",
      todo: "Lesen Sie den Grund im Verlauf, beheben Sie ihn und legen Sie die Bestellung an; oder erstatten Sie dem Käufer.",
    },
    refund_failed: {
      money:
        "Das Geld ist noch bei Ihnen, und der Käufer sollte es zurückhaben.",
      todo: "Entscheiden Sie sich für die Erstattung, um es noch einmal zu versuchen. Wenn Sie stattdessen im Portal des Gateways erstatten, folgt die Zahlung hier von selbst.",
    },
    other: {
      money: "Das Geld bleibt, wo es ist, bis Sie entscheiden.",
      todo: "Lesen Sie den Verlauf und entscheiden Sie dann: dem Käufer erstatten, das Geld behalten oder die Bestellung anlegen.",
    },
  },
  timeline: {
    created: "Eine Zahlung wurde in diesem Shop angemeldet.",
    page_opened: "Das Gateway hat eine Zahlungsseite geöffnet.",
    page_reused:
      "Der Käufer wurde wieder auf dieselbe Zahlungsseite geschickt.",
    create_failed: "Es ließ sich keine Zahlungsseite öffnen.",
    link_opened:
      "Der Käufer hat die Zahlungsseite über einen Zahlungslink geöffnet.",
    link_revoked:
      "Der Zahlungslink wurde widerrufen, deshalb wird seine Seite geschlossen.",
    page_left:
      "Der Shop hat diese Seite verlassen: Warenkorb, Bestellung oder Zahlungsart haben sich geändert, oder die Zahlung wurde neu begonnen. Wird sie nicht gleich wieder verwendet, wird sie geschlossen.",
    page_closed:
      "Die Seite wurde beim Gateway geschlossen. Sie kann kein Geld mehr annehmen.",
    webhook: "Ein Webhook des Gateways ist angekommen und bearbeitet.",
    returned: "Der Käufer kam von der Zahlungsseite zurück.",
    attempt_failed:
      "Ein Zahlungsversuch ist gescheitert. Der Käufer kann es auf derselben Seite noch einmal versuchen.",
    charged_back:
      "Die Bank hat Ihnen das Geld wieder abgezogen (Rückbelastung).",
    verified: "Das Gateway wurde gefragt und seine Antwort übernommen.",
    mismatch:
      "Die Antwort des Gateways passt nicht zu den Aufzeichnungen dieses Shops.",
    order_placed: "Die Bestellung hat diese Zahlung.",
    order_failed: "Die Bestellung ließ sich nicht anlegen.",
    adopted:
      "Das Geld kam spät und wurde für den jetzigen Kauf des Warenkorbs verwendet.",
    total_changed:
      "Der Warenkorb wurde nach dem Start dieser Zahlung geändert, deshalb wurde mit diesem Geld nichts bestellt.",
    started_again:
      "Der Käufer begann von vorn, während die Bestellung entstand. Was der erste Versuch gebucht hatte, wurde verworfen, damit das Geld einmal zählt.",
    captured: "Geld wurde eingebucht.",
    refunded: "Geld wurde dem Käufer erstattet.",
    refund_pending:
      "Eine Erstattung wurde abgeschickt. Das Gateway hat sie noch nicht abgeschlossen.",
    refund_failed: "Eine Erstattung ist gescheitert.",
    voided:
      "Die Reservierung auf der Karte wurde freigegeben. Nichts wurde eingezogen.",
    expired: "Die Zahlungsseite ist ohne Zahlung abgelaufen.",
    canceled: "Die Zahlung wurde beim Gateway storniert.",
    held: "Die Zahlung ist angehalten, bis ein Mensch entscheidet.",
    gateway_error:
      "Das Gateway gab keine brauchbare Antwort. Es wird von selbst noch einmal gefragt.",
    in_doubt:
      "Es ist nicht bekannt, ob dies beim Gateway angekommen ist. Seine Bücher werden von selbst wieder gelesen, und nichts wird doppelt gesendet.",
    doubt_settled:
      "Die Bücher des Gateways zeigen jetzt, was daraus geworden ist.",
    mirrored: "Was im Portal des Gateways getan wurde, ist in Medusa gebucht.",
    books_differ:
      "Die Beträge der Bestellung und die des Gateways weichen voneinander ab.",
    shipped_uncaptured:
      "Die Bestellung ist verschickt, und ihr Geld konnte nicht eingezogen werden.",
    released_unpaid:
      "Die Reservierung wurde aufgehoben, und die Bestellung besteht und ist noch nicht bezahlt. Für sie ist nichts mehr reserviert.",
    retrying:
      "Was mit dieser Zahlung zu tun war, ist fehlgeschlagen. Es wird von selbst wiederholt.",
    recovered: "Was fehlgeschlagen war, geht wieder.",
    gave_up:
      "Das Gateway wurde lange vergeblich gefragt. Von selbst wird es nicht mehr gefragt; „Jetzt prüfen“ fragt noch einmal.",
    checked: "Ein Mensch hat das Gateway fragen lassen.",
    capture_requested:
      "Ein Mensch hat auf der Seite der Zahlung das Einbuchen verlangt.",
    refund_requested:
      "Ein Mensch hat auf der Seite der Zahlung eine Erstattung verlangt.",
    resolved: "Ein Mensch hat über die angehaltene Zahlung entschieden.",
    other: "{{kind}}",
  },
}

export default de
