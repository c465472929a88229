import type en from "./en"

/** The shape of the English texts: a language that lacks one of them, or has one too many, does not compile. */
export type PaymentTexts = typeof en
