/** What `payment_error` in the address of the checkout means for the shopper, in ten languages: `medusa-payment-bpc-storefront/messages`. */

/** Why the shopper comes back without an order; the `{reason}` of the failure template. */
export type PaymentErrorReason =
  "not_completed" | "failed" | "canceled" | "expired" | "refunded"

type Messages = Record<PaymentErrorReason, string>

const EN: Messages = {
  not_completed:
    "The payment was not completed and nothing has been charged. You can try again, with another card if you like.",
  failed:
    "The payment did not go through and nothing has been charged. Please try again, or use another card.",
  canceled:
    "You cancelled the payment and nothing has been charged. Pay whenever you are ready.",
  expired:
    "The payment page has expired and nothing has been charged. Try again for a new page.",
  refunded:
    "Your payment arrived, but no order could be placed for it. The whole amount is on its way back to your card.",
}

const OTHERS: Record<string, Messages> = {
  de: {
    not_completed:
      "Die Zahlung wurde nicht abgeschlossen, es wurde nichts abgebucht. Sie können es erneut versuchen, auch mit einer anderen Karte.",
    failed:
      "Die Zahlung ist fehlgeschlagen, es wurde nichts abgebucht. Bitte versuchen Sie es erneut oder mit einer anderen Karte.",
    canceled:
      "Sie haben die Zahlung abgebrochen, es wurde nichts abgebucht. Bezahlen Sie, sobald Sie möchten.",
    expired:
      "Die Zahlungsseite ist abgelaufen, es wurde nichts abgebucht. Versuchen Sie es erneut, dann öffnet sich eine neue.",
    refunded:
      "Ihre Zahlung ist angekommen, aber es konnte keine Bestellung angelegt werden. Der volle Betrag wird Ihrer Karte erstattet.",
  },
  fr: {
    not_completed:
      "Le paiement n’a pas été terminé et rien n’a été débité. Vous pouvez réessayer, avec une autre carte si vous le souhaitez.",
    failed:
      "Le paiement n’a pas abouti et rien n’a été débité. Veuillez réessayer ou utiliser une autre carte.",
    canceled:
      "Vous avez annulé le paiement et rien n’a été débité. Payez quand vous le souhaitez.",
    expired:
      "La page de paiement a expiré et rien n’a été débité. Réessayez pour en ouvrir une nouvelle.",
    refunded:
      "Votre paiement est arrivé, mais aucune commande n’a pu être enregistrée. Le montant total est en cours de remboursement sur votre carte.",
  },
  es: {
    not_completed:
      "El pago no se ha completado y no se ha cobrado nada. Puede intentarlo de nuevo, con otra tarjeta si lo desea.",
    failed:
      "El pago no se ha realizado y no se ha cobrado nada. Inténtelo de nuevo o use otra tarjeta.",
    canceled:
      "Ha cancelado el pago y no se ha cobrado nada. Pague cuando quiera.",
    expired:
      "La página de pago ha caducado y no se ha cobrado nada. Inténtelo de nuevo para abrir otra.",
    refunded:
      "Su pago ha llegado, pero no se ha podido crear el pedido. El importe completo se está devolviendo a su tarjeta.",
  },
  pt: {
    not_completed:
      "O pagamento não foi concluído e nada foi cobrado. Pode tentar novamente, com outro cartão se quiser.",
    failed:
      "O pagamento não foi aceite e nada foi cobrado. Tente novamente ou use outro cartão.",
    canceled: "Cancelou o pagamento e nada foi cobrado. Pague quando quiser.",
    expired:
      "A página de pagamento expirou e nada foi cobrado. Tente novamente para abrir uma nova.",
    refunded:
      "O seu pagamento chegou, mas não foi possível criar a encomenda. O valor total está a ser devolvido ao seu cartão.",
  },
  el: {
    not_completed:
      "Η πληρωμή δεν ολοκληρώθηκε και δεν χρεώθηκε τίποτα. Μπορείτε να δοκιμάσετε ξανά, και με άλλη κάρτα.",
    failed:
      "Η πληρωμή δεν πραγματοποιήθηκε και δεν χρεώθηκε τίποτα. Δοκιμάστε ξανά ή χρησιμοποιήστε άλλη κάρτα.",
    canceled:
      "Ακυρώσατε την πληρωμή και δεν χρεώθηκε τίποτα. Πληρώστε όποτε θέλετε.",
    expired:
      "Η σελίδα πληρωμής έληξε και δεν χρεώθηκε τίποτα. Δοκιμάστε ξανά για να ανοίξει νέα.",
    refunded:
      "Η πληρωμή σας έφτασε, αλλά δεν ήταν δυνατή η δημιουργία παραγγελίας. Ολόκληρο το ποσό επιστρέφεται στην κάρτα σας.",
  },
  ro: {
    not_completed:
      "Plata nu a fost finalizată și nu s-a debitat nimic. Puteți încerca din nou, dacă doriți cu alt card.",
    failed:
      "Plata nu a reușit și nu s-a debitat nimic. Încercați din nou sau folosiți alt card.",
    canceled:
      "Ați anulat plata și nu s-a debitat nimic. Plătiți oricând doriți.",
    expired:
      "Pagina de plată a expirat și nu s-a debitat nimic. Încercați din nou pentru a deschide una nouă.",
    refunded:
      "Plata dumneavoastră a ajuns, dar comanda nu a putut fi creată. Întreaga sumă este returnată pe cardul dumneavoastră.",
  },
  bg: {
    not_completed:
      "Плащането не беше завършено и нищо не е таксувано. Можете да опитате отново, ако желаете с друга карта.",
    failed:
      "Плащането не беше успешно и нищо не е таксувано. Опитайте отново или използвайте друга карта.",
    canceled:
      "Отказахте плащането и нищо не е таксувано. Платете, когато желаете.",
    expired:
      "Страницата за плащане е изтекла и нищо не е таксувано. Опитайте отново, за да се отвори нова.",
    refunded:
      "Плащането Ви е получено, но поръчката не можа да бъде създадена. Цялата сума се връща по картата Ви.",
  },
  ru: {
    not_completed:
      "Оплата не завершена, ничего не списано. Вы можете попробовать ещё раз, в том числе другой картой.",
    failed:
      "Оплата не прошла, ничего не списано. Попробуйте ещё раз или используйте другую карту.",
    canceled:
      "Вы отменили оплату, ничего не списано. Оплатите, когда будете готовы.",
    expired:
      "Срок действия страницы оплаты истёк, ничего не списано. Попробуйте ещё раз, откроется новая.",
    refunded:
      "Платёж поступил, но заказ оформить не удалось. Вся сумма возвращается на вашу карту.",
  },
  ar: {
    not_completed:
      "لم تكتمل عملية الدفع ولم يُخصم أي مبلغ. يمكنك المحاولة مرة أخرى، ببطاقة أخرى إن شئت.",
    failed:
      "لم تنجح عملية الدفع ولم يُخصم أي مبلغ. حاول مرة أخرى أو استخدم بطاقة أخرى.",
    canceled: "لقد ألغيت الدفع ولم يُخصم أي مبلغ. ادفع متى شئت.",
    expired:
      "انتهت صلاحية صفحة الدفع ولم يُخصم أي مبلغ. حاول مرة أخرى لفتح صفحة جديدة.",
    refunded:
      "وصلت دفعتك، لكن تعذر إنشاء الطلب. المبلغ كاملًا في طريقه للعودة إلى بطاقتك.",
  },
}

/**
 * The sentence for a `payment_error`, in the language of a locale such as `de-AT`; an unknown reason is told as a payment that was
 * not completed, an unknown language in English.
 */
export function paymentMessage(reason: string, locale = ""): string {
  const messages = OTHERS[locale.slice(0, 2).toLowerCase()] ?? EN
  return isReason(reason) ? messages[reason] : messages.not_completed
}

function isReason(reason: string): reason is PaymentErrorReason {
  return Object.hasOwn(EN, reason)
}
