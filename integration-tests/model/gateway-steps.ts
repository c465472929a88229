import { type DeliveryReport } from "../../packages/bpc-sandbox/src"
import { type Step } from "./scenario"
import { type World } from "./world"

type GatewayStep = Extract<
  Step,
  {
    do:
      | "webhooks"
      | "faults"
      | "replay"
      | "replay_all"
      | "expire"
      | "lie"
      | "portal"
      | "end_refunds"
  }
>

/** What happens at the gateway: its moods, and what somebody does in its portal. @returns what came of it */
export async function gatewayActs(
  world: World,
  step: GatewayStep
): Promise<string> {
  const { gateway } = world
  switch (step.do) {
    case "webhooks":
      gateway.setFaults({ webhooks: step.how })
      return "so be it"
    case "faults":
      gateway.setFaults({ api: step.faults })
      return "so be it"
    case "replay": {
      const newestFirst = gateway.deliveries().reverse()
      return replay(
        world,
        step.picks.flatMap((pick) => newestFirst[pick] ?? []),
        step.together
      )
    }
    case "replay_all":
      return replay(
        world,
        shuffled(gateway.deliveries(), step.shuffle),
        step.together
      )
    case "end_refunds":
      return endRefunds(world, step.outcome)
    case "expire":
    case "lie":
    case "portal":
      return onPage(world, step)
  }
}

async function replay(
  { gateway }: World,
  events: DeliveryReport[],
  together: boolean
): Promise<string> {
  const seen: string[] = []
  const send = async ({ id }: DeliveryReport) => {
    const { type, tries } = await gateway.resend(id)
    seen.push(`${type} ${tries.at(-1)?.status}`)
  }
  if (together) {
    await Promise.all(events.map(send))
  } else {
    for (const event of events) {
      await send(event)
    }
  }
  return seen.join(", ")
}

/** The same order for the same number. */
function shuffled<Item>(items: Item[], seed: number): Item[] {
  const left = [...items]
  const order: Item[] = []
  for (let random = seed; left.length > 0;) {
    random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0
    order.push(...left.splice((random >>> 8) % left.length, 1))
  }
  return order
}

/** Ends every refund that is under way. */
export async function endRefunds(
  { gateway }: World,
  outcome: "succeeded" | "failed"
): Promise<string> {
  const pending = gateway
    .listSessions()
    .flatMap(({ refunds }) => refunds)
    .filter(({ status }) => status === "pending")
  for (const { id } of pending) {
    await gateway.settleRefund(id, outcome)
  }
  return `${pending.length} ${outcome}`
}

async function onPage(
  world: World,
  step: Extract<GatewayStep, { page: number }>
): Promise<string> {
  const { gateway } = world
  const page = world.buyer(step.who).page(step.page)
  if (!page) {
    return "no page"
  }
  switch (step.do) {
    case "expire":
      return (await gateway.expire(page)).status
    case "lie":
      gateway.setFaults({ tamper: { [page]: { amount: step.amount } } })
      return "so be it"
    case "portal":
      return inPortal(world, page, step)
  }
}

async function inPortal(
  { gateway }: World,
  page: string,
  { move, share }: Extract<GatewayStep, { do: "portal" }>
): Promise<string> {
  const books = gateway.getSession(page)
  const part = (whole: number) => Math.max(1, Math.ceil((whole * share) / 100))
  switch (move) {
    case "capture": {
      const amount = part(books.capturable)
      await gateway.portalCapture(page, amount)
      return `captured ${amount}`
    }
    case "refund": {
      const amount = part(books.refundable)
      await gateway.portalRefund(page, amount)
      return `refunded ${amount}`
    }
    case "void":
      await gateway.portalVoid(page)
      return "released"
  }
}
