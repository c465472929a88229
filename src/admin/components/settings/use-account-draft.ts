import { toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { bpc } from "../../lib/client"
import { askedAgain } from "../../lib/account-address"
import { type ApiProblem, readProblem } from "../../lib/errors"
import { useChange } from "../../lib/queries"
import type {
  Account,
  AccountInput,
  LoginInput,
} from "../../../api-schemas/accounts"
import type { Mode } from "../../../api-schemas/vocabulary"

const FIELDS = [
  "name",
  "mode",
  "api_url",
  "api_key",
  "webhook_secret",
  "next_webhook_secret",
  "api_login",
  "api_password",
  "v1_api_url",
  "currencies",
] as const

export type AccountField = (typeof FIELDS)[number]
export type AccountValues = {
  name: string
  mode: Mode
  api_url: string
  api_key: string
  webhook_secret: string
  next_webhook_secret: string
  api_login: string
  api_password: string
  v1_api_url: string
  currencies: readonly string[] | null
}

/** An account being added or edited. Secrets begin empty: an empty one keeps what is stored. */
export function useAccountDraft({
  mode,
  account,
  done,
}: {
  mode: Mode
  account?: Account
  done: (saved: Account) => void
}) {
  const { t } = useTranslation("bpcSettings")
  const [values, setValues] = useState<AccountValues>(() => ({
    name: account?.name ?? "",
    mode: account?.mode ?? mode,
    api_url: account?.api_url ?? "",
    api_key: "",
    webhook_secret: "",
    next_webhook_secret: "",
    api_login: "",
    api_password: "",
    v1_api_url: account?.v1_api_url ?? "",
    currencies: account?.currencies ?? null,
  }))
  const [problem, setProblem] = useState<ApiProblem>()
  const change = useChange(
    (input: AccountInput) =>
      account ? bpc.saveAccount(account.id, input) : bpc.addAccount(input),
    {
      quiet: true,
      onDone: ({ account: saved, notes }) => {
        toast.success(t("accounts.saved", { name: saved.name }))
        notes.forEach((note) => toast.info(note))
        done(saved)
      },
    }
  )

  const again = account
    ? askedAgain(account, values)
    : { key: false, login: false }
  const missing: Partial<Record<AccountField, boolean>> = {
    api_key: again.key && !values.api_key,
    api_login: again.login && !values.api_login,
    api_password: again.login && !values.api_password,
  }
  const sameAddress = values.api_url === account?.api_url
  const test = useMutation({
    mutationFn: () =>
      values.api_key || !account
        ? bpc.testConnection({
            api_url: values.api_url,
            api_key: values.api_key,
            ...loginOf(values),
          })
        : bpc.testAccount(account.id, loginOf(values)),
    onError: (error) => {
      const { field, sentence } = readProblem(error, FIELDS)
      if (field) {
        setProblem({ field, sentence })
        test.reset()
      }
    },
  })

  return {
    values,
    set: (input: Partial<AccountValues>) => {
      setProblem(undefined)
      test.reset()
      setValues((before) => ({ ...before, ...input }))
    },
    errorOf: (field: AccountField) =>
      problem?.field === field
        ? missing[field]
          ? t("accounts.hint.again")
          : problem.sentence
        : undefined,
    again,
    problem:
      problem && !problem.field
        ? (problem.sentence ?? t("errors.network"))
        : undefined,
    saving: change.isPending,
    wrongField: problem?.field,
    save: () => {
      // The API takes an empty list for every currency, which is not what a person with nothing ticked means.
      if (values.currencies?.length === 0) {
        setProblem({
          field: "currencies",
          sentence: t("accounts.chooseCurrency"),
        })
        return
      }
      change.mutate(toInput(values), {
        onError: (error) => setProblem(readProblem(error, FIELDS)),
      })
    },
    test: {
      data: test.data,
      error: test.error,
      running: test.isPending,
      /** The stored key is only ever sent to the address that it was stored with. */
      possible: Boolean(
        values.api_url && (values.api_key || (account?.readable && sameAddress))
      ),
      run: () => test.mutate(),
    },
  }
}

function toInput({
  api_key,
  webhook_secret,
  next_webhook_secret,
  api_login,
  api_password,
  ...rest
}: AccountValues): AccountInput {
  return {
    ...rest,
    ...(api_login && { api_login }),
    ...(api_password && { api_password }),
    ...(api_key && { api_key }),
    ...(webhook_secret && { webhook_secret }),
    ...(next_webhook_secret && { next_webhook_secret }),
  }
}

function loginOf({
  api_login,
  api_password,
  v1_api_url,
}: AccountValues): LoginInput {
  return {
    v1_api_url,
    ...(api_login && { api_login }),
    ...(api_password && { api_password }),
  }
}
