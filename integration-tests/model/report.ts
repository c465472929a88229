import { ways } from "./history"
import { type World } from "./world"

/** Everything that helps to understand a scenario that went wrong: what was done and seen, and all books as they are. */
export async function tell(world: World, wrong: string[]): Promise<string> {
  const { store, gateway } = world
  const rows = await store.sql(
    `select id, gateway_session_id as page, cart_id, state, reason, order_id, amount, captured, refunded, claims_collection as claims,
       retired_at is not null as retired, attempts, next_check_at - now() as next
     from bpc_session order by created_at`
  )
  const operations = await store.sql(
    `select session_id, kind, amount, total_before, state, origin, reference, message from bpc_operation order by created_at`
  )
  const timeline = await store.sql<{
    session_id: string
    kind: string
    details: unknown
  }>(`select session_id, kind, details from bpc_timeline order by at`)
  const lines = (list: unknown[]) =>
    list.map(
      (one) => `  ${typeof one === "string" ? one : JSON.stringify(one)}`
    )
  return [
    "WRONG",
    ...lines(wrong),
    "STORY",
    ...lines(world.story),
    "LEDGER",
    ...lines(rows),
    "WAYS",
    ...lines(await ways(store)),
    "OPERATIONS",
    ...lines(operations),
    "GATEWAY",
    ...lines(
      gateway
        .listSessions()
        .map(
          ({
            id,
            status,
            amount,
            currency,
            captured,
            capturable,
            refunded,
          }) => ({
            id,
            status,
            amount,
            currency,
            captured,
            capturable,
            refunded,
          })
        )
    ),
    "TIMELINE",
    ...lines(
      timeline.map(
        ({ session_id, kind, details }) =>
          `${session_id} ${kind} ${JSON.stringify(details)}`
      )
    ),
  ].join("\n")
}
