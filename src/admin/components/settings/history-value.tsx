import { useTranslation } from "react-i18next"

/** The API's words for what happened to a secret, an account or a switch. */
const WORDS: Readonly<Record<string, string>> = {
  set: "history.words.set",
  changed: "history.words.changed",
  removed: "history.words.removed",
  added: "history.words.added",
  deleted: "history.words.deleted",
  forgotten: "history.words.forgotten",
  "next one made current": "history.words.madeCurrent",
  true: "history.words.yes",
  false: "history.words.no",
  "every currency": "accounts.everyCurrency",
}

/** Settings with a few possible values, and where those are named. */
const CHOICES: Readonly<Record<string, string>> = {
  mode: "mode",
  capture_method: "capture",
  capture_on_shipment: "capture.shipment",
  late_payment: "shopper",
}

export function HistoryValue({
  field,
  value,
}: {
  field: string
  value: string
}) {
  const { t, i18n } = useTranslation("bpcSettings")
  const key = CHOICES[field] ? `${CHOICES[field]}.${value}` : WORDS[value]
  return (
    <bdi className="break-all">
      {key && i18n.exists(key, { ns: "bpcSettings" }) ? t(key) : value || "–"}
    </bdi>
  )
}
