import { ArrowDownTray } from "@medusajs/icons"
import { Button, DropdownMenu, Text, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import type { SessionFilters } from "../../../api-schemas/payments"
import { EXPORT_KINDS, type ExportKind } from "../../../api-schemas/vocabulary"
import { bpc } from "../../lib/client"
import { saveFile } from "../../lib/save-file"
import { useTexts } from "./use-texts"

/** Files of what the list's filters show: payments, or their captures and refunds. */
export function ExportMenu({ filters }: { filters: SessionFilters }) {
  const { t, direction, problem } = useTexts()
  const { limit: _limit, cursor: _cursor, ...narrowing } = filters
  const download = useMutation({
    mutationFn: async (kind: ExportKind) => {
      const response = await bpc.export({
        ...narrowing,
        kind,
        layout: layoutOf(navigator.language),
      })
      saveFile(await response.blob(), `bpc-${kind}.csv`)
    },
    onError: (error) =>
      toast.error(t("export.failed"), { description: problem(error) }),
  })
  return (
    <DropdownMenu dir={direction}>
      <DropdownMenu.Trigger asChild>
        <Button
          size="small"
          variant="secondary"
          isLoading={download.isPending}
          aria-label={download.isPending ? t("export.busy") : undefined}
        >
          <ArrowDownTray />
          {t("export.button")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        <Text size="xsmall" className="text-ui-fg-muted px-2 py-1">
          {t("export.hint")}
        </Text>
        {EXPORT_KINDS.map((kind) => (
          <DropdownMenu.Item key={kind} onSelect={() => download.mutate(kind)}>
            {t(`export.${kind}`)}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

/** A spreadsheet program splits and reads numbers as the language of its computer writes them, and not as that of the admin's. */
export function layoutOf(language: string): "comma" | "semicolon" {
  const decimal = new Intl.NumberFormat(language)
    .formatToParts(1.5)
    .find(({ type }) => type === "decimal")?.value
  return decimal === "," ? "semicolon" : "comma"
}
