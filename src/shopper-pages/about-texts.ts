import { type Language } from "./languages"

/** Names of what a page says about the payment and the shop. */
export type AboutTexts = {
  amount: string
  reference: string
  contact: string
}

export const ABOUT_TEXTS: Record<Language, AboutTexts> = {
  en: {
    amount: "Amount",
    reference: "Reference",
    contact: "Questions? Ask the shop:",
  },
  de: {
    amount: "Betrag",
    reference: "Referenz",
    contact: "Fragen? Wenden Sie sich an den Shop:",
  },
  fr: {
    amount: "Montant",
    reference: "Référence",
    contact: "Une question ? Contactez la boutique :",
  },
  es: {
    amount: "Importe",
    reference: "Referencia",
    contact: "¿Preguntas? Contacte con la tienda:",
  },
  pt: {
    amount: "Montante",
    reference: "Referência",
    contact: "Dúvidas? Contacte a loja:",
  },
  el: {
    amount: "Ποσό πληρωμής",
    reference: "Κωδικός αναφοράς",
    contact: "Ερωτήσεις; Επικοινωνήστε με το κατάστημα:",
  },
  ro: {
    amount: "Suma plății",
    reference: "Referință",
    contact: "Întrebări? Contactați magazinul:",
  },
  bg: {
    amount: "Сума на плащането",
    reference: "Номер за справка",
    contact: "Въпроси? Свържете се с магазина:",
  },
  ru: {
    amount: "Сумма платежа",
    reference: "Номер для справки",
    contact: "Есть вопросы? Обратитесь в магазин:",
  },
  ar: {
    amount: "المبلغ",
    reference: "الرقم المرجعي",
    contact: "لديك سؤال؟ تواصل مع المتجر:",
  },
}
