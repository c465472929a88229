import { orderOf } from "./order-of"
import { type Step, majorOf } from "./scenario"
import { type World } from "./world"

type ClerkStep = Extract<Step, { do: "clerk" | "check" | "resolve" }>

/** What people in the admin do. @returns the answers */
export async function clerkActs(
  world: World,
  step: ClerkStep
): Promise<string> {
  if (step.do === "clerk") {
    return onOrder(world, step)
  }
  const page = world.buyer(step.who).page(step.page)
  const [row] = await world.store.sql<{ id: string }>(
    `select id from bpc_session where gateway_session_id = $1`,
    [page]
  )
  if (!row) {
    return "no payment"
  }
  const body =
    step.do === "resolve" ? { action: step.action, note: "The model" } : {}
  return inWords(
    await world.clerk.call(
      "POST",
      `/admin/bpc/sessions/${row.id}/${step.do}`,
      body
    )
  )
}

async function onOrder(
  world: World,
  { who, move, share, clerks }: Extract<ClerkStep, { do: "clerk" }>
): Promise<string> {
  const { clerk } = world
  const buyer = world.buyer(who)
  const order = await orderOf(world, buyer)
  if (!order) {
    return "no order"
  }
  if (world.crowded) {
    world.contested.add(order.orderId)
  }
  const part = (whole: number) =>
    majorOf(Math.max(1, Math.ceil((whole * share) / 100)), buyer.market)
  const act = () => {
    switch (move) {
      case "cancel":
        return clerk.cancelOrder(order.orderId)
      case "capture":
        return clerk.capture(
          order.paymentId,
          part(order.amount - order.captured)
        )
      case "refund":
        return clerk.refund(
          order.paymentId,
          part(order.captured - order.refunded)
        )
    }
  }
  const answers = await Promise.all(Array.from({ length: clerks }, act))
  return `${share} % of ${JSON.stringify(order)}: ${answers.map(inWords).join(" | ")}`
}

/** An answer of the admin API as a person would read it. */
export function inWords({
  status,
  body,
}: {
  status: number
  body: unknown
}): string {
  const message =
    typeof body === "object" && body !== null && "message" in body
      ? String(body.message)
      : ""
  return `${status} ${message}`.trim()
}
