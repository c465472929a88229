import { toast } from "@medusajs/ui"
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { bpc, keys, sdk, sentenceOf } from "./client"
import type { Account } from "../../api-schemas/accounts"

const REFRESH_MS = 30_000

export const useSettings = () =>
  useQuery({ queryKey: keys.settings, queryFn: bpc.settings })

export const useAccounts = () =>
  useQuery({
    queryKey: keys.accounts,
    queryFn: async () => (await bpc.accounts()).accounts,
  })

/** Problems that others fix (a webhook arrives, the job runs) disappear without a reload. */
export const useHealth = () =>
  useQuery({
    queryKey: keys.health,
    queryFn: bpc.health,
    refetchInterval: REFRESH_MS,
  })

export const useRecentEvents = (limit: number) =>
  useQuery({
    queryKey: keys.events({ limit }),
    queryFn: () => bpc.events({ limit }),
    refetchInterval: REFRESH_MS,
  })

export const useAudit = (limit: number) =>
  useInfiniteQuery({
    queryKey: keys.audit,
    queryFn: ({ pageParam }) => bpc.audit({ limit, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

/** The last answer of "Test connection" for the account as it is saved now. It asks by itself only where `ask` says so. */
export const useConnection = (account: Account | undefined, ask: boolean) =>
  useQuery({
    queryKey: ["bpc", "connection", account?.id, account?.updated_at],
    queryFn: () => bpc.testAccount(account?.id ?? ""),
    enabled: ask && account !== undefined,
    staleTime: Infinity,
    retry: false,
  })

export const useRegions = () =>
  useQuery({
    queryKey: keys.regions,
    queryFn: async () =>
      (
        await sdk.admin.region.list({
          fields: "id,name,currency_code,*payment_providers",
          limit: 500,
          order: "name",
        })
      ).regions,
  })

/** Currencies that Medusa can sell in, upper case. */
export const useCurrencies = () =>
  useQuery({
    queryKey: ["bpc", "currencies"],
    staleTime: Infinity,
    queryFn: async () =>
      (
        await sdk.admin.currency.list({ fields: "code", limit: 500 })
      ).currencies.map(({ code }) => code.toUpperCase()),
  })

/** Any change may cure or cause a problem and writes history: all that the page shows is asked for again. */
export function useChange<Input, Answer>(
  change: (input: Input) => Promise<Answer>,
  {
    onDone,
    quiet,
  }: { onDone?: (answer: Answer, input: Input) => void; quiet?: boolean } = {}
) {
  const client = useQueryClient()
  const { t } = useTranslation("bpcSettings")
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer, input) => {
      onDone?.(answer, input)
      await client.invalidateQueries({
        queryKey: keys.all,
        predicate: ({ queryKey }) => queryKey[1] !== "connection",
      })
    },
    onError: (error) => {
      if (!quiet) {
        toast.error(sentenceOf(error) ?? t("errors.network"))
      }
    },
  })
}
