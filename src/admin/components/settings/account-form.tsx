import { Button, Input, RadioGroup } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import type { Account } from "../../../api-schemas/accounts"
import { MODES, type Mode } from "../../../api-schemas/vocabulary"
import { ConnectionResult } from "./connection-result"
import { CurrencySelect } from "./currency-select"
import { Field } from "./field"
import { DrawerForm } from "./form-drawer"
import { SecondChannelFields } from "./second-channel-fields"
import { useAccountDraft } from "./use-account-draft"

const SECRETS = ["api_key", "webhook_secret", "next_webhook_secret"] as const

type AccountFormProps = {
  mode: Mode
  /** Absent: a new account. */
  account?: Account
  done: (saved: Account) => void
}

export function AccountForm({ mode, account, done }: AccountFormProps) {
  const { t } = useTranslation("bpcSettings")
  const { direction } = useFormat()
  const form = useAccountDraft({ mode, account, done })
  const { values, set, errorOf, test } = form
  return (
    <DrawerForm {...form}>
      <Field
        label={t("fields.name")}
        hint={t("accounts.hint.name")}
        error={errorOf("name")}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={values.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        )}
      </Field>
      <Field label={t("fields.mode")} error={errorOf("mode")}>
        {(control) => (
          <RadioGroup
            dir={direction}
            {...control}
            aria-label={t("fields.mode")}
            value={values.mode}
            onValueChange={(next) => set({ mode: next as Mode })}
            className="grid grid-cols-2 gap-3"
          >
            {MODES.map((each) => (
              <RadioGroup.ChoiceBox
                key={each}
                value={each}
                label={t(`mode.${each}`)}
                description={t(`accounts.hint.${each}`)}
              />
            ))}
          </RadioGroup>
        )}
      </Field>
      <Field
        label={t("fields.api_url")}
        hint={t("accounts.hint.api_url")}
        error={errorOf("api_url")}
      >
        {(control) => (
          <Input
            {...control}
            dir="ltr"
            type="url"
            autoComplete="off"
            placeholder="https://dev.bpcbt.com/api2"
            value={values.api_url}
            onChange={({ target }) => set({ api_url: target.value })}
          />
        )}
      </Field>
      {SECRETS.map((secret) => {
        const again = secret === "api_key" && form.again.key
        const last4 = again ? undefined : account?.[`${secret}_last4`]
        return (
          <Field
            key={secret}
            label={t(`fields.${secret}`)}
            hint={
              again
                ? t("accounts.hint.again")
                : last4
                  ? t("accounts.hint.keep", { last4 })
                  : t(`accounts.hint.${secret}`)
            }
            optional={secret === "next_webhook_secret"}
            error={errorOf(secret)}
          >
            {(control) => (
              <Input
                {...control}
                dir="ltr"
                type="password"
                autoComplete="new-password"
                placeholder={last4 ? `••••${last4}` : undefined}
                value={values[secret]}
                onChange={({ target }) => set({ [secret]: target.value })}
              />
            )}
          </Field>
        )
      })}
      <CurrencySelect
        value={values.currencies}
        onChange={(currencies) => set({ currencies })}
        error={errorOf("currencies")}
      />
      <SecondChannelFields
        account={account}
        values={values}
        neededAgain={form.again.login}
        set={set}
        errorOf={errorOf}
      />
      <div className="flex flex-col items-start gap-y-2">
        <Button
          size="small"
          variant="secondary"
          type="button"
          disabled={!test.possible}
          isLoading={test.running}
          onClick={test.run}
        >
          {t("accounts.test")}
        </Button>
        <div aria-live="polite" className="w-full empty:hidden">
          {!test.running && <ConnectionResult query={test} />}
        </div>
      </div>
    </DrawerForm>
  )
}
