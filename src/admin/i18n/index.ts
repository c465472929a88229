import enPayments from "./payments/en"
import dePayments from "./payments/de"
import frPayments from "./payments/fr"
import esPayments from "./payments/es"
import ptPayments from "./payments/pt"
import elPayments from "./payments/el"
import roPayments from "./payments/ro"
import bgPayments from "./payments/bg"
import ruPayments from "./payments/ru"
import arPayments from "./payments/ar"
import enSettings from "./settings/en"
import deSettings from "./settings/de"
import frSettings from "./settings/fr"
import esSettings from "./settings/es"
import ptSettings from "./settings/pt"
import elSettings from "./settings/el"
import roSettings from "./settings/ro"
import bgSettings from "./settings/bg"
import ruSettings from "./settings/ru"
import arSettings from "./settings/ar"

/**
 * Texts of the admin pages, a namespace for each page. The keys are the dashboard's own language codes (its
 * i18n/languages.ts): a code that it does not know would become a language without its texts.
 */
export default {
  en: { bpcSettings: enSettings, bpcPayments: enPayments },
  de: { bpcSettings: deSettings, bpcPayments: dePayments },
  fr: { bpcSettings: frSettings, bpcPayments: frPayments },
  es: { bpcSettings: esSettings, bpcPayments: esPayments },
  ptBR: { bpcSettings: ptSettings, bpcPayments: ptPayments },
  ptPT: { bpcSettings: ptSettings, bpcPayments: ptPayments },
  el: { bpcSettings: elSettings, bpcPayments: elPayments },
  ro: { bpcSettings: roSettings, bpcPayments: roPayments },
  bg: { bpcSettings: bgSettings, bpcPayments: bgPayments },
  ru: { bpcSettings: ruSettings, bpcPayments: ruPayments },
  ar: { bpcSettings: arSettings, bpcPayments: arPayments },
}
