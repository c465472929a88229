import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useId, useState } from "react"
import { useRevokeLink } from "../../lib/payment-links"
import type { PaymentLink } from "../../../api-schemas/payment-links"
import { CopyButton } from "../payments/copy-button"
import { isolated } from "../payments/locale"
import { useTexts } from "../payments/use-texts"
import { LinkBadge } from "./link-badge"
import { QrPicture } from "./qr-picture"

/** A link that can be paid: its address to copy, its code to scan, and the way to revoke it. */
export function OpenLink({ link }: { link: PaymentLink }) {
  const { t, shortly, problem } = useTexts()
  const prompt = usePrompt()
  const revoke = useRevokeLink()
  const [scanned, setScanned] = useState(false)
  const qrId = useId()

  const ask = async () => {
    const sure = await prompt({
      title: t("links.revokeTitle"),
      description: t("links.revokeText"),
      confirmText: t("links.revoke"),
      cancelText: t("action.cancel"),
    })
    if (sure) {
      revoke.mutate(link.id, {
        onSuccess: () => toast.success(t("links.revoked")),
        onError: (error) => toast.error(problem(error)),
      })
    }
  }

  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Text size="small" leading="compact" weight="plus">
          {t("links.until", { when: isolated(shortly(link.expires_at)) })}
        </Text>
        <LinkBadge state={link.state} />
      </div>
      {link.url && (
        <div className="bg-ui-bg-field shadow-borders-base flex items-center gap-x-2 rounded-md px-2 py-1">
          <Text
            size="small"
            leading="compact"
            className="min-w-0 flex-1 truncate"
            dir="ltr"
            title={link.url}
          >
            {link.url}
          </Text>
          <CopyButton value={link.url} what={t("links.name")} />
        </div>
      )}
      <Text size="xsmall" leading="compact" className="text-ui-fg-muted">
        {t("links.madeBy", { by: isolated(link.created_by) })}
      </Text>
      {link.qr && scanned && (
        <div id={qrId} className="flex flex-col items-center gap-y-2">
          <QrPicture qr={link.qr} />
          <Text size="xsmall" className="text-ui-fg-muted text-center">
            {t("links.qrText")}
          </Text>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          variant="secondary"
          aria-expanded={scanned}
          aria-controls={scanned ? qrId : undefined}
          onClick={() => setScanned(!scanned)}
        >
          {t(scanned ? "links.hideQr" : "links.showQr")}
        </Button>
        <Button
          size="small"
          variant="transparent"
          className="text-ui-fg-error"
          isLoading={revoke.isPending}
          onClick={() => void ask()}
        >
          {t("links.revoke")}
        </Button>
      </div>
    </div>
  )
}
