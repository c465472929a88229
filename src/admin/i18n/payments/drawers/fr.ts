export default {
  howMuch: "Combien ?",
  all: "La totalité",
  part: "Une partie",
  amount: {
    label: "Montant",
    required: "Saisissez un montant.",
    invalid: "Saisissez un nombre comme {{example}}.",
    tooPrecise: "{{currency}} a {{digits}} décimales.",
    noDecimals: "{{currency}} n'a pas de décimales.",
    zero: "Le montant doit être supérieur à zéro.",
    most: "Au plus {{amount}}",
  },
  note: "Note",
  reason: "Motif du remboursement",
  noReason: "Aucun motif",
  capture: {
    title: "Capturer",
    text: "L'argent est prélevé sur la carte du client. La commande dans Medusa le montre comme payé.",
    partText:
      "Ce qui n'est pas capturé maintenant peut être rendu au client par votre banque, et ne peut alors plus être capturé.",
    tooMuch: "Pas plus de {{amount}} n'est réservé sur la carte.",
    noteHint: "Elle reste dans l'historique, avec votre nom.",
    submit: "Capturer {{amount}}",
    done: "{{amount}} ont été capturés.",
  },
  refund: {
    title: "Rembourser",
    text: "L'argent revient sur la carte avec laquelle le client a payé.",
    partText: "Le reste peut encore être remboursé plus tard.",
    throughOrder:
      "Le remboursement est aussi inscrit sur la commande dans Medusa.",
    wholeOnly: "L'argent sans commande ne revient qu'en entier.",
    tooMuch: "Il n'est pas possible de rembourser plus de {{amount}}.",
    noteHint:
      "Elle reste dans l'historique avec votre nom, et sur le remboursement de la commande.",
    confirmTitle: "Rembourser {{amount}} ?",
    confirmText: "Le client récupère {{amount}}. Cela ne peut pas être défait.",
    submit: "Rembourser {{amount}}",
    done: "{{amount}} sont en route vers le client.",
  },
}
