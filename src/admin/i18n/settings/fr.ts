import accounts from "./accounts/fr"
import diagnosis from "./diagnosis/fr"
import type { SettingsTexts } from "./en"

const texts: SettingsTexts = {
  menu: "Paiements BPC",
  title: "Paiements BPC",
  description:
    "Paiements par carte sur la page de paiement de BPC Payment Gateway. Tout se règle ici ; les changements valent dès le paiement suivant, sans redémarrage.",
  loading: "Chargement",
  saved: "Enregistré.",
  never: "Jamais",
  unknown: "Pas encore connu",
  on: "Activé",
  off: "Désactivé",
  optional: "facultatif",
  actions: {
    edit: "Modifier",
    save: "Enregistrer",
    cancel: "Annuler",
    delete: "Supprimer",
    retry: "Réessayer",
    fix: "Y aller",
  },
  errors: {
    load: "Le chargement a échoué.",
    network:
      "Le serveur n’a pas répondu. Vérifiez votre connexion et réessayez.",
  },
  lock: {
    options: "Défini dans les options",
    environment: "Défini dans l’environnement",
  },
  fields: {
    mode: "Mode",
    capture_method: "Moment de l’encaissement",
    capture_on_shipment: "Encaisser à l’expédition de la commande",
    capture_warning_days: "Alerter sur les paiements non encaissés après",
    backend_url: "URL du backend",
    storefront_url: "URL de la boutique",
    success_template: "Adresse en cas de succès",
    failure_template: "Adresse en cas d’échec",
    allowed_return_origins: "Origines de retour autorisées",
    locale: "Langue de la page de paiement",
    contact: "Contact pour les acheteurs",
    late_payment: "Paiement tardif ou en double",
    webhook_tolerance_seconds: "Âge maximal d’un webhook, en secondes",
    webhook_signature_variant: "Format de la signature",
    signature_layout: "Format de la signature des webhooks",
    account: "Compte",
    name: "Nom",
    api_url: "URL de l’API",
    api_key: "Clé d’API",
    webhook_secret: "Secret du webhook",
    next_webhook_secret: "Prochain secret du webhook",
    api_login: "Identifiant d’API",
    api_password: "Mot de passe d’API",
    v1_api_url: "URL de l’API REST Merchant",
    currencies: "Devises acceptées",
  },
  health: {
    title: "État",
    good: "Tout va bien",
    warned: "Fonctionne, avec des avertissements",
    broken: "Votre attention est requise",
    allWell: "Tout ce qui peut être vérifié est en ordre.",
    error: "Erreur",
    warning: "Avertissement",
    lastGood: "Dernier webhook valide",
    lastBad: "Dernier webhook non valide",
    lastRun: "Dernière exécution de la tâche",
    held: "Paiements retenus",
    clock: "Écart d’horloge avec la passerelle",
    seconds: "{{n}} s",
  },
  diagnosis: {
    button: "Télécharger pour l’assistance",
    hint: "Versions, réglages sans secrets, état et derniers événements : un fichier pour ceux qui vous aident. Il ne contient ni secret ni donnée personnelle.",
    failed: "Le fichier n’a pas pu être créé. Réessayez.",
  },
  steps: {
    title: "Commencer à vendre",
    progress: "{{done}} étapes sur {{all}} terminées",
    done: "Terminé",
    key: {
      title: "Définir la clé de chiffrement",
      text: "Les secrets sont enregistrés chiffrés. Créez une clé avec : npx medusa-payment-bpc generate-key, définissez-la comme BPC_ENCRYPTION_KEY sur chaque serveur et redémarrez-les une fois.",
      go: "Voir l’état",
    },
    account: {
      title: "Ajouter un compte marchand ({{mode}})",
      text: "Copiez l’URL de l’API et la clé d’API depuis le portail de la passerelle.",
      go: "Ajouter un compte",
    },
    connection: {
      title: "Tester la connexion",
      text: "Le test se lance de lui-même à l’enregistrement du compte. Sa réponse, affichée près du compte, dit quoi corriger.",
      go: "Voir la réponse",
    },
    webhook: {
      title: "Permettre à la passerelle d’informer la boutique des paiements",
      text: "Collez l’URL du webhook dans le portail de la passerelle, cochez les événements, copiez le secret du webhook dans le compte et envoyez un événement de test.",
      go: "Aller aux webhooks",
    },
    region: {
      title: "Activer le paiement par carte dans une région",
      text: "Les clients de cette région peuvent alors le choisir au moment de payer.",
      go: "Aller aux régions",
    },
  },
  mode: {
    title: "Test ou réel",
    description: "Chaque mode a ses propres comptes marchands.",
    test: "Test",
    live: "Réel",
    hint: {
      test: "Cartes de test uniquement, rien n’est débité.",
      live: "Vraies cartes, argent réel.",
    },
    now: {
      test: "Mode test : les commandes sont créées, mais aucune carte n’est réellement débitée.",
      live: "Mode réel : les clients paient avec de l’argent réel.",
    },
    saved: {
      test: "Les nouveaux paiements sont maintenant en mode test.",
      live: "Les nouveaux paiements encaissent maintenant de l’argent réel.",
    },
    confirm: {
      title: "Passer en réel ?",
      text: "À partir de maintenant, de vraies cartes seront débitées. Les paiements déjà commencés se terminent dans le mode où ils ont commencé.",
      noAccount:
        "Il n’y a pas encore de compte réel : les paiements par carte seront refusés jusqu’à ce que vous en ajoutiez un.",
      go: "Passer en réel",
    },
  },
  capture: {
    title: "Encaissement",
    description: "Quand l’argent est prélevé sur la carte du client.",
    automatic: "Immédiatement",
    manual: "Manuellement",
    hint: {
      automatic: "La carte est débitée quand le client paie.",
      manual:
        "Le montant est réservé sur la carte et prélevé quand vous l’encaissez dans la commande.",
    },
    shipment: {
      off: "Jamais",
      whole: "Tout avec le premier colis",
      parcel: "Colis par colis",
    },
    shipmentHint: {
      off: "Vous encaissez à la main, dans la commande.",
      whole:
        "Tout le montant réservé est encaissé quand le premier colis part ou est retiré.",
      parcel:
        "Chaque colis ou retrait encaisse ses propres articles : la livraison avec le premier, le reste avec le dernier.",
    },
    restReleased:
      "La passerelle de {{names}} libère le reste du montant réservé au premier encaissement : les colis suivants partiraient impayés. Choisissez « Tout avec le premier colis ».",
    days: "{{n}} jours",
    daysHint:
      "De 1 à 30 jours. Les banques libèrent les montants réservés après une semaine environ ; l’argent ne peut alors plus être prélevé.",
  },
  urls: {
    title: "Adresses",
    description:
      "Où la passerelle et les clients de retour trouvent votre boutique.",
    afterSuccess: "Après un paiement",
    afterFailure: "Après un paiement échoué",
    onlyStorefront: "La boutique uniquement",
    preview: "Aperçu",
    hint: {
      backend_url:
        "L’adresse publique de Medusa. Les webhooks et les clients de retour arrivent ici.",
      storefront_url: "Sans chemin, par exemple https://shop.example.",
      success_template:
        "Variables : {storefront} {country} {order_id} {cart_id}",
      failure_template: "Variables : {storefront} {country} {reason} {cart_id}",
      allowed_return_origins:
        "Une par ligne. Autres boutiques et applications où les clients peuvent revenir ; la boutique est toujours autorisée.",
    },
  },
  shopper: {
    title: "Clients",
    description:
      "Ce que voient les clients, et ce qu’il advient de l’argent inattendu.",
    ownLanguage: "Celle du client",
    contactHint:
      "Une adresse e-mail, une adresse web ou un numéro de téléphone. Affiché avec le nom de la boutique, le montant et une référence sur les pages entre la page de paiement et votre boutique.",
    noContact: "Aucun ; les pages ne nomment que la boutique",
    localeHint:
      "De la page de paiement de la passerelle et des pages entre elle et votre boutique.",
    lateHint:
      "Quand un paiement arrive pour lequel aucune commande n’est possible : trop tard, ou une seconde fois.",
    refund: "Rembourser automatiquement",
    hold: "Retenir pour décision",
    hint: {
      refund: "Le client récupère tout, tout de suite.",
      hold: "Vous décidez sous « Paiements BPC ». L’argent reste chez vous jusque-là.",
    },
  },
  webhooks: {
    title: "Webhooks",
    description:
      "Par ces messages, la passerelle informe votre boutique des paiements. Sans eux, les commandes arrivent quand même, mais plus tard.",
    url: "URL pour le portail de la passerelle",
    copy: "Copier l’URL du webhook",
    events: "Événements à cocher",
    required: "Obligatoire",
    test: "Aller-retour",
    testHint:
      "Envoie un événement de test signé à l’URL ci-dessus, depuis l’extérieur, et dit ce qui lui fait obstacle.",
    testAccount: "Compte dont le secret signe l’événement de test",
    send: "Envoyer un événement de test",
    needsAccount:
      "Ajoutez d’abord un compte marchand : son secret de webhook signe.",
    foundWithout: "Paiements trouvés sans webhook, 7 derniers jours",
    notArriving: "Vos webhooks n’arrivent pas.",
    deliveries: "Dernières réceptions",
    noDeliveries:
      "Rien n’est encore arrivé. Envoyez un événement de test ou faites un paiement de test.",
    state: {
      received: "En attente",
      done: "Traité",
      parked: "Mis de côté",
    },
    advanced: "Avancé",
    advancedHint:
      "Laissez ces réglages tels quels, sauf si l’assistance de la passerelle demande un changement.",
    toleranceHint:
      "De 0 à 86 400. Les webhooks qui se disent plus anciens sont refusés ; 0 désactive ce contrôle.",
    variantHint: "N’accepter qu’une seule manière de signer.",
    anyVariant: "Tous les formats documentés",
  },
  regions: {
    title: "Régions",
    description: "Où les clients peuvent choisir le paiement par carte.",
    none: "La boutique n’a pas encore de région. Ajoutez-en une sous Paramètres → Régions.",
    switchedOn: "Le paiement par carte est activé dans {{name}}.",
    switchedOff: "Le paiement par carte est désactivé dans {{name}}.",
    unserved:
      "Aucun compte n’accepte {{currency}} en mode {{mode}} : les paiements par carte sont refusés ici. Ajoutez un compte ou désactivez ceci.",
    wouldBeUnserved:
      "Aucun compte n’accepte encore {{currency}} en mode {{mode}}. Ajoutez-en un avant d’activer ceci.",
  },
  history: {
    title: "Historique des changements",
    description:
      "Qui a changé quoi, et quand. Les secrets ne sont jamais consignés.",
    none: "Rien n’a encore été changé.",
    more: "Afficher plus",
    settings: "Réglages",
    account: "Compte « {{name}} »",
    system: "Système",
    to: "devient",
    words: {
      set: "défini",
      changed: "changé",
      removed: "retiré",
      added: "ajouté",
      deleted: "supprimé",
      forgotten: "oublié",
      madeCurrent: "le prochain est devenu l’actuel",
      yes: "activé",
      no: "désactivé",
    },
  },
  accounts,
  ...diagnosis,
}

export default texts
