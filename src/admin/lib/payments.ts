import { FetchError } from "@medusajs/js-sdk"
import {
  type QueryClient,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { bpc, keys, sdk } from "./client"
import type { EventFilters } from "../../api-schemas/events"
import type {
  Payment,
  PaymentDetail,
  CaptureRequest,
  RefundRequest,
  ResolveRequest,
  SessionAnswer,
  SessionFilters,
} from "../../api-schemas/payments"

export const PAGE_SIZE = 20

/** Somebody may pay, or refund in the gateway's portal, while a person looks at an order. A hidden page does not ask. */
const REFRESH_MS = 15_000

type RefundReason = { id: string; label: string }

export function useSessions(filters: SessionFilters, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: keys.sessions(filters),
    queryFn: () => bpc.sessions(filters),
    placeholderData: keepPreviousData,
  })
}

export function useSession(sessionId: string) {
  return useQuery({
    queryKey: keys.session(sessionId),
    queryFn: (): Promise<PaymentDetail> =>
      bpc.session(sessionId).then(({ session }) => session),
    retry: 1,
  })
}

/** Newest first; empty for an order that was paid otherwise. */
export function useOrderSessions(orderId: string) {
  const filters: SessionFilters = { order_id: orderId, limit: PAGE_SIZE }
  return useQuery({
    queryKey: keys.sessions(filters),
    queryFn: (): Promise<Payment[]> =>
      bpc.sessions(filters).then(({ sessions }) => sessions),
    retry: 1,
    refetchInterval: REFRESH_MS,
  })
}

/** Number of held payments, looked at again every minute while the admin is open. */
export function useHeldCount(): number {
  const { data } = useQuery({
    queryKey: keys.health,
    queryFn: bpc.health,
    staleTime: 60_000,
    refetchInterval: 60_000,
    retry: false,
  })
  return data?.held ?? 0
}

/**
 * Everything of ours on the page but the settings page's connection tests, which call the gateway.
 *
 * @param options.cancelRefetch false: what is being asked for already is waited for, not asked for again
 */
export function askAgain(
  cache: QueryClient,
  options?: { cancelRefetch: boolean }
): Promise<void> {
  return cache.invalidateQueries(
    {
      queryKey: keys.all,
      predicate: ({ queryKey }) => queryKey[1] !== "connection",
    },
    options
  )
}

type SessionCall<Input> = (input: Input) => Promise<SessionAnswer>

/** A call that changes a payment: its answer is shown at once, whatever else may have changed with it is asked for again. */
function useSessionCall<Input>(sessionId: string, call: SessionCall<Input>) {
  const cache = useQueryClient()
  return useMutation({
    mutationKey: keys.all,
    mutationFn: call,
    onSuccess: ({ session }) =>
      cache.setQueryData(keys.session(sessionId), session),
    onSettled: () =>
      Promise.all([
        askAgain(cache),
        cache.invalidateQueries({ queryKey: ["orders"] }),
      ]),
  })
}

export function useCheck(sessionId: string) {
  return useSessionCall(sessionId, () => bpc.check(sessionId))
}

export function useCapture(sessionId: string) {
  return useSessionCall(sessionId, (request: CaptureRequest) =>
    bpc.capture(sessionId, request)
  )
}

export function useRefund(sessionId: string) {
  return useSessionCall(sessionId, (request: RefundRequest) =>
    bpc.refund(sessionId, request)
  )
}

/** Medusa's own, by label. */
export function useRefundReasons() {
  return useQuery({
    queryKey: keys.refundReasons,
    queryFn: () =>
      sdk.client
        .fetch<{ refund_reasons: RefundReason[] }>("/admin/refund-reasons", {
          query: { limit: 200, order: "label" },
        })
        .then(({ refund_reasons }) => refund_reasons),
    retry: 1,
  })
}

export function useResolve(sessionId: string) {
  return useSessionCall(sessionId, (decision: ResolveRequest) =>
    bpc.resolve(sessionId, decision)
  )
}

export function useEvent(eventId: string | undefined) {
  return useQuery({
    queryKey: keys.event(eventId ?? ""),
    queryFn: () => bpc.event(eventId ?? "").then(({ event }) => event),
    enabled: eventId !== undefined,
    retry: 1,
  })
}

/** The newest webhook events that nobody could handle. */
export function useParkedEvents() {
  const filters: EventFilters = { state: "parked", limit: 5 }
  return useQuery({
    queryKey: keys.events(filters),
    queryFn: () => bpc.events(filters).then(({ events }) => events),
    retry: false,
  })
}

export function useRetryEvent() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: bpc.retryEvent,
    onSettled: () => askAgain(cache),
  })
}

/** HTTP status of a failed call; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof FetchError ? error.status : undefined
}
