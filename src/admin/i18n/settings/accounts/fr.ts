import type { AccountTexts } from "./en"

const texts: AccountTexts = {
  title: "Comptes marchands",
  description:
    "La plupart des marchands ont un compte par devise. Un paiement utilise le compte du mode actuel qui accepte sa devise.",
  ofConfig: "Celui de la configuration de la boutique",
  add: "Ajouter un compte",
  addTitle: "Ajouter un compte marchand",
  editTitle: "Modifier le compte marchand",
  formHint:
    "Vous trouverez ces valeurs dans le portail marchand de la passerelle.",
  none: {
    test: "Pas encore de compte de test. Ajoutez-en un avec l’URL de l’API et la clé d’API du portail de test de la passerelle.",
    live: "Pas encore de compte réel. Ajoutez-en un dès que la banque vous a donné l’accès réel.",
  },
  test: "Tester la connexion",
  saved: "Compte « {{name}} » enregistré.",
  deleted: "Compte « {{name}} » supprimé.",
  unreadable: "Secrets illisibles",
  openSessions: "Paiements ouverts : {{n}}",
  everyCurrency: "Toutes les devises",
  notSet: "Non défini",
  setBy: "Défini le {{when}} par {{who}}",
  setAt: "Défini le {{when}}",
  actionsOf: "Actions du compte {{name}}",
  readOnly: {
    options:
      "Ce compte vient des options du plugin dans medusa-config et se modifie là-bas.",
    environment:
      "Ce compte vient de variables d’environnement (BPC_API_URL, BPC_API_KEY, BPC_WEBHOOK_SECRET) et se modifie là-bas.",
  },
  overruled: {
    badge: "Non utilisé",
    options:
      "Aucun nouveau paiement n’utilise ce compte : celui des options du plugin accepte toutes ses devises et passe avant lui. Pour vendre avec celui-ci, retirez le compte de medusa-config ; ou supprimez celui-ci.",
    environment:
      "Aucun nouveau paiement n’utilise ce compte : celui des variables d’environnement accepte toutes ses devises et passe avant lui. Pour vendre avec celui-ci, retirez BPC_API_URL et BPC_API_KEY de l’environnement ; ou supprimez celui-ci.",
  },
  hint: {
    name: "Pour vous et vos collègues, par exemple « Boutique euro ».",
    test: "Pas d’argent réel",
    live: "Argent réel",
    api_url: "Avec son chemin, telle que le portail l’affiche.",
    api_key: "Elle est enregistrée chiffrée et ne sera plus jamais affichée.",
    webhook_secret:
      "Le portail l’affiche là où vous saisissez l’URL du webhook. Vous pouvez l’ajouter plus tard.",
    next_webhook_secret:
      "Seulement pendant que vous changez le secret du webhook : les deux sont acceptés jusqu’à ce que le nouveau devienne l’actuel.",
    keep: "Un secret finissant par {{last4}} est enregistré. Laissez vide pour le garder.",
    again:
      "L’adresse mène maintenant à un autre serveur. Saisissez ceci à nouveau : ce qui est enregistré n’est envoyé qu’au serveur pour lequel il a été saisi.",
    currencies:
      "Désactivez pour choisir les devises que ce compte peut encaisser.",
  },
  searchCurrency: "Chercher une devise",
  noCurrency: "Aucune devise ne porte ce nom.",
  chooseCurrency:
    "choisissez-en au moins une ou activez « Toutes les devises ».",
  layout: {
    unknown: "Pas encore connu. Le premier vrai webhook le fixe.",
    since:
      "Connu depuis le {{when}}. Les webhooks d’un autre format sont refusés.",
    title: "Oublier le format ?",
    text: "Le prochain vrai webhook pour « {{name}} » fixera alors de nouveau le format de la signature. Ne le faites que si la passerelle a changé sa façon de signer.",
    go: "Oublier le format",
    forgotten: "Oublié. Le prochain vrai webhook fixe le format.",
  },
  promote: {
    title: "Faire du prochain secret le secret actuel ?",
    text: "« {{name}} » n’acceptera alors que les webhooks signés avec le nouveau secret. Faites-le une fois que la passerelle l’utilise.",
    go: "Rendre actuel",
  },
  remove: {
    title: "Retirer le prochain secret ?",
    text: "« {{name}} » n’acceptera alors que les webhooks signés avec le secret actuel.",
    go: "Retirer",
  },
  second: {
    title: "Second canal (Merchant REST API)",
    text: "Certaines passerelles n’encaissent, ne libèrent et ne remboursent que par leur Merchant REST API ; avec l’identifiant et le mot de passe d’API donnés par la banque, ces opérations passent par elle.",
    stored: "Défini",
    hint: {
      api_login: "La banque vous le donne ; il se termine par -api.",
      api_password: "Il est enregistré chiffré et ne sera plus jamais affiché.",
      keep: "Une valeur est enregistrée. Laissez vide pour la garder.",
      v1_api_url:
        "Laissez vide si la banque n’en indique pas d’autre : elle se trouve alors à côté de l’URL de l’API, sous /payment/rest.",
    },
    remove: {
      title: "Retirer le second canal ?",
      text: "« {{name}} » n’encaissera, ne libérera et ne remboursera plus que par l’API principale de la passerelle.",
      go: "Retirer",
    },
    result: {
      ok: {
        title: "Second canal connecté",
        fix: "La Merchant REST API de la passerelle a répondu et accepté l’identifiant d’API.",
      },
      wrong_login: {
        title: "Second canal : identifiants refusés",
        fix: "La Merchant REST API n’accepte pas cet identifiant et ce mot de passe, ou l’identifiant ne peut pas lire les commandes. Saisissez-les tels que la banque les a donnés et vérifiez qu’ils appartiennent à ce mode (test ou réel).",
      },
      blocked: {
        title: "Second canal : bloqué",
        fix: "Quelque chose devant la Merchant REST API bloque nos appels. Demandez à la banque d’autoriser l’adresse de ce serveur.",
      },
      unreachable: {
        title: "Second canal : injoignable",
        fix: "La Merchant REST API est injoignable. Vérifiez son adresse et que ce serveur peut ouvrir des connexions vers elle.",
      },
      tls: {
        title: "Second canal : problème de certificat",
        fix: "Le certificat à l’adresse de la Merchant REST API n’est pas accepté. Vérifiez que l’adresse désigne le bon hôte.",
      },
      not_the_gateway: {
        title: "Second canal : mauvaise adresse",
        fix: "Autre chose répond à cette adresse. Demandez à la banque l’adresse de la Merchant REST API et saisissez-la avec son chemin.",
      },
    },
  },
  delete: {
    title: "Supprimer le compte « {{name}} » ?",
    text: "Ses secrets seront supprimés définitivement. Les paiements faits avec lui ne pourront plus être vérifiés, encaissés ni remboursés d’ici.",
  },
}

export default texts
