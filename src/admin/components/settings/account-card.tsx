import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import { useConnection } from "../../lib/queries"
import { overruledBy } from "../../lib/readiness"
import type { Account } from "../../../api-schemas/accounts"
import { Status } from "../status"
import { AccountMenu } from "./account-menu"
import { ConnectionResult } from "./connection-result"
import { columns } from "../layout"
import { LockBadge } from "./lock-badge"
import { NextSecret } from "./next-secret"
import { Technical } from "./section"
import { SecondChannel } from "./second-channel"
import { SecretShown } from "./secret-shown"
import { SignatureLayout } from "./signature-layout"

export function AccountCard({
  account,
  accounts,
  edit,
}: {
  account: Account
  /** All of its mode. */
  accounts: readonly Account[]
  edit: () => void
}) {
  const { t } = useTranslation("bpcSettings")
  const winner = overruledBy(account, accounts)?.source
  const connection = useConnection(account, false)
  return (
    <li className="flex flex-col gap-y-4 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Text weight="plus" className="min-w-0 break-words">
            {account.source === "admin" ? account.name : t("accounts.ofConfig")}
          </Text>
          {account.source !== "admin" && <LockBadge source={account.source} />}
          {!account.readable && (
            <Status color="red">{t("accounts.unreadable")}</Status>
          )}
          {winner && (
            <Status color="orange">{t("accounts.overruled.badge")}</Status>
          )}
          {account.open_sessions > 0 && (
            <Badge size="2xsmall">
              {t("accounts.openSessions", { n: account.open_sessions })}
            </Badge>
          )}
        </div>
        <div className="flex items-center gap-2">
          <Button
            size="small"
            variant="secondary"
            disabled={!account.readable}
            isLoading={connection.isFetching}
            onClick={() => void connection.refetch()}
          >
            {t("accounts.test")}
          </Button>
          {account.source === "admin" && (
            <AccountMenu account={account} edit={edit} />
          )}
        </div>
      </div>
      {account.problem && (
        <Text
          size="small"
          role="alert"
          className="text-ui-fg-error break-words"
        >
          <bdi lang="en">{account.problem}</bdi>
        </Text>
      )}
      {winner && winner !== "admin" && (
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t(`accounts.overruled.${winner}`)}
        </Text>
      )}
      <div aria-live="polite" className="empty:hidden">
        {!connection.isFetching && <ConnectionResult query={connection} />}
      </div>
      <dl className="grid gap-x-4 gap-y-3" style={columns(24)}>
        <Detail label={t("fields.api_url")}>
          <Technical>{account.api_url}</Technical>
        </Detail>
        <Detail label={t("fields.currencies")}>
          <Currencies codes={account.currencies} />
        </Detail>
        <Detail label={t("fields.api_key")}>
          <SecretShown account={account} secret="api_key" />
        </Detail>
        <Detail label={t("fields.webhook_secret")}>
          <SecretShown account={account} secret="webhook_secret" />
        </Detail>
        <Detail label={t("fields.signature_layout")}>
          <SignatureLayout account={account} />
        </Detail>
      </dl>
      {account.next_webhook_secret_last4 !== null && (
        <NextSecret account={account} />
      )}
      {account.api_login_last4 !== null && <SecondChannel account={account} />}
      {account.source !== "admin" && (
        <Text size="small" className="text-ui-fg-muted text-pretty">
          {t(`accounts.readOnly.${account.source}`)}
        </Text>
      )}
    </li>
  )
}

function Detail({
  label,
  children,
}: {
  label: string
  children: React.ReactNode
}) {
  return (
    <div className="min-w-0">
      <dt className="txt-compact-xsmall-plus text-ui-fg-muted">{label}</dt>
      <dd className="txt-compact-small text-ui-fg-base mt-1">{children}</dd>
    </div>
  )
}

function Currencies({ codes }: { codes: readonly string[] | null }) {
  const { t } = useTranslation("bpcSettings")
  const { currency } = useFormat()
  return codes?.length ? (
    <span className="flex flex-wrap gap-1">
      {codes.map((code) => (
        <Badge key={code} size="2xsmall" title={currency(code)}>
          {code}
        </Badge>
      ))}
    </span>
  ) : (
    <>{t("accounts.everyCurrency")}</>
  )
}
