import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { bpc, keys } from "./client"

/** While a link is open somebody may pay it at any moment. */
const REFRESH_MS = 15_000

export function useOrderLinks(orderId: string) {
  return useQuery({
    queryKey: keys.paymentLinks(orderId),
    queryFn: () => bpc.paymentLinks(orderId),
    retry: 1,
    refetchInterval: ({ state }) =>
      state.data?.payment_links.some((link) => link.state === "open")
        ? REFRESH_MS
        : false,
  })
}

export function useCreateLink(orderId: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationKey: keys.all,
    mutationFn: (expiresAt: Date) =>
      bpc.createPaymentLink({
        order_id: orderId,
        expires_at: expiresAt.toISOString(),
      }),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all }),
  })
}

export function useRevokeLink() {
  const cache = useQueryClient()
  return useMutation({
    mutationKey: keys.all,
    mutationFn: bpc.revokePaymentLink,
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all }),
  })
}
