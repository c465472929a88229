import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { bpc } from "../../lib/client"
import { useFormat } from "../../lib/format"
import { useChange } from "../../lib/queries"
import type { Account } from "../../../api-schemas/accounts"
import { Technical } from "./section"

/** How the gateway signs this account's webhooks, as its first real event told; others are refused until that is taken back. */
export function SignatureLayout({ account }: { account: Account }) {
  const { t } = useTranslation("bpcSettings")
  const { dateTime } = useFormat()
  const confirm = usePrompt()
  const forgetting = useChange(bpc.forgetSignatureLayout, {
    onDone: () => toast.success(t("accounts.layout.forgotten")),
  })
  if (account.signature_layout === null) {
    return (
      <span className="text-ui-fg-muted text-pretty">
        {t("accounts.layout.unknown")}
      </span>
    )
  }
  const forget = async () => {
    const sure = await confirm({
      variant: "confirmation",
      title: t("accounts.layout.title"),
      description: t("accounts.layout.text", {
        name:
          account.source === "admin" ? account.name : t("accounts.ofConfig"),
      }),
      confirmText: t("accounts.layout.go"),
      cancelText: t("actions.cancel"),
    })
    if (sure) {
      forgetting.mutate(account.id)
    }
  }
  return (
    <>
      <span className="font-mono">
        <Technical>{account.signature_layout}</Technical>
      </span>
      {account.signature_layout_at && (
        <Text size="xsmall" className="text-ui-fg-muted text-pretty">
          {t("accounts.layout.since", {
            when: dateTime(account.signature_layout_at),
          })}
        </Text>
      )}
      <Button
        size="small"
        variant="transparent"
        className="mt-1"
        isLoading={forgetting.isPending}
        onClick={() => void forget()}
      >
        {t("accounts.layout.go")}
      </Button>
    </>
  )
}
