import { PAY_LINK_TEXTS, type PayLinkTexts } from "./pay-link-texts"

/** What the shopper reads on our own pages, between the gateway and the storefront. */
export type PageTexts = PayLinkTexts & {
  checking: { title: string; text: string }
  slow: { text: string }
  /** A touch away from the shop's app; says nothing about the payment, which the app tells. */
  back: { title: string; text: string }
  held: { title: string; text: string }
  /** A cart that became an order with other money. */
  paid_twice: { title: string; text: string }
  invalid: { title: string; text: string }
  backToShop: string
}

const LANGUAGES = {
  en: {
    checking: {
      title: "We are checking your payment",
      text: "This takes a few seconds. The page continues by itself; please do not pay again.",
    },
    slow: {
      text: "It is taking longer than usual. If you have paid, your order will be placed by itself and you will get an e-mail. You may close this page; please do not pay again.",
    },
    back: {
      title: "Back to the shop's app",
      text: "Touch the button if the app does not open by itself.",
    },
    held: {
      title: "The shop is checking your payment",
      text: "Your payment arrived, but something about it has to be checked by a person. The shop has been told. Please do not pay again.",
    },
    paid_twice: {
      title: "Your order is placed already",
      text: "It was paid in another way. This payment goes back to you in full; your bank may take some days to show it. Please do not pay again.",
    },
    invalid: {
      title: "This link is not valid",
      text: "It may be incomplete or too old. Nothing has been charged by opening it.",
    },
    backToShop: "Back to the shop",
  },
  de: {
    checking: {
      title: "Ihre Zahlung wird geprüft",
      text: "Das dauert einige Sekunden. Die Seite geht von selbst weiter; bitte zahlen Sie nicht noch einmal.",
    },
    slow: {
      text: "Es dauert länger als üblich. Wenn Sie bezahlt haben, wird Ihre Bestellung von selbst angelegt und Sie erhalten eine E-Mail. Sie können diese Seite schließen; bitte zahlen Sie nicht noch einmal.",
    },
    back: {
      title: "Zurück zur App des Shops",
      text: "Tippen Sie auf die Schaltfläche, wenn sich die App nicht von selbst öffnet.",
    },
    held: {
      title: "Der Shop prüft Ihre Zahlung",
      text: "Ihre Zahlung ist angekommen, muss aber von einem Menschen geprüft werden. Der Shop ist informiert. Bitte zahlen Sie nicht noch einmal.",
    },
    paid_twice: {
      title: "Ihre Bestellung ist schon aufgegeben",
      text: "Sie wurde auf anderem Weg bezahlt. Diese Zahlung erhalten Sie ganz zurück; bis Ihre Bank sie zeigt, können einige Tage vergehen. Bitte zahlen Sie nicht noch einmal.",
    },
    invalid: {
      title: "Dieser Link ist ungültig",
      text: "Er ist vielleicht unvollständig oder zu alt. Durch das Öffnen wurde nichts abgebucht.",
    },
    backToShop: "Zurück zum Shop",
  },
  fr: {
    checking: {
      title: "Nous vérifions votre paiement",
      text: "Cela prend quelques secondes. La page continue d’elle-même ; merci de ne pas payer à nouveau.",
    },
    slow: {
      text: "C’est plus long que d’habitude. Si vous avez payé, votre commande sera enregistrée automatiquement et vous recevrez un e-mail. Vous pouvez fermer cette page ; merci de ne pas payer à nouveau.",
    },
    back: {
      title: "Retour à l’application de la boutique",
      text: "Touchez le bouton si l’application ne s’ouvre pas d’elle-même.",
    },
    held: {
      title: "La boutique vérifie votre paiement",
      text: "Votre paiement est arrivé, mais une personne doit le vérifier. La boutique a été prévenue. Merci de ne pas payer à nouveau.",
    },
    paid_twice: {
      title: "Votre commande est déjà enregistrée",
      text: "Elle a été payée autrement. Ce paiement vous est intégralement rendu ; votre banque peut mettre quelques jours à l’afficher. Merci de ne pas payer à nouveau.",
    },
    invalid: {
      title: "Ce lien n’est pas valide",
      text: "Il est peut-être incomplet ou trop ancien. Son ouverture n’a rien débité.",
    },
    backToShop: "Retour à la boutique",
  },
  es: {
    checking: {
      title: "Estamos comprobando su pago",
      text: "Tarda unos segundos. La página continúa sola; por favor, no vuelva a pagar.",
    },
    slow: {
      text: "Está tardando más de lo habitual. Si ha pagado, su pedido se registrará solo y recibirá un correo. Puede cerrar esta página; por favor, no vuelva a pagar.",
    },
    back: {
      title: "Volver a la aplicación de la tienda",
      text: "Toque el botón si la aplicación no se abre sola.",
    },
    held: {
      title: "La tienda está revisando su pago",
      text: "Su pago ha llegado, pero una persona tiene que revisarlo. La tienda está avisada. Por favor, no vuelva a pagar.",
    },
    paid_twice: {
      title: "Su pedido ya está registrado",
      text: "Se pagó de otra forma. Este pago se le devuelve por completo; su banco puede tardar unos días en mostrarlo. Por favor, no vuelva a pagar.",
    },
    invalid: {
      title: "Este enlace no es válido",
      text: "Puede estar incompleto o ser demasiado antiguo. Al abrirlo no se ha cobrado nada.",
    },
    backToShop: "Volver a la tienda",
  },
  pt: {
    checking: {
      title: "Estamos a verificar o seu pagamento",
      text: "Demora alguns segundos. A página continua sozinha; por favor, não pague outra vez.",
    },
    slow: {
      text: "Está a demorar mais do que o habitual. Se já pagou, a sua encomenda será registada automaticamente e receberá um e-mail. Pode fechar esta página; por favor, não pague outra vez.",
    },
    back: {
      title: "Voltar à aplicação da loja",
      text: "Toque no botão se a aplicação não abrir sozinha.",
    },
    held: {
      title: "A loja está a verificar o seu pagamento",
      text: "O seu pagamento chegou, mas tem de ser verificado por uma pessoa. A loja foi avisada. Por favor, não pague outra vez.",
    },
    paid_twice: {
      title: "A sua encomenda já está registada",
      text: "Foi paga de outra forma. Este pagamento é-lhe devolvido na totalidade; o seu banco pode demorar alguns dias a mostrá-lo. Por favor, não pague de novo.",
    },
    invalid: {
      title: "Esta ligação não é válida",
      text: "Pode estar incompleta ou ser demasiado antiga. Ao abri-la nada foi cobrado.",
    },
    backToShop: "Voltar à loja",
  },
  el: {
    checking: {
      title: "Ελέγχουμε την πληρωμή σας",
      text: "Χρειάζονται λίγα δευτερόλεπτα. Η σελίδα συνεχίζει μόνη της· παρακαλούμε μην πληρώσετε ξανά.",
    },
    slow: {
      text: "Διαρκεί περισσότερο από το συνηθισμένο. Αν έχετε πληρώσει, η παραγγελία σας θα καταχωριστεί αυτόματα και θα λάβετε e-mail. Μπορείτε να κλείσετε αυτή τη σελίδα· παρακαλούμε μην πληρώσετε ξανά.",
    },
    back: {
      title: "Επιστροφή στην εφαρμογή του καταστήματος",
      text: "Πατήστε το κουμπί αν η εφαρμογή δεν ανοίξει μόνη της.",
    },
    held: {
      title: "Το κατάστημα ελέγχει την πληρωμή σας",
      text: "Η πληρωμή σας έφτασε, αλλά πρέπει να ελεγχθεί από άνθρωπο. Το κατάστημα έχει ενημερωθεί. Παρακαλούμε μην πληρώσετε ξανά.",
    },
    paid_twice: {
      title: "Η παραγγελία σας έχει ήδη καταχωριστεί",
      text: "Πληρώθηκε με άλλον τρόπο. Αυτή η πληρωμή σάς επιστρέφεται ολόκληρη· η τράπεζά σας μπορεί να χρειαστεί λίγες ημέρες για να τη δείξει. Παρακαλούμε μην πληρώσετε ξανά.",
    },
    invalid: {
      title: "Αυτός ο σύνδεσμος δεν είναι έγκυρος",
      text: "Μπορεί να είναι ελλιπής ή πολύ παλιός. Με το άνοιγμά του δεν χρεώθηκε τίποτα.",
    },
    backToShop: "Επιστροφή στο κατάστημα",
  },
  ro: {
    checking: {
      title: "Verificăm plata dumneavoastră",
      text: "Durează câteva secunde. Pagina continuă singură; vă rugăm să nu plătiți din nou.",
    },
    slow: {
      text: "Durează mai mult decât de obicei. Dacă ați plătit, comanda va fi înregistrată automat și veți primi un e-mail. Puteți închide această pagină; vă rugăm să nu plătiți din nou.",
    },
    back: {
      title: "Înapoi la aplicația magazinului",
      text: "Atingeți butonul dacă aplicația nu se deschide singură.",
    },
    held: {
      title: "Magazinul verifică plata dumneavoastră",
      text: "Plata a ajuns, dar trebuie verificată de o persoană. Magazinul a fost anunțat. Vă rugăm să nu plătiți din nou.",
    },
    paid_twice: {
      title: "Comanda dumneavoastră este deja înregistrată",
      text: "A fost plătită altfel. Această plată vi se întoarce integral; banca o poate afișa în câteva zile. Vă rugăm să nu plătiți din nou.",
    },
    invalid: {
      title: "Acest link nu este valid",
      text: "Poate fi incomplet sau prea vechi. Deschiderea lui nu a debitat nimic.",
    },
    backToShop: "Înapoi la magazin",
  },
  bg: {
    checking: {
      title: "Проверяваме плащането Ви",
      text: "Това отнема няколко секунди. Страницата продължава сама; моля, не плащайте отново.",
    },
    slow: {
      text: "Отнема повече време от обичайното. Ако сте платили, поръчката Ви ще бъде създадена автоматично и ще получите имейл. Можете да затворите тази страница; моля, не плащайте отново.",
    },
    back: {
      title: "Обратно към приложението на магазина",
      text: "Докоснете бутона, ако приложението не се отвори само.",
    },
    held: {
      title: "Магазинът проверява плащането Ви",
      text: "Плащането Ви е получено, но трябва да бъде проверено от човек. Магазинът е уведомен. Моля, не плащайте отново.",
    },
    paid_twice: {
      title: "Поръчката ви вече е направена",
      text: "Тя е платена по друг начин. Това плащане ви се връща изцяло; банката може да го покаже след няколко дни. Моля, не плащайте отново.",
    },
    invalid: {
      title: "Тази връзка не е валидна",
      text: "Може да е непълна или твърде стара. С отварянето ѝ нищо не е таксувано.",
    },
    backToShop: "Обратно към магазина",
  },
  ru: {
    checking: {
      title: "Мы проверяем ваш платёж",
      text: "Это займёт несколько секунд. Страница обновится сама; пожалуйста, не платите ещё раз.",
    },
    slow: {
      text: "Это занимает больше времени, чем обычно. Если вы оплатили, заказ будет оформлен автоматически и вы получите письмо. Эту страницу можно закрыть; пожалуйста, не платите ещё раз.",
    },
    back: {
      title: "Вернуться в приложение магазина",
      text: "Нажмите кнопку, если приложение не откроется само.",
    },
    held: {
      title: "Магазин проверяет ваш платёж",
      text: "Платёж поступил, но его должен проверить человек. Магазин уведомлён. Пожалуйста, не платите ещё раз.",
    },
    paid_twice: {
      title: "Ваш заказ уже оформлен",
      text: "Он оплачен другим способом. Этот платёж вернётся вам полностью; банк может показать его через несколько дней. Пожалуйста, не платите ещё раз.",
    },
    invalid: {
      title: "Эта ссылка недействительна",
      text: "Возможно, она неполная или слишком старая. При её открытии ничего не списано.",
    },
    backToShop: "Вернуться в магазин",
  },
  ar: {
    checking: {
      title: "نتحقق من عملية الدفع",
      text: "يستغرق ذلك بضع ثوانٍ. تتابع الصفحة تلقائيًا؛ يُرجى عدم الدفع مرة أخرى.",
    },
    slow: {
      text: "يستغرق الأمر وقتًا أطول من المعتاد. إذا كنت قد دفعت فسيُسجَّل طلبك تلقائيًا وستصلك رسالة بالبريد الإلكتروني. يمكنك إغلاق هذه الصفحة؛ يُرجى عدم الدفع مرة أخرى.",
    },
    back: {
      title: "العودة إلى تطبيق المتجر",
      text: "المس الزر إذا لم يُفتح التطبيق تلقائيًا.",
    },
    held: {
      title: "المتجر يراجع عملية الدفع",
      text: "وصلت دفعتك لكن يجب أن يراجعها شخص. تم إبلاغ المتجر. يُرجى عدم الدفع مرة أخرى.",
    },
    paid_twice: {
      title: "طلبك مسجّل بالفعل",
      text: "دُفع ثمنه بطريقة أخرى. تعود إليك هذه الدفعة كاملة، وقد يستغرق ظهورها لدى مصرفك بضعة أيام. يرجى عدم الدفع مرة أخرى.",
    },
    invalid: {
      title: "هذا الرابط غير صالح",
      text: "ربما يكون ناقصًا أو قديمًا جدًا. لم يُخصم أي مبلغ عند فتحه.",
    },
    backToShop: "العودة إلى المتجر",
  },
} as const satisfies Record<string, Omit<PageTexts, keyof PayLinkTexts>>

export type Language = keyof typeof LANGUAGES

export const PAGE_LANGUAGES = Object.keys(LANGUAGES) as Language[]

export function textsIn(language: Language): PageTexts {
  return { ...LANGUAGES[language], ...PAY_LINK_TEXTS[language] }
}

/** The shopper's language: the browser's wishes in their order, then the checkout's locale, then English. */
export function chooseLanguage(
  acceptLanguage: string | undefined,
  locale: string | null
): Language {
  const wishes = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";")
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((value) => value !== undefined)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag)
  for (const wish of [...wishes, locale ?? ""]) {
    const language = (wish.split(/[-_]/)[0] ?? "").toLowerCase()
    if (isLanguage(language)) {
      return language
    }
  }
  return "en"
}

function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text)
}
