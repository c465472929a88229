import { type PaymentTexts } from "../texts"

const fr: PaymentTexts["links"] = {
  title: "Liens de paiement",
  outstanding: "Montant dû",
  create: "Créer un lien",
  empty:
    "Créez un lien, envoyez-le au client, et le paiement arrive sur cette commande.",
  obstacle: {
    no_account:
      "Aucun compte marchand ne peut encaisser en {{currency}} pour le moment, donc aucun lien ne peut être créé. Vérifiez les comptes sous Paramètres → BPC Payments.",
    unknown_currency:
      "La passerelle ne peut pas débiter la devise de cette commande, donc aucun lien ne peut être créé.",
    sent_for_free:
      "Ce qu'une réclamation envoie est gratuit pour le client, donc aucun lien ne le demande. Utilisez un échange pour le facturer.",
  },
  error: "Les liens de paiement n'ont pas pu être chargés.",
  createTitle: "Créer un lien de paiement",
  createText:
    "Qui ouvre le lien paie par carte ce que la commande doit à ce moment-là ; maintenant c'est {{amount}}. Les modifications de la commande sont suivies d'elles-mêmes.",
  expires: "Valable jusqu'à la fin du",
  expiresHint: "Le dernier jour possible est le {{last}}.",
  expiresWrong: "Choisissez un jour d'aujourd'hui au {{last}}.",
  created: "Le lien est prêt. Envoyez-le au client.",
  name: "lien de paiement",
  showQr: "Afficher le code QR",
  hideQr: "Masquer le code QR",
  qr: "Code QR du lien de paiement",
  qrText: "Scannez-le avec un téléphone pour ouvrir la page de paiement.",
  revoke: "Révoquer",
  revokeTitle: "Révoquer ce lien ?",
  revokeText:
    "Il cesse de fonctionner aussitôt, et une page de paiement ouverte avec lui est fermée. L'argent déjà payé reste où il est.",
  revoked: "Le lien est révoqué.",
  state: {
    open: "Ouvert",
    paid: "Payé",
    revoked: "Révoqué",
    expired: "Expiré",
  },
  until: "Valable jusqu'au {{when}}",
  paidAt: "Payé le {{when}}",
  revokedAt: "Révoqué le {{when}} par {{by}}",
  expiredAt: "Expiré le {{when}}",
  madeBy: "Créé par {{by}}",
  earlier: "Afficher les liens précédents ({{number}})",
  fewer: "Masquer les liens précédents",
  payment: "Ouvrir le paiement",
}

export default fr
