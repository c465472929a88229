import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { bpc } from "../../lib/client"
import { useChange } from "../../lib/queries"
import type { Account, AccountInput } from "../../../api-schemas/accounts"
import { SecretShown } from "./secret-shown"
import { Technical } from "./section"

/** What an account has of the second channel; nothing of it is shown where there is none. */
export function SecondChannel({ account }: { account: Account }) {
  const { t } = useTranslation("bpcSettings")
  const confirm = usePrompt()
  const change = useChange(
    (input: AccountInput) => bpc.saveAccount(account.id, input),
    { onDone: () => toast.success(t("saved")) }
  )
  const remove = async () => {
    const sure = await confirm({
      variant: "danger",
      title: t("accounts.second.remove.title"),
      description: t("accounts.second.remove.text", { name: account.name }),
      confirmText: t("accounts.second.remove.go"),
      cancelText: t("actions.cancel"),
    })
    if (sure) {
      change.mutate({ api_login: null, api_password: null, v1_api_url: null })
    }
  }
  return (
    <div className="bg-ui-bg-subtle flex flex-wrap items-center justify-between gap-3 rounded-lg border px-3 py-2">
      <div className="min-w-0">
        <Text size="xsmall" weight="plus" className="text-ui-fg-muted">
          {t("accounts.second.title")}
        </Text>
        <SecretShown account={account} secret="api_login" />
        {account.v1_api_url && (
          <Text size="xsmall" className="break-words">
            <Technical>{account.v1_api_url}</Technical>
          </Text>
        )}
      </div>
      {account.source === "admin" && (
        <Button
          size="small"
          variant="transparent"
          isLoading={change.isPending}
          onClick={() => void remove()}
        >
          {t("accounts.second.remove.go")}
        </Button>
      )}
    </div>
  )
}
