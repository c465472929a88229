import { type StoryTexts } from "./texts"

const fr: StoryTexts = {
  reason: {
    amount_mismatch:
      "Le montant chez la passerelle diffère du montant demandé par cette boutique.",
    currency_mismatch:
      "La devise chez la passerelle diffère de la devise demandée par cette boutique.",
    reference_mismatch:
      "Le paiement chez la passerelle porte une autre référence que celle enregistrée par cette boutique.",
    duplicate_payment: "La commande était déjà payée par un autre paiement.",
    cart_changed:
      "Le total du panier a changé après l'ouverture de la page de paiement.",
    cart_gone: "Le panier de ce paiement n'existe plus.",
    completed_elsewhere:
      "Le code propre à la boutique a finalisé ce panier, et aucune commande n'y est liée.",
    order_changed:
      "La commande ne demandait plus ce montant : elle a été modifiée, annulée ou payée autrement entre-temps.",
    order_impossible:
      "Medusa a refusé de passer la commande, par exemple parce qu'un article était épuisé.",
    no_order_after_retries:
      "La création de la commande a échoué plusieurs fois.",
    refund_failed:
      "L'argent devait revenir au client, mais le remboursement a échoué plusieurs fois.",
    capture_failed: "La commande montre une capture que la passerelle n'a pas.",
    shipped_uncaptured:
      "La commande est partie, et ce qui est réservé pour elle n'a pas pu être capturé.",
    order_canceled:
      "La commande a été annulée : cet argent devrait donc être remboursé.",
    order_total_differs:
      "La commande a été créée pour un autre total que celui qui a été payé : le panier a été modifié, ou finalisé par un autre code, au même moment.",
    refund_requested:
      "Une personne l’a remboursé avant qu’il y ait une commande.",
    booking_failed:
      "Ce que la passerelle a fait n’a pas pu être inscrit sur la commande après plusieurs essais. Un nouvel essai a lieu toutes les heures.",
    gateway_refused: "La passerelle a refusé d'ouvrir une page de paiement.",
    gateway_silent:
      "La passerelle n'a pas répondu lors de l'ouverture de la page de paiement.",
    unknown_to_gateway: "La passerelle ne connaît pas cette page de paiement.",
    replaced: "Une page de paiement plus récente du même achat l'a remplacée.",
    other: "Motif : {{reason}}",
  },
  meaning: {
    creating: {
      money: "Aucun argent n'a circulé.",
      todo: "Une page de paiement est demandée à la passerelle. Il n'y a rien à faire.",
    },
    open: {
      money: "Aucun argent n'a encore circulé. Le client peut encore payer.",
      todo: "Il n'y a rien à faire : la passerelle est interrogée automatiquement jusqu'au paiement ou à l'expiration de la page.",
    },
    authorized: {
      money:
        "{{amount}} sont réservés sur la carte du client. Vous ne les avez pas encore.",
      todo: "Capturez-les ici ou dans la commande, ou annulez la commande pour les libérer. Une réservation que personne ne capture expire après quelques jours.",
    },
    authorized_part: {
      money: "Vous avez {{captured}} sur les {{amount}} réservés.",
      todo: "Capturez le reste ici ou dans la commande. Ce qui n'est pas capturé est rendu au client.",
    },
    authorized_no_order: {
      money:
        "{{amount}} sont réservés sur la carte du client, et il n'y a pas encore de commande.",
      todo: "La commande est créée automatiquement, en plusieurs essais si nécessaire. Si rien ne change en quelques minutes, utilisez « Vérifier maintenant ».",
    },
    paid: {
      money: "Vous avez {{captured}}, et la commande a son paiement.",
      todo: "Il n'y a rien à faire.",
    },
    paid_part: {
      money:
        "Vous avez {{captured}} sur les {{amount}} réservés. Le reste a été rendu au client.",
      todo: "Il n'y a rien à faire.",
    },
    paid_refunded_part: {
      money:
        "{{refunded}} sur {{captured}} sont revenus au client. Vous gardez {{kept}}.",
      todo: "Il n'y a rien à faire.",
    },
    paid_no_order: {
      money: "Vous avez {{captured}}, et il n'y a pas encore de commande.",
      todo: "La commande est créée automatiquement, en plusieurs essais si nécessaire. Si rien ne change en quelques minutes, utilisez « Vérifier maintenant ».",
    },
    books_differ: {
      money: "La commande montre d'autres montants que ceux de la passerelle.",
      todo: "Comparez la commande avec le portail de la passerelle, puis décidez : renvoyez le remboursement s'il a échoué, ou laissez en l'état et dites pourquoi.",
    },
    shipped_uncaptured: {
      money:
        "{{amount}} sont réservés sur la carte du client, et la commande est partie. Vous en avez {{captured}}.",
      todo: "Un nouvel essai est fait automatiquement. Lisez dans l'historique pourquoi cela échoue, et capturez-les dans la commande avant que la banque ne libère la réservation. Si elle a expiré, envoyez au client un lien de paiement.",
    },
    giving_back: {
      money:
        "Aucune commande ne peut utiliser cet argent, il revient donc au client.",
      todo: "Il n'y a rien à faire. Si le remboursement continue d'échouer, le paiement est retenu et apparaît ici en rouge.",
    },
    kept: {
      money:
        "Une personne a décidé de garder cet argent. Aucune commande ne l'a.",
      todo: "Il n'y a rien à faire. La note est dans l'historique.",
    },
    refunded: {
      money: "Tout l'argent est revenu au client : {{refunded}}.",
      todo: "Il n'y a rien à faire. Une banque peut mettre quelques jours à afficher un remboursement.",
    },
    canceled: {
      money:
        "Le paiement a été annulé. Rien n'a été prélevé, et une réservation sur la carte est libérée.",
      todo: "Il n'y a rien à faire.",
    },
    expired: {
      money: "La page s'est terminée sans paiement. Aucun argent n'a circulé.",
      todo: "Il n'y a rien à faire. Si de l'argent arrive malgré tout, il est traité automatiquement.",
    },
    failed: {
      money: "Aucune page de paiement n'a pu servir. Aucun argent n'a circulé.",
      todo: "Le client peut recommencer le paiement. Si cela arrive souvent, consultez les problèmes sur la page des réglages BPC.",
    },
  },
  held: {
    amount_mismatch: {
      money:
        "La passerelle a peut-être prélevé un autre montant que celui de la commande. Aucune commande n'a été créée et rien n'a été rendu.",
      todo: "Comparez les deux montants dans l'historique et dans le portail de la passerelle, puis décidez : rembourser le client, ou garder l'argent et régler le reste avec lui.",
    },
    currency_mismatch: {
      money:
        "La passerelle a prélevé de l'argent dans une autre devise. Aucune commande n'a été créée et rien n'a été rendu.",
      todo: "Vérifiez la devise du compte marchand chez la passerelle, puis décidez. Rembourser le client est le choix habituel.",
    },
    reference_mismatch: {
      money:
        "Il n'est pas certain que cet argent appartienne à ce panier. Aucune commande n'a été créée et rien n'a été rendu.",
      todo: "Comparez les deux références dans l'historique et dans le portail de la passerelle, puis décidez.",
    },
    duplicate_payment: {
      money:
        "Le client a payé deux fois. Vous avez cet argent en plus de celui de la commande.",
      todo: "Remboursez-le, sauf si vous avez convenu d'autre chose avec le client.",
    },
    cart_changed: {
      money:
        "Le client a payé l'ancien total du panier. L'argent est chez vous et aucune commande ne l'a.",
      todo: "Mettez-vous d'accord avec le client, puis décidez : rembourser, ou garder et régler la différence.",
    },
    completed_elsewhere: {
      money:
        "L'argent est chez vous. Le code propre à la boutique a finalisé le panier, et cette extension ne voit pas quelle commande il est devenu.",
      todo: "Retrouvez la commande et comparez le montant. Gardez l'argent s'il revient à cette commande, sinon remboursez le client. Un développeur peut indiquer le workflow de la boutique (option completeCartWorkflow).",
    },
    cart_gone: {
      money:
        "L'argent est chez vous, et il ne reste pas de panier dont faire une commande.",
      todo: "Remboursez, ou gardez l'argent si vous avez créé la commande à la main.",
    },
    order_canceled: {
      money:
        "La commande est annulée, et son argent n'est pas entièrement revenu au client.",
      todo: "Décidez par un remboursement, qui libère aussi une réservation. Ne gardez l'argent que si vous en avez convenu avec le client, et indiquez-le dans la note.",
    },
    order_changed: {
      money:
        "L'argent est chez vous, et la commande qui le demandait n'en a plus besoin.",
      todo: "Comparez avec la commande, puis décidez : remboursez le client, ou gardez l'argent si vous en avez convenu ainsi.",
    },
    order_impossible: {
      money:
        "L'argent est chez vous, et Medusa ne peut pas passer la commande.",
      todo: "Lisez le motif de Medusa dans l'historique. Corrigez-le (par exemple en ajoutant du stock) et passez la commande, ou remboursez le client.",
    },
    no_order_after_retries: {
      money: "L'argent est chez vous, et la commande n'a pas pu être créée.",
      todo: "Lisez le motif dans l'historique, corrigez-le et passez la commande ; ou remboursez le client.",
    },
    refund_failed: {
      money:
        "L'argent est encore chez vous, et le client devrait l'avoir récupéré.",
      todo: "Choisissez le remboursement pour essayer encore une fois. Si vous remboursez plutôt dans le portail de la passerelle, le paiement suit ici de lui-même.",
    },
    other: {
      money: "L'argent reste où il est jusqu'à votre décision.",
      todo: "Lisez l'historique, puis décidez : rembourser le client, garder l'argent ou passer la commande.",
    },
  },
  timeline: {
    created: "Un paiement a été enregistré dans cette boutique.",
    page_opened: "La passerelle a ouvert une page de paiement.",
    page_reused: "Le client a été renvoyé vers la même page de paiement.",
    create_failed: "Aucune page de paiement n'a pu être ouverte.",
    link_opened:
      "Le client a ouvert la page de paiement par un lien de paiement.",
    link_revoked: "Le lien de paiement a été révoqué, sa page est donc fermée.",
    page_left:
      "La boutique a quitté cette page : le panier, la commande ou le mode de paiement a changé, ou le paiement a été recommencé. Si elle n'est pas reprise aussitôt, elle est fermée.",
    page_closed:
      "La page a été fermée chez la passerelle. Elle ne peut plus prendre d'argent.",
    webhook: "Un webhook de la passerelle a été reçu et traité.",
    returned: "Le client est revenu de la page de paiement.",
    attempt_failed:
      "Une tentative de paiement a échoué. Le client peut réessayer sur la même page.",
    charged_back: "La banque vous a repris l’argent (rétrofacturation).",
    verified: "La passerelle a été interrogée et sa réponse reprise.",
    mismatch:
      "La réponse de la passerelle ne correspond pas aux données de cette boutique.",
    order_placed: "La commande a ce paiement.",
    order_failed: "La commande n'a pas pu être créée.",
    adopted:
      "L'argent est arrivé tard et a servi à l'achat en cours du panier.",
    total_changed:
      "Le panier a été modifié après le début de ce paiement ; rien n’a donc été commandé avec cet argent.",
    started_again:
      "Le client a recommencé pendant la création de la commande. Ce que la première tentative avait comptabilisé a été écarté, pour que l'argent ne compte qu'une fois.",
    captured: "De l'argent a été capturé.",
    refunded: "De l'argent a été remboursé au client.",
    refund_pending:
      "Un remboursement a été envoyé. La passerelle ne l'a pas encore terminé.",
    refund_failed: "Un remboursement a échoué.",
    voided: "La réservation sur la carte a été libérée. Rien n'a été prélevé.",
    expired: "La page de paiement a expiré sans paiement.",
    canceled: "Le paiement a été annulé chez la passerelle.",
    held: "Le paiement est retenu jusqu'à la décision d'une personne.",
    gateway_error:
      "La passerelle n'a pas donné de réponse utilisable. Elle est interrogée de nouveau automatiquement.",
    in_doubt:
      "On ne sait pas si cela est arrivé à la passerelle. Ses livres sont relus automatiquement, et rien n'est envoyé deux fois.",
    doubt_settled:
      "Les livres de la passerelle montrent maintenant ce qu'il en est advenu.",
    mirrored:
      "Ce qui a été fait dans le portail de la passerelle a été enregistré dans Medusa.",
    books_differ:
      "Les montants de la commande et ceux de la passerelle diffèrent.",
    shipped_uncaptured:
      "La commande est partie, et son argent n'a pas pu être capturé.",
    released_unpaid:
      "La réserve a été levée ; la commande subsiste et n'est pas encore payée. Plus rien n'est réservé pour elle.",
    retrying:
      "Ce qui devait être fait de ce paiement a échoué. C'est retenté automatiquement.",
    recovered: "Ce qui avait échoué fonctionne de nouveau.",
    gave_up:
      "La passerelle a été interrogée longtemps en vain. Elle ne l'est plus automatiquement ; « Vérifier maintenant » l'interroge encore une fois.",
    checked: "Une personne a fait interroger la passerelle.",
    capture_requested:
      "Une personne a demandé une capture sur la page du paiement.",
    refund_requested:
      "Une personne a demandé un remboursement sur la page du paiement.",
    resolved: "Une personne a décidé du paiement retenu.",
    other: "{{kind}}",
  },
}

export default fr
