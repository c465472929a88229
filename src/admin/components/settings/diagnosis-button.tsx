import { ArrowDownTray } from "@medusajs/icons"
import { Button, Text, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { bpc, sentenceOf } from "../../lib/client"
import { saveFile } from "../../lib/save-file"

/** A file for whoever helps: what is set and what happened, without secrets and personal data. */
export function DiagnosisButton() {
  const { t } = useTranslation("bpcSettings")
  const download = useMutation({
    mutationFn: async () =>
      saveFile(
        new Blob([JSON.stringify(await bpc.diagnosis(), null, 2)], {
          type: "application/json",
        }),
        "bpc-diagnosis.json"
      ),
    onError: (error) => toast.error(sentenceOf(error) ?? t("diagnosis.failed")),
  })
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
      <Text size="small" className="text-ui-fg-muted">
        {t("diagnosis.hint")}
      </Text>
      <Button
        size="small"
        variant="secondary"
        isLoading={download.isPending}
        onClick={() => download.mutate()}
      >
        <ArrowDownTray />
        {t("diagnosis.button")}
      </Button>
    </div>
  )
}
