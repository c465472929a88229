import { eventually } from "../support/shopper"
import { letTimePass, quiet } from "./rest"
import { type World } from "./world"

/** The gateway works again, two minutes pass, and the job has looked at whatever became due or different. */
export async function untilSettled(world: World): Promise<void> {
  world.gateway.setFaults({ api: [], webhooks: { drop: false } })
  await world.assureGatewayIsBack()
  await quiet(world)
  await shipmentsProcessed(world)
  await letTimePass(world, 2)
  await quiet(world)
  // A page whose order changed is due without a time of its own.
  await world.tick()
  await quiet(world)
}

/** News of a parcel is worked on outside of the job; until it is, it waits for the job in fifteen seconds. What is excused waits for hours. */
async function shipmentsProcessed({ store }: World): Promise<void> {
  await eventually(
    () =>
      store.sql(
        `select order_id from bpc_shipped_order where problem is null and next_attempt_at between now() and now() + interval '1 minute'`
      ),
    ({ length }) => length === 0
  )
}
