import type { HostedTexts } from "./texts"

export const fr: HostedTexts = {
  name: "Français",
  sandboxNote: "Bac à sable – aucun argent réel ne circule ici",
  paymentTo: "Paiement à",
  reference: "Référence",
  timeLeft: "Temps restant",
  language: "Langue",
  cardTitle: "Payer par carte",
  pan: "Numéro de carte",
  expiry: "Date d’expiration",
  expiryPlaceholder: "MM/AA",
  cvc: "Code de sécurité (CVC)",
  cardholderName: "Nom sur la carte",
  pay: "Payer {amount}",
  cancel: "Annuler et revenir à {merchant}",
  declined: "Votre paiement a été refusé",
  declinedHint:
    "Rien n’a été débité. Vérifiez les données ou utilisez une autre carte.",
  reasons: {
    "71015": "Les données de la carte ne sont pas correctes.",
    "5": "Votre banque a refusé la carte.",
    "-2025": "3-D Secure n’a pas pu confirmer votre identité.",
  },
  errors: {
    pan: "Saisissez un numéro de carte valide.",
    expiry: "Saisissez la date sous la forme MM/AA.",
    cvc: "Saisissez les 3 ou 4 chiffres.",
  },
  testCards: "Cartes de test",
  testCardsHint: "Choisissez-en une pour remplir le formulaire.",
  paths: {
    plain: "Paie aussitôt",
    frictionless: "3-D Secure sans question",
    challenge: "3-D Secure demande confirmation",
    attempt: "Tentative 3-D Secure, paie",
    fails: "3-D Secure demande, puis échoue",
  },
  expiredTitle: "Cette page de paiement a expiré",
  expiredText:
    "Aucun paiement n’a été effectué. Retournez à la boutique et recommencez le paiement.",
  paidTitle: "Ce paiement est terminé",
  paidText: "Il n’y a plus rien à payer ici.",
  unknownTitle: "Cette page de paiement n’existe pas",
  unknownText: "Vérifiez le lien, ou retournez à la boutique et recommencez.",
  back: "Retour à {merchant}",
  challengeTitle: "Confirmez votre paiement",
  challengeText:
    "Votre banque veut savoir si c’est bien vous qui payez {amount} à {merchant} avec la carte se terminant par {last4}.",
  challengeHint:
    "Ceci tient lieu de la page de votre banque. Choisissez l’issue.",
}
