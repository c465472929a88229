import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"

type ApiSentenceProps = {
  /** What the API says, in English, with the details of this case. */
  sentence: string
  /** Key of the same sentence, without the details, in the dashboard's language. */
  translation: string
  weight?: "regular" | "plus"
  subtle?: boolean
}

/** The API speaks English; in other languages its sentence stands below the translated one, for its details. */
export function ApiSentence({
  sentence,
  translation,
  weight,
  subtle,
}: ApiSentenceProps) {
  const { t, i18n } = useTranslation("bpcSettings")
  const { isEnglish } = useFormat()
  const translated =
    !isEnglish && i18n.exists(translation, { ns: "bpcSettings" })
  return (
    <div className={subtle ? "text-ui-fg-subtle" : undefined}>
      {translated && (
        <Text size="small" weight={weight}>
          {t(translation)}
        </Text>
      )}
      <Text
        size={translated ? "xsmall" : "small"}
        weight={translated ? "regular" : weight}
        lang="en"
        dir="ltr"
        className={
          translated
            ? "text-ui-fg-muted break-words text-start"
            : "break-words rtl:text-right"
        }
      >
        {sentence}
      </Text>
    </div>
  )
}
