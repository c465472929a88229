import { BpcPaymentError } from "./store-api"

/** The button's label (`{}` is the amount) and what it says when no payment could be started. Short: every shopper loads them. */
type Texts = [pay: string, failed: string]

const EN: Texts = [
  "Pay {}",
  "The payment could not be started. Nothing was charged; please try again.",
]

const OTHERS: Record<string, Texts | undefined> = {
  de: [
    "{} bezahlen",
    "Die Zahlung konnte nicht gestartet werden. Es wurde nichts abgebucht; bitte versuchen Sie es erneut.",
  ],
  fr: [
    "Payer {}",
    "Le paiement n’a pas pu démarrer. Rien n’a été débité ; veuillez réessayer.",
  ],
  es: [
    "Pagar {}",
    "No se ha podido iniciar el pago. No se ha cobrado nada; inténtelo de nuevo.",
  ],
  pt: [
    "Pagar {}",
    "Não foi possível iniciar o pagamento. Nada foi cobrado; tente novamente.",
  ],
  el: [
    "Πληρωμή {}",
    "Η πληρωμή δεν ξεκίνησε. Δεν χρεώθηκε τίποτα· δοκιμάστε ξανά.",
  ],
  ro: [
    "Plătiți {}",
    "Plata nu a putut fi pornită. Nu s-a debitat nimic; încercați din nou.",
  ],
  bg: [
    "Плащане {}",
    "Плащането не можа да започне. Нищо не е таксувано; опитайте отново.",
  ],
  ru: [
    "Оплатить {}",
    "Не удалось начать оплату. Ничего не списано; попробуйте ещё раз.",
  ],
  ar: ["ادفع {}", "تعذر بدء الدفع. لم يُخصم أي مبلغ؛ حاول مرة أخرى."],
}

/** In the language of a locale such as `de-AT`, else in English. */
export function textsIn(locale = ""): Texts {
  return OTHERS[locale.slice(0, 2).toLowerCase()] ?? EN
}

/**
 * Why a payment could not be started, as a sentence for the shopper in the language of a locale. What the shop itself said is told to
 * readers of English only, because it is in English.
 */
export function errorText(error: unknown, locale?: string): string {
  const texts = textsIn(locale)
  return texts === EN &&
    error instanceof BpcPaymentError &&
    error.code === "refused"
    ? error.message
    : texts[1]
}
