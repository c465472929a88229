import { eventually } from "../support/shopper"
import { endRefunds } from "./gateway-steps"
import { type Scenario } from "./scenario"
import { type World } from "./world"

/** So much time passes after the last step, minutes by minutes: what is watched, ended or given up by then has been. */
const PAUSES = [2, 28, 120, 30 * 60]
const MOST_TICKS = 20

/** Nobody does anything any more, and the gateway works: everything comes to its end, by the job and what webhooks get through. */
export async function comeToRest(
  world: World,
  { ending }: Pick<Scenario, "ending">
): Promise<void> {
  world.gateway.setFaults({
    api: [],
    tamper: {},
    webhooks: { drop: !ending.webhooks },
  })
  await world.assureGatewayIsBack()
  world.note("--- rest")
  await quiet(world)
  world.note(`refunds under way: ${await endRefunds(world, ending.refunds)}`)
  world.gateway.setFaults({ refunds: "instant" })
  await quiet(world)
  for (const minutes of PAUSES) {
    await sendFailedRefundsAgain(world)
    await quiet(world)
    await letTimePass(world, minutes)
  }
  await quiet(world)
  await sendFailedRefundsAgain(world)
  await quiet(world)
}

/** A refund that failed in the end, or that a cancelled order waits for, is for a person: the clerk reads the notice and sends it again. */
async function sendFailedRefundsAgain({
  store,
  clerk,
  note,
}: World): Promise<void> {
  const rows = await store.sql<{ id: string }>(
    `select id from bpc_session where reason in ('refund_failed', 'order_canceled') and claims_collection and order_id is not null`
  )
  for (const { id } of rows) {
    const { status } = await clerk.call(
      "POST",
      `/admin/bpc/sessions/${id}/resolve`,
      { action: "refund", note: "Sent again by the model" }
    )
    await clerk.call("POST", `/admin/bpc/sessions/${id}/check`, {})
    note(`the failed refund of ${id} is sent again: ${status}`)
  }
}

/** Ticks until nothing is due and no webhook is being worked on. */
export async function quiet(world: World): Promise<void> {
  const { store } = world
  for (let ticks = 0; ticks < MOST_TICKS; ticks++) {
    await heard(world)
    const due = await store.sql(
      `select id from bpc_session where next_check_at <= now()
       union all select id from bpc_event where state = 'received' and next_attempt_at <= now()
       union all select order_id from bpc_shipped_order where next_attempt_at <= now()`
    )
    if (due.length === 0) {
      return
    }
    await world.tick()
  }
  world.note(`still busy after ${MOST_TICKS} ticks`)
}

/** Waits until no webhook is on its way, and what arrived has been worked on once. */
export async function heard(world: World): Promise<void> {
  await world.gateway.idle()
  await workedOn(world)
}

/**
 * Lets minutes pass, but not inside work that is under way (a webhook's, or that of the schedule's own tick): that would look
 * like work whose process was killed.
 */
export async function letTimePass(
  world: World,
  minutes: number
): Promise<void> {
  await workedOn(world)
  await handsOff(world)
  await world.wait(minutes)
}

/** Waits until nobody settles a payment or brings its books together. */
async function handsOff({ store }: World): Promise<void> {
  const rows = await store.sql<{ id: string }>(`select id from bpc_session`)
  for (const { id } of rows) {
    await store.bpc.exclusively(id, () => Promise.resolve())
  }
  await eventually(
    () => store.sql(`select id from bpc_operation where state = 'sent'`),
    ({ length }) => length === 0
  )
}

/** Waits until the webhooks that arrived have been worked on once. */
async function workedOn({ store }: World): Promise<void> {
  await eventually(
    () =>
      store.sql(
        `select id from bpc_event where state = 'received' and attempts = 0 and next_attempt_at > now()`
      ),
    ({ length }) => length === 0
  )
}
