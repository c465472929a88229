/** What `payment_error` in the address of the checkout means for the shopper, in ten languages: `medusa-payment-bpc-storefront/messages`. */

/** Why the shopper comes back without an order, or why the card was refused; the `{reason}` of the failure template. */
export type PaymentErrorReason =
  | "not_completed"
  | "failed"
  | "canceled"
  | "expired"
  | "refunded"
  | "insufficient_funds"
  | "limit"
  | "card_data"
  | "card_expired"
  | "authentication"
  | "bank_unreachable"
  | "too_many_attempts"
  | "declined"

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
  insufficient_funds:
    "There is not enough money on the card, or its limit is reached. Nothing has been charged. Try another card or ask your bank.",
  limit:
    "The card's limit does not allow this amount, and nothing has been charged. Try another card or ask your bank.",
  card_data:
    "The card's number, expiry date or security code was not right, and nothing has been charged. Check them and try again.",
  card_expired:
    "The card has expired and nothing has been charged. Please use another card.",
  authentication:
    "Your bank's confirmation failed or was not finished, and nothing has been charged. Try again and confirm the payment with your bank.",
  bank_unreachable:
    "Your bank could not be reached and nothing has been charged. Try again later, or use another card.",
  too_many_attempts:
    "There were too many tries with this card, and nothing has been charged. Please use another card.",
  declined:
    "The card was declined and nothing has been charged. Try another card or ask your bank.",
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
    insufficient_funds:
      "Auf der Karte ist nicht genug Geld, oder ihr Limit ist erreicht. Es wurde nichts abgebucht. Versuchen Sie es mit einer anderen Karte oder fragen Sie Ihre Bank.",
    limit:
      "Das Limit der Karte lässt diesen Betrag nicht zu, es wurde nichts abgebucht. Versuchen Sie es mit einer anderen Karte oder fragen Sie Ihre Bank.",
    card_data:
      "Kartennummer, Ablaufdatum oder Prüfziffer stimmte nicht, es wurde nichts abgebucht. Prüfen Sie die Angaben und versuchen Sie es erneut.",
    card_expired:
      "Die Karte ist abgelaufen, es wurde nichts abgebucht. Bitte verwenden Sie eine andere Karte.",
    authentication:
      "Die Bestätigung Ihrer Bank ist fehlgeschlagen oder wurde nicht beendet, es wurde nichts abgebucht. Versuchen Sie es erneut und bestätigen Sie die Zahlung bei Ihrer Bank.",
    bank_unreachable:
      "Ihre Bank war nicht erreichbar, es wurde nichts abgebucht. Versuchen Sie es später erneut oder mit einer anderen Karte.",
    too_many_attempts:
      "Mit dieser Karte wurde es zu oft versucht, es wurde nichts abgebucht. Bitte verwenden Sie eine andere Karte.",
    declined:
      "Die Karte wurde abgelehnt, es wurde nichts abgebucht. Versuchen Sie es mit einer anderen Karte oder fragen Sie Ihre Bank.",
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
    insufficient_funds:
      "La carte n’a pas assez de fonds, ou son plafond est atteint. Rien n’a été débité. Essayez une autre carte ou demandez à votre banque.",
    limit:
      "Le plafond de la carte ne permet pas ce montant, et rien n’a été débité. Essayez une autre carte ou demandez à votre banque.",
    card_data:
      "Le numéro, la date d’expiration ou le code de sécurité n’était pas juste, et rien n’a été débité. Vérifiez-les et réessayez.",
    card_expired:
      "La carte a expiré et rien n’a été débité. Veuillez utiliser une autre carte.",
    authentication:
      "La confirmation de votre banque a échoué ou n’a pas été terminée, et rien n’a été débité. Réessayez et confirmez le paiement auprès de votre banque.",
    bank_unreachable:
      "Votre banque était injoignable et rien n’a été débité. Réessayez plus tard ou utilisez une autre carte.",
    too_many_attempts:
      "Il y a eu trop de tentatives avec cette carte, et rien n’a été débité. Veuillez utiliser une autre carte.",
    declined:
      "La carte a été refusée et rien n’a été débité. Essayez une autre carte ou demandez à votre banque.",
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
    insufficient_funds:
      "La tarjeta no tiene fondos suficientes o ha alcanzado su límite. No se ha cobrado nada. Pruebe con otra tarjeta o consulte a su banco.",
    limit:
      "El límite de la tarjeta no permite este importe y no se ha cobrado nada. Pruebe con otra tarjeta o consulte a su banco.",
    card_data:
      "El número, la fecha de caducidad o el código de seguridad no era correcto y no se ha cobrado nada. Compruébelos e inténtelo de nuevo.",
    card_expired:
      "La tarjeta ha caducado y no se ha cobrado nada. Use otra tarjeta.",
    authentication:
      "La confirmación de su banco falló o no se terminó, y no se ha cobrado nada. Inténtelo de nuevo y confirme el pago con su banco.",
    bank_unreachable:
      "No se pudo contactar con su banco y no se ha cobrado nada. Inténtelo más tarde o use otra tarjeta.",
    too_many_attempts:
      "Ha habido demasiados intentos con esta tarjeta y no se ha cobrado nada. Use otra tarjeta.",
    declined:
      "La tarjeta fue rechazada y no se ha cobrado nada. Pruebe con otra tarjeta o consulte a su banco.",
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
    insufficient_funds:
      "O cartão não tem saldo suficiente ou atingiu o limite. Nada foi cobrado. Tente outro cartão ou fale com o seu banco.",
    limit:
      "O limite do cartão não permite este valor e nada foi cobrado. Tente outro cartão ou fale com o seu banco.",
    card_data:
      "O número, a validade ou o código de segurança não estava certo e nada foi cobrado. Verifique-os e tente novamente.",
    card_expired: "O cartão expirou e nada foi cobrado. Use outro cartão.",
    authentication:
      "A confirmação do seu banco falhou ou não foi concluída, e nada foi cobrado. Tente novamente e confirme o pagamento com o seu banco.",
    bank_unreachable:
      "Não foi possível contactar o seu banco e nada foi cobrado. Tente mais tarde ou use outro cartão.",
    too_many_attempts:
      "Houve demasiadas tentativas com este cartão e nada foi cobrado. Use outro cartão.",
    declined:
      "O cartão foi recusado e nada foi cobrado. Tente outro cartão ou fale com o seu banco.",
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
    insufficient_funds:
      "Η κάρτα δεν έχει αρκετά χρήματα ή εξαντλήθηκε το όριό της. Δεν χρεώθηκε τίποτα. Δοκιμάστε άλλη κάρτα ή ρωτήστε την τράπεζά σας.",
    limit:
      "Το όριο της κάρτας δεν επιτρέπει αυτό το ποσό και δεν χρεώθηκε τίποτα. Δοκιμάστε άλλη κάρτα ή ρωτήστε την τράπεζά σας.",
    card_data:
      "Ο αριθμός, η ημερομηνία λήξης ή ο κωδικός ασφαλείας δεν ήταν σωστός και δεν χρεώθηκε τίποτα. Ελέγξτε τα και δοκιμάστε ξανά.",
    card_expired:
      "Η κάρτα έχει λήξει και δεν χρεώθηκε τίποτα. Χρησιμοποιήστε άλλη κάρτα.",
    authentication:
      "Η επιβεβαίωση της τράπεζάς σας απέτυχε ή δεν ολοκληρώθηκε και δεν χρεώθηκε τίποτα. Δοκιμάστε ξανά και επιβεβαιώστε την πληρωμή στην τράπεζά σας.",
    bank_unreachable:
      "Η τράπεζά σας δεν απαντούσε και δεν χρεώθηκε τίποτα. Δοκιμάστε αργότερα ή με άλλη κάρτα.",
    too_many_attempts:
      "Έγιναν πάρα πολλές προσπάθειες με αυτή την κάρτα και δεν χρεώθηκε τίποτα. Χρησιμοποιήστε άλλη κάρτα.",
    declined:
      "Η κάρτα απορρίφθηκε και δεν χρεώθηκε τίποτα. Δοκιμάστε άλλη κάρτα ή ρωτήστε την τράπεζά σας.",
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
    insufficient_funds:
      "Cardul nu are destui bani sau i s-a atins limita. Nu s-a debitat nimic. Încercați alt card sau întrebați banca dumneavoastră.",
    limit:
      "Limita cardului nu permite această sumă și nu s-a debitat nimic. Încercați alt card sau întrebați banca dumneavoastră.",
    card_data:
      "Numărul, data expirării sau codul de securitate nu era corect și nu s-a debitat nimic. Verificați-le și încercați din nou.",
    card_expired:
      "Cardul a expirat și nu s-a debitat nimic. Folosiți alt card.",
    authentication:
      "Confirmarea băncii dumneavoastră a eșuat sau nu a fost terminată și nu s-a debitat nimic. Încercați din nou și confirmați plata la bancă.",
    bank_unreachable:
      "Banca dumneavoastră nu a putut fi contactată și nu s-a debitat nimic. Încercați mai târziu sau folosiți alt card.",
    too_many_attempts:
      "Au fost prea multe încercări cu acest card și nu s-a debitat nimic. Folosiți alt card.",
    declined:
      "Cardul a fost refuzat și nu s-a debitat nimic. Încercați alt card sau întrebați banca dumneavoastră.",
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
    insufficient_funds:
      "По картата няма достатъчно пари или лимитът ѝ е достигнат. Нищо не е таксувано. Опитайте с друга карта или попитайте банката си.",
    limit:
      "Лимитът на картата не позволява тази сума и нищо не е таксувано. Опитайте с друга карта или попитайте банката си.",
    card_data:
      "Номерът, срокът или кодът за сигурност не беше верен и нищо не е таксувано. Проверете ги и опитайте отново.",
    card_expired:
      "Картата е изтекла и нищо не е таксувано. Използвайте друга карта.",
    authentication:
      "Потвърждението на банката Ви не успя или не беше завършено и нищо не е таксувано. Опитайте отново и потвърдете плащането в банката си.",
    bank_unreachable:
      "Банката Ви не беше достъпна и нищо не е таксувано. Опитайте по-късно или с друга карта.",
    too_many_attempts:
      "С тази карта имаше твърде много опити и нищо не е таксувано. Използвайте друга карта.",
    declined:
      "Картата беше отказана и нищо не е таксувано. Опитайте с друга карта или попитайте банката си.",
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
    insufficient_funds:
      "На карте недостаточно средств или достигнут её лимит. Ничего не списано. Попробуйте другую карту или обратитесь в свой банк.",
    limit:
      "Лимит карты не позволяет эту сумму, ничего не списано. Попробуйте другую карту или обратитесь в свой банк.",
    card_data:
      "Номер, срок действия или код безопасности карты неверен, ничего не списано. Проверьте их и попробуйте ещё раз.",
    card_expired:
      "Срок действия карты истёк, ничего не списано. Используйте другую карту.",
    authentication:
      "Подтверждение вашего банка не удалось или не завершено, ничего не списано. Попробуйте ещё раз и подтвердите платёж в своём банке.",
    bank_unreachable:
      "Ваш банк был недоступен, ничего не списано. Попробуйте позже или используйте другую карту.",
    too_many_attempts:
      "С этой картой было слишком много попыток, ничего не списано. Используйте другую карту.",
    declined:
      "Карта отклонена, ничего не списано. Попробуйте другую карту или обратитесь в свой банк.",
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
    insufficient_funds:
      "لا يكفي رصيد البطاقة أو بلغت حدها، ولم يُخصم أي مبلغ. جرّب بطاقة أخرى أو اسأل بنكك.",
    limit:
      "حد البطاقة لا يسمح بهذا المبلغ، ولم يُخصم أي مبلغ. جرّب بطاقة أخرى أو اسأل بنكك.",
    card_data:
      "رقم البطاقة أو تاريخ انتهائها أو رمز الأمان غير صحيح، ولم يُخصم أي مبلغ. تحقق منها وحاول مرة أخرى.",
    card_expired:
      "انتهت صلاحية البطاقة ولم يُخصم أي مبلغ. يُرجى استخدام بطاقة أخرى.",
    authentication:
      "فشل تأكيد بنكك أو لم يكتمل، ولم يُخصم أي مبلغ. حاول مرة أخرى وأكّد الدفع لدى بنكك.",
    bank_unreachable:
      "تعذر الوصول إلى بنكك ولم يُخصم أي مبلغ. حاول لاحقًا أو استخدم بطاقة أخرى.",
    too_many_attempts:
      "جرت محاولات كثيرة بهذه البطاقة، ولم يُخصم أي مبلغ. يُرجى استخدام بطاقة أخرى.",
    declined: "رُفضت البطاقة ولم يُخصم أي مبلغ. جرّب بطاقة أخرى أو اسأل بنكك.",
  },
}

/**
 * The sentence for a `payment_error`, in the language of a locale such as `de-AT`; an unknown reason is told as a payment that was
 * not completed, an unknown language in English.
 */
export function paymentMessage(reason: string, locale = ""): string {
  const messages = OTHERS[locale.slice(0, 2).toLowerCase()] ?? EN
  const known = reason === "page_expired" ? "expired" : reason
  return isReason(known) ? messages[known] : messages.not_completed
}

function isReason(reason: string): reason is PaymentErrorReason {
  return Object.hasOwn(EN, reason)
}
