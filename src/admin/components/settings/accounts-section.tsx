import { Button, Tabs } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import { useLocation, useNavigate } from "react-router-dom"
import { useAccounts } from "../../lib/queries"
import type { Account } from "../../../api-schemas/accounts"
import { MODES, type Mode } from "../../../api-schemas/vocabulary"
import { AccountCard } from "./account-card"
import { AccountForm } from "./account-form"
import { FormDrawer } from "./form-drawer"
import { Section } from "./section"
import { Empty, LoadError, Loading } from "./states"

/** A link to the page with this anchor opens the form of a new account. */
const ADD_ACCOUNT = "#add-account"

type Editing = { mode: Mode; account?: Account }

export function AccountsSection({ mode }: { mode: Mode }) {
  const { t } = useTranslation("bpcSettings")
  const { direction } = useFormat()
  const accounts = useAccounts()
  const [shown, setShown] = useState<Mode>()
  const [editing, setEditing] = useState<Editing>()
  const tab = shown ?? mode
  const { hash } = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    if (hash === ADD_ACCOUNT) {
      setEditing({ mode })
      // Or it would open once more with a reload, or when the mode changes.
      void navigate({ hash: "#accounts" }, { replace: true })
    }
  }, [hash, mode, navigate])
  return (
    <Section
      anchor="accounts"
      title={t("accounts.title")}
      description={t("accounts.description")}
      actions={
        <Button
          size="small"
          variant="secondary"
          onClick={() => setEditing({ mode: tab })}
        >
          {t("accounts.add")}
        </Button>
      }
    >
      {accounts.isPending && <Loading lines={3} />}
      {accounts.isError && (
        <LoadError error={accounts.error} retry={accounts.refetch} />
      )}
      {accounts.data && (
        <Tabs
          dir={direction}
          value={tab}
          onValueChange={(next) => setShown(next as Mode)}
        >
          <Tabs.List className="px-6 py-3">
            {MODES.map((each) => (
              <Tabs.Trigger key={each} value={each}>
                {t(`mode.${each}`)} (
                {
                  accounts.data.filter((account) => account.mode === each)
                    .length
                }
                )
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {MODES.map((each) => (
            <Tabs.Content key={each} value={each} className="border-t">
              <AccountList
                accounts={accounts.data.filter(
                  (account) => account.mode === each
                )}
                mode={each}
                edit={(account) => setEditing({ mode: each, account })}
              />
            </Tabs.Content>
          ))}
        </Tabs>
      )}
      <FormDrawer
        title={t(editing?.account ? "accounts.editTitle" : "accounts.addTitle")}
        description={t("accounts.formHint")}
        open={editing !== undefined}
        onOpenChange={(open) => !open && setEditing(undefined)}
      >
        {editing && (
          <AccountForm
            {...editing}
            done={(saved) => {
              setEditing(undefined)
              setShown(saved.mode)
            }}
          />
        )}
      </FormDrawer>
    </Section>
  )
}

function AccountList({
  accounts,
  mode,
  edit,
}: {
  accounts: readonly Account[]
  mode: Mode
  edit: (account: Account) => void
}) {
  const { t } = useTranslation("bpcSettings")
  return accounts.length === 0 ? (
    <Empty>{t(`accounts.none.${mode}`)}</Empty>
  ) : (
    <ul className="divide-y">
      {accounts.map((account) => (
        <AccountCard
          key={account.id}
          account={account}
          accounts={accounts}
          edit={() => edit(account)}
        />
      ))}
    </ul>
  )
}
