import { ExclamationCircle } from "@medusajs/icons"
import { Button, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "../../lib/client"

/** Lines that stand for what is still being loaded. */
export function Loading({ lines = 2 }: { lines?: number }) {
  const { t } = useTranslation("bpcSettings")
  return (
    <div
      role="status"
      aria-label={t("loading")}
      className="flex flex-col gap-y-3 px-6 py-4"
    >
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className="h-5 w-full" />
      ))}
    </div>
  )
}

/** What could not be loaded, why as far as the server said, and the way on. */
export function LoadError({
  error,
  retry,
}: {
  error: unknown
  retry: () => void
}) {
  const { t } = useTranslation("bpcSettings")
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center justify-between gap-3 px-6 py-4"
    >
      <div className="flex min-w-0 items-start gap-x-2">
        <ExclamationCircle className="text-ui-fg-error mt-0.5 shrink-0" />
        <Text size="small" className="min-w-0 break-words">
          {t("errors.load")} {sentenceOf(error) ?? t("errors.network")}
        </Text>
      </div>
      <Button
        size="small"
        variant="secondary"
        type="button"
        onClick={() => retry()}
      >
        {t("actions.retry")}
      </Button>
    </div>
  )
}

export function Empty({ children }: { children: string }) {
  return (
    <Text size="small" className="text-ui-fg-subtle px-6 py-6 text-pretty">
      {children}
    </Text>
  )
}
