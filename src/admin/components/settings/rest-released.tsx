import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** Capturing by parcel loses money with these accounts; nothing, where there are none. */
export function RestReleased({
  by,
  className,
}: {
  by: readonly string[]
  className?: string
}) {
  const { t } = useTranslation("bpcSettings")
  return by.length === 0 ? null : (
    <Alert variant="warning" className={className}>
      {t("capture.restReleased", { names: by.join(", ") })}
    </Alert>
  )
}
