import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { bpc } from "../../lib/client"
import { useChange } from "../../lib/queries"
import type { Account, AccountInput } from "../../../api-schemas/accounts"
import { SecretShown } from "./secret-shown"

/** The secret that the gateway will sign with soon: both are accepted until it is made the current one or removed. */
export function NextSecret({ account }: { account: Account }) {
  const { t } = useTranslation("bpcSettings")
  const confirm = usePrompt()
  const change = useChange(
    (input: AccountInput) => bpc.saveAccount(account.id, input),
    { onDone: () => toast.success(t("saved")) }
  )
  const ask = async (step: "promote" | "remove", input: AccountInput) => {
    const sure = await confirm({
      variant: step === "remove" ? "danger" : "confirmation",
      title: t(`accounts.${step}.title`),
      description: t(`accounts.${step}.text`, { name: account.name }),
      confirmText: t(`accounts.${step}.go`),
      cancelText: t("actions.cancel"),
    })
    if (sure) {
      change.mutate(input)
    }
  }
  return (
    <div className="bg-ui-bg-subtle flex flex-wrap items-center justify-between gap-3 rounded-lg border px-3 py-2">
      <div className="min-w-0">
        <Text size="xsmall" weight="plus" className="text-ui-fg-muted">
          {t("fields.next_webhook_secret")}
        </Text>
        <div className="txt-compact-small">
          <SecretShown account={account} secret="next_webhook_secret" />
        </div>
      </div>
      {account.source === "admin" && (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            size="small"
            variant="secondary"
            disabled={change.isPending}
            onClick={() =>
              void ask("promote", { promote_next_webhook_secret: true })
            }
          >
            {t("accounts.promote.go")}
          </Button>
          <Button
            size="small"
            variant="transparent"
            disabled={change.isPending}
            onClick={() => void ask("remove", { next_webhook_secret: null })}
          >
            {t("accounts.remove.go")}
          </Button>
        </div>
      )}
    </div>
  )
}
