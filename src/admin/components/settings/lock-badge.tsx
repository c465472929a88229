import { LockClosedSolidMini } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Settings } from "../../../api-schemas/settings"
import type { ValueSource } from "../../../api-schemas/vocabulary"

/** Where a setting comes from when it is not the admin's: its option and its environment variable. */
const ORIGINS: Partial<
  Record<keyof Settings, Readonly<Record<ValueSource, string>>>
> = {
  mode: { options: "account.mode", environment: "BPC_MODE" },
  capture_method: {
    options: "account.captureMethod",
    environment: "BPC_CAPTURE_METHOD",
  },
  backend_url: { options: "backendUrl", environment: "BPC_BACKEND_URL" },
  storefront_url: {
    options: "storefrontUrl",
    environment: "BPC_STOREFRONT_URL",
  },
}

export function LockBadge({
  name,
  source,
}: {
  name?: keyof Settings
  source: ValueSource
}) {
  const { t } = useTranslation("bpcSettings")
  const origin = name && ORIGINS[name]?.[source]
  return (
    <Badge
      size="2xsmall"
      className="inline-flex max-w-full items-center gap-x-1"
    >
      <LockClosedSolidMini className="shrink-0" />
      <span className="min-w-0">
        {t(`lock.${source}`)}
        {origin && (
          <>
            {": "}
            <bdi dir="ltr" className="break-all font-mono">
              {origin}
            </bdi>
          </>
        )}
      </span>
    </Badge>
  )
}
