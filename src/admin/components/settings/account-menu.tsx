import { EllipsisHorizontal, PencilSquare, Trash } from "@medusajs/icons"
import { DropdownMenu, IconButton, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import { bpc } from "../../lib/client"
import { useChange } from "../../lib/queries"
import type { Account } from "../../../api-schemas/accounts"

export function AccountMenu({
  account,
  edit,
}: {
  account: Account
  edit: () => void
}) {
  const { t } = useTranslation("bpcSettings")
  const { direction } = useFormat()
  const confirm = usePrompt()
  const removal = useChange(bpc.deleteAccount, {
    onDone: () => toast.success(t("accounts.deleted", { name: account.name })),
  })
  const remove = async () => {
    const sure = await confirm({
      variant: "danger",
      title: t("accounts.delete.title", { name: account.name }),
      description: t("accounts.delete.text"),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (sure) {
      removal.mutate(account.id)
    }
  }
  return (
    <DropdownMenu dir={direction}>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          isLoading={removal.isPending}
          aria-label={t("accounts.actionsOf", { name: account.name })}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content>
        <DropdownMenu.Item className="gap-x-2" onClick={edit}>
          <PencilSquare className="text-ui-fg-subtle" />
          {t("actions.edit")}
        </DropdownMenu.Item>
        <DropdownMenu.Separator />
        <DropdownMenu.Item className="gap-x-2" onClick={() => void remove()}>
          <Trash className="text-ui-fg-subtle" />
          {t("actions.delete")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
