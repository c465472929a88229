import { Badge, Input, Text } from "@medusajs/ui"
import { TriangleDownMini, TriangleRightMini } from "@medusajs/icons"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Account } from "../../../api-schemas/accounts"
import { Field } from "./field"
import type { AccountField, AccountValues } from "./use-account-draft"

const LOGIN = ["api_login", "api_password"] as const

type SecondChannelFieldsProps = {
  account?: Account
  values: AccountValues
  /** The stored login was entered for another server. */
  neededAgain: boolean
  set: (input: Partial<AccountValues>) => void
  errorOf: (field: AccountField) => string | undefined
}

/** The login for the Merchant REST API, folded away because most merchants never need it. */
export function SecondChannelFields({
  account,
  values,
  neededAgain,
  set,
  errorOf,
}: SecondChannelFieldsProps) {
  const { t } = useTranslation("bpcSettings")
  const [unfolded, setUnfolded] = useState(false)
  const wrong = [...LOGIN, "v1_api_url" as const].some(
    (field) => errorOf(field) !== undefined
  )
  const open = unfolded || wrong || neededAgain
  const stored = account?.api_login_last4 != null
  const kept = stored && !neededAgain
  return (
    <details
      // What is wrong or asked for in here must be seen.
      open={open}
      onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
      className="rounded-lg border"
    >
      <summary className="txt-compact-small-plus flex cursor-pointer list-none items-center justify-between gap-x-2 rounded-lg px-3 py-2">
        <span className="flex min-w-0 items-center gap-x-2">
          {open ? (
            <TriangleDownMini className="text-ui-fg-muted shrink-0" />
          ) : (
            <TriangleRightMini className="text-ui-fg-muted shrink-0 rtl:rotate-180" />
          )}
          {t("accounts.second.title")}
        </span>
        {stored && (
          <Badge size="2xsmall" className="shrink-0">
            {t("accounts.second.stored")}
          </Badge>
        )}
      </summary>
      <div className="flex flex-col gap-y-6 border-t px-3 py-4">
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("accounts.second.text")}
        </Text>
        {LOGIN.map((field) => (
          <Field
            key={field}
            label={t(`fields.${field}`)}
            hint={t(
              neededAgain
                ? "accounts.hint.again"
                : kept
                  ? "accounts.second.hint.keep"
                  : `accounts.second.hint.${field}`
            )}
            optional={!neededAgain}
            error={errorOf(field)}
          >
            {(control) => (
              <Input
                {...control}
                dir="ltr"
                type={field === "api_password" ? "password" : "text"}
                autoComplete={field === "api_password" ? "new-password" : "off"}
                placeholder={kept ? "••••" : undefined}
                value={values[field]}
                onChange={({ target }) => set({ [field]: target.value })}
              />
            )}
          </Field>
        ))}
        <Field
          label={t("fields.v1_api_url")}
          hint={t("accounts.second.hint.v1_api_url")}
          optional
          error={errorOf("v1_api_url")}
        >
          {(control) => (
            <Input
              {...control}
              dir="ltr"
              type="url"
              autoComplete="off"
              placeholder="https://dev.bpcbt.com/payment/rest"
              value={values.v1_api_url}
              onChange={({ target }) => set({ v1_api_url: target.value })}
            />
          )}
        </Field>
      </div>
    </details>
  )
}
