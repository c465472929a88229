export default {
  card: {
    title: "Carte",
    number: "Carte",
    wallet: "Portefeuille",
    rrn: "Numéro de référence (RRN)",
    approval_code: "Code d’autorisation",
    three_d_secure: "3-D Secure",
    issuer: "Banque émettrice",
    untold: "Non communiqué par la passerelle",
    nothing:
      "La passerelle n’a rien communiqué sur la carte. Un compte avec identifiant API (second canal) en apprend davantage, peu après la vente.",
    copy: "Copier pour la banque",
    copied: "Copié : collez-le dans votre message à la banque.",
    secure: {
      full: "Confirmé par la banque",
      attempted: "Tenté, la banque n’y participe pas",
      none: "Non effectué",
    },
    wallets: {
      apple_pay: "Apple Pay",
      google_pay: "Google Pay",
      samsung_pay: "Samsung Pay",
    },
  },
  export: {
    button: "Exporter",
    payments: "Paiements (CSV)",
    operations: "Captures et remboursements (CSV)",
    hint: "Ce que les filtres montrent, toutes les pages",
    busy: "Le fichier est en préparation …",
    failed: "Le fichier n’a pas pu être créé. Réessayez.",
  },
  decline: {
    refused: "Refusé : {{name}}",
    filter: "Refusé à cause de",
    all: "Toute tentative",
    name: {
      approved: "Accepté",
      not_tried: "Quitté avant de payer",
      page_expired: "Délai dépassé",
      insufficient_funds: "Fonds insuffisants",
      limit: "Plafond de la carte",
      card_data: "Données de carte erronées",
      card_expired: "Carte expirée",
      authentication: "Confirmation de la banque échouée",
      bank_unreachable: "Banque injoignable",
      too_many_attempts: "Trop de tentatives",
      blocked: "Carte bloquée",
      merchant_setup: "Compte de la boutique",
      declined: "Refusé sans motif",
      pending: "Pas encore décidé",
    },
    text: {
      approved: "La banque a accepté.",
      not_tried: "Le client a quitté la page avant de payer.",
      page_expired: "Le délai de paiement était dépassé.",
      insufficient_funds:
        "Les fonds ne suffisent pas, ou le plafond de la carte est atteint. Une autre carte ou un montant plus petit peut passer.",
      limit:
        "Le plafond de la carte ne permet pas ce montant. Le client peut demander à sa banque ou utiliser une autre carte.",
      card_data:
        "Le numéro, la date d’expiration ou le code de sécurité était faux.",
      card_expired: "La carte a expiré. Il en faut une autre.",
      authentication:
        "La confirmation de la banque (3-D Secure) a échoué ou n’a pas été terminée. Le client peut réessayer et confirmer à temps.",
      bank_unreachable:
        "La banque du client était injoignable. Un nouvel essai plus tard peut passer.",
      too_many_attempts:
        "Trop de tentatives avec cette carte. Seule une autre carte convient.",
      blocked:
        "La banque a bloqué cette carte (perdue, volée ou soupçon de fraude). Le client a seulement été invité à utiliser une autre carte ou à demander à sa banque ; ne lui en dites pas plus.",
      merchant_setup:
        "Le compte marchand de la boutique refuse cela. Demandez à votre banque avec le code.",
      declined:
        "La banque a refusé sans motif. Le client peut demander à sa banque ou utiliser une autre carte.",
      pending: "La passerelle n’a pas encore décidé.",
    },
  },
  chargeback: {
    badge: "Rétrofacturé",
    money:
      "La banque vous a repris {{amount}} (rétrofacturation). La commande les montre toujours comme payés.",
    todo: "Répondez à la banque avant l’échéance, dans le portail de la passerelle ou comme votre banque le demande : avec la preuve de livraison, ou en acceptant. Les livres de Medusa restent tels quels. Notez ici ce qui a été fait. Ne remboursez pas en plus, sinon le client a l’argent deux fois.",
    noted: "Ce qui a été fait est noté dans la chronologie.",
    refundWarning:
      "La banque a déjà repris ce paiement. Un remboursement rendrait l’argent une seconde fois.",
    action: "Noter ce qui a été fait",
    title: "Rétrofacturation",
    decision: "Noter ce qui a été fait",
    decisionText:
      "Rien n’est envoyé et aucun livre n’est modifié. La note reste dans la chronologie, et le paiement ne demande plus l’attention de personne.",
    since: "Vu",
  },
}
