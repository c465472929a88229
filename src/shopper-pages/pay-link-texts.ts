/** What whoever pays an order by link reads on our own pages. */
export type PayLinkTexts = Record<
  | "paid"
  | "nothing"
  | "link_expired"
  | "link_revoked"
  | "unpaid"
  | "returned"
  | "unavailable"
  | "not_served",
  { title: string; text: string }
> & { tryAgain: string }

export const PAY_LINK_TEXTS = {
  en: {
    paid: {
      title: "Thank you, this order is paid",
      text: "Your payment has arrived and nothing is left to pay. You can close this page.",
    },
    nothing: {
      title: "There is nothing to pay",
      text: "This order has no outstanding amount at the moment. Nothing has been charged by opening this link.",
    },
    link_expired: {
      title: "This payment link has expired",
      text: "Nothing has been charged. Please ask the shop for a new link.",
    },
    link_revoked: {
      title: "This payment link no longer works",
      text: "The shop has withdrawn it. Nothing has been charged by opening it. Please ask the shop if you still want to pay.",
    },
    unpaid: {
      title: "The payment was not completed",
      text: "Nothing has been charged. You can try again, also with another card.",
    },
    returned: {
      title: "You get your money back",
      text: "The order no longer asked for this amount, so the full payment goes back to your card. Your bank may take some days to show it.",
    },
    unavailable: {
      title: "The payment could not be started",
      text: "Nothing has been charged. Please try again in a few minutes, or contact the shop.",
    },
    not_served: {
      title: "This order cannot be paid by card right now",
      text: "Nothing has been charged. The shop's card payments do not take this order's currency at the moment, and trying again will not help. Please ask the shop how else you can pay.",
    },
    tryAgain: "Try again",
  },
  de: {
    paid: {
      title: "Vielen Dank, diese Bestellung ist bezahlt",
      text: "Ihre Zahlung ist angekommen, es ist nichts mehr offen. Sie können diese Seite schließen.",
    },
    nothing: {
      title: "Es ist nichts zu bezahlen",
      text: "Bei dieser Bestellung ist zurzeit kein Betrag offen. Durch das Öffnen dieses Links wurde nichts abgebucht.",
    },
    link_expired: {
      title: "Dieser Zahlungslink ist abgelaufen",
      text: "Es wurde nichts abgebucht. Bitte fragen Sie den Shop nach einem neuen Link.",
    },
    link_revoked: {
      title: "Dieser Zahlungslink gilt nicht mehr",
      text: "Der Shop hat ihn zurückgezogen. Durch das Öffnen wurde nichts abgebucht. Bitte fragen Sie den Shop, wenn Sie noch bezahlen möchten.",
    },
    unpaid: {
      title: "Die Zahlung wurde nicht abgeschlossen",
      text: "Es wurde nichts abgebucht. Sie können es noch einmal versuchen, auch mit einer anderen Karte.",
    },
    returned: {
      title: "Sie erhalten Ihr Geld zurück",
      text: "Die Bestellung verlangte diesen Betrag nicht mehr, deshalb geht die ganze Zahlung auf Ihre Karte zurück. Bis Ihre Bank sie zeigt, können einige Tage vergehen.",
    },
    unavailable: {
      title: "Die Zahlung konnte nicht gestartet werden",
      text: "Es wurde nichts abgebucht. Bitte versuchen Sie es in einigen Minuten noch einmal oder wenden Sie sich an den Shop.",
    },
    not_served: {
      title: "Diese Bestellung kann zurzeit nicht mit Karte bezahlt werden",
      text: "Es wurde nichts abgebucht. Die Kartenzahlung des Shops nimmt die Währung dieser Bestellung zurzeit nicht an; ein neuer Versuch hilft nicht. Bitte fragen Sie den Shop, wie Sie sonst bezahlen können.",
    },
    tryAgain: "Noch einmal versuchen",
  },
  fr: {
    paid: {
      title: "Merci, cette commande est payée",
      text: "Votre paiement est arrivé et il ne reste rien à payer. Vous pouvez fermer cette page.",
    },
    nothing: {
      title: "Il n’y a rien à payer",
      text: "Cette commande n’a aucun montant dû pour le moment. L’ouverture de ce lien n’a rien débité.",
    },
    link_expired: {
      title: "Ce lien de paiement a expiré",
      text: "Rien n’a été débité. Merci de demander un nouveau lien à la boutique.",
    },
    link_revoked: {
      title: "Ce lien de paiement ne fonctionne plus",
      text: "La boutique l’a retiré. Son ouverture n’a rien débité. Si vous souhaitez toujours payer, adressez-vous à la boutique.",
    },
    unpaid: {
      title: "Le paiement n’a pas abouti",
      text: "Rien n’a été débité. Vous pouvez réessayer, aussi avec une autre carte.",
    },
    returned: {
      title: "Vous êtes remboursé",
      text: "La commande ne demandait plus ce montant : la totalité du paiement revient sur votre carte. Votre banque peut mettre quelques jours à l’afficher.",
    },
    unavailable: {
      title: "Le paiement n’a pas pu démarrer",
      text: "Rien n’a été débité. Merci de réessayer dans quelques minutes ou de contacter la boutique.",
    },
    not_served: {
      title: "Cette commande ne peut pas être payée par carte pour le moment",
      text: "Rien n’a été débité. Le paiement par carte de la boutique n’accepte pas la devise de cette commande pour le moment ; réessayer n’y changera rien. Veuillez demander à la boutique comment payer autrement.",
    },
    tryAgain: "Réessayer",
  },
  es: {
    paid: {
      title: "Gracias, este pedido está pagado",
      text: "Su pago ha llegado y no queda nada por pagar. Puede cerrar esta página.",
    },
    nothing: {
      title: "No hay nada que pagar",
      text: "Este pedido no tiene ningún importe pendiente en este momento. Al abrir este enlace no se ha cobrado nada.",
    },
    link_expired: {
      title: "Este enlace de pago ha caducado",
      text: "No se ha cobrado nada. Pida a la tienda un enlace nuevo.",
    },
    link_revoked: {
      title: "Este enlace de pago ya no funciona",
      text: "La tienda lo ha retirado. Al abrirlo no se ha cobrado nada. Si aún quiere pagar, consulte a la tienda.",
    },
    unpaid: {
      title: "El pago no se ha completado",
      text: "No se ha cobrado nada. Puede intentarlo otra vez, también con otra tarjeta.",
    },
    returned: {
      title: "Se le devuelve el dinero",
      text: "El pedido ya no pedía este importe, así que el pago completo vuelve a su tarjeta. Su banco puede tardar unos días en mostrarlo.",
    },
    unavailable: {
      title: "No se ha podido iniciar el pago",
      text: "No se ha cobrado nada. Inténtelo de nuevo en unos minutos o póngase en contacto con la tienda.",
    },
    not_served: {
      title: "Este pedido no se puede pagar con tarjeta en este momento",
      text: "No se ha cobrado nada. El pago con tarjeta de la tienda no admite la moneda de este pedido en este momento, y volver a intentarlo no servirá. Pregunte a la tienda de qué otra forma puede pagar.",
    },
    tryAgain: "Intentar de nuevo",
  },
  pt: {
    paid: {
      title: "Obrigado, esta encomenda está paga",
      text: "O seu pagamento chegou e não falta pagar nada. Pode fechar esta página.",
    },
    nothing: {
      title: "Não há nada a pagar",
      text: "Esta encomenda não tem nenhum valor em aberto neste momento. Nada foi cobrado ao abrir esta ligação.",
    },
    link_expired: {
      title: "Esta ligação de pagamento expirou",
      text: "Nada foi cobrado. Peça à loja uma nova ligação.",
    },
    link_revoked: {
      title: "Esta ligação de pagamento já não funciona",
      text: "A loja retirou-a. Nada foi cobrado ao abri-la. Se ainda quiser pagar, fale com a loja.",
    },
    unpaid: {
      title: "O pagamento não foi concluído",
      text: "Nada foi cobrado. Pode tentar outra vez, também com outro cartão.",
    },
    returned: {
      title: "O seu dinheiro é devolvido",
      text: "A encomenda já não pedia este valor, por isso todo o pagamento volta para o seu cartão. O seu banco pode demorar alguns dias a mostrá-lo.",
    },
    unavailable: {
      title: "Não foi possível iniciar o pagamento",
      text: "Nada foi cobrado. Tente outra vez dentro de alguns minutos ou contacte a loja.",
    },
    not_served: {
      title: "De momento, esta encomenda não pode ser paga com cartão",
      text: "Nada foi cobrado. O pagamento com cartão da loja não aceita de momento a moeda desta encomenda, e tentar de novo não ajuda. Pergunte à loja de que outra forma pode pagar.",
    },
    tryAgain: "Tentar outra vez",
  },
  el: {
    paid: {
      title: "Ευχαριστούμε, η παραγγελία έχει πληρωθεί",
      text: "Η πληρωμή σας έφτασε και δεν απομένει τίποτα να πληρώσετε. Μπορείτε να κλείσετε αυτή τη σελίδα.",
    },
    nothing: {
      title: "Δεν υπάρχει τίποτα να πληρωθεί",
      text: "Αυτή η παραγγελία δεν έχει οφειλόμενο ποσό αυτή τη στιγμή. Το άνοιγμα του συνδέσμου δεν χρέωσε τίποτα.",
    },
    link_expired: {
      title: "Αυτός ο σύνδεσμος πληρωμής έληξε",
      text: "Δεν χρεώθηκε τίποτα. Ζητήστε από το κατάστημα νέο σύνδεσμο.",
    },
    link_revoked: {
      title: "Αυτός ο σύνδεσμος πληρωμής δεν ισχύει πια",
      text: "Το κατάστημα τον απέσυρε. Το άνοιγμά του δεν χρέωσε τίποτα. Αν θέλετε ακόμη να πληρώσετε, ρωτήστε το κατάστημα.",
    },
    unpaid: {
      title: "Η πληρωμή δεν ολοκληρώθηκε",
      text: "Δεν χρεώθηκε τίποτα. Μπορείτε να δοκιμάσετε ξανά, και με άλλη κάρτα.",
    },
    returned: {
      title: "Τα χρήματά σας επιστρέφονται",
      text: "Η παραγγελία δεν ζητούσε πια αυτό το ποσό, γι’ αυτό ολόκληρη η πληρωμή επιστρέφει στην κάρτα σας. Η τράπεζά σας μπορεί να χρειαστεί μερικές ημέρες για να το δείξει.",
    },
    unavailable: {
      title: "Η πληρωμή δεν μπόρεσε να ξεκινήσει",
      text: "Δεν χρεώθηκε τίποτα. Δοκιμάστε ξανά σε λίγα λεπτά ή επικοινωνήστε με το κατάστημα.",
    },
    not_served: {
      title: "Αυτή η παραγγελία δεν μπορεί να πληρωθεί με κάρτα αυτή τη στιγμή",
      text: "Δεν χρεώθηκε τίποτα. Οι πληρωμές με κάρτα του καταστήματος δεν δέχονται αυτή τη στιγμή το νόμισμα αυτής της παραγγελίας και μια νέα προσπάθεια δεν θα βοηθήσει. Ρωτήστε το κατάστημα πώς αλλιώς μπορείτε να πληρώσετε.",
    },
    tryAgain: "Δοκιμάστε ξανά",
  },
  ro: {
    paid: {
      title: "Vă mulțumim, comanda este plătită",
      text: "Plata dumneavoastră a ajuns și nu mai este nimic de plătit. Puteți închide această pagină.",
    },
    nothing: {
      title: "Nu este nimic de plătit",
      text: "Această comandă nu are nicio sumă restantă în acest moment. Deschiderea acestui link nu a debitat nimic.",
    },
    link_expired: {
      title: "Acest link de plată a expirat",
      text: "Nu s-a debitat nimic. Vă rugăm să cereți magazinului un link nou.",
    },
    link_revoked: {
      title: "Acest link de plată nu mai funcționează",
      text: "Magazinul l-a retras. Deschiderea lui nu a debitat nimic. Dacă doriți în continuare să plătiți, întrebați magazinul.",
    },
    unpaid: {
      title: "Plata nu a fost finalizată",
      text: "Nu s-a debitat nimic. Puteți încerca din nou, și cu alt card.",
    },
    returned: {
      title: "Vă primiți banii înapoi",
      text: "Comanda nu mai cerea această sumă, așa că întreaga plată se întoarce pe cardul dumneavoastră. Banca poate avea nevoie de câteva zile până o afișează.",
    },
    unavailable: {
      title: "Plata nu a putut fi pornită",
      text: "Nu s-a debitat nimic. Vă rugăm să încercați din nou peste câteva minute sau să contactați magazinul.",
    },
    not_served: {
      title: "Această comandă nu poate fi plătită cu cardul în acest moment",
      text: "Nu s-a încasat nimic. Plata cu cardul a magazinului nu acceptă moneda acestei comenzi în acest moment, iar o nouă încercare nu ajută. Întrebați magazinul cum altfel puteți plăti.",
    },
    tryAgain: "Încercați din nou",
  },
  bg: {
    paid: {
      title: "Благодарим, поръчката е платена",
      text: "Плащането Ви е получено и не остава нищо за плащане. Можете да затворите тази страница.",
    },
    nothing: {
      title: "Няма нищо за плащане",
      text: "По тази поръчка в момента няма дължима сума. С отварянето на връзката нищо не е таксувано.",
    },
    link_expired: {
      title: "Тази връзка за плащане е изтекла",
      text: "Нищо не е таксувано. Моля, поискайте от магазина нова връзка.",
    },
    link_revoked: {
      title: "Тази връзка за плащане вече не работи",
      text: "Магазинът я е оттеглил. С отварянето ѝ нищо не е таксувано. Ако все още искате да платите, попитайте магазина.",
    },
    unpaid: {
      title: "Плащането не беше завършено",
      text: "Нищо не е таксувано. Можете да опитате отново, също и с друга карта.",
    },
    returned: {
      title: "Получавате парите си обратно",
      text: "Поръчката вече не изискваше тази сума, затова цялото плащане се връща по Вашата карта. Банката Ви може да го покаже след няколко дни.",
    },
    unavailable: {
      title: "Плащането не можа да започне",
      text: "Нищо не е таксувано. Моля, опитайте отново след няколко минути или се свържете с магазина.",
    },
    not_served: {
      title: "Тази поръчка в момента не може да се плати с карта",
      text: "Нищо не е таксувано. Плащанията с карта на магазина в момента не приемат валутата на тази поръчка и нов опит няма да помогне. Попитайте магазина как иначе можете да платите.",
    },
    tryAgain: "Опитайте отново",
  },
  ru: {
    paid: {
      title: "Спасибо, этот заказ оплачен",
      text: "Ваш платёж поступил, доплачивать ничего не нужно. Эту страницу можно закрыть.",
    },
    nothing: {
      title: "Платить нечего",
      text: "По этому заказу сейчас нет неоплаченной суммы. При открытии ссылки ничего не списано.",
    },
    link_expired: {
      title: "Срок действия ссылки на оплату истёк",
      text: "Ничего не списано. Пожалуйста, попросите у магазина новую ссылку.",
    },
    link_revoked: {
      title: "Эта ссылка на оплату больше не действует",
      text: "Магазин её отозвал. При её открытии ничего не списано. Если вы всё ещё хотите оплатить, обратитесь в магазин.",
    },
    unpaid: {
      title: "Платёж не завершён",
      text: "Ничего не списано. Вы можете попробовать ещё раз, в том числе другой картой.",
    },
    returned: {
      title: "Деньги вернутся к вам",
      text: "Заказ больше не требовал этой суммы, поэтому весь платёж вернётся на вашу карту. Банк может показать его через несколько дней.",
    },
    unavailable: {
      title: "Не удалось начать оплату",
      text: "Ничего не списано. Пожалуйста, попробуйте ещё раз через несколько минут или свяжитесь с магазином.",
    },
    not_served: {
      title: "Этот заказ сейчас нельзя оплатить картой",
      text: "С вас ничего не списано. Оплата картой в этом магазине сейчас не принимает валюту заказа, и новая попытка не поможет. Спросите магазин, как ещё можно заплатить.",
    },
    tryAgain: "Попробовать ещё раз",
  },
  ar: {
    paid: {
      title: "شكرًا لك، هذا الطلب مدفوع",
      text: "وصلت دفعتك ولم يبقَ شيء للدفع. يمكنك إغلاق هذه الصفحة.",
    },
    nothing: {
      title: "لا يوجد ما يُدفع",
      text: "لا يوجد مبلغ مستحق على هذا الطلب حاليًا. لم يُخصم أي مبلغ عند فتح هذا الرابط.",
    },
    link_expired: {
      title: "انتهت صلاحية رابط الدفع هذا",
      text: "لم يُخصم أي مبلغ. يُرجى طلب رابط جديد من المتجر.",
    },
    link_revoked: {
      title: "لم يعد رابط الدفع هذا صالحًا",
      text: "سحبه المتجر. لم يُخصم أي مبلغ عند فتحه. إذا كنت لا تزال تريد الدفع فاسأل المتجر.",
    },
    unpaid: {
      title: "لم تكتمل عملية الدفع",
      text: "لم يُخصم أي مبلغ. يمكنك المحاولة مرة أخرى، أيضًا ببطاقة أخرى.",
    },
    returned: {
      title: "ستسترد أموالك",
      text: "لم يعد الطلب يتطلب هذا المبلغ، لذلك تعود الدفعة كاملة إلى بطاقتك. قد يستغرق ظهورها لدى مصرفك بضعة أيام.",
    },
    unavailable: {
      title: "تعذّر بدء عملية الدفع",
      text: "لم يُخصم أي مبلغ. يُرجى المحاولة مرة أخرى بعد بضع دقائق أو التواصل مع المتجر.",
    },
    not_served: {
      title: "لا يمكن دفع هذا الطلب بالبطاقة حاليًا",
      text: "لم يُخصم أي مبلغ. الدفع بالبطاقة في المتجر لا يقبل عملة هذا الطلب حاليًا، ولن تفيد إعادة المحاولة. يُرجى سؤال المتجر عن طريقة دفع أخرى.",
    },
    tryAgain: "المحاولة مرة أخرى",
  },
} as const satisfies Record<string, PayLinkTexts>
