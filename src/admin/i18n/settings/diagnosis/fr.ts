import type { Diagnosis } from "./en"

const texts: Diagnosis = {
  connection: {
    ok: {
      title: "Connecté",
      fix: "La passerelle a répondu et accepté la clé.",
    },
    wrong_key: {
      title: "Mauvaise clé",
      fix: "La passerelle n’accepte pas cette clé d’API. Copiez-la de nouveau depuis le portail et vérifiez qu’elle correspond à ce mode (test ou réel).",
    },
    blocked: {
      title: "Bloqué",
      fix: "Quelque chose devant la passerelle bloque nos appels. Demandez à la banque d’autoriser l’adresse de ce serveur et vos URL de retour.",
    },
    unreachable: {
      title: "Injoignable",
      fix: "La passerelle est injoignable. Vérifiez que l’URL de l’API est sans faute de frappe et que ce serveur peut s’y connecter. Derrière un proxy sortant, démarrez Medusa avec HTTPS_PROXY.",
    },
    tls: {
      title: "Problème de certificat",
      fix: "Le certificat de la passerelle n’est pas accepté. Vérifiez que l’URL de l’API nomme le bon hôte. S’il vient d’une autorité propre à la banque, ou si un proxy inspecte le trafic, démarrez Medusa avec NODE_EXTRA_CA_CERTS=/chemin/de/l-autorite.pem.",
    },
    not_the_gateway: {
      title: "Ce n’est pas la passerelle",
      fix: "Quelque chose répond à cette adresse, mais pas l’API de la passerelle. L’URL de l’API doit contenir son chemin.",
    },
  },
  webhookTest: {
    ok: {
      title: "Arrivé",
      fix: "L’événement de test signé est revenu par l’adresse publique. Les webhooks peuvent arriver.",
    },
    redirect: {
      title: "Redirigé",
      fix: "L’adresse redirige, et la passerelle ne suit pas. Utilisez l’adresse de destination comme URL du backend.",
    },
    forbidden: {
      title: "Refusé (403)",
      fix: "Quelque chose devant la boutique refuse la requête. Laissez passer les requêtes vers /webhooks/bpc dans votre pare-feu ou proxy.",
    },
    not_found: {
      title: "Introuvable (404)",
      fix: "Rien ne répond à ce chemin. L’URL du backend doit mener à Medusa même, avec son préfixe de chemin s’il y en a un.",
    },
    body_changed: {
      title: "Modifié en chemin",
      fix: "La requête est arrivée, mais sa signature ne correspondait plus : un proxy modifie le contenu ou retire l’en-tête X-Signature.",
    },
    body_read: {
      title: "Corps déjà lu",
      fix: "La requête est arrivée, mais un middleware ou un analyseur de corps de la boutique lit d’abord son contenu sans garder les octets : aucune signature ne peut être vérifiée. Qu’il laisse de côté /webhooks/bpc, ou qu’il garde les octets dans req.rawBody.",
    },
    wrong_host: {
      title: "Mauvais hôte",
      fix: "Le nom d’hôte n’existe pas, ou un autre serveur y répond. Vérifiez l’URL du backend.",
    },
    unreachable: {
      title: "Injoignable",
      fix: "L’adresse est injoignable depuis ce serveur. Vérifiez que l’URL du backend est bien l’adresse publique.",
    },
    tls: {
      title: "Problème de certificat",
      fix: "Le certificat de cette adresse n’est pas accepté. La passerelle en exige un d’une autorité publique, pour le bon hôte.",
    },
    server_error: {
      title: "Erreur du serveur",
      fix: "La boutique a répondu par une erreur qui lui est propre. Le journal du serveur à cette adresse dit laquelle.",
    },
    no_secret: {
      title: "Pas de secret de webhook",
      fix: "Ce compte n’a pas encore de secret de webhook. Copiez-le depuis le portail de la passerelle et enregistrez-le d’abord.",
    },
    not_https: {
      title: "Pas de https",
      fix: "L’URL du backend ne commence pas par https://, rien n’a donc été envoyé. Indiquez l’adresse https publique comme URL du backend.",
    },
    inner_address: {
      title: "Adresse interne",
      fix: "Vue de ce serveur, l’URL du backend mène à un réseau privé ou à cette machine, rien n’a donc été envoyé. Indiquez l’adresse publique ; si c’est déjà elle, les webhooks peuvent arriver malgré tout : surveillez les livraisons.",
    },
  },
  problems: {
    no_account: {
      message:
        "Il n’y a pas de compte marchand dans ce mode : personne ne peut payer par carte.",
      action:
        "Ajoutez un compte avec l’URL de l’API et la clé d’API du portail de la passerelle.",
    },
    account_unreadable: {
      message:
        "Les secrets d’un compte sont illisibles : ses devises sont refusées au paiement. Rien n’est perdu.",
      action:
        "Remettez l’ancienne clé de chiffrement ou saisissez de nouveau les secrets du compte.",
    },
    no_encryption_key: {
      message:
        "BPC_ENCRYPTION_KEY n’est pas définie : aucun compte ne peut être enregistré dans l’administration.",
      action:
        "Créez une clé avec npx medusa-payment-bpc generate-key, définissez BPC_ENCRYPTION_KEY sur chaque serveur et redémarrez-les.",
    },
    no_webhook_secret: {
      message:
        "Un compte n’a pas de secret de webhook : ses webhooks sont refusés. Les commandes arrivent quand même, mais plus tard.",
      action:
        "Copiez le secret du webhook depuis le portail de la passerelle dans le compte.",
    },
    gateway_key_refused: {
      message:
        "La passerelle refuse la clé API d'un compte : rien ne peut être vendu, encaissé ni remboursé avec lui.",
      action:
        "Copiez à nouveau la clé depuis le portail de la passerelle, vérifiez qu'elle appartient à ce mode et testez la connexion.",
    },
    gateway_blocked: {
      message:
        "Quelque chose devant la passerelle bloque les appels d'un compte : rien ne peut être vendu avec lui.",
      action:
        "Demandez à la banque d'autoriser l'adresse de ce serveur et vos adresses de retour, puis testez la connexion.",
    },
    gateway_down: {
      message:
        "La passerelle d'un compte ne répond pas. Les paiements déjà faits deviendront des commandes dès qu'elle répondra.",
      action:
        "Testez la connexion. Si l'adresse est juste et que ce serveur peut y ouvrir des connexions, demandez à la banque.",
    },
    checkouts_failing: {
      message:
        "Les derniers passages en caisse n'ont pas pu commencer de paiement par carte. Personne n'a été débité.",
      action:
        "Regardez les autres problèmes ici, lisez les mots de la passerelle sur les paiements échoués et testez la connexion du compte.",
    },
    options_account_wins: {
      message:
        "Le compte des options et de l'environnement l'emporte : un compte de l'administration n'est jamais utilisé pour un nouveau paiement.",
      action:
        "Retirez le compte des options ou de l'environnement pour vendre avec celui de l'administration ; ou supprimez ce dernier.",
    },
    region_without_account: {
      message:
        "Une région propose le paiement par carte, mais aucun compte de ce mode n’accepte sa devise : ses clients sont refusés au paiement.",
      action:
        "Ajoutez la devise à un compte, créez un compte pour elle ou désactivez le fournisseur dans cette région.",
    },
    provider_gone: {
      message:
        "Des commandes ont été payées par un identifiant de fournisseur que cette boutique n’a plus : Medusa ne peut ni les encaisser ni les rembourser.",
      action:
        "Remettez l’ancien identifiant dans les options, ou déclarez aussi le fournisseur sous cet identifiant dans le module de paiement.",
    },
    backend_url_insecure: {
      message: "En mode réel, l’URL du backend doit être accessible en https.",
      action: "Indiquez l’adresse https publique comme URL du backend.",
    },
    backend_url_local: {
      message:
        "L’URL du backend ne mène qu’à cette machine : ni les webhooks ni les clients qui reviennent ne peuvent l’atteindre.",
      action: "Indiquez l’adresse publique comme URL du backend.",
    },
    storefront_url_insecure: {
      message:
        "En mode réel, l’URL de la boutique doit être accessible en https.",
      action: "Indiquez l’adresse https publique comme URL de la boutique.",
    },
    storefront_url_local: {
      message:
        "L’URL de la boutique ne mène qu’à cette machine : après avoir payé, les clients n’arrivent nulle part.",
      action: "Indiquez l’adresse publique comme URL de la boutique.",
    },
    test_mode: {
      message:
        "La boutique est en mode test : les commandes sont créées, mais aucun argent réel n’est encaissé.",
      action: "Passez en mode réel quand vous êtes prêt à vendre.",
    },
    held_payments: {
      message:
        "Des paiements sont retenus : de l’argent a été pris sans devenir une commande ni être rendu.",
      action: "Examinez chacun d’eux et décidez.",
    },
    order_payments_differ: {
      message:
        "Des commandes affichent d’autres montants que la passerelle, par exemple un remboursement qui y a échoué plus tard.",
      action: "Examinez chaque paiement et décidez.",
    },
    shipped_uncaptured: {
      message:
        "Des commandes sont parties et l’argent réservé pour elles n’a pas pu être encaissé. Un nouvel essai est fait ; si la banque libère la réservation, l’argent est perdu.",
      action:
        "Regardez chaque paiement, lisez pourquoi, et encaissez-le dans sa commande.",
    },
    shipped_unpaid: {
      message:
        "Des commandes sont parties, et tout ce qui est parti n’est pas réservé ou payé.",
      action:
        "Envoyez au client un lien de paiement, ou marquez la commande comme payée si vous avez l’argent.",
    },
    parcel_rest_released: {
      message:
        "Les commandes sont encaissées colis par colis, mais la passerelle libère le reste du montant réservé au premier encaissement. Les colis suivants partent impayés.",
      action:
        "Choisissez d’encaisser toute la commande avec son premier colis.",
    },
    released_unpaid: {
      message:
        "Ce qui était réservé pour des commandes a été levé, et les commandes subsistent : elles ne sont pas encore payées, et plus rien n'est réservé pour elles.",
      action:
        "Envoyez au client un lien de paiement depuis la commande, ou annulez la commande.",
    },
    payments_unreadable: {
      message:
        "Des paiements n'ont pas pu être lus auprès de la passerelle pendant une demi-heure ou plus. Ce qu'ils y deviennent ne se voit pas ici.",
      action:
        "Testez la connexion du compte et cherchez le paiement dans le portail de la passerelle ; son historique dit ce que la passerelle a répondu.",
    },
    payments_stuck: {
      message:
        "Des paiements n'ont pas pu être réglés pendant une demi-heure ou plus. C'est retenté.",
      action:
        "Ouvrez le paiement et lisez la raison dans son historique ; appuyez sur « Vérifier maintenant » une fois la cause écartée.",
    },
    money_in_doubt: {
      message:
        "Des captures, remboursements ou libérations ont été envoyés, et leur issue n'est pas encore connue. Rien n'est envoyé par-dessus.",
      action:
        "Cherchez-les dans le portail de la passerelle ; ce qui s'y trouve est comptabilisé ici automatiquement.",
    },
    charged_back: {
      message:
        "Des paiements ont été repris par la banque (rétrofacturation). Leurs commandes les montrent toujours comme payés.",
      action:
        "Répondez à la banque avant l’échéance, dans le portail de la passerelle, et notez à chaque paiement ce qui a été fait.",
    },
    refunds_failing: {
      message:
        "Des remboursements automatiques ne sont pas encore passés. Ils sont retentés.",
      action:
        "Vérifiez dans le portail de la passerelle que les remboursements sont permis pour ce marchand.",
    },
    old_authorizations: {
      message:
        "Des montants réservés sur des cartes n’ont pas été encaissés depuis des jours. Les banques les libèrent après une semaine environ ; l’argent est alors perdu.",
      action: "Encaissez ou annulez ces paiements.",
    },
    parked_events: {
      message:
        "Des événements webhook n’ont pas pu être traités après dix essais. La tâche continue de suivre les paiements eux-mêmes.",
      action: "Ouvrez les paiements concernés et relancez les événements.",
    },
    webhooks_not_arriving: {
      message:
        "Vos webhooks n’arrivent pas : seule la tâche trouve les paiements, les commandes arrivent donc plus tard que possible.",
      action:
        "Vérifiez l’URL du webhook dans le portail de la passerelle et envoyez un événement de test.",
    },
    webhook_body_read: {
      message:
        "Les webhooks ne peuvent pas être vérifiés : un middleware ou un analyseur de corps de la boutique lit d’abord leur contenu sans garder les octets. Les commandes arrivent quand même, mais plus tard.",
      action:
        "Que votre propre middleware laisse de côté /webhooks/bpc, ou garde les octets dans req.rawBody ; envoyez ensuite un événement de test.",
    },
    webhook_layout_refused: {
      message:
        "Des webhooks portant le bon secret sont refusés, car leur signature a un autre format qu’avant. Les commandes arrivent quand même, mais plus tard.",
      action:
        "Si la passerelle a changé sa façon de signer, oubliez le format dans le compte. Sinon, changez le secret des webhooks.",
    },
    reconcile_silent: {
      message:
        "La tâche qui s’occupe des paiements ne tourne pas. Les paiements dont le webhook s’est perdu resteraient sans commande.",
      action:
        "Faites tourner au moins un processus Medusa en mode worker ou shared.",
    },
    in_memory_modules: {
      message:
        "Medusa tourne en plusieurs processus, mais ses verrous ou événements vivent dans la mémoire d’un seul.",
      action:
        "Ajoutez le bus d’événements Redis de Medusa et un fournisseur de verrous Redis ou PostgreSQL.",
    },
    shared_visitor_address: {
      message:
        "Tous les clients arrivent avec la même adresse : ils partagent une limite et devront peut-être patienter. Aucun argent n’en dépend.",
      action:
        "Medusa fait confiance à un proxy et il y en a deux devant lui. Limitez dans le plus extérieur et mettez publicRequestsPerMinute à 0, ou faites passer l’adresse du client comme dernière entrée de X-Forwarded-For par l’autre.",
    },
    clock_skew: {
      message:
        "L’horloge de ce serveur diffère de celle de la passerelle. Au-delà de cinq minutes, les webhooks sont refusés.",
      action: "Laissez le serveur régler son horloge par NTP.",
    },
  },
}

export default texts
