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
  /** Leaves the API's sentence out where there is a translation: it adds nothing to it. */
  brief?: boolean
}

/** The API speaks English; in other languages its sentence stands below the translated one, for its details. */
export function ApiSentence({
  sentence,
  translation,
  weight,
  subtle,
  brief,
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
      {!(translated && brief) && (
        <Text
          size={translated ? "xsmall" : "small"}
          weight={translated ? "regular" : weight}
          className={
            translated ? "text-ui-fg-muted break-words" : "break-words"
          }
        >
          <bdi lang="en">{sentence}</bdi>
        </Text>
      )}
    </div>
  )
}
